package org.ridgeline.tribuo;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.ridgeline.solvers.Folds;
import org.ridgeline.solvers.Measures;
import org.tribuo.Example;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

/** Errors of classification. The folds have about the same share of each class. */
record LabelErrors(ToDoubleBiFunction<Label, Prediction<Label>> error) implements OutputErrors<Label> {

    static LabelErrors of(Measures measure) {
        return switch (measure) {
            case LOSS -> new LabelErrors(LabelErrors::logLoss);
            case ERROR_RATE ->
                new LabelErrors((truth, predicted) ->
                        truth.getLabel().equals(predicted.getOutput().getLabel()) ? 0 : 1);
            default -> throw OutputErrors.refusal(measure, "classes", Measures.LOSS, Measures.ERROR_RATE);
        };
    }

    private static double logLoss(Label truth, Prediction<Label> predicted) {
        @Nullable Label scored = predicted.getOutputScores().get(truth.getLabel());
        return OutputErrors.logLoss(predicted, scored == null ? 0 : scored.getScore());
    }

    @Override
    public double of(Label truth, Prediction<Label> prediction) {
        return error.applyAsDouble(truth, prediction);
    }

    @Override
    public Folds folds(int count, long seed, List<Example<Label>> examples, double[] weights) {
        List<String> classes =
                examples.stream().map(example -> example.getOutput().getLabel()).toList();
        return Folds.stratified(count, seed, classes, weights);
    }
}
