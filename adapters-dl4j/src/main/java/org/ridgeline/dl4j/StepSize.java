package org.ridgeline.dl4j;

import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.stepfunctions.NegativeGradientStepFunction;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Whether λ means what it should under a layer's training settings, and the proximal step that makes it so. */
final class StepSize {

    private StepSize() {}

    /**
     * Checks that training minimises mean loss + R.
     *
     * @throws IllegalArgumentException if not
     */
    static void requireMeanLoss(String layer, NeuralNetConfiguration configuration) {
        if (!configuration.isMiniBatch()) {
            throw new IllegalArgumentException("layer '" + layer + "' is set to miniBatch(false), which follows the"
                    + " gradient of the summed loss, but a penalty adds to the mean loss: leave miniBatch at true");
        }
        if (!configuration.isMinimize()) {
            throw new IllegalArgumentException(
                    "layer '" + layer + "' is set to minimize(false), but a penalty adds to a loss: leave it at true");
        }
    }

    /**
     * The proximal step per learning rate.
     *
     * <p>With a gradient g that does not change, {@code Nesterovs} ends up moving by lr·g/(1 − momentum) in each step. The
     * point where the proximal step takes back just that has the right λ only if its step, too, is lr/(1 − momentum).
     *
     * @throws IllegalArgumentException if the updater gives no such step
     */
    static double perLearningRate(String layer, NeuralNetConfiguration configuration, IUpdater updater) {
        if (configuration.getOptimizationAlgo() != OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT
                || !(configuration.getStepFunction() == null
                        || configuration.getStepFunction() instanceof NegativeGradientStepFunction)) {
            throw new IllegalArgumentException("layer '" + layer + "' is trained by "
                    + configuration.getOptimizationAlgo()
                    + (configuration.getStepFunction() == null ? "" : " with " + configuration.getStepFunction())
                    + ", whose line search scales a proximal step: use STOCHASTIC_GRADIENT_DESCENT without a step"
                    + " function, or mode(Mode.GRADIENT)");
        }
        if (updater instanceof AdaDelta) {
            throw new IllegalArgumentException(
                    "layer '" + layer + "' is trained by AdaDelta, which has no learning rate"
                            + " and so no size for a proximal step: use another updater or mode(Mode.GRADIENT)");
        }
        if (updater instanceof Nesterovs nesterovs) {
            if (nesterovs.getMomentumISchedule() != null || !(nesterovs.getMomentum() < 1)) {
                throw new IllegalArgumentException("layer '" + layer + "' is trained by Nesterovs with "
                        + (nesterovs.getMomentumISchedule() == null
                                ? "momentum " + nesterovs.getMomentum()
                                : "a momentum schedule")
                        + ", but a proximal step needs a fixed momentum below 1: use that or mode(Mode.GRADIENT)");
            }
            return 1 / (1 - nesterovs.getMomentum());
        }
        return 1;
    }
}
