package org.ridgeline.solvers.conversions;

import org.ridgeline.Regularizer;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

/**
 * Smile's linear models. Its regressions penalise the weights of features divided by their population deviation
 * ({@code Standardization.POPULATION}), its logistic regression the weights as they are ({@code Standardization.NONE}); the
 * intercept is left alone. The loss is the summed one throughout.
 */
public final class Smile {

    private Smile() {}

    /**
     * {@code RidgeRegression}: Σ (yᵢ − fᵢ)² + lambda‖w‖₂². So lambda is our λ of the summed loss.
     *
     * @param lambda strength, ≥ 0
     */
    public record Ridge(double lambda) {

        /**
         * Checks the setting.
         *
         * @param lambda strength, ≥ 0
         * @throws IllegalArgumentException if it is not
         */
        public Ridge {
            lambda = Penalties.strength("lambda", lambda);
        }

        /**
         * lambda = nλ, for our λ.
         *
         * @param penalty {@code l2}, or {@code elastic-net} without an l1 part
         * @param totalWeight number n of examples, or the sum of their weights
         * @return the setting
         * @throws IllegalArgumentException if the penalty has another part, or n is not a number &gt; 0
         */
        public static Ridge from(Regularizer penalty, double totalWeight) {
            return new Ridge(
                    Penalties.totalWeight(totalWeight) * Penalties.onlyL2("RidgeRegression of Smile", penalty));
        }

        /**
         * λ = lambda/n.
         *
         * @param totalWeight number n of examples, or the sum of their weights
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if n is not a number &gt; 0
         */
        public L2 toRidgeline(double totalWeight) {
            return L2.of(lambda / Penalties.totalWeight(totalWeight));
        }
    }

    /**
     * {@code LASSO}: Σ (yᵢ − fᵢ)² + lambda‖w‖₁. So lambda is our λ of the summed loss.
     *
     * @param lambda strength, ≥ 0
     */
    public record Lasso(double lambda) {

        /**
         * Checks the setting.
         *
         * @param lambda strength, ≥ 0
         * @throws IllegalArgumentException if it is not
         */
        public Lasso {
            lambda = Penalties.strength("lambda", lambda);
        }

        /**
         * lambda = nλ, for our λ.
         *
         * @param penalty {@code l1}, or {@code elastic-net} without an l2 part
         * @param examples their number n
         * @return the setting
         * @throws IllegalArgumentException if the penalty has another part, or n is not a number &gt; 0
         */
        public static Lasso from(Regularizer penalty, double examples) {
            return new Lasso(Penalties.totalWeight(examples) * Penalties.onlyL1("LASSO of Smile", penalty));
        }

        /**
         * λ = lambda/n.
         *
         * @param examples their number n
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if n is not a number &gt; 0
         */
        public L1 toRidgeline(double examples) {
            return L1.of(lambda / Penalties.totalWeight(examples));
        }
    }

    /**
     * {@code ElasticNet}: Σ (yᵢ − fᵢ)² + lambda1‖w‖₁ + lambda2‖w‖₂².
     *
     * @param lambda1 strength of the l1 part, &gt; 0, as Smile refuses 0
     * @param lambda2 strength of the l2 part, &gt; 0, as Smile refuses 0
     */
    public record ElasticNet(double lambda1, double lambda2) {

        /**
         * Checks the setting.
         *
         * @param lambda1 strength of the l1 part, &gt; 0, as Smile refuses 0
         * @param lambda2 strength of the l2 part, &gt; 0, as Smile refuses 0
         * @throws IllegalArgumentException if one is not
         */
        public ElasticNet {
            lambda1 = Penalties.positive("lambda1", lambda1);
            lambda2 = Penalties.positive("lambda2", lambda2);
        }

        /**
         * lambda1 = nλα and lambda2 = nλ(1−α).
         *
         * @param penalty {@code elastic-net} with both parts
         * @param examples their number n
         * @return the setting
         * @throws IllegalArgumentException if it is another penalty or lacks a part, or n is not a number &gt; 0
         */
        public static ElasticNet from(Regularizer penalty, double examples) {
            org.ridgeline.penalties.ElasticNet net = Penalties.elasticNet(penalty);
            double n = Penalties.totalWeight(examples);
            double lambda1 = n * Penalties.l1(net);
            double lambda2 = n * Penalties.l2(net);
            if (lambda1 == 0 || lambda2 == 0) {
                throw new IllegalArgumentException(
                        "ElasticNet of Smile needs both parts: wanted elastic-net with lambda > 0"
                                + " and 0 < alpha < 1, or its LASSO or RidgeRegression, but found " + penalty);
            }
            return new ElasticNet(lambda1, lambda2);
        }

        /**
         * λ = (lambda1 + lambda2)/n and α = lambda1/(lambda1 + lambda2).
         *
         * @param examples their number n
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if n is not a number &gt; 0
         */
        public org.ridgeline.penalties.ElasticNet toRidgeline(double examples) {
            double n = Penalties.totalWeight(examples);
            return Penalties.sum(lambda1 / n, lambda2 / n);
        }
    }

    /**
     * {@code LogisticRegression}: Σ ℓᵢ + ½lambda‖w‖₂².
     *
     * @param lambda strength, ≥ 0
     */
    public record LogisticRegression(double lambda) {

        /**
         * Checks the setting.
         *
         * @param lambda strength, ≥ 0
         * @throws IllegalArgumentException if it is not
         */
        public LogisticRegression {
            lambda = Penalties.strength("lambda", lambda);
        }

        /**
         * lambda = 2nλ, for our λ.
         *
         * @param penalty {@code l2}, or {@code elastic-net} without an l1 part
         * @param examples their number n
         * @return the setting
         * @throws IllegalArgumentException if the penalty has another part, or n is not a number &gt; 0
         */
        public static LogisticRegression from(Regularizer penalty, double examples) {
            return new LogisticRegression(
                    2 * Penalties.totalWeight(examples) * Penalties.onlyL2("LogisticRegression of Smile", penalty));
        }

        /**
         * λ = lambda/(2n).
         *
         * @param examples their number n
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if n is not a number &gt; 0
         */
        public L2 toRidgeline(double examples) {
            return L2.of(lambda / (2 * Penalties.totalWeight(examples)));
        }
    }
}
