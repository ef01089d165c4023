package org.ridgeline.solvers;

import org.ridgeline.Sums;

/** The loss part of an objective: scale · Σ sᵢ ℓ(yᵢ, fᵢ). */
final class LossTerm {

    private final Loss loss;
    private final double[] target;
    private final double[] exampleWeights;
    private final double scale;

    LossTerm(Problem problem) {
        this.loss = problem.loss();
        this.target = problem.target();
        this.exampleWeights = problem.exampleWeights();
        this.scale = problem.lossFactor() / problem.totalWeight();
    }

    double scale() {
        return scale;
    }

    double value(double[] scores) {
        return scale
                * Sums.pairwise(target.length, (from, to) -> {
                    double sum = 0;
                    for (int i = from; i < to; i++) {
                        sum += exampleWeights[i] * loss.value(target[i], scores[i]);
                    }
                    return sum;
                });
    }

    /** slope ← the derivative of the loss part in each score. */
    void slope(double[] scores, double[] slope) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] = scale * (exampleWeights[i] * loss.derivative(target[i], scores[i]));
        }
    }

    /** The conjugate of the loss part at factor·slope. */
    double conjugate(double[] slope, double factor) {
        return Sums.pairwise(target.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double weight = scale * exampleWeights[i];
                sum += weight == 0 ? 0 : weight * loss.conjugate(target[i], factor * slope[i] / weight);
            }
            return sum;
        });
    }

    double sum(double[] slope) {
        return Sums.pairwise(slope.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += slope[i];
            }
            return sum;
        });
    }
}
