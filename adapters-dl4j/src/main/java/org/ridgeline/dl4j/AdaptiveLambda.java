package org.ridgeline.dl4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.ridgeline.Progress;
import org.ridgeline.Regularizer;
import org.ridgeline.Training;

/**
 * Moves the λ of {@code adaptive(…)} penalties: after each epoch it measures the loss on held-out data without the penalty,
 * lets the penalty choose its next λ, and puts that into the layers. A network saved at any time holds the λ of that time,
 * as a plain penalty.
 *
 * <p>It is told of epochs by {@code fit(iterator)} and {@code fit(iterator, epochs)}. Who trains with {@code fit(DataSet)}
 * or with ParallelWrapper, which report no epochs, calls {@link #epochDone()}.
 */
public final class AdaptiveLambda extends BaseTrainingListener {

    private final Model network;
    private final DataSetIterator validation;
    private final List<Run> runs;
    private int epoch;

    /** One adaptive penalty and the layers that have it. */
    private record Run(Training training, List<PenaltyRegularization> layers) {
        void next() {
            layers.forEach(layer -> layer.regularizer(training.current()));
        }
    }

    private AdaptiveLambda(Model network, DataSetIterator validation, List<Run> runs) {
        this.network = network;
        this.validation = validation;
        this.runs = runs;
    }

    /**
     * Starts to move λ in a network whose configuration has {@code adaptive(…)} penalties. Layers with equal penalties have
     * one λ. The network trains with this listener from now on.
     *
     * @param network a MultiLayerNetwork or a ComputationGraph with one input and one output
     * @param validation held-out examples; can be reset, and is by each use
     * @return the listener, which is already among those of the network
     * @throws IllegalArgumentException if the network has no adaptive penalty, or the data cannot be reset
     */
    public static AdaptiveLambda attach(Model network, DataSetIterator validation) {
        requireReset(validation);
        Map<Regularizer, List<PenaltyRegularization>> adaptive = new LinkedHashMap<>();
        for (TargetLayer layer : TargetLayer.of(network)) {
            for (PenaltyRegularization penalty : layer.penalties()) {
                if (penalty.adaptive()) {
                    adaptive.computeIfAbsent(penalty.regularizer(), key -> new ArrayList<>())
                            .add(penalty);
                }
            }
        }
        if (adaptive.isEmpty()) {
            throw new IllegalArgumentException("no layer has an adaptive penalty; there are "
                    + Ridgeline.penalties(network).values());
        }
        List<Run> runs = new ArrayList<>();
        adaptive.forEach((regularizer, layers) -> runs.add(new Run(regularizer.train(), layers)));
        AdaptiveLambda listener = new AdaptiveLambda(network, validation, runs);
        runs.forEach(Run::next);
        if (network instanceof MultiLayerNetwork multiLayer) {
            multiLayer.addListeners(listener);
        } else if (network instanceof ComputationGraph graph) {
            graph.addListeners(listener);
        }
        return listener;
    }

    static void requireReset(DataSetIterator validation) {
        if (!validation.resetSupported()) {
            throw new IllegalArgumentException("validation data is read after each epoch, but this "
                    + validation.getClass().getName() + " cannot be reset");
        }
    }

    @Override
    public void onEpochEnd(Model model) {
        epochDone();
    }

    /**
     * Measures the loss on the validation data and lets λ move. Only for training that reports no epochs.
     *
     * @throws IllegalArgumentException if the loss is NaN
     */
    public void epochDone() {
        Progress progress = new Progress(epoch++, Double.NaN, validationLoss(), false);
        for (Run run : runs) {
            run.training().observe(progress);
            run.next();
        }
    }

    /**
     * Whether every λ has come to rest.
     *
     * @return true if none will move any more
     */
    public boolean settled() {
        return runs.stream().allMatch(run -> run.training().settled());
    }

    /** Mean loss without the penalty. */
    private double validationLoss() {
        double sum = 0;
        long examples = 0;
        validation.reset();
        while (validation.hasNext()) {
            DataSet batch = validation.next();
            sum += loss(batch) * batch.numExamples();
            examples += batch.numExamples();
        }
        return sum / examples;
    }

    private double loss(DataSet batch) {
        if (network instanceof ComputationGraph graph) {
            return graph.score(batch, false) - graph.calcRegularizationScore(true);
        }
        MultiLayerNetwork multiLayer = (MultiLayerNetwork) network;
        return multiLayer.score(batch, false) - multiLayer.calcRegularizationScore(true);
    }
}
