package org.ridgeline.solvers;

import org.jspecify.annotations.Nullable;

/** A loss of one score for each example. */
final class ScalarTerm extends LossTerm {

    private final ScalarLoss loss;

    ScalarTerm(Problem problem, ScalarLoss loss) {
        super(problem);
        this.loss = loss;
    }

    @Override
    double sum(double[] f, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += exampleWeights[i] * loss.value(target[i], f[i]);
        }
        return sum;
    }

    @Override
    void derive(double[] f, double[] slope) {
        for (int i = 0; i < f.length; i++) {
            slope[i] = scale * (exampleWeights[i] * loss.derivative(target[i], f[i]));
        }
    }

    @Override
    void curve(double[] f, double[] h) {
        for (int i = 0; i < f.length; i++) {
            h[i] = scale * exampleWeights[i] * loss.curvature(target[i], f[i]);
        }
    }

    @Override
    @Nullable
    Coupling couple(double[] f) {
        return null;
    }

    @Override
    double boundCurvature(double[] from, double[] to, double[] move) {
        double sum = 0;
        for (int i = 0; i < move.length; i++) {
            sum += exampleWeights[i] * loss.largestCurvature(from[i], to[i]) * (move[i] * move[i]);
        }
        return sum;
    }

    @Override
    double conjugate(double[] slope, double factor, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double weight = scale * exampleWeights[i];
            sum += weight == 0 ? 0 : weight * loss.conjugate(target[i], factor * slope[i] / weight);
        }
        return sum;
    }

    @Override
    double[] optimalShifts(double[] f) {
        return new double[] {Intercept.optimal(loss, target, exampleWeights, f)};
    }
}
