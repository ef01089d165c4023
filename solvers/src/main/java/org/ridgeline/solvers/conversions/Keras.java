package org.ridgeline.solvers.conversions;

import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;

/** Regularizers of Keras. */
public final class Keras {

    private Keras() {}

    /**
     * {@code L1L2} as a kernel regularizer: l1‖w‖₁ + l2‖w‖₂², without ½, added to the mean loss of the batch, for the weights as
     * they are ({@code Standardization.NONE}); biases have a regularizer of their own.
     *
     * @param l1 strength of the l1 part, ≥ 0
     * @param l2 strength of the l2 part, ≥ 0
     */
    public record L1L2(double l1, double l2) {

        /**
         * Checks the setting.
         *
         * @param l1 strength of the l1 part, ≥ 0
         * @param l2 strength of the l2 part, ≥ 0
         * @throws IllegalArgumentException if one is not
         */
        public L1L2 {
            l1 = Penalties.strength("l1", l1);
            l2 = Penalties.strength("l2", l2);
        }

        /**
         * l1 = λα and l2 = λ(1−α).
         *
         * @param penalty {@code l1}, {@code l2} or {@code elastic-net}
         * @return the setting
         * @throws IllegalArgumentException if it is another penalty
         */
        public static L1L2 from(Regularizer penalty) {
            ElasticNet net = Penalties.elasticNet(penalty);
            return new L1L2(Penalties.l1(net), Penalties.l2(net));
        }

        /**
         * λ = l1 + l2 and α = l1/λ.
         *
         * @return the penalty of the mean loss; α is ½ where both strengths are 0
         */
        public ElasticNet toRidgeline() {
            return Penalties.sum(l1, l2);
        }
    }
}
