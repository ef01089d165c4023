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
 * The ridge penalty: R(w) = λ Σ fᵢwᵢ² (no ½), with penalty factors f. Its proximal step divides by 1 + 2·step·fᵢ·λ.
 *
 * <p>Source: Hoerl and Kennard, "Ridge regression", Technometrics 12 (1970).
 *
 * @param lambda strength λ ≥ 0
 */
public record L2(double lambda) implements Regularizer, Conjugate {

    /**
     * Checks λ.
     *
     * @param lambda strength λ ≥ 0
     * @throws IllegalArgumentException if it is negative, infinite or NaN
     */
    public L2 {
        lambda = Parameter.LAMBDA.require(lambda);
    }

    /**
     * R(w) = λ‖w‖₂².
     *
     * @param lambda strength λ ≥ 0
     * @return the penalty
     */
    public static L2 of(double lambda) {
        return new L2(lambda);
    }

    @Override
    public L2 withLambda(double lambda) {
        return new L2(lambda);
    }

    @Override
    public double penalty(Weights weights) {
        return lambda == 0 ? 0 : lambda * sumOfSquares(weights);
    }

    /** Σ fᵢwᵢ². */
    static double sumOfSquares(Weights weights) {
        double[] w = weights.values();
        return Sums.pairwise(w.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double factor = weights.factor(i);
                // 0·∞ would be NaN, but an unpenalised weight may be anything.
                sum += factor == 0 ? 0 : factor * (w[i] * w[i]);
            }
            return sum;
        });
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        weights.requireGradient(gradient);
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            double slope = weights.factor(i) * lambda * 2;
            // 0·∞ would be NaN, but an unpenalised weight may be anything.
            gradient[i] += slope == 0 ? 0 : scale * slope * w[i];
        }
    }

    @Override
    public void prox(Weights weights, double step) {
        Interval.atLeast(0).require("step", step);
        double[] w = weights.values();
        if (weights.hasFactors()) {
            for (int i = 0; i < w.length; i++) {
                w[i] = shrink(w[i], Scalar.strength(step * weights.factor(i), lambda));
            }
        } else {
            double strength = Scalar.strength(step, lambda);
            for (int i = 0; i < w.length; i++) {
                w[i] = shrink(w[i], strength);
            }
        }
    }

    /** w / (1 + 2·strength), with a finite divisor; adding 0.0 turns −0.0 into 0.0. */
    static double shrink(double w, double strength) {
        return w / Math.min(1 + 2 * strength, Double.MAX_VALUE) + 0.0;
    }

    @Override
    public Separability separability() {
        return Separability.WEIGHT;
    }

    /** Σ uᵢ² / (4λfᵢ), where u²/0 is 0 for u = 0 and else +∞. */
    @Override
    public double conjugate(Weights u) {
        return ElasticNet.conjugate(u, 0, lambda);
    }

    @Override
    public double dualScale(Weights u) {
        return ElasticNet.dualScale(u, 0, lambda);
    }

    @Override
    public String toString() {
        return TextForm.of("l2").with("lambda", lambda).toString();
    }

    /** Announces {@code l2}. */
    public static final class Provider implements RegularizerProvider {
        @Override
        public String name() {
            return "l2";
        }

        @Override
        public String summary() {
            return "ridge, lambda*sum(w^2): shrinks all weights, sets none to zero";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA);
        }

        @Override
        public L2 create(Arguments arguments) {
            return new L2(arguments.number("lambda"));
        }
    }
}
