package weka.classifiers.functions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.weka.FitSummary;
import org.ridgeline.weka.Interruption;
import org.ridgeline.weka.LambdaSelection;
import org.ridgeline.weka.LinearModel;
import org.ridgeline.weka.ModelText;
import org.ridgeline.weka.TrainingData;
import weka.core.Capabilities;
import weka.core.Instances;
import weka.core.WeightedInstancesHandler;

/**
 * A linear model that minimises loss + R(w), with R from any regularizer, w on the scale of standardised attributes and a
 * free intercept. The loss is that of the class: squared of a number, the log loss of labels.
 */
public abstract class RegularizedLinearModel extends RegularizedModelOptions implements WeightedInstancesHandler {

    private static final long serialVersionUID = 1;

    /** Null before training and after training has failed. */
    private @Nullable LinearModel model;

    /** For subclasses. */
    protected RegularizedLinearModel() {}

    @Override
    public Capabilities getCapabilities() {
        Capabilities capabilities = super.getCapabilities();
        TrainingData.enableAttributes(capabilities);
        return capabilities;
    }

    /**
     * Trains. Instances without class are left out. Interrupting the thread ends the training.
     *
     * @param data with a class that this classifier can predict
     * @throws InterruptedException if the thread has been interrupted; there is no model then
     * @throws Exception if an option is wrong, or the data cannot be learnt from
     */
    @Override
    public void buildClassifier(Instances data) throws Exception {
        model = null;
        options().check(settings());
        getCapabilities().testWithFail(data);
        TrainingData training = TrainingData.of(data);
        model = training.target().isConstant()
                ? LinearModel.constant(training, "one class", settings().penalty())
                : Interruption.translated(() -> fitted(training));
    }

    private LinearModel fitted(TrainingData training) {
        LambdaSettings settings = settings();
        Problem problem = settings.problem(training);
        Solver solver = settings.solver();
        Regularizer regularizer = settings.penalty();
        String selection;
        Fit fit;
        if (settings.selection == LambdaSelection.FIXED) {
            fit = new HoldOut(settings.validationShare, settings.seed).fit(solver, problem, regularizer);
            selection = regularizer.train().settled()
                    ? "given"
                    : "found on a share of " + settings.validationShare + " of the instances, seed " + settings.seed;
        } else {
            CrossValidationFit chosen = settings.crossValidation()
                    .withListener(this::report)
                    .run(solver, problem, regularizer, settings.path());
            boolean best = settings.selection == LambdaSelection.CV;
            fit = best ? chosen.bestFit() : chosen.oneStandardErrorFit();
            int k = best ? chosen.best() : chosen.oneStandardError();
            selection = String.format(
                    Locale.ROOT,
                    "%s of %d by %d-fold cross-validation, seed %d: %s %.6g, standard error %.2g",
                    best ? "the best" : "the largest within one standard error of the best",
                    chosen.size(),
                    chosen.folds(),
                    settings.seed,
                    chosen.measure(),
                    chosen.mean(k),
                    chosen.standardError(k));
        }
        return LinearModel.of(training, settings.training(problem, training), selection, fit);
    }

    private void report(int done, int total) {
        if (getDebug()) {
            System.out.println(getClass().getSimpleName() + ": path " + done + " of " + total + " is fitted");
        }
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
        return model().coding().names();
    }

    /**
     * The coefficients in the attributes' own units.
     *
     * @return p numbers, in the order of {@link #featureNames()}
     * @throws IllegalStateException if there are none, as only one class occurs, or there are some for each of several classes
     */
    public double[] coefficients() {
        return model().coefficients(onlyOutput());
    }

    /**
     * The coefficients of the standardised attributes, which are what was penalised.
     *
     * @return p numbers, in the order of {@link #featureNames()}
     * @throws IllegalStateException as {@link #coefficients()}
     */
    public double[] standardizedCoefficients() {
        return model().standardizedCoefficients(onlyOutput());
    }

    /**
     * The intercept that goes with {@link #coefficients()}.
     *
     * @return the linear score where all features are 0
     * @throws IllegalStateException as {@link #coefficients()}
     */
    public double intercept() {
        return model().intercept(onlyOutput());
    }

    /**
     * The intercept that goes with {@link #standardizedCoefficients()} of centred attributes.
     *
     * @return the linear score where all features have the means of the training data
     * @throws IllegalStateException as {@link #coefficients()}
     */
    public double standardizedIntercept() {
        return model().standardizedIntercept(onlyOutput());
    }

    private int onlyOutput() {
        int outputs = model().outputs();
        if (outputs != 1) {
            throw new IllegalStateException("there are coefficients of " + outputs + " classes, "
                    + String.join(", ", model().target().labels()) + ": ask for those of one");
        }
        return 0;
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
        return ModelText.of(model, title, getNumDecimalPlaces());
    }
}
