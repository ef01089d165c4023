package com.example.l0;

import java.util.List;
import org.ridgeline.Arguments;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Separability;
import org.ridgeline.TextForm;
import org.ridgeline.Weights;

/**
 * A penalty that is not convex: R(w) = λ Σ fᵢ·[wᵢ ≠ 0]. Its proximal step keeps a weight or sets it to zero, where wᵢ² ≤
 * 2·step·fᵢ·λ.
 *
 * <p>Source: Blumensath and Davies, "Iterative thresholding for sparse approximations", J. Fourier Anal. Appl. 14 (2008).
 *
 * @param lambda strength λ ≥ 0
 */
public record L0(double lambda) implements Regularizer {

    /** Checks λ. */
    public L0 {
        lambda = Parameter.LAMBDA.require(lambda);
    }

    @Override
    public L0 withLambda(double lambda) {
        return new L0(lambda);
    }

    @Override
    public double penalty(Weights weights) {
        double count = 0;
        for (int i = 0; i < weights.size(); i++) {
            // A NaN has to show.
            double weight = weights.values()[i];
            double one = Double.isNaN(weight) ? weight : 1;
            count += weight == 0 || lambda * weights.factor(i) == 0 ? 0 : one * weights.factor(i);
        }
        return lambda * count;
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        weights.requireGradient(gradient);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += Double.isNaN(weights.values()[i]) ? Double.NaN : 0;
        }
    }

    @Override
    public void prox(Weights weights, double step) {
        Interval.atLeast(0).require("step", step);
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            double threshold = Math.sqrt(2 * step * weights.factor(i) * lambda);
            w[i] = Math.abs(w[i]) <= threshold ? 0 : w[i];
        }
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
        return TextForm.of("l0").with("lambda", lambda).toString();
    }

    /** Announces {@code l0}. */
    public static final class Provider implements RegularizerProvider {
        @Override
        public String name() {
            return "l0";
        }

        @Override
        public String summary() {
            return "number of weights, lambda*count(w != 0): keeps a weight as it is or sets it to zero";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA);
        }

        @Override
        public L0 create(Arguments arguments) {
            return new L0(arguments.number("lambda"));
        }
    }
}
