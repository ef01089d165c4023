package org.ridgeline.solvers;

import java.util.function.IntToDoubleFunction;
import org.ridgeline.Sums;

/**
 * How bad predictions are, the smaller the better. {@link Measures} has the usual ones. Implementations
 * are safe for use by many threads.
 */
@FunctionalInterface
public interface Measure {

    /**
     * Measures the predictions of some examples.
     *
     * @param validation the examples
     * @param scores their linear scores, as {@link Fit#scores(Features)} gives them
     * @return the smaller the better; not finite if there is no telling
     */
    double value(Problem validation, double[] scores);

    /**
     * Checks, before anything is fitted, that this can measure predictions of a problem. By default it can.
     *
     * @param problem what is to be fitted
     * @throws IllegalArgumentException if it cannot
     */
    default void requireSuited(Problem problem) {}

    /**
     * The mean of an error over the examples, weighted by the weights of the examples: what most measures are made of.
     *
     * @param validation the examples
     * @param errorOfRow the error of a row, from 0 to n − 1
     * @return Σ sᵢeᵢ / Σs
     */
    static double mean(Problem validation, IntToDoubleFunction errorOfRow) {
        double[] s = validation.exampleWeights();
        return Sums.pairwise(s.length, (from, to) -> {
                    double sum = 0;
                    for (int i = from; i < to; i++) {
                        sum += s[i] == 0 ? 0 : s[i] * errorOfRow.applyAsDouble(i);
                    }
                    return sum;
                })
                / validation.totalWeight();
    }
}
