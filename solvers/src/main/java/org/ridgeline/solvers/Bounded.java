package org.ridgeline.solvers;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Conjugate;
import org.ridgeline.Interval;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/**
 * A penalty that is +∞ where a weight is out of its bounds, and else that of its base, which must be separable by weights. Zero is
 * within all bounds. Of a convex function of one weight the minimum within bounds is the unconstrained one, or the bound that is
 * nearest to it.
 */
class Bounded implements Regularizer {

    private final Regularizer base;
    /** Of each weight that this is to be asked about. */
    private final double[] lower;

    private final double[] upper;
    /** The penalty of each weight alone, made when it is asked for. */
    private final @Nullable Bounded[] alone;

    private Bounded(Regularizer base, double[] lower, double[] upper) {
        this.base = base;
        this.lower = lower;
        this.upper = upper;
        this.alone = new Bounded[lower.length];
    }

    /**
     * A base with its conjugate, where every bound is 0 or infinite: where w must not have the sign of u the supremum of uw − R(w) is 0,
     * elsewhere at most that over all w.
     */
    private static final class WithConjugate extends Bounded implements Conjugate {

        private final Conjugate conjugate;

        WithConjugate(Regularizer base, Conjugate conjugate, double[] lower, double[] upper) {
            super(base, lower, upper);
            this.conjugate = conjugate;
        }

        @Override
        public double conjugate(Weights u) {
            return conjugate.conjugate(allowed(u));
        }

        @Override
        public double dualScale(Weights u) {
            return conjugate.dualScale(allowed(u));
        }

        private Weights allowed(Weights u) {
            double[] v = u.values().clone();
            clip(v);
            return u.withValues(v);
        }
    }

    /**
     * The bounded penalty.
     *
     * @param lower ≤ 0, for each weight
     * @param upper ≥ 0, for each weight
     * @throws IllegalArgumentException if the base is not separable by weights
     */
    static Bounded of(Regularizer base, double[] lower, double[] upper) {
        if (base.separability() != Separability.WEIGHT) {
            throw new IllegalArgumentException(
                    "coefficients can have bounds under a penalty of single weights only, but " + base + " is not one");
        }
        boolean onesided = DoubleStream.concat(Arrays.stream(lower), Arrays.stream(upper))
                .allMatch(bound -> bound == 0 || Double.isInfinite(bound));
        return onesided && base instanceof Conjugate conjugate
                ? new WithConjugate(base, conjugate, lower, upper)
                : new Bounded(base, lower, upper);
    }

    /** The penalty as the user gave it. */
    static Regularizer base(Regularizer regularizer) {
        return regularizer instanceof Bounded bounded ? bounded.base : regularizer;
    }

    /** The penalty of some of the weights. */
    static Regularizer of(Regularizer regularizer, int[] columns, int count) {
        return regularizer instanceof Bounded bounded
                ? of(bounded.base, select(bounded.lower, columns, count), select(bounded.upper, columns, count))
                : regularizer;
    }

    /** The penalty of the block of weights that starts at a place: with bounds, of that weight alone. */
    static Regularizer at(Regularizer regularizer, int place) {
        if (!(regularizer instanceof Bounded bounded)) {
            return regularizer;
        }
        Bounded one = bounded.alone[place];
        if (one == null) {
            one = of(bounded.base, new double[] {bounded.lower[place]}, new double[] {bounded.upper[place]});
            bounded.alone[place] = one;
        }
        return one;
    }

    private static double[] select(double[] bounds, int[] columns, int count) {
        double[] some = new double[count];
        Arrays.setAll(some, a -> bounds[columns[a]]);
        return some;
    }

    void clip(double[] w) {
        for (int i = 0; i < w.length; i++) {
            // Adding 0.0 turns −0.0 into 0.0.
            w[i] = Math.max(lower[i], Math.min(upper[i], w[i])) + 0.0;
        }
    }

    @Override
    public double lambda() {
        return base.lambda();
    }

    @Override
    public Regularizer withLambda(double lambda) {
        return of(base.withLambda(lambda), lower, upper);
    }

    @Override
    public double penalty(Weights weights) {
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            if (w[i] < lower[i] || w[i] > upper[i]) {
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
        clip(weights.values());
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
        return base + " with bounds";
    }
}
