package org.ridgeline.penalties;

import java.util.List;
import org.ridgeline.Arguments;
import org.ridgeline.Conjugate;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Sums;
import org.ridgeline.TextForm;
import org.ridgeline.Weights;

/**
 * SLOPE, the sorted l1 norm: R(w) = λf Σᵢ cᵢ|w|₍ᵢ₎ over the magnitudes from the largest to the smallest, where the cᵢ fall as
 * the critical values of the Benjamini–Hochberg procedure do, cᵢ = Φ⁻¹(1 − iq/2p) / Φ⁻¹(1 − q/2p), from c₁ = 1 on. The larger
 * a weight, the more it has to pay; weights of features that say the same become equal. In the limit q = 0 all cᵢ are 1,
 * which is the lasso.
 *
 * <p>The penalty is one of all weights together. They share the penalty factor f; those of factor 0 are left alone, and p is
 * the number of the others.
 *
 * <p>Source: Bogdan, van den Berg, Sabatti, Su and Candès, "SLOPE: adaptive variable selection via convex optimization",
 * Ann. Appl. Stat. 9 (2015), where λcᵢ is called λᵢ.
 *
 * @param lambda strength λ ≥ 0 for the largest weight
 * @param q the false discovery rate that the sequence is made for, in [0, 1)
 */
public record Slope(double lambda, double q) implements Regularizer, Conjugate {

    private static final Parameter Q = Parameter.number(
                    "q", new Interval(0, true, 1, false), "false discovery rate that the sequence is made for; 0 is l1")
            .orElse(0.1);

    /**
     * Checks λ and q.
     *
     * @param lambda strength λ ≥ 0
     * @param q in [0, 1)
     * @throws IllegalArgumentException if one is out of bounds, infinite or NaN
     */
    public Slope {
        lambda = Parameter.LAMBDA.require(lambda);
        q = Q.require(q);
    }

    /**
     * R(w) = λ Σᵢ cᵢ|w|₍ᵢ₎.
     *
     * @param lambda strength λ ≥ 0
     * @param q in [0, 1)
     * @return the penalty
     */
    public static Slope of(double lambda, double q) {
        return new Slope(lambda, q);
    }

    @Override
    public Slope withLambda(double lambda) {
        return new Slope(lambda, q);
    }

    @Override
    public double penalty(Weights weights) {
        SortedSizes sizes = SortedSizes.of(weights);
        double strength = lambda * sizes.factor();
        if (strength == 0) {
            // 0·∞ would be NaN, but an unpenalised weight may be anything.
            return 0;
        }
        double[] c = SlopeSequence.of(sizes.count(), q);
        return strength
                * Sums.pairwise(c.length, (from, to) -> {
                    double sum = 0;
                    for (int k = from; k < to; k++) {
                        sum += c[k] * sizes.ranked(k);
                    }
                    return sum;
                });
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        weights.requireGradient(gradient);
        SortedSizes sizes = SortedSizes.of(weights);
        double strength = lambda * sizes.factor();
        double[] shares = SlopeSequence.shared(SlopeSequence.of(sizes.count(), q), sizes);
        for (int i = 0; i < gradient.length; i++) {
            double w = weights.values()[i];
            if (strength > 0 && weights.factor(i) > 0) {
                gradient[i] += scale * strength * shares[sizes.rank(Math.abs(w))] * Scalar.sign(w);
            }
        }
    }

    @Override
    public void prox(Weights weights, double step) {
        Interval.atLeast(0).require("step", step);
        SortedSizes sizes = SortedSizes.of(weights);
        double strength = Scalar.strength(step * sizes.factor(), lambda);
        if (strength == 0) {
            return;
        }
        double[] moved = SlopeProx.of(sizes, SlopeSequence.of(sizes.count(), q), strength);
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            if (weights.factor(i) > 0) {
                w[i] = Scalar.signed(moved[sizes.rank(Math.abs(w[i]))], w[i]);
            }
        }
    }

    /** 0 where Σᵢ₌₁ᵏ|u|₍ᵢ₎ ≤ λf Σᵢ₌₁ᵏ cᵢ for every k, and u is 0 where nothing is penalised; else +∞. */
    @Override
    public double conjugate(Weights u) {
        return dualScale(u) == 1 ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public double dualScale(Weights u) {
        SortedSizes sizes = SortedSizes.of(u);
        double scale = SlopeSequence.dualScale(sizes, SlopeSequence.of(sizes.count(), q), lambda * sizes.factor());
        for (int i = 0; u.hasFactors() && i < u.size(); i++) {
            scale = u.factor(i) == 0 ? Math.min(scale, Dual.scale(0, Math.abs(u.values()[i]))) : scale;
        }
        return scale;
    }

    @Override
    public String toString() {
        return TextForm.of("slope").with("lambda", lambda).with("q", q).toString();
    }

    /** Announces {@code slope}. */
    public static final class Provider implements RegularizerProvider {
        @Override
        public String name() {
            return "slope";
        }

        @Override
        public String summary() {
            return "SLOPE, lambda*sum of c_i*|w|_(i), sorted from the largest, with falling c: few false discoveries, and"
                    + " correlated weights equal";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA, Q);
        }

        @Override
        public Slope create(Arguments arguments) {
            return new Slope(arguments.number("lambda"), arguments.number("q"));
        }
    }
}
