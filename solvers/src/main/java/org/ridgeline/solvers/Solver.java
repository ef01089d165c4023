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
 * @param maxIterations the largest number of proximal steps, or of passes over the working set, for each fit; ≥ 1
 * @param stopping what the tolerance is for
 */
public record Solver(double tolerance, int maxIterations, Stopping stopping) {

    /**
     * Checks the limits.
     *
     * @param tolerance &gt; 0
     * @param maxIterations ≥ 1
     * @param stopping any
     * @throws IllegalArgumentException if one is out of bounds
     */
    public Solver {
        tolerance = Interval.above(0).require("tolerance", tolerance);
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be >= 1, but is " + maxIterations);
        }
    }

    /**
     * A solver that stops at {@link Stopping#COEFFICIENTS}.
     *
     * @param tolerance what the certificate must come down to, &gt; 0
     * @param maxIterations the largest number of steps or passes, ≥ 1
     */
    public Solver(double tolerance, int maxIterations) {
        this(tolerance, maxIterations, Stopping.COEFFICIENTS);
    }

    /**
     * Tolerance 1e-9, at most 100,000 steps.
     *
     * @return a solver for everyday use
     */
    public static Solver standard() {
        return new Solver(1e-9, 100_000);
    }

    /**
     * The same solver with another tolerance.
     *
     * @param tolerance &gt; 0
     * @return a changed copy
     */
    public Solver withTolerance(double tolerance) {
        return new Solver(tolerance, maxIterations, stopping);
    }

    /**
     * The same solver with another limit of steps.
     *
     * @param maxIterations ≥ 1
     * @return a changed copy
     */
    public Solver withMaxIterations(int maxIterations) {
        return new Solver(tolerance, maxIterations, stopping);
    }

    /**
     * The same solver with another rule of when to stop.
     *
     * @param stopping what the tolerance is for
     * @return a changed copy
     */
    public Solver withStopping(Stopping stopping) {
        return new Solver(tolerance, maxIterations, stopping);
    }

    /**
     * Minimises loss + penalty.
     *
     * @param problem the loss
     * @param regularizer the penalty, with a fixed λ
     * @return the optimum, or what the last step gave
     * @throws IllegalArgumentException if the λ of the regularizer moves, which needs {@link HoldOut}, if groups or
     *     penalty factors do not suit it, if squares of features or targets overflow, or if the optimum is not finite because
     *     a logistic problem with an intercept has targets of one class only
     * @throws ArithmeticException if the proximal step of the regularizer gives weights that are not finite
     */
    public Fit fit(Problem problem, Regularizer regularizer) {
        return solve(problem, regularizer, null);
    }

    /**
     * Minimises loss + penalty, starting from the coefficients of an earlier fit unless zero weights are better.
     *
     * @param problem the loss
     * @param regularizer the penalty, with a fixed λ
     * @param warmStart a fit with another λ, of other examples, or on another scale
     * @return the optimum, or what the last step gave
     * @throws IllegalArgumentException as {@link #fit(Problem, Regularizer)}, or if the numbers of features differ
     * @throws ArithmeticException as {@link #fit(Problem, Regularizer)}
     */
    public Fit fit(Problem problem, Regularizer regularizer, Fit warmStart) {
        int wanted = problem.loss().outputs() * problem.features().columns();
        int found = warmStart.coefficients().length;
        if (wanted != found) {
            throw new IllegalArgumentException(
                    "wanted a warm start with " + wanted + " coefficients, but it has " + found);
        }
        return solve(problem, regularizer, warmStart);
    }

    /**
     * Minimises loss + penalty for one λ after the other, each from the last. A penalty that is separable by weights or groups is
     * fitted by block coordinate descent on working sets, any other by proximal gradient steps.
     *
     * @param problem what is fitted
     * @param regularizer the penalty; its own λ does not matter
     * @param path which λ
     * @return a fit for each λ
     * @throws IllegalArgumentException as {@link #fit(Problem, Regularizer)}
     */
    public PathFit path(Problem problem, Regularizer regularizer, LambdaPath path) {
        return walk(problem, regularizer, path).toEnd();
    }

    /**
     * The same as {@link #path}, but each λ is fitted when it is asked for.
     *
     * @param problem what is fitted
     * @param regularizer the penalty; its own λ does not matter
     * @param path which λ
     * @return a walk before its first λ
     * @throws IllegalArgumentException as {@link #fit(Problem, Regularizer)}
     */
    public PathWalk walk(Problem problem, Regularizer regularizer, LambdaPath path) {
        Problem counting = solvable(problem, regularizer);
        Regularizer constrained = constrained(counting, regularizer);
        return new PathWalk(steps(counting, constrained, path), path);
    }

    private PathSteps steps(Problem counting, Regularizer constrained, LambdaPath path) {
        if (NewtonRidge.suits(counting, constrained)) {
            return new RidgePath(counting, constrained, this);
        }
        return PathSolver.suits(constrained)
                ? new PathSolver(counting, constrained, path.count(), path.smallest(), this)
                : new ProximalPath(counting, constrained, this);
    }

    /** The λ that a path which does not end early visits, bit for bit. */
    double[] lambdas(Problem problem, Regularizer regularizer, LambdaPath path) {
        Problem counting = solvable(problem, regularizer);
        Regularizer constrained = constrained(counting, regularizer);
        if (NewtonRidge.suits(counting, constrained)) {
            return new RidgePath(counting, constrained, this).lambdas(path);
        }
        return PathSolver.suits(constrained)
                ? PathSolver.lambdas(counting, constrained, path, this)
                : new ProximalPath(counting, constrained, this).lambdas(path);
    }

    private Fit solve(Problem problem, Regularizer regularizer, @Nullable Fit warmStart) {
        Problem counting = solvable(problem, regularizer);
        Regularizer constrained = constrained(counting, regularizer);
        if (NewtonRidge.suits(counting, constrained)) {
            return new RidgePath(counting, constrained, this).fit(warmStart);
        }
        // Without strength nothing is zero, and of many minima the gradient leads from zero to the shortest.
        return PathSolver.suits(constrained) && regularizer.lambda() > 0
                ? new PathSolver(counting, constrained, 1, regularizer.lambda(), this).fit(warmStart)
                : new ProximalGradient(counting, constrained, this).run(warmStart);
    }

    /** The penalty with the bounds of the problem, on the scale on which weights are penalised. */
    static Regularizer constrained(Problem problem, Regularizer regularizer) {
        if (!problem.hasBounds()) {
            return regularizer;
        }
        Scaling scaling = Scaling.of(problem);
        int p = problem.features().columns();
        double[] lower = new double[problem.loss().outputs() * p];
        double[] upper = new double[lower.length];
        for (int c = 0; c < lower.length; c++) {
            lower[c] = problem.lowerBound(c % p) * scaling.deviation(c % p);
            upper[c] = problem.upperBound(c % p) * scaling.deviation(c % p);
        }
        return Bounded.of(regularizer, lower, upper);
    }

    /** The problem of the examples that count, as simple as it can be put. */
    private static Problem solvable(Problem problem, Regularizer regularizer) {
        if (!regularizer.train().settled()) {
            throw new IllegalArgumentException(
                    "the lambda of " + regularizer + " moves with a validation loss: fit it with a hold-out");
        }
        Problem counting = problem.withoutZeroWeights();
        if (problem.hasIntercept()) {
            requireFiniteIntercepts(counting);
        }
        return counting.isSquared() ? counting.withoutOffsets() : counting;
    }

    private static void requireFiniteIntercepts(Problem problem) {
        for (int output = 0; output < problem.loss().targets(); output++) {
            requireFiniteIntercept(problem, output);
        }
    }

    private static void requireFiniteIntercept(Problem problem, int output) {
        Loss loss = problem.lossOfTarget();
        if (loss.equals(Loss.POISSON) && !problem.hasTarget(output, y -> y > 0)) {
            throw new IllegalArgumentException(
                    "the Poisson loss with an intercept needs a target above 0, but all are 0"
                            + problem.suffix(output));
        }
        for (int k = 0; k < loss.classes(); k++) {
            int wanted = k;
            if (!problem.hasTarget(output, y -> y == wanted)) {
                throw new IllegalArgumentException("the " + loss + " loss with an intercept needs examples of "
                        + (loss.classes() == 2 ? "both" : "all " + loss.classes())
                        + " classes, but there is none of class " + k + problem.suffix(output));
            }
        }
    }

    boolean accepts(Certificate certificate) {
        return stopping.accepts(certificate, tolerance);
    }
}
