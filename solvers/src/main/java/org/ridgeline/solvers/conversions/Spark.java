package org.ridgeline.solvers.conversions;

import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;
import org.ridgeline.solvers.Loss;

/** Spark's linear learners, whose loss is the mean one, and whose squared loss is ½(y − f)². */
public final class Spark {

    private Spark() {}

    /**
     * {@code mllib.optimization.L1Updater}: regParam‖w‖₁, for all weights that it is given, as they are
     * ({@code Standardization.NONE}).
     *
     * @param regParam strength, ≥ 0
     */
    public record L1Updater(double regParam) {

        /**
         * Checks the setting.
         *
         * @param regParam strength, ≥ 0
         * @throws IllegalArgumentException if it is not
         */
        public L1Updater {
            regParam = Penalties.strength("regParam", regParam);
        }

        /**
         * regParam = λ with the logistic loss, λ/2 with the squared loss.
         *
         * @param penalty {@code l1}, or {@code elastic-net} without an l2 part
         * @param loss squared or logistic
         * @return the setting
         * @throws IllegalArgumentException if the penalty has another part, or it is another loss
         */
        public static L1Updater from(Regularizer penalty, Loss loss) {
            return new L1Updater(Penalties.halfIfSquared(loss) * Penalties.onlyL1("L1Updater of Spark", penalty));
        }

        /**
         * λ = regParam with the logistic loss, 2·regParam with the squared loss.
         *
         * @param loss squared or logistic
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if it is another loss
         */
        public L1 toRidgeline(Loss loss) {
            return L1.of(regParam / Penalties.halfIfSquared(loss));
        }
    }

    /**
     * {@code mllib.optimization.SquaredL2Updater}: ½regParam‖w‖₂², for all weights that it is given, as they are
     * ({@code Standardization.NONE}).
     *
     * @param regParam strength, ≥ 0
     */
    public record SquaredL2Updater(double regParam) {

        /**
         * Checks the setting.
         *
         * @param regParam strength, ≥ 0
         * @throws IllegalArgumentException if it is not
         */
        public SquaredL2Updater {
            regParam = Penalties.strength("regParam", regParam);
        }

        /**
         * regParam = 2λ with the logistic loss, λ with the squared loss.
         *
         * @param penalty {@code l2}, or {@code elastic-net} without an l1 part
         * @param loss squared or logistic
         * @return the setting
         * @throws IllegalArgumentException if the penalty has another part, or it is another loss
         */
        public static SquaredL2Updater from(Regularizer penalty, Loss loss) {
            return new SquaredL2Updater(
                    2 * Penalties.halfIfSquared(loss) * Penalties.onlyL2("SquaredL2Updater of Spark", penalty));
        }

        /**
         * λ = regParam/2 with the logistic loss, regParam with the squared loss.
         *
         * @param loss squared or logistic
         * @return the penalty of the mean loss
         * @throws IllegalArgumentException if it is another loss
         */
        public L2 toRidgeline(Loss loss) {
            return L2.of(regParam / (2 * Penalties.halfIfSquared(loss)));
        }
    }

    /**
     * {@code ml.classification.LogisticRegression}: (1/Σs) Σ sᵢℓᵢ + regParam·(elasticNetParam‖w‖₁ + ½(1 −
     * elasticNetParam)‖w‖₂²). By default for the weights of features divided by their sample deviation
     * ({@code Standardization.SAMPLE}), with {@code standardization=false} as they are ({@code Standardization.NONE}); the
     * intercept is left alone.
     *
     * @param regParam strength, ≥ 0
     * @param elasticNetParam share of the l1 part, in [0, 1]
     */
    public record LogisticRegression(double regParam, double elasticNetParam) {

        /**
         * Checks the setting.
         *
         * @param regParam strength, ≥ 0
         * @param elasticNetParam share of the l1 part, in [0, 1]
         * @throws IllegalArgumentException if one is out of bounds
         */
        public LogisticRegression {
            regParam = Penalties.strength("regParam", regParam);
            elasticNetParam = Penalties.share("elasticNetParam", elasticNetParam);
        }

        /**
         * regParam = λ(2−α) and elasticNetParam = α/(2−α).
         *
         * @param penalty {@code l1}, {@code l2} or {@code elastic-net}
         * @return the setting
         * @throws IllegalArgumentException if it is another penalty
         */
        public static LogisticRegression from(Regularizer penalty) {
            ElasticNet net = Penalties.elasticNet(penalty);
            return new LogisticRegression(Penalties.mixStrength(net), Penalties.mixRatio(net));
        }

        /**
         * λ = regParam(1 + elasticNetParam)/2 and α = 2·elasticNetParam/(1 + elasticNetParam).
         *
         * @return the penalty of the mean loss
         */
        public ElasticNet toRidgeline() {
            return Penalties.mix(regParam, elasticNetParam);
        }
    }
}
