package org.ridgeline.solvers;

import org.jspecify.annotations.Nullable;

/** A loss of one score for each target: of one output, or of several that have nothing in common. */
final class ScalarTerm extends LossTerm {

    private final ScalarLoss loss;
    private final int outputs;
    /** The weight of the example that a target belongs to. */
    private final double[] weights;

    ScalarTerm(Problem problem, ScalarLoss loss) {
        super(problem);
        this.loss = loss;
        this.outputs = problem.loss().outputs();
        this.weights = outputs == 1 ? exampleWeights : repeated(exampleWeights, outputs);
    }

    private static double[] repeated(double[] numbers, int times) {
        double[] repeated = new double[times * numbers.length];
        for (int k = 0; k < times; k++) {
            System.arraycopy(numbers, 0, repeated, k * numbers.length, numbers.length);
        }
        return repeated;
    }

    @Override
    double sum(double[] f, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += weights[i] * loss.value(target[i], f[i]);
        }
        return sum;
    }

    @Override
    void derive(double[] f, double[] slope) {
        for (int i = 0; i < f.length; i++) {
            slope[i] = scale * (weights[i] * loss.derivative(target[i], f[i]));
        }
    }

    @Override
    void curve(double[] f, double[] h) {
        for (int i = 0; i < f.length; i++) {
            h[i] = scale * weights[i] * loss.curvature(target[i], f[i]);
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
            sum += weights[i] * loss.largestCurvature(from[i], to[i]) * (move[i] * move[i]);
        }
        return sum;
    }

    @Override
    double conjugate(double[] slope, double factor, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double weight = scale * weights[i];
            sum += weight == 0 ? 0 : weight * loss.conjugate(target[i], factor * slope[i] / weight);
        }
        return sum;
    }

    @Override
    double[] optimalShifts(double[] f) {
        double[] shifts = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            shifts[k] = Intercept.optimal(loss, target, exampleWeights, f, k * exampleWeights.length);
        }
        return shifts;
    }
}
