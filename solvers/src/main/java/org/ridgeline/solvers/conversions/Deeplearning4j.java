package org.ridgeline.solvers.conversions;

import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.L2;

/**
 * Deeplearning4j's own regularization of a layer. It is added to the mean loss of the minibatch, with the squared loss as
 * (y − f)², for the weights as they are ({@code Standardization.NONE}); biases have settings of their own.
 */
public final class Deeplearning4j {

    private Deeplearning4j() {}

    /**
     * {@code .l1(l1).l2(l2)}: l1‖w‖₁ + ½l2‖w‖₂².
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
         * l1 = λα and l2 = 2λ(1−α).
         *
         * @param penalty {@code l1}, {@code l2} or {@code elastic-net}
         * @return the setting
         * @throws IllegalArgumentException if it is another penalty
         */
        public static L1L2 from(Regularizer penalty) {
            ElasticNet net = Penalties.elasticNet(penalty);
            return new L1L2(Penalties.l1(net), 2 * Penalties.l2(net));
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

    /**
     * {@code .weightDecay(coeff)}, with which a step of learning rate η subtracts η·coeff·w after the updater: ½coeff‖w‖₂² with
     * plain gradient steps, decoupled from others.
     *
     * @param coeff strength, ≥ 0
     */
    public record WeightDecay(double coeff) {

        /**
         * Checks the setting.
         *
         * @param coeff strength, ≥ 0
         * @throws IllegalArgumentException if it is not
         */
        public WeightDecay {
            coeff = Penalties.strength("coeff", coeff);
        }

        /**
         * coeff = 2λ.
         *
         * @param penalty {@code l2}, or {@code elastic-net} without an l1 part
         * @return the setting
         * @throws IllegalArgumentException if the penalty has another part
         */
        public static WeightDecay from(Regularizer penalty) {
            return new WeightDecay(2 * Penalties.onlyL2("WeightDecay of Deeplearning4j", penalty));
        }

        /**
         * λ = coeff/2.
         *
         * @return the penalty of the mean loss
         */
        public L2 toRidgeline() {
            return L2.of(coeff / 2);
        }
    }
}
