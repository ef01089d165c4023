package org.ridgeline.tribuo;

import java.util.List;
import org.ridgeline.solvers.Folds;
import org.ridgeline.solvers.Measures;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.Prediction;

/**
 * How wrong predictions of a type of output are.
 *
 * @param <T> the type of the outputs
 */
interface OutputErrors<T extends Output<T>> {

    /** Log loss takes probabilities below this as this, so that a single one of 0 does not hide what all others say. */
    double SMALLEST_PROBABILITY = 1e-15;

    /**
     * The error of a prediction: the smaller the better.
     *
     * @throws IllegalArgumentException if the prediction does not have what the measure needs
     */
    double of(T truth, Prediction<T> prediction);

    /** Deals examples out into folds. */
    default Folds folds(int count, long seed, List<Example<T>> examples, double[] weights) {
        return Folds.random(count, seed, weights);
    }

    /**
     * The errors of a measure.
     *
     * @param examples at least one, all of a type
     * @throws IllegalArgumentException if outputs of the type are not measured so
     */
    @SuppressWarnings("unchecked") // the outputs are of the type that is asked for
    static <T extends Output<T>> OutputErrors<T> of(Measures measure, Dataset<T> examples) {
        String type = examples.getExample(0).getOutput().getClass().getName();
        // By name and a class each, as not every application has all of Tribuo's modules.
        OutputErrors<?> errors = switch (type) {
            case "org.tribuo.classification.Label" -> LabelErrors.of(measure);
            case "org.tribuo.regression.Regressor" -> RegressorErrors.of(measure);
            case "org.tribuo.multilabel.MultiLabel" -> MultiLabelErrors.of(measure, examples.getOutputs());
            default ->
                throw new IllegalArgumentException(
                        "wanted outputs of the type Label, Regressor or MultiLabel, but found " + type
                                + ", of which nothing can be measured here");
        };
        return (OutputErrors<T>) errors;
    }

    /** Refuses a measure of a type of output. */
    static IllegalArgumentException refusal(Measures measure, String outputs, Measures... choice) {
        return new IllegalArgumentException(
                "there is no measure '" + measure + "' of " + outputs + "; there are " + List.of(choice));
    }

    /** −log p, of a prediction that must be one of probabilities. */
    static double logLoss(Prediction<?> prediction, double probability) {
        if (!prediction.hasProbabilities()) {
            throw new IllegalArgumentException("the measure '" + Measures.LOSS
                    + "' needs probabilities, which this trainer's models do not give; the measure '"
                    + Measures.ERROR_RATE + "' does without");
        }
        return -Math.log(Math.max(probability, SMALLEST_PROBABILITY));
    }
}
