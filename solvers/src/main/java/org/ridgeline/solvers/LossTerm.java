package org.ridgeline.solvers;

import org.jspecify.annotations.Nullable;
import org.ridgeline.Sums;

/**
 * The loss part of an objective: scale · Σ sᵢ ℓ(yᵢ, fᵢ + oᵢ), with offsets o. Scores, offsets and slopes lie output by output: those of
 * output k from k·n to before (k + 1)·n.
 */
abstract sealed class LossTerm permits ScalarTerm, SoftmaxTerm {

    /** K·n of them where each output has its own. */
    final double[] target;
    /** Of the n examples. */
    final double[] exampleWeights;

    final double scale;
    private final Problem problem;

    LossTerm(Problem problem) {
        this.problem = problem;
        this.target = problem.target();
        this.exampleWeights = problem.exampleWeights();
        this.scale = problem.lossFactor() / problem.totalWeight();
    }

    static LossTerm of(Problem problem) {
        return problem.loss() instanceof Multinomial multinomial
                ? new SoftmaxTerm(problem, multinomial)
                : new ScalarTerm(problem, (ScalarLoss) problem.lossOfTarget());
    }

    /** The scores that are best for all examples alike. */
    static double[] bestConstants(Problem problem) {
        int outputs = problem.loss().outputs();
        double[] constants = new double[outputs];
        of(problem)
                .optimizeIntercepts(
                        constants, new double[outputs * problem.features().rows()]);
        return constants;
    }

    final double value(double[] scores) {
        double[] f = problem.withOffsetsAdded(scores);
        return scale * Sums.pairwise(target.length, (from, to) -> sum(f, from, to));
    }

    /** slope ← the derivative of the loss part in each score. */
    final void slope(double[] scores, double[] slope) {
        derive(problem.withOffsetsAdded(scores), slope);
    }

    /** h ← the diagonal of the second derivative of a quadratic model of the loss part in the scores. */
    final void curvature(double[] scores, double[] h) {
        curve(problem.withOffsetsAdded(scores), h);
    }

    /** How the outputs hang together in that second derivative; null if they do not. */
    final @Nullable Coupling coupling(double[] scores) {
        return couple(problem.withOffsetsAdded(scores));
    }

    /** A bound of the second derivative of the loss part along a move, anywhere on the way, times the length of the move squared. */
    final double curvatureAlong(double[] from, double[] to, double[] move) {
        return scale * boundCurvature(problem.withOffsetsAdded(from), problem.withOffsetsAdded(to), move);
    }

    /** The conjugate of the loss part at factor·slope. */
    final double conjugate(double[] slope, double factor) {
        double[] offsets = problem.offsets();
        return Sums.pairwise(target.length, (from, to) -> conjugate(slope, factor, from, to))
                - factor
                        * Sums.pairwise(offsets.length, (from, to) -> {
                            double sum = 0;
                            for (int i = from; i < to; i++) {
                                sum += slope[i] * offsets[i];
                            }
                            return sum;
                        });
    }

    /**
     * Moves the intercepts to where the loss is smallest.
     *
     * @param intercepts changed in place
     * @param scores moved with them
     */
    final void optimizeIntercepts(double[] intercepts, double[] scores) {
        double[] shifts = optimalShifts(problem.withOffsetsAdded(scores));
        int n = exampleWeights.length;
        for (int k = 0; k < shifts.length; k++) {
            intercepts[k] += shifts[k];
            for (int i = k * n; i < (k + 1) * n; i++) {
                scores[i] += shifts[k];
            }
        }
    }

    // In all of these f is scores plus offsets.

    /** Σ sᵢ ℓᵢ of some targets. */
    abstract double sum(double[] f, int from, int to);

    abstract void derive(double[] f, double[] slope);

    abstract void curve(double[] f, double[] h);

    abstract @Nullable Coupling couple(double[] f);

    abstract double boundCurvature(double[] from, double[] to, double[] move);

    /** The part of some targets, without offsets. */
    abstract double conjugate(double[] slope, double factor, int from, int to);

    abstract double[] optimalShifts(double[] f);
}
