package weka.classifiers.functions;

import java.util.List;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;

/**
 * Logistic regression with any regularizer: log loss plus R(w).
 *
 * <p>For two classes there is one vector of coefficients, for the log-odds of {@link #positiveClass()}: the class whose label sorts
 * last, whatever the order in which the data declare the labels, so that the same data give the same model in every host.
 * {@code Logistic} gives those of the class that is declared first. For more there is a vector for each class, none of them is left
 * out as the reference, and so the model does not depend on an order of the classes, as that of {@code Logistic} does.
 *
 * <p>With {@code -regularizer "l2(lambda=r)" -loss-scale sum} and two classes it is {@code Logistic -R r}.
 */
public class RegularizedLogistic extends RegularizedLinearModel {

    private static final long serialVersionUID = 1;

    /** With the default options. */
    public RegularizedLogistic() {}

    /**
     * What this is.
     *
     * @return help for the object editor
     */
    public String globalInfo() {
        return "Logistic regression of two and more classes with any regularizer, from ridge and lasso to group penalties and"
                + " penalties of other packages: minimizes the log loss plus the penalty of the coefficients, to a certified"
                + " tolerance. Missing values are replaced by means and modes, nominal attributes by columns of zeros and"
                + " ones. Of two classes the coefficients are those of the class whose label sorts last; of more there are"
                + " some for each class. With l2 on the summed loss and two classes it is Logistic. Lambda may be chosen by"
                + " cross-validation.";
    }

    @Override
    public Capabilities getCapabilities() {
        Capabilities capabilities = super.getCapabilities();
        capabilities.enable(Capability.NOMINAL_CLASS);
        return capabilities;
    }

    /**
     * The class whose log-odds the linear score is: of the two labels that which sorts last, by {@link
     * String#compareTo(String)}.
     *
     * @return its label
     * @throws IllegalStateException if no model has been built yet, or not two classes occur in the training data
     */
    public String positiveClass() {
        String[] labels = model().target().labels();
        if (labels.length != 2) {
            throw new IllegalStateException(
                    "the score is for the log-odds of a class only of two classes, but there are " + labels.length
                            + ": " + String.join(", ", labels));
        }
        return labels[1];
    }

    /**
     * The coefficients of a class in the attributes' own units. Of two classes those of {@link #positiveClass()} are {@link
     * #coefficients()}, and those of the other are zero.
     *
     * @param label of a class that occurs in the training data
     * @return p numbers, in the order of {@link #featureNames()}
     * @throws IllegalArgumentException if there is no such class
     */
    public double[] coefficients(String label) {
        int output = output(label);
        return output < 0 ? new double[model().coding().size()] : model().coefficients(output);
    }

    /**
     * The intercept that goes with {@link #coefficients(String)}.
     *
     * @param label of a class that occurs in the training data
     * @return the score of the class where all features are 0
     * @throws IllegalArgumentException if there is no such class
     */
    public double intercept(String label) {
        int output = output(label);
        return output < 0 ? 0 : model().intercept(output);
    }

    /** Which scores are those of a label, or −1 if there are none. */
    private int output(String label) {
        List<String> labels = List.of(model().target().labels());
        int k = labels.indexOf(label);
        if (k < 0) {
            throw new IllegalArgumentException(
                    "there is no class '" + label + "' in the training data; there are " + String.join(", ", labels));
        }
        return labels.size() > 2 ? k : k - 1;
    }

    @Override
    public double[] distributionForInstance(Instance instance) {
        return model().target().distribution(model().scores(instance));
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
