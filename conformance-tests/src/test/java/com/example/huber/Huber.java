package com.example.huber;

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
 * The Huber penalty: R(w) = λ Σ fᵢ h(wᵢ) with h(w) = w²/(2δ) for |w| ≤ δ, else |w| − δ/2: a lasso without its kink. With s =
 * step·fᵢ·λ the proximal step is w·δ/(δ + s) for |w| ≤ δ + s, else w − s·sign(w).
 *
 * <p>Source: Huber, "Robust estimation of a location parameter", Ann. Math. Stat. 35 (1964); the proximal step is that of
 * Beck, "First-Order Methods in Optimization", 2017, example 6.54, where h is the Moreau envelope of |w|.
 *
 * @param lambda strength λ ≥ 0
 * @param delta δ &gt; 0, below which the penalty is quadratic
 */
public record Huber(double lambda, double delta) implements Regularizer {

    private static final Parameter DELTA = Parameter.number(
                    "delta", Interval.above(0), "weights below this are shrunk in proportion")
            .orElse(1.0);

    /** Checks λ and δ. */
    public Huber {
        lambda = Parameter.LAMBDA.require(lambda);
        delta = DELTA.require(delta);
    }

    @Override
    public Huber withLambda(double lambda) {
        return new Huber(lambda, delta);
    }

    @Override
    public double penalty(Weights weights) {
        double[] w = weights.values();
        return Sums.pairwise(w.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double strength = lambda * weights.factor(i);
                double size = Math.abs(w[i]);
                sum += strength == 0 ? 0 : strength * (size <= delta ? size / delta * (size / 2) : size - delta / 2);
            }
            return sum;
        });
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        weights.requireGradient(gradient);
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            double slope = lambda * weights.factor(i);
            gradient[i] += slope == 0 ? 0 : scale * slope * Math.max(-1, Math.min(1, w[i] / delta));
        }
    }

    @Override
    public void prox(Weights weights, double step) {
        Interval.atLeast(0).require("step", step);
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            double s = step * weights.factor(i) * lambda;
            // Adding 0.0 turns −0.0 into 0.0.
            w[i] = (Math.abs(w[i]) <= delta + s ? w[i] * (delta / (delta + s)) : w[i] - Math.copySign(s, w[i])) + 0.0;
        }
    }

    @Override
    public Separability separability() {
        return Separability.WEIGHT;
    }

    @Override
    public String toString() {
        return TextForm.of("huber").with("lambda", lambda).with("delta", delta).toString();
    }

    /** Announces {@code huber}. */
    public static final class Provider implements RegularizerProvider {
        @Override
        public String name() {
            return "huber";
        }

        @Override
        public String summary() {
            return "Huber, lambda*sum of w^2/(2*delta) or |w|-delta/2: a lasso without its kink";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA, DELTA);
        }

        @Override
        public Huber create(Arguments arguments) {
            return new Huber(arguments.number("lambda"), arguments.number("delta"));
        }
    }
}
