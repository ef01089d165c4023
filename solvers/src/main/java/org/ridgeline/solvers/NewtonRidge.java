package org.ridgeline.solvers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.Sums;
import org.ridgeline.Weights;

/**
 * Newton's method for a smooth loss of one score and a penalty that is a sum of squares, which makes no weight zero and so leaves
 * descent by coordinates nothing to skip. Its steps are found by conjugate gradients, only as exactly as the next step needs.
 *
 * <p>Sources: Dembo, Eisenstat and Steihaug, "Inexact Newton methods", SIAM J. Numer. Anal. 19 (1982); Nocedal and Wright,
 * "Numerical Optimization" (2006), chapter 7.
 */
abstract class NewtonRidge {

    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 40;
    private static final double DECREASE = 1e-4;
    /** An objective may be higher by this share for rounding. */
    private static final double ROUNDING = 1e-13;

    final Problem problem;
    final Design design;
    final LossTerm loss;
    private final Solver solver;
    private final double nullLoss;
    private final double[] nullGradient;
    private final QuadraticCertificate certificate;

    final double[] w;
    final double[] scores;
    final double[] intercepts = new double[1];
    final double[] slope;
    final double[] curvature;
    /** −X̃ᵀu at the weights that were certified last. */
    final double[] correlations;
    /** The steps of conjugate gradients so far in the current fit. */
    int iterations;

    NewtonRidge(Problem problem, Solver solver) {
        this.problem = problem;
        this.solver = solver;
        this.design = new Design(problem);
        this.loss = LossTerm.of(problem);
        this.w = new double[design.columns()];
        this.scores = new double[design.scores()];
        this.slope = new double[scores.length];
        this.curvature = new double[scores.length];
        this.correlations = new double[w.length];
        measure();
        this.nullLoss = loss.value(scores);
        this.nullGradient = new double[w.length];
        design.multiplyTransposed(slope, nullGradient);
        double steepest = 0;
        for (double square : squares()) {
            steepest = Math.max(steepest, square);
        }
        PathModel.requireFinite(nullLoss, steepest);
        double[] nullCorrelations = Arrays.stream(nullGradient).map(g -> -g).toArray();
        this.certificate = new QuadraticCertificate(nullLoss, nullCorrelations, steepest > 0 ? steepest : 1);
    }

    /** Whether this is the way to fit a penalty, for each target by itself. With few features the squared loss has a quicker one. */
    static boolean suits(Problem several, Regularizer regularizer) {
        Problem problem = several.ofTarget(0);
        if (problem.hasBounds() || !(DualRidge.suits(problem) || problem.loss().equals(Loss.LOGISTIC))) {
            return false;
        }
        Weights like = problem.weights(new double[problem.features().columns()]);
        return SumOfSquares.coefficients(regularizer, like) != null;
    }

    static NewtonRidge of(Problem problem, Solver solver) {
        return DualRidge.suits(problem) ? new DualRidge(problem, solver) : new PrimalRidge(problem, solver);
    }

    /** The gradient of the loss in the weights, where they are zero. */
    final double[] nullGradient() {
        return nullGradient.clone();
    }

    final double nullLoss() {
        return nullLoss;
    }

    /**
     * Fits from where the last fit ended, or from zero weights.
     *
     * @param regularizer a sum of squares
     * @return the fit, or null if rounding keeps it from the tolerance
     */
    final PathFit.@Nullable Point fit(Regularizer regularizer) {
        double[] c = SumOfSquares.coefficients(regularizer, problem.weights(w));
        if (c == null) {
            return null;
        }
        iterations = 0;
        begin(c);
        double size = Double.POSITIVE_INFINITY;
        int idle = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            Interruption.check(iterations);
            measure();
            if (mayBeDone()) {
                Certificate reached = certify(regularizer);
                if (solver.accepts(reached)) {
                    return point(regularizer, reached);
                }
                // Newton's method gains digits at each step until rounding ends it.
                double now = reached.residual();
                idle = now < 0.5 * size ? 0 : idle + 1;
                size = Math.min(size, now);
            }
            if (idle > 2 || iterations >= solver.maxIterations() || !move()) {
                return null;
            }
        }
        return null;
    }

    /**
     * Starts from an earlier fit, perhaps of other examples, if its penalty was a sum of squares.
     *
     * @param earlier the penalty of that fit
     * @param coefficients of this output
     */
    final void startFrom(Regularizer earlier, double[] coefficients) {
        double[] c = SumOfSquares.coefficients(earlier, problem.weights(w));
        if (c == null) {
            return;
        }
        double[] start = design.scaling().standardized(coefficients);
        System.arraycopy(start, 0, w, 0, w.length);
        design.multiply(w, new double[1], scores);
        intercepts[0] = 0;
        measure();
        resume(c);
    }

    /** The intercept at its best place, and the derivatives of the loss there. */
    private void measure() {
        if (problem.hasIntercept()) {
            loss.optimizeIntercepts(intercepts, scores);
        }
        loss.slope(scores, slope);
        loss.curvature(scores, curvature);
    }

    /** Σ hᵢx̃ᵢⱼ² of each column. */
    final double[] squares() {
        double total = Sums.sum(curvature);
        double[] squares = new double[w.length];
        Arrays.setAll(
                squares, j -> design.features().squares(j, design.center(j), design.deviation(j), curvature, total));
        return squares;
    }

    private Certificate certify(Regularizer regularizer) {
        settleWeights();
        design.multiplyTransposed(slope, correlations);
        for (int j = 0; j < w.length; j++) {
            correlations[j] = -correlations[j];
        }
        Weights weights = problem.weights(w);
        Weights dual = problem.weights(correlations);
        return certificate.ofGap(
                regularizer, weights, dual, DualityGap.of(loss, regularizer, weights, scores, slope, dual));
    }

    private PathFit.Point point(Regularizer regularizer, Certificate reached) {
        return PathFit.Point.of(
                regularizer,
                w,
                intercepts.clone(),
                loss.value(scores),
                regularizer.penalty(problem.weights(w)),
                reached,
                Math.max(1, iterations),
                true);
    }

    /**
     * Searches along a direction of the scores.
     *
     * @param direction by which scores move, but for the intercept
     * @param penalty of the direction: three numbers p, q, r with penalty p + q·t + r·t² after a step t
     * @param along the derivative of the objective at t = 0
     * @return t, or 0 if the objective falls nowhere; the scores and the intercept have moved
     */
    final double search(double[] direction, double[] penalty, double along) {
        double[] old = scores.clone();
        double oldIntercept = intercepts[0];
        double before = loss.value(scores) + penalty[0];
        double t = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, t /= 2) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = old[i] + t * direction[i];
            }
            intercepts[0] = oldIntercept;
            if (problem.hasIntercept()) {
                loss.optimizeIntercepts(intercepts, scores);
            }
            double after = loss.value(scores) + penalty[0] + t * (penalty[1] + t * penalty[2]);
            if (after <= before + DECREASE * t * along + ROUNDING * Math.abs(before)) {
                return t;
            }
        }
        System.arraycopy(old, 0, scores, 0, old.length);
        intercepts[0] = oldIntercept;
        return 0;
    }

    /** Takes the coefficients of the penalty. */
    abstract void begin(double[] c);

    /** Goes on from the weights, scores and slope that were set, which are the optimum of other coefficients of the penalty. */
    abstract void resume(double[] earlier);

    /** Whether it is worth to certify. */
    abstract boolean mayBeDone();

    /** Brings the weights up to date. */
    abstract void settleWeights();

    /** A Newton step; false if it leads nowhere. */
    abstract boolean move();
}
