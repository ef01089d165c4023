package org.ridgeline.solvers;

import java.util.Locale;

/**
 * The loss ℓ(y, f) of predicting f, the linear score of an example, where y is right. Convex and twice differentiable in f.
 */
public enum Loss {

    /** (y − f)², without ½. */
    SQUARED {
        @Override
        public double value(double y, double f) {
            return (y - f) * (y - f);
        }

        @Override
        public double derivative(double y, double f) {
            return 2 * (f - y);
        }

        @Override
        public double curvature(double y, double f) {
            return 2;
        }

        @Override
        double largestCurvature(double from, double to) {
            return 2;
        }

        @Override
        public double conjugate(double y, double v) {
            return v * (v / 4 + y);
        }

        @Override
        double longestStep() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        void requireTarget(int row, double y) {
            if (!Double.isFinite(y)) {
                throw new IllegalArgumentException(
                        "a target must be a finite number, but that of row " + row + " is " + y);
            }
        }
    },

    /** log(1 + e^f) − y·f for y ∈ {0, 1}: minus the log-likelihood of P(y = 1) = 1 / (1 + e^−f). */
    LOGISTIC {
        @Override
        public double value(double y, double f) {
            // log(1 + e^f) = max(f, 0) + log(1 + e^−|f|) neither overflows nor loses small terms.
            return Math.max(f, 0) - y * f + Math.log1p(Math.exp(-Math.abs(f)));
        }

        @Override
        public double derivative(double y, double f) {
            // p or p − 1, which for small values must not be the difference of p and 1.
            return y == 1 ? -1 / (1 + Math.exp(f)) : 1 / (1 + Math.exp(-f));
        }

        @Override
        public double curvature(double y, double f) {
            double e = Math.exp(-Math.abs(f));
            return e / ((1 + e) * (1 + e));
        }

        @Override
        double largestCurvature(double from, double to) {
            boolean around = from < 0 != to < 0;
            return around ? 0.25 : curvature(0, Math.min(Math.abs(from), Math.abs(to)));
        }

        @Override
        public double conjugate(double y, double v) {
            // The probability of the wrong class.
            double q = y == 1 ? -v : v;
            if (!(q >= 0 && q <= 1)) {
                return Double.POSITIVE_INFINITY;
            }
            return (q > 0 ? q * Math.log(q) : 0) + (q < 1 ? (1 - q) * Math.log1p(-q) : 0);
        }

        @Override
        double longestStep() {
            return 2;
        }

        @Override
        void requireTarget(int row, double y) {
            if (y != 0 && y != 1) {
                throw new IllegalArgumentException(
                        "the logistic loss needs targets 0 or 1, but that of row " + row + " is " + y);
            }
        }
    };

    /**
     * ℓ(y, f).
     *
     * @param y the target
     * @param f the score
     * @return the loss, ≥ 0
     */
    public abstract double value(double y, double f);

    /**
     * ∂ℓ/∂f.
     *
     * @param y the target
     * @param f the score
     * @return the slope in f
     */
    public abstract double derivative(double y, double f);

    /**
     * ∂²ℓ/∂f².
     *
     * @param y the target
     * @param f the score
     * @return the second derivative in f, ≥ 0
     */
    public abstract double curvature(double y, double f);

    /**
     * The convex conjugate ℓ*(y, v) = sup_f v·f − ℓ(y, f), or +∞ outside its domain.
     *
     * @param y the target
     * @param v a slope
     * @return ℓ*(y, v)
     */
    public abstract double conjugate(double y, double v);

    /** The largest ∂²ℓ/∂f² between two scores, over all y. */
    abstract double largestCurvature(double from, double to);

    /** How far from f the quadratic model of ℓ at f can be trusted. */
    abstract double longestStep();

    /** Checks one target. */
    abstract void requireTarget(int row, double y);

    /**
     * The loss of a name: {@code squared} or {@code logistic}.
     *
     * @param name in lower case
     * @return the loss
     * @throws IllegalArgumentException if there is none
     */
    public static Loss of(String name) {
        return Names.find("loss", name, values());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
