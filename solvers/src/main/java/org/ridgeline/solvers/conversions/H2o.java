package org.ridgeline.solvers.conversions;

import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;

/** H2O's generalised linear models. */
public final class H2o {

    private H2o() {}

    /**
     * {@code GLM} with {@code family="binomial"}: (1/n) Σ ℓᵢ + lambda·(alpha‖w‖₁ + ½(1 − alpha)‖w‖₂²). By default for
     * the weights of standardised features, with {@code standardize=false} as they are ({@code Standardization.NONE}); the
     * intercept is left alone.
     *
     * @param lambda strength, ≥ 0
     * @param alpha share of the l1 part, in [0, 1]
     */
    public record Binomial(double lambda, double alpha) {

        /**
         * Checks the setting.
         *
         * @param lambda strength, ≥ 0
         * @param alpha share of the l1 part, in [0, 1]
         * @throws IllegalArgumentException if one is out of bounds
         */
        public Binomial {
            lambda = Penalties.strength("lambda", lambda);
            alpha = Penalties.share("alpha", alpha);
        }

        /**
         * lambda = λ(2−α) and alpha = α/(2−α), for our λ and α.
         *
         * @param penalty {@code l1}, {@code l2} or {@code elastic-net}
         * @return the setting
         * @throws IllegalArgumentException if it is another penalty
         */
        public static Binomial from(Regularizer penalty) {
            ElasticNet net = Penalties.elasticNet(penalty);
            return new Binomial(Penalties.mixStrength(net), Penalties.mixRatio(net));
        }

        /**
         * λ = lambda(1 + alpha)/2 and α = 2·alpha/(1 + alpha).
         *
         * @return the penalty of the mean loss
         */
        public ElasticNet toRidgeline() {
            return Penalties.mix(lambda, alpha);
        }
    }
}
