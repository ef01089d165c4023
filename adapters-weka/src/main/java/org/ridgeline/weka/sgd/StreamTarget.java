package org.ridgeline.weka.sgd;

import java.io.Serializable;
import java.util.Arrays;
import org.ridgeline.weka.Probabilities;
import weka.core.Attribute;
import weka.core.Instance;

/**
 * What a class is to a loss: a number; 1 for the class whose label sorts last and 0 for the other, as in every host; or the
 * index of one of several classes.
 */
final class StreamTarget implements Serializable {

    private static final long serialVersionUID = 1;

    private final SgdLoss loss;
    private final String name;
    /** Empty for a number. */
    private final String[] labels;
    /** Of two classes that whose score there is. */
    private final int positive;
    /** Of a number so far: the weight, the mean, and the squared distances from it. */
    private double total;

    private double mean;
    private double squares;

    StreamTarget(Attribute attribute, SgdLoss loss) {
        this.loss = loss;
        name = attribute.name();
        if (attribute.isNominal() != loss.isOfClasses()) {
            throw new IllegalArgumentException("the loss " + loss + " is for "
                    + (loss.isOfClasses()
                            ? "classes; for a number there are squared and huber"
                            : "numbers; for classes there are log and hinge")
                    + ", but the class '" + name + "' is " + (attribute.isNominal() ? "nominal" : "a number"));
        }
        labels = new String[attribute.isNominal() ? attribute.numValues() : 0];
        for (int k = 0; k < labels.length; k++) {
            labels[k] = attribute.value(k);
        }
        if (loss == SgdLoss.HINGE && labels.length > 2) {
            throw new IllegalArgumentException("the hinge loss needs two classes, but '" + name + "' has "
                    + labels.length + "; for more use the log loss, or MultiClassClassifier");
        }
        positive = labels.length == 2 && labels[0].compareTo(labels[1]) > 0 ? 0 : 1;
    }

    /** The number that the loss takes. */
    double of(Instance instance) {
        double value = instance.classValue();
        if (labels.length == 0 && !(Math.abs(value) <= Layout.LARGEST)) {
            throw new IllegalArgumentException(
                    "the class '" + name + "' must be a number between -1e150 and 1e150, but is " + value);
        }
        return labels.length == 2 ? (value == positive ? 1 : 0) : value;
    }

    /** Takes in one more. */
    void add(double y, double weight) {
        total += weight;
        double off = y - mean;
        mean += off * (weight / total);
        squares += weight * off * (y - mean);
    }

    /** Takes in those of others. */
    void add(StreamTarget other) {
        if (other.total > 0) {
            double off = other.mean - mean;
            double share = other.total / (total + other.total);
            mean += off * share;
            squares += other.squares + off * off * share * total;
            total += other.total;
        }
    }

    /** Where scores start: the mean of a number, 0 for classes. */
    double offset() {
        return labels.length == 0 ? mean : 0;
    }

    /** The unit of scores: the deviation of a number, 1 for classes. */
    double unit() {
        return labels.length == 0 ? (total > 0 ? Math.sqrt(squares / total) : 0) : 1;
    }

    /** How many scores an instance has. */
    int outputs() {
        return labels.length > 2 ? labels.length : 1;
    }

    int classes() {
        return labels.length;
    }

    String name() {
        return name;
    }

    /** What a score is: the number, the log-odds or score of a class, or of several classes the label. */
    String describe(int output) {
        if (labels.length == 0) {
            return name;
        }
        if (labels.length > 2) {
            return labels[output];
        }
        return (loss == SgdLoss.LOG ? "log-odds of " : "score of ") + name + "="
                + (labels.length == 2 ? labels[positive] : String.join("", labels));
    }

    /** What Weka asks for: the number, or the probabilities of the classes. */
    double[] distribution(double[] scores) {
        if (labels.length == 0) {
            return scores;
        }
        double[] distribution = new double[labels.length];
        if (labels.length < 2) {
            Arrays.fill(distribution, 1);
        } else if (labels.length > 2) {
            Probabilities.softmax(scores, distribution);
        } else if (loss == SgdLoss.LOG) {
            distribution[positive] = Probabilities.logistic(scores[0]);
            distribution[1 - positive] = Probabilities.logistic(-scores[0]);
        } else {
            distribution[scores[0] > 0 ? positive : 1 - positive] = 1;
        }
        return distribution;
    }
}
