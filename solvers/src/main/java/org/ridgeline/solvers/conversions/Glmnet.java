package org.ridgeline.solvers.conversions;

import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;

/**
 * The R package glmnet. With {@code standardize=FALSE} it penalises the weights as they are ({@code Standardization.NONE}), by
 * default those of features divided by their population deviation ({@code Standardization.POPULATION}). The intercept is left
 * alone.
 *
 * <p>Source: Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models via coordinate descent", J.
 * Stat. Softw. 33 (2010), and the measured effect of the deviation of y.
 */
public final class Glmnet {

    private Glmnet() {}

    /**
     * {@code family="gaussian"}: (1/2n) Σ (yᵢ − fᵢ)² + lambda·(alpha‖w‖₁ + ½(1 − alpha)‖w‖₂²/s), where s is the deviation of
     * y: it scales y to deviation 1, and the l2 part does not scale along.
     *
     * @param lambda strength, ≥ 0
     * @param alpha share of the l1 part, in [0, 1]
     */
    public record Gaussian(double lambda, double alpha) {

        /**
         * Checks the setting.
         *
         * @param lambda strength, ≥ 0
         * @param alpha share of the l1 part, in [0, 1]
         * @throws IllegalArgumentException if one is out of bounds
         */
        public Gaussian {
            lambda = Penalties.strength("lambda", lambda);
            alpha = Penalties.share("alpha", alpha);
        }

        /**
         * lambda = (λ/2)(α + 2s(1−α)) and alpha = α/(α + 2s(1−α)), for our λ and α.
         *
         * @param penalty {@code l1}, {@code l2} or {@code elastic-net}
         * @param targetDeviation s, the population deviation of y; with {@code intercept=FALSE} √(Σyᵢ²/n)
         * @return the setting
         * @throws IllegalArgumentException if it is another penalty, or s is not a number &gt; 0
         */
        public static Gaussian from(Regularizer penalty, double targetDeviation) {
            ElasticNet net = Penalties.elasticNet(penalty);
            double shares = net.alpha() + 2 * deviation(targetDeviation) * (1 - net.alpha());
            return new Gaussian(net.lambda() / 2 * shares, net.alpha() / shares);
        }

        /**
         * λ = lambda(2·alpha + (1 − alpha)/s) and α = 2s·alpha/(2s·alpha + 1 − alpha).
         *
         * @param targetDeviation s, the population deviation of y; with {@code intercept=FALSE} √(Σyᵢ²/n)
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if s is not a number &gt; 0
         */
        public ElasticNet toRidgeline(double targetDeviation) {
            double s = deviation(targetDeviation);
            return ElasticNet.of(lambda * (2 * alpha + (1 - alpha) / s), 2 * s * alpha / (2 * s * alpha + (1 - alpha)));
        }

        private static double deviation(double s) {
            return Penalties.positive("the deviation of y", s);
        }
    }

    /**
     * {@code family="binomial"}: (1/n) Σ ℓᵢ + lambda·(alpha‖w‖₁ + ½(1 − alpha)‖w‖₂²).
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
