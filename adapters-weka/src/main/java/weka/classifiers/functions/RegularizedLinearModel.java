package weka.classifiers.functions;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.weka.DummyCoding;
import org.ridgeline.weka.FitSummary;
import org.ridgeline.weka.Imputation;
import org.ridgeline.weka.LinearModel;
import org.ridgeline.weka.ModelText;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WeightedInstancesHandler;

/**
 * A linear model that minimises loss + R(w), with R from any regularizer, w on the scale of standardised attributes and a
 * free intercept. What is left to subclasses is the loss and what the linear score means.
 */
public abstract class RegularizedLinearModel extends RegularizedOptions implements WeightedInstancesHandler {

    private static final long serialVersionUID = 1;

    /** Null before training and after training has failed. */
    private @Nullable LinearModel model;

    /** For subclasses. */
    protected RegularizedLinearModel() {}

    /** The loss of a prediction. */
    abstract Loss loss();

    /** What stands for a missing nominal value. */
    abstract Imputation imputation();

    /** The target as the loss takes it. */
    abstract double target(Instance instance);

    /** Looks at the training data before anything else does. */
    abstract void prepare(Instances training);

    /** What the linear score is, for the text of the model. */
    abstract String predicted();

    @Override
    public Capabilities getCapabilities() {
        Capabilities capabilities = super.getCapabilities();
        capabilities.disableAll();
        capabilities.enable(Capability.NOMINAL_ATTRIBUTES);
        capabilities.enable(Capability.NUMERIC_ATTRIBUTES);
        capabilities.enable(Capability.DATE_ATTRIBUTES);
        capabilities.enable(Capability.MISSING_VALUES);
        capabilities.enable(Capability.MISSING_CLASS_VALUES);
        return capabilities;
    }

    /**
     * Trains. Instances without class are left out.
     *
     * @param data with a class that this classifier can predict
     * @throws Exception if an option is wrong, or the data cannot be learnt from
     */
    @Override
    public void buildClassifier(Instances data) throws Exception {
        model = null;
        Regularizer regularizer = settings().check();
        getCapabilities().testWithFail(data);
        Instances training = new Instances(data);
        training.deleteWithMissingClass();
        prepare(training);
        DummyCoding coding = DummyCoding.of(training, imputation());
        Fit fit = new HoldOut(getValidationShare(), getSeed())
                .fit(new Solver(getTolerance(), getMaxIterations()), problem(training, coding), regularizer);
        String how = loss() + " loss, " + getLossScale() + " of " + training.numInstances()
                + " instances; attributes standardized: " + getStandardization();
        model = new LinearModel(coding, how, fit);
        if (getDebug()) {
            System.out.println(fit);
        }
    }

    private Problem problem(Instances training, DummyCoding coding) {
        int n = training.numInstances();
        double[] targets = new double[n];
        Arrays.setAll(targets, i -> target(training.instance(i)));
        double[] weights = new double[n];
        Arrays.setAll(weights, i -> training.instance(i).weight());
        return Problem.of(DenseFeatures.ofColumns(n, coding.columns(training)), targets, loss())
                .withExampleWeights(weights)
                .withLossScale(getLossScale())
                .withStandardization(getStandardization())
                .withGroups(settings().groups(coding));
    }

    /**
     * The trained model.
     *
     * @return the model
     * @throws IllegalStateException if there is none yet
     */
    final LinearModel model() {
        if (model == null) {
            throw new IllegalStateException("no model has been built yet: call buildClassifier first");
        }
        return model;
    }

    /**
     * The names of the p features: attributes in their order, without the class. A nominal attribute with two values is the
     * feature {@code name=second value}; one with more is a feature for each value.
     *
     * @return p names
     */
    public String[] featureNames() {
        return model().featureNames();
    }

    /**
     * The coefficients in the attributes' own units.
     *
     * @return p numbers, in the order of {@link #featureNames()}
     */
    public double[] coefficients() {
        return model().coefficients();
    }

    /**
     * The coefficients of the standardised attributes, which are what was penalised.
     *
     * @return p numbers, in the order of {@link #featureNames()}
     */
    public double[] standardizedCoefficients() {
        return model().standardizedCoefficients();
    }

    /**
     * The intercept that goes with {@link #coefficients()}.
     *
     * @return the linear score where all features are 0
     */
    public double intercept() {
        return model().intercept();
    }

    /**
     * The intercept that goes with {@link #standardizedCoefficients()} of centred attributes.
     *
     * @return the linear score where all features have the means of the training data
     */
    public double standardizedIntercept() {
        return model().standardizedIntercept();
    }

    /**
     * What is known of the fit: the regularizer with its final λ, the objective and its parts, the certificate.
     *
     * @return numbers and text
     */
    public FitSummary fitSummary() {
        return model().summary();
    }

    /**
     * The model: regularizer, quality of the fit, coefficients.
     *
     * @return lines of text
     */
    @Override
    public String toString() {
        String title = getClass().getSimpleName();
        if (model == null) {
            return title + ": No model built yet.";
        }
        return ModelText.of(model, title, predicted(), getNumDecimalPlaces());
    }
}
