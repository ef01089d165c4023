package org.ridgeline.penalties;

import java.util.List;
import org.ridgeline.Arguments;
import org.ridgeline.Conjugate;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Separability;
import org.ridgeline.Sums;
import org.ridgeline.TextForm;
import org.ridgeline.Weights;

/**
 * The elastic net: R(w) = αλ Σ fᵢ|wᵢ| + (1−α)λ Σ fᵢwᵢ², with penalty factors f. Its proximal step is that of the l1 part
 * followed by that of the l2 part.
 *
 * <p>Source: Zou and Hastie, "Regularization and variable selection via the elastic net", J. R. Stat. Soc. B 67 (2005),
 * without the rescaling proposed there.
 *
 * @param lambda strength λ ≥ 0
 * @param alpha share α of the l1 part, in [0, 1]
 */
public record ElasticNet(double lambda, double alpha) implements Regularizer, Conjugate {

    private static final Parameter ALPHA = Parameter.number(
                    "alpha", Interval.closed(0, 1), "share of the l1 part: 1 is l1, 0 is l2")
            .orElse(0.5);

    /**
     * Checks λ and α.
     *
     * @param lambda strength λ ≥ 0
     * @param alpha share α of the l1 part, in [0, 1]
     */
    public ElasticNet {
        lambda = Parameter.LAMBDA.require(lambda);
        alpha = ALPHA.require(alpha);
    }

    /**
     * R(w) = αλ‖w‖₁ + (1−α)λ‖w‖₂².
     *
     * @param lambda strength λ ≥ 0
     * @param alpha share α of the l1 part, in [0, 1]
     * @return the penalty
     */
    public static ElasticNet of(double lambda, double alpha) {
        return new ElasticNet(lambda, alpha);
    }

    @Override
    public ElasticNet withLambda(double lambda) {
        return new ElasticNet(lambda, alpha);
    }

    private double l1() {
        return alpha * lambda;
    }

    private double l2() {
        return (1 - alpha) * lambda;
    }

    @Override
    public double penalty(Weights weights) {
        // Each part alone, so that a part of strength 0 is 0 even at infinite weights.
        return L1.of(l1()).penalty(weights) + L2.of(l2()).penalty(weights);
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        L1.of(l1()).addGradient(weights, scale, gradient);
        L2.of(l2()).addGradient(weights, scale, gradient);
    }

    @Override
    public void prox(Weights weights, double step) {
        Interval.atLeast(0).require("step", step);
        double[] w = weights.values();
        if (weights.hasFactors()) {
            for (int i = 0; i < w.length; i++) {
                double own = step * weights.factor(i);
                w[i] = L2.shrink(Scalar.softThreshold(w[i], Scalar.strength(own, l1())), Scalar.strength(own, l2()));
            }
        } else {
            double threshold = Scalar.strength(step, l1());
            double strength = Scalar.strength(step, l2());
            for (int i = 0; i < w.length; i++) {
                w[i] = L2.shrink(Scalar.softThreshold(w[i], threshold), strength);
            }
        }
    }

    @Override
    public Separability separability() {
        return Separability.WEIGHT;
    }

    /** Σ max(|uᵢ| − αλfᵢ, 0)² / (4(1−α)λfᵢ), where x²/0 is 0 for x = 0 and else +∞. */
    @Override
    public double conjugate(Weights u) {
        return conjugate(u, l1(), l2());
    }

    @Override
    public double dualScale(Weights u) {
        return dualScale(u, l1(), l2());
    }

    static double conjugate(Weights u, double l1, double l2) {
        double[] v = u.values();
        return Sums.pairwise(v.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double excess = Math.max(Math.abs(v[i]) - l1 * u.factor(i), 0);
                // Divided first: the square of a tiny excess would underflow, and 0/0 is NaN rather than +∞.
                sum += excess == 0 ? 0 : excess / (4 * l2 * u.factor(i)) * excess;
            }
            return sum;
        });
    }

    static double dualScale(Weights u, double l1, double l2) {
        double[] v = u.values();
        double scale = 1;
        for (int i = 0; i < v.length; i++) {
            if (!(l2 * u.factor(i) > 0)) {
                scale = Math.min(scale, Dual.scale(l1 * u.factor(i), Math.abs(v[i])));
            }
        }
        return scale;
    }

    @Override
    public String toString() {
        return TextForm.of("elastic-net")
                .with("lambda", lambda)
                .with("alpha", alpha)
                .toString();
    }

    /** Announces {@code elastic-net}. */
    public static final class Provider implements RegularizerProvider {
        @Override
        public String name() {
            return "elastic-net";
        }

        @Override
        public String summary() {
            return "elastic net, alpha*lambda*sum|w| + (1-alpha)*lambda*sum(w^2): zeros, and correlated weights together";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA, ALPHA);
        }

        @Override
        public ElasticNet create(Arguments arguments) {
            return new ElasticNet(arguments.number("lambda"), arguments.number("alpha"));
        }
    }
}
