package org.ridgeline.solvers;

import org.ridgeline.Conjugate;
import org.ridgeline.Interval;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/**
 * A penalty that is +∞ where a weight is negative, and else that of its base, which must be separable by weights: the constraint w ≥ 0.
 * Of a convex function of one weight the minimum over w ≥ 0 is the unconstrained one or else 0.
 */
class NonNegative implements Regularizer {

    final Regularizer base;

    private NonNegative(Regularizer base) {
        this.base = base;
    }

    /** A base with its conjugate: of u ≤ 0 the supremum over w ≥ 0 is 0, of larger u at most that over all w. */
    private static final class WithConjugate extends NonNegative implements Conjugate {

        private final Conjugate conjugate;

        WithConjugate(Regularizer base, Conjugate conjugate) {
            super(base);
            this.conjugate = conjugate;
        }

        private static Weights positivePart(Weights u) {
            double[] v = u.values().clone();
            for (int i = 0; i < v.length; i++) {
                v[i] = Math.max(v[i], 0);
            }
            return u.withValues(v);
        }

        @Override
        public double conjugate(Weights u) {
            return conjugate.conjugate(positivePart(u));
        }

        @Override
        public double dualScale(Weights u) {
            return conjugate.dualScale(positivePart(u));
        }
    }

    /**
     * The constrained penalty.
     *
     * @throws IllegalArgumentException if the base is not separable by weights
     */
    static Regularizer of(Regularizer base) {
        if (base.separability() != Separability.WEIGHT) {
            throw new IllegalArgumentException(
                    "coefficients can be kept from being negative under a penalty of single weights only, but " + base
                            + " is not one");
        }
        return base instanceof Conjugate conjugate ? new WithConjugate(base, conjugate) : new NonNegative(base);
    }

    /** The penalty as the user gave it. */
    static Regularizer base(Regularizer regularizer) {
        return regularizer instanceof NonNegative constrained ? constrained.base : regularizer;
    }

    @Override
    public double lambda() {
        return base.lambda();
    }

    @Override
    public Regularizer withLambda(double lambda) {
        return of(base.withLambda(lambda));
    }

    @Override
    public double penalty(Weights weights) {
        for (double w : weights.values()) {
            if (w < 0) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return base.penalty(weights);
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        base.addGradient(weights, scale, gradient);
    }

    @Override
    public void prox(Weights weights, double step) {
        Interval.atLeast(0).require("step", step);
        base.prox(weights, step);
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            w[i] = Math.max(w[i], 0);
        }
    }

    @Override
    public boolean convex() {
        return base.convex();
    }

    @Override
    public Separability separability() {
        return Separability.WEIGHT;
    }

    @Override
    public String toString() {
        return base + " of weights >= 0";
    }
}
