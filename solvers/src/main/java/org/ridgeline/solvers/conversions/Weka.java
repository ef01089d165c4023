package org.ridgeline.solvers.conversions;

import org.ridgeline.Regularizer;
import org.ridgeline.penalties.L2;
import org.ridgeline.solvers.Loss;

/** Weka's own linear learners, all of which have an l2 penalty only and leave the intercept alone. */
public final class Weka {

    private Weka() {}

    /**
     * {@code Logistic -R ridge}: Σ sᵢℓᵢ + ridge‖w‖₂², for the weights of features divided by their sample deviation
     * ({@code Standardization.SAMPLE}). So ridge is our λ of the summed loss.
     *
     * @param ridge strength, ≥ 0
     */
    public record Logistic(double ridge) {

        /**
         * Checks the setting.
         *
         * @param ridge strength, ≥ 0
         * @throws IllegalArgumentException if it is not
         */
        public Logistic {
            ridge = Penalties.strength("ridge", ridge);
        }

        /**
         * ridge = nλ.
         *
         * @param penalty {@code l2}, or {@code elastic-net} without an l1 part
         * @param totalWeight number n of instances, or the sum of their weights
         * @return the setting
         * @throws IllegalArgumentException if the penalty has another part, or n is not a number &gt; 0
         */
        public static Logistic from(Regularizer penalty, double totalWeight) {
            return new Logistic(Penalties.totalWeight(totalWeight) * Penalties.onlyL2("Logistic of Weka", penalty));
        }

        /**
         * λ = ridge/n.
         *
         * @param totalWeight number n of instances, or the sum of their weights
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if n is not a number &gt; 0
         */
        public L2 toRidgeline(double totalWeight) {
            return L2.of(ridge / Penalties.totalWeight(totalWeight));
        }
    }

    /**
     * {@code LinearRegression -S 1 -C -R ridge}: Σ sᵢ(yᵢ − fᵢ)² + ridge‖w‖₂², for the weights of features divided by their
     * sample deviation ({@code Standardization.SAMPLE}). So ridge is our λ of the summed loss. Without {@code -S 1 -C} it
     * drops attributes first.
     *
     * @param ridge strength, ≥ 0
     */
    public record LinearRegression(double ridge) {

        /**
         * Checks the setting.
         *
         * @param ridge strength, ≥ 0
         * @throws IllegalArgumentException if it is not
         */
        public LinearRegression {
            ridge = Penalties.strength("ridge", ridge);
        }

        /**
         * ridge = nλ.
         *
         * @param penalty {@code l2}, or {@code elastic-net} without an l1 part
         * @param totalWeight number n of instances, or the sum of their weights
         * @return the setting
         * @throws IllegalArgumentException if the penalty has another part, or n is not a number &gt; 0
         */
        public static LinearRegression from(Regularizer penalty, double totalWeight) {
            return new LinearRegression(
                    Penalties.totalWeight(totalWeight) * Penalties.onlyL2("LinearRegression of Weka", penalty));
        }

        /**
         * λ = ridge/n.
         *
         * @param totalWeight number n of instances, or the sum of their weights
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if n is not a number &gt; 0
         */
        public L2 toRidgeline(double totalWeight) {
            return L2.of(ridge / Penalties.totalWeight(totalWeight));
        }
    }

    /**
     * {@code SGD -R lambda}: Σ ℓᵢ + ½lambda‖w‖₂², with the log loss ({@code -F 1}) or ½(y − f)² ({@code -F 2}). It penalises
     * the weights of inputs that it has brought to [0, 1], or as they are with {@code -N} ({@code Standardization.NONE}).
     *
     * @param lambda strength, ≥ 0
     */
    public record Sgd(double lambda) {

        /**
         * Checks the setting.
         *
         * @param lambda strength, ≥ 0
         * @throws IllegalArgumentException if it is not
         */
        public Sgd {
            lambda = Penalties.strength("lambda", lambda);
        }

        /**
         * lambda = 2nλ with the logistic loss, nλ with the squared loss, for our λ.
         *
         * @param penalty {@code l2}, or {@code elastic-net} without an l1 part
         * @param loss squared or logistic
         * @param instances their number n; it does not look at their weights
         * @return the setting
         * @throws IllegalArgumentException if the penalty has another part, it is another loss, or n is not a number &gt; 0
         */
        public static Sgd from(Regularizer penalty, Loss loss, double instances) {
            return new Sgd(2
                    * Penalties.halfIfSquared(loss)
                    * Penalties.totalWeight(instances)
                    * Penalties.onlyL2("SGD of Weka", penalty));
        }

        /**
         * λ = lambda/(2n) with the logistic loss, lambda/n with the squared loss.
         *
         * @param loss squared or logistic
         * @param instances their number n; it does not look at their weights
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if it is another loss, or n is not a number &gt; 0
         */
        public L2 toRidgeline(Loss loss, double instances) {
            return L2.of(lambda / (2 * Penalties.halfIfSquared(loss) * Penalties.totalWeight(instances)));
        }
    }
}
