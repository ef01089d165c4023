package org.ridgeline.penalties;

import java.util.List;
import org.ridgeline.Arguments;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Separability;
import org.ridgeline.Sums;
import org.ridgeline.TextForm;
import org.ridgeline.Weights;

/**
 * The smoothly clipped absolute deviation: R(w) = Σ fᵢp(wᵢ), where p(w) = λ|w| up to |w| = λ, then λ|w| − (|w| − λ)²/(2(a−1))
 * up to aλ, and λ²(a+1)/2 beyond. It is the lasso for small weights, and leaves large ones alone. It is not convex, and has
 * no conjugate: fits are local ones, certified by their proximal residual. As it is bounded, a logistic fit of classes that can
 * be separated need not be finite.
 *
 * <p>The proximal step for s = step·fᵢ is the global minimiser. For s &lt; a − 1 it is soft-thresholding at sλ up to
 * |w| = (1+s)λ, then soft-thresholding at sλa/(a−1) divided by 1 − s/(a−1), and w from aλ on. For larger s there is no minimum
 * on the curved part: it is the better of soft-thresholding and w itself, which change places at |w| = λ(a+1+s)/2, or where
 * s &gt; a + 1, so that soft-thresholding would be 0, at λ√(s(a+1)).
 *
 * <p>Source: Fan and Li, "Variable selection via nonconcave penalized likelihood and its oracle properties", J. Am. Stat.
 * Assoc. 96 (2001).
 *
 * @param lambda strength λ ≥ 0: the slope at zero
 * @param a how many λ wide the sloping part is, a &gt; 2; the larger, the closer to {@code l1}
 */
public record Scad(double lambda, double a) implements Regularizer {

    private static final Parameter A = Parameter.number(
                    "a", Interval.above(2), "weights beyond a*lambda are not shrunk; near infinity it is l1")
            .orElse(3.7);

    /**
     * Checks λ and a.
     *
     * @param lambda strength λ ≥ 0
     * @param a a &gt; 2
     * @throws IllegalArgumentException if one is out of bounds, infinite or NaN
     */
    public Scad {
        lambda = Parameter.LAMBDA.require(lambda);
        a = A.require(a);
    }

    /**
     * R(w) = Σ p(wᵢ), with slope λ up to λ and flat beyond aλ.
     *
     * @param lambda strength λ ≥ 0
     * @param a a &gt; 2
     * @return the penalty
     */
    public static Scad of(double lambda, double a) {
        return new Scad(lambda, a);
    }

    @Override
    public Scad withLambda(double lambda) {
        return new Scad(lambda, a);
    }

    @Override
    public double penalty(Weights weights) {
        double[] w = weights.values();
        return Sums.pairwise(w.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double factor = weights.factor(i);
                // 0·NaN would be NaN, but an unpenalised weight may be anything.
                sum += factor == 0 || lambda == 0 ? 0 : factor * cost(Math.abs(w[i]));
            }
            return sum;
        });
    }

    private double cost(double size) {
        if (size <= lambda) {
            return lambda * size;
        }
        if (size >= a * lambda) {
            return lambda * (lambda * ((a + 1) / 2));
        }
        double beyond = size - lambda;
        // Divided first: squares would overflow.
        return lambda * (size - beyond * (beyond / lambda / (a - 1) / 2));
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        weights.requireGradient(gradient);
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            double factor = lambda == 0 ? 0 : weights.factor(i);
            double slope = lambda * Math.max(0, Math.min(1, (a - Math.abs(w[i]) / lambda) / (a - 1)));
            gradient[i] += factor == 0 ? 0 : scale * factor * slope * Scalar.sign(w[i]);
        }
    }

    @Override
    public void prox(Weights weights, double step) {
        Interval.atLeast(0).require("step", step);
        if (lambda == 0) {
            return;
        }
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            double own = step * weights.factor(i);
            double size = own < a - 1 ? continuous(Math.abs(w[i]), own) : jumping(Math.abs(w[i]), own);
            w[i] = Scalar.signed(size, w[i]);
        }
    }

    private double continuous(double size, double step) {
        double threshold = Scalar.strength(step, lambda);
        if (size <= threshold + lambda) {
            return Math.max(size - threshold, 0);
        }
        double width = a - 1;
        return size >= a * lambda ? size : Math.min(size, (size - threshold * (a / width)) / ((width - step) / width));
    }

    private double jumping(double size, double step) {
        if (step > a + 1) {
            return size <= Scalar.strength(Math.sqrt(step) * Math.sqrt(a + 1), lambda) ? 0 : size;
        }
        return size <= Scalar.strength((a + 1 + step) / 2, lambda)
                ? Math.max(size - Scalar.strength(step, lambda), 0)
                : size;
    }

    @Override
    public boolean convex() {
        return false;
    }

    @Override
    public Separability separability() {
        return Separability.WEIGHT;
    }

    @Override
    public String toString() {
        return TextForm.of("scad").with("lambda", lambda).with("a", a).toString();
    }

    /** Announces {@code scad}. */
    public static final class Provider implements RegularizerProvider {
        @Override
        public String name() {
            return "scad";
        }

        @Override
        public String summary() {
            return "smoothly clipped absolute deviation, lambda*sum|w| that levels off at a*lambda: zeros without"
                    + " shrinking large weights; not convex";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA, A);
        }

        @Override
        public Scad create(Arguments arguments) {
            return new Scad(arguments.number("lambda"), arguments.number("a"));
        }
    }
}
