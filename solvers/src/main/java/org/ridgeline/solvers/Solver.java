package org.ridgeline.solvers;

import org.jspecify.annotations.Nullable;
import org.ridgeline.Interval;
import org.ridgeline.Regularizer;

/**
 * Fits problems. Immutable and safe for use by many threads.
 *
 * <p>A fit that does not reach its tolerance says so in {@link Fit#converged()}. Interrupting the thread ends a fit with a
 * {@link java.util.concurrent.CancellationException}.
 *
 * @param tolerance what the {@linkplain Certificate certificate} must come down to, &gt; 0
 * @param maxIterations the largest number of proximal steps, ≥ 1
 */
public record Solver(double tolerance, int maxIterations) {

    /** Checks the limits. */
    public Solver {
        tolerance = Interval.above(0).require("tolerance", tolerance);
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be >= 1, but is " + maxIterations);
        }
    }

    /** Tolerance 1e-9, at most 100,000 steps. */
    public static Solver standard() {
        return new Solver(1e-9, 100_000);
    }

    /** The same solver with another tolerance. */
    public Solver withTolerance(double tolerance) {
        return new Solver(tolerance, maxIterations);
    }

    /** The same solver with another limit of steps. */
    public Solver withMaxIterations(int maxIterations) {
        return new Solver(tolerance, maxIterations);
    }

    /**
     * Minimises loss + penalty.
     *
     * @throws IllegalArgumentException if the λ of the regularizer moves, which needs {@link HoldOut}, if groups or
     *     penalty factors do not suit it, or if the optimum is not finite because a logistic problem with an intercept has
     *     targets of one class only
     */
    public Fit fit(Problem problem, Regularizer regularizer) {
        return solve(problem, regularizer, null);
    }

    /**
     * Minimises loss + penalty, starting from an earlier fit of the same features.
     *
     * @throws IllegalArgumentException as {@link #fit(Problem, Regularizer)}, or if the numbers of features differ
     */
    public Fit fit(Problem problem, Regularizer regularizer, Fit warmStart) {
        int wanted = problem.features().columns();
        int found = warmStart.coefficients().length;
        if (wanted != found) {
            throw new IllegalArgumentException(
                    "wanted a warm start with " + wanted + " coefficients, but it has " + found);
        }
        return solve(problem, regularizer, warmStart);
    }

    private Fit solve(Problem problem, Regularizer regularizer, @Nullable Fit warmStart) {
        if (!regularizer.train().settled()) {
            throw new IllegalArgumentException(
                    "the lambda of " + regularizer + " moves with a validation loss: fit it with a hold-out");
        }
        Problem counting = problem.withoutZeroWeights();
        if (problem.loss() == Loss.LOGISTIC && problem.hasIntercept() && counting.hasConstantTarget()) {
            throw new IllegalArgumentException(
                    "the logistic loss with an intercept needs examples of both classes, but there is only one");
        }
        return new ProximalGradient(counting, regularizer, tolerance, maxIterations).run(warmStart);
    }
}
