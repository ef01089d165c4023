package org.ridgeline.solvers.conversions;

import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;

/**
 * Logistic regression of LIBLINEAR, and of its translation to Java. It penalises the weights as they are
 * ({@code Standardization.NONE}), and the bias with them unless {@code -R} (in Java {@code setRegularizeBias(false)}) leaves
 * that alone.
 *
 * @param solver which penalty
 * @param c {@code C}, the weight of the loss, &gt; 0
 */
public record Liblinear(Solver solver, double c) {

    /** The solvers of logistic regression. */
    public enum Solver {
        /** ½‖w‖₂² + C Σ ℓᵢ. */
        L2R_LR,
        /** ‖w‖₁ + C Σ ℓᵢ. */
        L1R_LR
    }

    /**
     * Checks the setting.
     *
     * @param solver which penalty
     * @param c {@code C}, the weight of the loss, &gt; 0
     * @throws IllegalArgumentException if C is not a number &gt; 0
     */
    public Liblinear {
        c = Penalties.positive("C", c);
    }

    /**
     * L2R_LR with C = 1/(2nλ) for an l2 penalty, L1R_LR with C = 1/(nλ) for an l1 penalty.
     *
     * @param penalty {@code l1}, {@code l2}, or {@code elastic-net} with only one of its parts; λ &gt; 0
     * @param totalWeight number n of examples, or the sum of their weights
     * @return the setting
     * @throws IllegalArgumentException if it is a mixture or another penalty, or if λ or n is not a number &gt; 0
     */
    public static Liblinear from(Regularizer penalty, double totalWeight) {
        ElasticNet net = Penalties.elasticNet(penalty);
        double summed = Penalties.totalWeight(totalWeight)
                * Penalties.positive("LIBLINEAR cannot leave out the penalty: lambda", net.lambda());
        if (net.alpha() == 1) {
            return new Liblinear(Solver.L1R_LR, 1 / summed);
        }
        if (net.alpha() == 0) {
            return new Liblinear(Solver.L2R_LR, 1 / (2 * summed));
        }
        throw new IllegalArgumentException(
                "LIBLINEAR has l1 or l2, not both: wanted elastic-net with alpha=0 or alpha=1, but found " + penalty);
    }

    /**
     * λ = 1/(2nC) for L2R_LR, λ = 1/(nC) for L1R_LR.
     *
     * @param totalWeight number n of examples, or the sum of their weights
     * @return the penalty of the mean loss, with α = 0 or 1
     * @throws IllegalArgumentException if n is not a number &gt; 0
     */
    public ElasticNet toRidgeline(double totalWeight) {
        double lambda = 1 / (Penalties.totalWeight(totalWeight) * c);
        return solver == Solver.L1R_LR ? ElasticNet.of(lambda, 1) : ElasticNet.of(lambda / 2, 0);
    }
}
