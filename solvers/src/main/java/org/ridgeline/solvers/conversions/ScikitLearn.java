package org.ridgeline.solvers.conversions;

import org.ridgeline.Regularizer;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

/**
 * Linear models of scikit-learn. All of them penalise the weights as they are ({@code Standardization.NONE}) and leave the
 * intercept alone, except that {@code LogisticRegression(solver="liblinear")} penalises it.
 */
public final class ScikitLearn {

    private ScikitLearn() {}

    /**
     * {@code Ridge}: Σ sᵢ(yᵢ − fᵢ)² + alpha‖w‖₂². So alpha is our λ of the summed loss.
     *
     * @param alpha strength, ≥ 0
     */
    public record Ridge(double alpha) {

        /**
         * Checks the setting.
         *
         * @param alpha strength, ≥ 0
         * @throws IllegalArgumentException if it is not
         */
        public Ridge {
            alpha = Penalties.strength("alpha", alpha);
        }

        /**
         * alpha = nλ.
         *
         * @param penalty {@code l2}, or {@code elastic-net} without an l1 part
         * @param totalWeight number n of examples, or the sum of their weights
         * @return the setting
         * @throws IllegalArgumentException if the penalty has another part, or n is not a number &gt; 0
         */
        public static Ridge from(Regularizer penalty, double totalWeight) {
            return new Ridge(Penalties.totalWeight(totalWeight) * Penalties.onlyL2("Ridge of scikit-learn", penalty));
        }

        /**
         * λ = alpha/n.
         *
         * @param totalWeight number n of examples, or the sum of their weights
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if n is not a number &gt; 0
         */
        public L2 toRidgeline(double totalWeight) {
            return L2.of(alpha / Penalties.totalWeight(totalWeight));
        }
    }

    /**
     * {@code Lasso}: (1/2n) Σ (yᵢ − fᵢ)² + alpha‖w‖₁.
     *
     * @param alpha strength, ≥ 0
     */
    public record Lasso(double alpha) {

        /**
         * Checks the setting.
         *
         * @param alpha strength, ≥ 0
         * @throws IllegalArgumentException if it is not
         */
        public Lasso {
            alpha = Penalties.strength("alpha", alpha);
        }

        /**
         * alpha = λ/2.
         *
         * @param penalty {@code l1}, or {@code elastic-net} without an l2 part
         * @return the setting
         * @throws IllegalArgumentException if the penalty has another part
         */
        public static Lasso from(Regularizer penalty) {
            return new Lasso(Penalties.onlyL1("Lasso of scikit-learn", penalty) / 2);
        }

        /**
         * λ = 2·alpha.
         *
         * @return the penalty of the mean loss
         */
        public L1 toRidgeline() {
            return L1.of(2 * alpha);
        }
    }

    /**
     * {@code ElasticNet}: (1/2n) Σ (yᵢ − fᵢ)² + alpha·l1_ratio‖w‖₁ + ½alpha(1 − l1_ratio)‖w‖₂².
     *
     * @param alpha strength, ≥ 0
     * @param l1Ratio {@code l1_ratio}, in [0, 1]
     */
    public record ElasticNet(double alpha, double l1Ratio) {

        /**
         * Checks the setting.
         *
         * @param alpha strength, ≥ 0
         * @param l1Ratio {@code l1_ratio}, in [0, 1]
         * @throws IllegalArgumentException if one is out of bounds
         */
        public ElasticNet {
            alpha = Penalties.strength("alpha", alpha);
            l1Ratio = Penalties.share("l1_ratio", l1Ratio);
        }

        /**
         * alpha = λ(2−α)/2 and l1_ratio = α/(2−α).
         *
         * @param penalty {@code l1}, {@code l2} or {@code elastic-net}
         * @return the setting
         * @throws IllegalArgumentException if it is another penalty
         */
        public static ElasticNet from(Regularizer penalty) {
            org.ridgeline.penalties.ElasticNet net = Penalties.elasticNet(penalty);
            return new ElasticNet(Penalties.mixStrength(net) / 2, Penalties.mixRatio(net));
        }

        /**
         * λ = alpha(1 + l1_ratio) and α = 2·l1_ratio/(1 + l1_ratio).
         *
         * @return the penalty of the mean loss
         */
        public org.ridgeline.penalties.ElasticNet toRidgeline() {
            return Penalties.mix(2 * alpha, l1Ratio);
        }
    }

    /**
     * {@code LogisticRegression}: C Σ sᵢℓᵢ + l1_ratio‖w‖₁ + ½(1 − l1_ratio)‖w‖₂². Where there is a {@code penalty} to be
     * given, it is {@code elasticnet}, or {@code l2} for an l1_ratio of 0 and {@code l1} for one of 1.
     *
     * @param c {@code C}, the weight of the loss, &gt; 0; +∞ for no penalty
     * @param l1Ratio {@code l1_ratio}, in [0, 1]
     */
    public record LogisticRegression(double c, double l1Ratio) {

        /**
         * Checks the setting.
         *
         * @param c {@code C}, the weight of the loss, &gt; 0; +∞ for no penalty
         * @param l1Ratio {@code l1_ratio}, in [0, 1]
         * @throws IllegalArgumentException if one is out of bounds
         */
        public LogisticRegression {
            c = c == Double.POSITIVE_INFINITY ? c : Penalties.positive("C", c);
            l1Ratio = Penalties.share("l1_ratio", l1Ratio);
        }

        /**
         * C = 1/(nλ(2−α)) and l1_ratio = α/(2−α).
         *
         * @param penalty {@code l1}, {@code l2} or {@code elastic-net}
         * @param totalWeight number n of examples, or the sum of their weights
         * @return the setting
         * @throws IllegalArgumentException if it is another penalty, or n is not a number &gt; 0
         */
        public static LogisticRegression from(Regularizer penalty, double totalWeight) {
            org.ridgeline.penalties.ElasticNet net = Penalties.elasticNet(penalty);
            return new LogisticRegression(
                    1 / (Penalties.totalWeight(totalWeight) * Penalties.mixStrength(net)), Penalties.mixRatio(net));
        }

        /**
         * λ = (1 + l1_ratio)/(2nC) and α = 2·l1_ratio/(1 + l1_ratio).
         *
         * @param totalWeight number n of examples, or the sum of their weights
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if n is not a number &gt; 0
         */
        public org.ridgeline.penalties.ElasticNet toRidgeline(double totalWeight) {
            return Penalties.mix(1 / (Penalties.totalWeight(totalWeight) * c), l1Ratio);
        }
    }
}
