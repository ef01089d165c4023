package weka.classifiers.functions;

import org.ridgeline.solvers.Loss;
import org.ridgeline.weka.Imputation;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Logistic regression of two classes with any regularizer: log loss plus R(w).
 *
 * <p>There is one vector of coefficients, for the log-odds of {@link #positiveClass()}: the class whose label sorts last,
 * whatever the order in which the data declare the labels, so that the same data give the same model in every host. {@code
 * Logistic} gives those of the class that is declared first.
 *
 * <p>With {@code -regularizer "l2(lambda=r)" -loss-scale sum} it is {@code Logistic -R r}.
 */
public class RegularizedLogistic extends RegularizedLinearModel {

    private static final long serialVersionUID = 1;

    /** The name of the class attribute. */
    private String className = "";
    /** The label whose log-odds the linear score is. */
    private String positiveClass = "";
    /** The index of that label. */
    private int positive;

    /** With the default options. */
    public RegularizedLogistic() {}

    /**
     * What this is.
     *
     * @return help for the object editor
     */
    public String globalInfo() {
        return "Logistic regression of two classes with any regularizer, from ridge and lasso to group penalties and"
                + " penalties of other packages: minimizes the log loss plus the penalty of the coefficients, to a certified"
                + " tolerance. Missing values are replaced by means and modes, nominal attributes by columns of zeros and"
                + " ones. The coefficients are those of the class whose label sorts last. With l2 on the summed loss it is"
                + " Logistic. For more than two classes use it in MultiClassClassifier.";
    }

    @Override
    public Capabilities getCapabilities() {
        Capabilities capabilities = super.getCapabilities();
        capabilities.enable(Capability.BINARY_CLASS);
        return capabilities;
    }

    @Override
    Loss loss() {
        return Loss.LOGISTIC;
    }

    @Override
    Imputation imputation() {
        return Imputation.MODE;
    }

    @Override
    void prepare(Instances training) {
        Attribute target = training.classAttribute();
        if (target.numValues() != 2) {
            throw new IllegalArgumentException(
                    "RegularizedLogistic needs two classes, but '" + target.name() + "' has " + target.numValues());
        }
        className = target.name();
        positive = target.value(0).compareTo(target.value(1)) > 0 ? 0 : 1;
        positiveClass = target.value(positive);
    }

    @Override
    double target(Instance instance) {
        return instance.classValue() == positive ? 1 : 0;
    }

    @Override
    String predicted() {
        return "log-odds of " + className + "=" + positiveClass;
    }

    /**
     * The class whose log-odds the linear score is: of the two labels that which sorts last, by {@link
     * String#compareTo(String)}.
     *
     * @return its label
     * @throws IllegalStateException if no model has been built yet
     */
    public String positiveClass() {
        model();
        return positiveClass;
    }

    @Override
    public double[] distributionForInstance(Instance instance) {
        double score = model().score(instance);
        double[] distribution = new double[2];
        distribution[positive] = 1 / (1 + Math.exp(-score));
        distribution[1 - positive] = 1 / (1 + Math.exp(score));
        return distribution;
    }

    /**
     * Runs the classifier from the command line.
     *
     * @param arguments Weka's general options and those of this classifier
     */
    public static void main(String[] arguments) {
        runClassifier(new RegularizedLogistic(), arguments);
    }
}
