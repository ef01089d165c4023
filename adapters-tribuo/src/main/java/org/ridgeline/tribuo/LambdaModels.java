package org.ridgeline.tribuo;

import java.util.List;
import java.util.function.IntFunction;
import org.ridgeline.solvers.LambdaPath;
import org.tribuo.Dataset;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.Trainer;

/**
 * The models of a trainer for one λ after the other. Safe for use by several threads.
 *
 * @param <T> the type of the outputs
 */
interface LambdaModels<T extends Output<T>> {

    /**
     * The models of a trainer.
     *
     * @param property the path of the property that holds λ, or empty to find it
     * @param inverse whether the property is 1/λ
     * @throws IllegalArgumentException if there is no such property, or λ cannot be set by it
     */
    static <T extends Output<T>> LambdaModels<T> of(Trainer<T> trainer, String property, boolean inverse) {
        if (trainer instanceof RegularizedTrainer<T, ?> exact
                && (property.isEmpty() || property.equals(TrainerConfiguration.REGULARIZER))) {
            return PathModels.of(exact, inverse);
        }
        TrainerConfiguration configuration = TrainerConfiguration.of(trainer);
        configuration.requireNoOtherSelection();
        String path = property.isEmpty() ? configuration.findRegularizer() : property;
        return new PropertyModels<>(configuration, LambdaProperty.of(configuration, path, inverse));
    }

    /** How many of some λ are best trained at a time: one, or all of them. */
    int together(int lambdas);

    /**
     * Checks that the largest λ of a grid is known.
     *
     * @throws IllegalArgumentException if it must be given
     */
    void requireLargest();

    /** The λ of a grid from the largest, for all examples. */
    double[] lambdas(Dataset<T> examples, LambdaPath grid);

    /** A trainer that has not trained yet, with a given λ and count of invocations. */
    Trainer<T> trainer(double lambda, int invocationCount);

    /** Trains with some λ, largest first, and predicts other examples of the same domain; perhaps not before it is asked for a λ. */
    IntFunction<List<Prediction<T>>> predictions(
            Dataset<T> training, Dataset<T> heldOut, double[] lambdas, int invocationCount);
}
