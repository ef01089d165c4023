package weka.classifiers.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ridgeline.weka.sgd.StreamModel;
import org.ridgeline.weka.sgd.StreamText;
import weka.core.Instance;

/** What a classifier that learns from streams tells of what it has learnt. */
public abstract class SgdModel extends SgdOptions {

    private static final long serialVersionUID = 1;

    /** Null before training and after training has failed. */
    @Nullable
    StreamModel model;
    /** How many epochs the model has been through, in all trainings. */
    int epochsDone;
    /** Loss and penalty on the batch, or null for what has learnt from a stream since. */
    double @Nullable [] objective;

    /** Before training. */
    SgdModel() {}

    /** The model, of which there must be one. */
    final StreamModel model() {
        if (model == null) {
            throw new IllegalStateException(
                    "no model has been built yet: call buildClassifier first, which for a stream"
                            + " takes data without instances");
        }
        return model;
    }

    @Override
    public double[] distributionForInstance(Instance instance) {
        return model().predict(instance);
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
     * How many linear scores there are.
     *
     * @return 1, or for three and more classes as many as are declared
     */
    public int numOutputs() {
        return model().outputs();
    }

    /**
     * The coefficients in the attributes' own units. Of two classes they are those of the class whose label sorts last.
     *
     * @param output 0 … {@link #numOutputs()} − 1, with three and more classes as the data declare them
     * @return p numbers, in the order of {@link #featureNames()}
     */
    public double[] coefficients(int output) {
        return model().coefficients(output);
    }

    /**
     * The coefficients of the standardised attributes, which are what is penalised.
     *
     * @param output as in {@link #coefficients(int)}
     * @return p numbers, in the order of {@link #featureNames()}
     */
    public double[] standardizedCoefficients(int output) {
        return model().standardizedCoefficients(output);
    }

    /**
     * The intercept that goes with {@link #coefficients(int)}.
     *
     * @param output as in {@link #coefficients(int)}
     * @return the linear score where all features are 0
     */
    public double intercept(int output) {
        return model().intercept(output);
    }

    /**
     * The mean loss plus the penalty.
     *
     * @return the objective on the batch that was trained on last; NaN for what has learnt from a stream or been merged
     *     since
     */
    public double objective() {
        model();
        return objective == null ? Double.NaN : objective[0] + objective[1];
    }

    /**
     * The penalty that the model has learnt with.
     *
     * @return its text form, with the λ that was given or found
     */
    public String trainedRegularizer() {
        return model().settings().regularizer();
    }

    /**
     * The model: how it was trained, how well it does, its coefficients.
     *
     * @return lines of text
     */
    @Override
    public String toString() {
        String title = getClass().getSimpleName();
        if (model == null) {
            return title + ": No model built yet.";
        }
        List<String> lines = new ArrayList<>();
        lines.add("Trained on:   " + model.settings().describe());
        lines.add("Learnt:       " + model.instances() + " instances"
                + (epochsDone > 0 ? ", counted again in each of " + epochsDone + " epochs" : ""));
        if (model.instances() > 0) {
            lines.add("Mean loss:    " + significant(model.progressiveLoss()) + ", each before it was learnt");
        }
        if (objective != null) {
            lines.add("Objective:    " + significant(objective[0] + objective[1]) + " = loss "
                    + significant(objective[0]) + " + penalty " + significant(objective[1]));
        }
        return StreamText.of(model, title, lines, getNumDecimalPlaces());
    }

    private static String significant(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
