package org.ridgeline.weka;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ridgeline.solvers.Loss;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * What a class attribute is to the solvers. A number is predicted by a linear score, with the squared loss. Of labels, those
 * that occur in the training data count, in the order in which they sort as text, so that it does not matter in which order the data
 * declare them: of two the log-odds of the last are predicted, of more a score each, with the log loss.
 */
public final class Target implements Serializable {

    private static final long serialVersionUID = 1;

    /** The name of the class attribute. */
    private final String name;
    /** How many labels are declared; 0 for a number. */
    private final int declared;
    /** The labels that occur, sorted; none for a number. */
    private final String[] labels;
    /** Where those labels are declared. */
    private final int[] index;

    private Target(Attribute attribute, int[] index) {
        this.name = attribute.name();
        this.declared = attribute.isNominal() ? attribute.numValues() : 0;
        this.index = index;
        this.labels = Arrays.stream(index).mapToObj(attribute::value).toArray(String[]::new);
    }

    /**
     * The target of training data.
     *
     * @param training with a class that is never missing
     * @return a number, or the labels that occur with a positive weight
     */
    static Target of(Instances training) {
        Attribute attribute = training.classAttribute();
        if (!attribute.isNominal()) {
            return new Target(attribute, new int[0]);
        }
        boolean[] occurs = new boolean[attribute.numValues()];
        for (Instance instance : training) {
            occurs[(int) instance.classValue()] |= instance.weight() > 0;
        }
        return new Target(
                attribute,
                IntStream.range(0, occurs.length)
                        .filter(v -> occurs[v])
                        .boxed()
                        .sorted(Comparator.comparing(attribute::value))
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    /**
     * The name of the class attribute.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /**
     * Whether the target is a label.
     *
     * @return false for a number
     */
    public boolean isNominal() {
        return declared > 0;
    }

    /**
     * Whether there is nothing to learn, as only one label occurs.
     *
     * @return true for one label
     */
    public boolean isConstant() {
        return isNominal() && labels.length <= 1;
    }

    /**
     * The labels that occur.
     *
     * @return sorted as text; none for a number
     */
    public String[] labels() {
        return labels.clone();
    }

    /**
     * The loss with which this target is learnt.
     *
     * @return squared, logistic, or that of several classes
     * @throws IllegalStateException if only one label occurs
     */
    public Loss loss() {
        if (isConstant()) {
            throw new IllegalStateException("wanted at least two classes that occur, but found " + labels.length);
        }
        return !isNominal() ? Loss.SQUARED : labels.length == 2 ? Loss.LOGISTIC : Loss.multinomial(labels.length);
    }

    /** What stands for a missing nominal value: as LinearRegression and Logistic have it. */
    Imputation imputation() {
        return isNominal() ? Imputation.MODE : Imputation.MEAN;
    }

    /** The target of an instance as the loss takes it. */
    double of(Instance instance) {
        if (!isNominal()) {
            return instance.classValue();
        }
        int declaredAt = (int) instance.classValue();
        for (int k = 0; k < index.length; k++) {
            if (index[k] == declaredAt) {
                return k;
            }
        }
        // Only an instance of weight zero has a label that does not occur, and it takes no part.
        return 0;
    }

    /**
     * How many linear scores there are.
     *
     * @return 0 if only one label occurs, else 1 but for three and more labels
     */
    public int outputs() {
        return isConstant() ? 0 : labels.length > 2 ? labels.length : 1;
    }

    /**
     * What a linear score is.
     *
     * @param output 0 … {@link #outputs()} − 1
     * @return the name of the class attribute, log-odds of a label, or a label with its attribute
     */
    public String output(int output) {
        return !isNominal()
                ? name
                : labels.length == 2 ? "log-odds of " + name + "=" + labels[1] : name + "=" + labels[output];
    }

    /**
     * The probabilities of all declared labels.
     *
     * @param scores one for each output
     * @return a number for each label as the data declare them, 0 for those that do not occur in the training data
     */
    public double[] distribution(double[] scores) {
        double[] distribution = new double[declared];
        if (labels.length == 1) {
            distribution[index[0]] = 1;
        } else if (labels.length == 2) {
            distribution[index[1]] = Probabilities.logistic(scores[0]);
            distribution[index[0]] = Probabilities.logistic(-scores[0]);
        } else if (labels.length > 2) {
            double[] shares = new double[scores.length];
            Probabilities.softmax(scores, shares);
            for (int k = 0; k < shares.length; k++) {
                distribution[index[k]] = shares[k];
            }
        }
        return distribution;
    }
}
