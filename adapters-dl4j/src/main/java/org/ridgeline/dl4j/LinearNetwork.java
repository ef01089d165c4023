package org.ridgeline.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;

/**
 * A linear model as a network of one layer, trained in double precision on all examples at once until it stands still: at
 * the minimum of mean loss + R(w), where the other hosts arrive too. The bias is not penalised. Immutable.
 *
 * <p>The steps are Deeplearning4j's own, with {@code Sgd} and a penalty in {@linkplain Mode#PROXIMAL proximal mode}; see
 * {@link AcceleratedTraining}. Features should be standardised by the caller: λ then treats them alike, and training takes
 * hundreds rather than many thousands of steps.
 */
public final class LinearNetwork {

    /** The loss of an example with target y and output f. */
    public enum Loss {
        /** (y − f)². */
        SQUARED,
        /** −log of the probability of y, where y is 0 or 1 and the probability of 1 is 1 / (1 + exp(−f)). */
        LOGISTIC
    }

    /**
     * A trained network.
     *
     * @param network gives f for squared loss and the probability of 1 for logistic loss
     * @param weights one for each feature
     * @param bias the intercept
     * @param iterations steps of training
     * @param residual the largest change of a parameter in the last step, relative to the largest parameter
     * @param converged whether the residual came down to the tolerance
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Fit(
            MultiLayerNetwork network,
            double[] weights,
            double bias,
            int iterations,
            double residual,
            boolean converged) {}

    private static final double TOLERANCE = 1e-10;
    private static final int MAX_ITERATIONS = 100_000;
    /** Deeplearning4j's default clips probabilities at 1e-5, which bends the loss of examples far on the wrong side. */
    private static final double CLIP = 1e-15;

    private final Loss loss;
    private final Regularizer regularizer;
    private final Groups groups;
    private final double tolerance;
    private final int maxIterations;

    private LinearNetwork(Loss loss, Regularizer regularizer, Groups groups, double tolerance, int maxIterations) {
        this.loss = loss;
        this.regularizer = regularizer;
        this.groups = groups;
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
    }

    /**
     * A model to be trained to a tolerance of 1e-10 in at most 100,000 steps.
     *
     * @param loss the loss, of which the mean over all examples is taken
     * @param regularizer the penalty, with a λ that does not move
     * @param groups of the features, one weight each
     * @return the model
     * @throws IllegalArgumentException if the penalty is adaptive
     */
    public static LinearNetwork of(Loss loss, Regularizer regularizer, Groups groups) {
        if (!regularizer.train().settled()) {
            throw new IllegalArgumentException(
                    "a linear network needs a penalty with a fixed lambda, but found " + regularizer
                            + "; to let lambda move, train a network with Ridgeline.on(network) and validation data");
        }
        return new LinearNetwork(loss, regularizer, groups, TOLERANCE, MAX_ITERATIONS);
    }

    /**
     * The same model, trained to another tolerance.
     *
     * @param relativeChange training ends when a step changes no parameter by more than this, relative to the largest; &gt; 0
     * @return the model
     * @throws IllegalArgumentException if it is not above 0
     */
    public LinearNetwork tolerance(double relativeChange) {
        if (!(relativeChange > 0)) {
            throw new IllegalArgumentException("the tolerance must be > 0, but is " + relativeChange);
        }
        return new LinearNetwork(loss, regularizer, groups, relativeChange, maxIterations);
    }

    /**
     * The same model, trained in at most so many steps.
     *
     * @param steps at least 1
     * @return the model
     * @throws IllegalArgumentException if there are fewer than 1
     */
    public LinearNetwork maxIterations(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("the number of steps must be >= 1, but is " + steps);
        }
        return new LinearNetwork(loss, regularizer, groups, tolerance, steps);
    }

    /**
     * Trains.
     *
     * @param rows n examples of p features, best standardised
     * @param targets n targets; 0 and 1, both present, for logistic loss
     * @return the trained network; {@link Fit#converged()} tells whether the tolerance was met
     * @throws IllegalArgumentException if the data are empty, ragged, not finite or do not fit groups or loss
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Fit fit(double[][] rows, double[] targets) {
        require(rows, targets);
        double steepest = loss == Loss.SQUARED ? 2 : 0.25;
        MultiLayerNetwork network = network(1 / (steepest * Curvature.ofMeanSquares(rows)));
        AcceleratedTraining training = new AcceleratedTraining(
                network,
                Nd4j.createFromArray(rows),
                Nd4j.createFromArray(targets).reshape(targets.length, 1));
        double[] start = new double[groups.size() + 1];
        double mean = Arrays.stream(targets).average().orElseThrow();
        start[groups.size()] = loss == Loss.SQUARED ? mean : Math.log(mean / (1 - mean));
        double[] parameters = training.run(start, tolerance, maxIterations);
        return new Fit(
                network,
                Arrays.copyOf(parameters, groups.size()),
                parameters[groups.size()],
                training.iterations(),
                training.residual(),
                training.residual() <= tolerance);
    }

    private void require(double[][] rows, double[] targets) {
        if (rows.length == 0 || rows.length != targets.length) {
            throw new IllegalArgumentException("wanted as many targets as examples, and at least one, but found "
                    + rows.length + " examples and " + targets.length + " targets");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != groups.size()) {
                throw new IllegalArgumentException("wanted " + groups.size() + " features, one for each weight of "
                        + groups + ", but example " + i + " has " + rows[i].length);
            }
            if (!Arrays.stream(rows[i]).allMatch(Double::isFinite) || !Double.isFinite(targets[i])) {
                throw new IllegalArgumentException("wanted finite numbers, but example " + i + " has the features "
                        + Arrays.toString(rows[i]) + " and the target " + targets[i]);
            }
        }
        if (loss == Loss.LOGISTIC) {
            double[] classes = Arrays.stream(targets).distinct().sorted().toArray();
            if (!Arrays.equals(classes, new double[] {0, 1})) {
                throw new IllegalArgumentException("logistic loss wants targets 0 and 1, both present, but found "
                        + Arrays.toString(Arrays.copyOf(classes, Math.min(classes.length, 5))));
            }
        }
    }

    private MultiLayerNetwork network(double learningRate) {
        boolean squared = loss == Loss.SQUARED;
        ILossFunction function = squared ? new LossMSE() : new LossBinaryXENT(CLIP);
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(learningRate))
                .list(new OutputLayer.Builder(function)
                        .nIn(groups.size())
                        .nOut(1)
                        .activation(squared ? Activation.IDENTITY : Activation.SIGMOID)
                        .weightInit(WeightInit.ZERO)
                        .build())
                .build();
        Ridgeline.on(configuration).penalty(regularizer).groups("W", groups).install();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }
}
