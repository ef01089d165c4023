package org.ridgeline.solvers.conversions;

import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;

/**
 * {@code --l1} and {@code --l2} of Vowpal Wabbit's online learner: ℓᵢ + l1‖w‖₁ + ½l2‖w‖₂² at each example, and so on the mean
 * loss, with the log loss or the squared loss (y − f)²; for the weights as they are ({@code Standardization.NONE}), the constant
 * among them.
 *
 * @param l1 strength of the l1 part, ≥ 0
 * @param l2 strength of the l2 part, ≥ 0
 */
public record VowpalWabbit(double l1, double l2) {

    /**
     * Checks the setting.
     *
     * @param l1 strength of the l1 part, ≥ 0
     * @param l2 strength of the l2 part, ≥ 0
     * @throws IllegalArgumentException if one is not
     */
    public VowpalWabbit {
        l1 = Penalties.strength("l1", l1);
        l2 = Penalties.strength("l2", l2);
    }

    /**
     * l1 = λα and l2 = 2λ(1−α).
     *
     * @param penalty {@code l1}, {@code l2} or {@code elastic-net}
     * @return the setting
     * @throws IllegalArgumentException if it is another penalty
     */
    public static VowpalWabbit from(Regularizer penalty) {
        ElasticNet net = Penalties.elasticNet(penalty);
        return new VowpalWabbit(Penalties.l1(net), 2 * Penalties.l2(net));
    }

    /**
     * λ = l1 + l2/2 and α = l1/λ.
     *
     * @return the penalty of the mean loss; α is ½ where both strengths are 0
     */
    public ElasticNet toRidgeline() {
        return Penalties.sum(l1, l2 / 2);
    }
}
