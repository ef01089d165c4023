package org.ridgeline.tribuo;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ridgeline.solvers.Measures;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.multilabel.MultiLabel;

/**
 * Errors of several labels that an example may have at a time, averaged over the labels.
 *
 * @param labels the names of all labels
 * @param probabilities whether the error is the log loss, else the share of labels that are wrongly given or not given
 */
record MultiLabelErrors(List<String> labels, boolean probabilities) implements OutputErrors<MultiLabel> {

    static MultiLabelErrors of(Measures measure, Collection<?> domain) {
        if (measure != Measures.LOSS && measure != Measures.ERROR_RATE) {
            throw OutputErrors.refusal(measure, "labels", Measures.LOSS, Measures.ERROR_RATE);
        }
        List<String> labels = domain.stream()
                .map(label -> ((MultiLabel) label).getLabelString())
                .sorted()
                .toList();
        return new MultiLabelErrors(labels, measure == Measures.LOSS);
    }

    @Override
    public double of(MultiLabel truth, Prediction<MultiLabel> prediction) {
        double sum = 0;
        for (String label : labels) {
            boolean has = truth.contains(label);
            if (probabilities) {
                double probability = probability(prediction, label);
                sum += OutputErrors.logLoss(prediction, has ? probability : 1 - probability);
            } else {
                sum += has == prediction.getOutput().contains(label) ? 0 : 1;
            }
        }
        return sum / labels.size();
    }

    private static double probability(Prediction<MultiLabel> prediction, String label) {
        @Nullable MultiLabel scored = prediction.getOutputScores().get(label);
        return scored == null ? 0 : scored.getLabelScore(new Label(label)).orElse(0);
    }
}
