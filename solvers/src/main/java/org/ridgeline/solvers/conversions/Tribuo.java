package org.ridgeline.solvers.conversions;

import org.ridgeline.Interval;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;

/** Tribuo's own trainer of sparse linear models. */
public final class Tribuo {

    private Tribuo() {}

    /**
     * {@code ElasticNetCDTrainer}: (1/2n) Σ (yᵢ − fᵢ)² + alpha·l1Ratio‖w‖₁ + ½alpha(1 − l1Ratio)‖w‖₂², for the weights as they
     * are ({@code Standardization.NONE}); the intercept is left alone, and the weights of examples are not looked at.
     *
     * @param alpha strength, ≥ 0
     * @param l1Ratio in [1e-12, 1], as the trainer refuses less
     */
    public record ElasticNetCDTrainer(double alpha, double l1Ratio) {

        private static final Interval RATIO = Interval.closed(1e-12, 1);

        /**
         * Checks the setting.
         *
         * @param alpha strength, ≥ 0
         * @param l1Ratio in [1e-12, 1], as the trainer refuses less
         * @throws IllegalArgumentException if one is out of bounds
         */
        public ElasticNetCDTrainer {
            alpha = Penalties.strength("alpha", alpha);
            l1Ratio = RATIO.require("l1Ratio", l1Ratio);
        }

        /**
         * alpha = λ(2−α)/2 and l1Ratio = α/(2−α).
         *
         * @param penalty {@code l1}, or {@code elastic-net} with an l1 part
         * @return the setting
         * @throws IllegalArgumentException if it is another penalty, or has no l1 part
         */
        public static ElasticNetCDTrainer from(Regularizer penalty) {
            ElasticNet net = Penalties.elasticNet(penalty);
            double ratio = Penalties.mixRatio(net);
            if (!RATIO.contains(ratio)) {
                throw new IllegalArgumentException(
                        "ElasticNetCDTrainer of Tribuo needs an l1 part: wanted l1, or elastic-net with alpha at least"
                                + " 2e-12, but found " + penalty);
            }
            return new ElasticNetCDTrainer(Penalties.mixStrength(net) / 2, ratio);
        }

        /**
         * λ = alpha(1 + l1Ratio) and α = 2·l1Ratio/(1 + l1Ratio).
         *
         * @return the penalty of the mean loss
         */
        public ElasticNet toRidgeline() {
            return Penalties.mix(2 * alpha, l1Ratio);
        }
    }
}
