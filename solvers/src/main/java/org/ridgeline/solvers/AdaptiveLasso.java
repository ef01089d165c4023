package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Interval;

/**
 * The adaptive lasso: a second fit whose penalty factors are 1/|w|^γ, with w the weights of a first one, so that large weights are
 * shrunk less than small ones.
 *
 * <p>Source: Zou, "The adaptive lasso and its oracle properties", J. Am. Stat. Assoc. 101 (2006).
 *
 * <pre>{@code
 * Fit first = solver.fit(problem, L2.of(0.01));
 * Fit second = solver.fit(problem.withPenaltyFactors(AdaptiveLasso.factors(first, 1)), L1.of(0.1));
 * }</pre>
 */
public final class AdaptiveLasso {

    /** What a feature gets that the first fit left out: it stays out at any λ of interest, and its product with λ is finite. */
    private static final double LARGEST = 0x1p100;

    private AdaptiveLasso() {}

    /**
     * The penalty factors for the second fit.
     *
     * @param first a fit of the same problem; ridge or least squares leave no feature out, the lasso does
     * @param gamma γ &gt; 0, most often 1
     * @return 1/|wⱼ|^γ for each of the p features, with w on the scale on which it was penalised; of several outputs the norm of a
     *     feature's weights counts; at most 2¹⁰⁰
     * @throws IllegalArgumentException if γ is not a positive number
     */
    public static double[] factors(Fit first, double gamma) {
        Interval.above(0).require("gamma", gamma);
        double[] w = first.standardizedCoefficients();
        double[] factors = new double[w.length / first.outputs()];
        Arrays.setAll(factors, j -> {
            double squares = 0;
            for (int k = j; k < w.length; k += factors.length) {
                squares += w[k] * w[k];
            }
            double size = first.outputs() == 1 ? Math.abs(w[j]) : Math.sqrt(squares);
            return Math.min(Math.pow(size, -gamma), LARGEST);
        });
        return factors;
    }
}
