package com.example.halflasso;

import java.util.List;
import org.ridgeline.Arguments;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.TextForm;
import org.ridgeline.Weights;
import org.ridgeline.penalties.L1;

/** λ/2·Σ|w|: the lasso with half its strength, so that its fits are known. */
public record HalfLasso(double lambda) implements Regularizer {

    private L1 half() {
        return new L1(lambda / 2);
    }

    @Override
    public HalfLasso withLambda(double lambda) {
        return new HalfLasso(lambda);
    }

    @Override
    public double penalty(Weights weights) {
        return half().penalty(weights);
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        half().addGradient(weights, scale, gradient);
    }

    @Override
    public void prox(Weights weights, double step) {
        half().prox(weights, step);
    }

    @Override
    public String toString() {
        return TextForm.of("half-l1").with("lambda", lambda).toString();
    }

    public static final class Provider implements RegularizerProvider {
        @Override
        public String name() {
            return "half-l1";
        }

        @Override
        public String summary() {
            return "half a lasso";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA);
        }

        @Override
        public HalfLasso create(Arguments arguments) {
            return new HalfLasso(arguments.number("lambda"));
        }
    }
}
