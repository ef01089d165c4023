package org.ridgeline.solvers;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.Sums;
import org.ridgeline.Weights;

/**
 * Accelerated proximal gradient (FISTA) with restart, for any convex penalty.
 *
 * <p>Sources: Beck and Teboulle, "A fast iterative shrinkage-thresholding algorithm", SIAM J. Imaging Sci. 2 (2009);
 * O'Donoghue and Candès, "Adaptive restart for accelerated gradient schemes", Found. Comput. Math. 15 (2015), the gradient
 * scheme.
 */
final class ProximalGradient {

    /** A certificate costs about as much as a step. */
    private static final int STEPS_BETWEEN_CHECKS = 10;
    /** How much shorter a step is tried that has led to where the loss overflows. */
    private static final double SHORTER = 16;

    private static final double STEEPEST = 0x1p500;

    private final Problem problem;
    private final Regularizer regularizer;
    private final Solver solver;
    private final Design design;
    private final LossTerm loss;
    /**
     * The best constants under the squared loss, which are taken out of the targets: centred features make the best intercepts
     * independent of the weights, and without them a large mean of the targets costs no digits.
     */
    private final double[] targetCenters;
    /** Whether the best intercept depends on the weights. */
    private final boolean interceptMoves;

    private final Iterate current;
    private final Iterate next;
    private final Iterate extrapolated;
    /** The current weights with their best intercept: what is certified, and in the end returned. */
    private final Iterate certified;

    private final double[] slope;
    private final double[] gradient;
    private final double[] move;
    private final double[] moveScores;
    private final double[] interceptSlopes;
    private final double[] interceptMove;
    private double lipschitz;
    /** The intercept counts as the weight of a constant feature of this square, so that one L suits it and the weights. */
    private double interceptScale;

    private double nullLoss;
    private double nullGradient;

    /** Weights, intercepts and the scores that they give. */
    private static final class Iterate {
        final double[] w;
        final Weights weights;
        final double[] scores;
        final double[] intercepts;

        Iterate(Problem problem, Design design) {
            w = new double[design.columns()];
            weights = problem.weights(w);
            scores = new double[design.scores()];
            intercepts = new double[design.outputs()];
        }

        void set(Iterate other) {
            System.arraycopy(other.w, 0, w, 0, w.length);
            System.arraycopy(other.scores, 0, scores, 0, scores.length);
            System.arraycopy(other.intercepts, 0, intercepts, 0, intercepts.length);
        }

        /** this ← a + momentum·(a − b). */
        void extrapolate(Iterate a, Iterate b, double momentum) {
            for (int j = 0; j < w.length; j++) {
                w[j] = a.w[j] + momentum * (a.w[j] - b.w[j]);
            }
            for (int i = 0; i < scores.length; i++) {
                scores[i] = a.scores[i] + momentum * (a.scores[i] - b.scores[i]);
            }
            for (int k = 0; k < intercepts.length; k++) {
                intercepts[k] = a.intercepts[k] + momentum * (a.intercepts[k] - b.intercepts[k]);
            }
        }
    }

    ProximalGradient(Problem problem, Regularizer regularizer, Solver solver) {
        boolean centered = problem.isSquared() && problem.hasIntercept();
        this.targetCenters = centered
                ? LossTerm.bestConstants(problem)
                : new double[problem.loss().outputs()];
        this.interceptMoves = problem.hasIntercept() && !centered;
        this.problem = centered ? problem.withTargetsLess(targetCenters) : problem;
        this.regularizer = regularizer;
        this.solver = solver;
        this.design = new Design(this.problem);
        this.loss = LossTerm.of(this.problem);
        this.current = new Iterate(problem, design);
        this.next = new Iterate(problem, design);
        this.extrapolated = new Iterate(problem, design);
        this.certified = new Iterate(problem, design);
        this.slope = new double[design.scores()];
        this.gradient = new double[design.columns()];
        this.move = new double[design.columns()];
        this.moveScores = new double[design.scores()];
        this.interceptSlopes = new double[design.outputs()];
        this.interceptMove = new double[design.outputs()];
    }

    Fit run(@Nullable Fit warmStart) {
        startFromNull();
        if (warmStart != null) {
            startFrom(warmStart);
        }
        extrapolated.set(current);
        double momentum = 1;
        // At least one step, so that the weights always come from the proximal operator, with its exact zeros.
        for (int iteration = 1; ; iteration++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the fit was interrupted after " + (iteration - 1) + " steps");
            }
            step();
            double following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            boolean restart = movesBack();
            extrapolated.extrapolate(next, current, restart ? 0 : (momentum - 1) / following);
            momentum = restart ? 1 : following;
            current.set(next);
            if (iteration == 1 || iteration % STEPS_BETWEEN_CHECKS == 0 || iteration == solver.maxIterations()) {
                Certificate certificate = certify();
                if (solver.accepts(certificate) || iteration == solver.maxIterations()) {
                    return fit(certificate, iteration);
                }
            }
        }
    }

    private Fit fit(Certificate certificate, int iterations) {
        double[] intercepts = targetCenters.clone();
        Arrays.setAll(intercepts, k -> certified.intercepts[k] + targetCenters[k]);
        return new Fit(
                regularizer,
                design.scaling(),
                certified.w,
                intercepts,
                loss.value(certified.scores),
                regularizer.penalty(certified.weights),
                certificate,
                iterations,
                solver.accepts(certificate));
    }

    /** Puts {@code current} at zero weights with the best intercept. */
    private void startFromNull() {
        if (problem.hasIntercept()) {
            // Of a large mean of the targets this is what rounding has left in them.
            loss.optimizeIntercepts(current.intercepts, current.scores);
        }
        nullLoss = loss.value(current.scores);
        gradientAt(current);
        nullGradient = Sums.norm2(gradient);
        measureCurvature();
        PathModel.requireFinite(nullLoss, lipschitz);
    }

    /** Moves {@code current} to the weights of an earlier fit, unless zero weights are better. */
    private void startFrom(Fit warmStart) {
        double nullObjective = loss.value(current.scores);
        next.set(current);
        // The earlier fit may have scaled the features otherwise.
        double[] w = design.scaling().standardized(warmStart.coefficients());
        System.arraycopy(w, 0, next.w, 0, w.length);
        design.multiply(next.w, next.intercepts, next.scores);
        if (interceptMoves) {
            loss.optimizeIntercepts(next.intercepts, next.scores);
        }
        if (loss.value(next.scores) + regularizer.penalty(next.weights) < nullObjective) {
            current.set(next);
        }
    }

    /** next ← prox(extrapolated − gradient/L), with a larger L where this one turns out too small. */
    private void step() {
        gradientAt(extrapolated);
        for (int k = 0; interceptMoves && k < interceptSlopes.length; k++) {
            interceptSlopes[k] = Sums.sum(design.part(slope, k));
        }
        do {
            for (int j = 0; j < gradient.length; j++) {
                next.w[j] = extrapolated.w[j] - gradient[j] / lipschitz;
            }
            regularizer.prox(next.weights, 1 / lipschitz);
            for (int k = 0; k < interceptSlopes.length; k++) {
                next.intercepts[k] = extrapolated.intercepts[k] - interceptScale * interceptSlopes[k] / lipschitz;
            }
            design.multiply(next.w, next.intercepts, next.scores);
        } while (raiseLipschitz());
    }

    /**
     * Raises L where it is below Σ κᵢ(X̃d)ᵢ² / ‖d‖² for the step d that was made, with κᵢ the largest curvature of the loss
     * on the way.
     */
    private boolean raiseLipschitz() {
        // The slack is for rounding only.
        double enough = lipschitz * (1 + 1e-10);
        for (int j = 0; j < move.length; j++) {
            move[j] = next.w[j] - extrapolated.w[j];
        }
        for (int i = 0; i < moveScores.length; i++) {
            moveScores[i] = next.scores[i] - extrapolated.scores[i];
        }
        for (int k = 0; k < interceptMove.length; k++) {
            interceptMove[k] = next.intercepts[k] - extrapolated.intercepts[k];
        }
        double needed = curvatureAlongMove();
        if (needed > enough) {
            // Where the step is short, the difference of the scores is mostly rounding.
            design.multiply(move, interceptMove, moveScores);
            needed = curvatureAlongMove();
        }
        if (needed <= enough) {
            return false;
        }
        if (!Double.isFinite(needed)) {
            if (Arrays.stream(move).allMatch(Double::isFinite) && lipschitz < STEEPEST) {
                // The loss overflows where this step leads, as that of Poisson does soon.
                lipschitz *= SHORTER;
                return true;
            }
            throw new ArithmeticException("a proximal step of " + regularizer + " gave weights that are not finite");
        }
        lipschitz = 1.05 * needed;
        return true;
    }

    private double curvatureAlongMove() {
        double squares = 0;
        for (double b : interceptMove) {
            squares += b * b / interceptScale;
        }
        for (double d : move) {
            squares += d * d;
        }
        return squares < Double.MIN_NORMAL
                ? 0
                : loss.curvatureAlong(extrapolated.scores, next.scores, moveScores) / squares;
    }

    /** Whether the last move points against the proximal gradient, as when momentum has overshot. */
    private boolean movesBack() {
        double product = 0;
        for (int k = 0; k < interceptMove.length; k++) {
            product += (extrapolated.intercepts[k] - next.intercepts[k])
                    * (next.intercepts[k] - current.intercepts[k])
                    / interceptScale;
        }
        for (int j = 0; j < next.w.length; j++) {
            product += (extrapolated.w[j] - next.w[j]) * (next.w[j] - current.w[j]);
        }
        return product > 0;
    }

    /**
     * Measures how far {@code current} is from the optimum, once its intercept is at the best place. That is done to a copy:
     * to move the intercept of the iterates themselves would break their momentum.
     */
    private Certificate certify() {
        certified.set(current);
        if (interceptMoves) {
            loss.optimizeIntercepts(certified.intercepts, certified.scores);
        }
        gradientAt(certified);
        for (int j = 0; j < move.length; j++) {
            move[j] = certified.w[j] - gradient[j] / lipschitz;
        }
        regularizer.prox(problem.weights(move), 1 / lipschitz);
        for (int j = 0; j < move.length; j++) {
            move[j] -= certified.w[j];
        }
        double size = Math.max(Sums.norm2(certified.w), nullGradient / lipschitz);
        double moved = Sums.norm2(move);
        double residual = moved == 0 ? 0 : moved / size;
        for (int j = 0; j < move.length; j++) {
            move[j] = -gradient[j];
        }
        double gap =
                DualityGap.of(loss, regularizer, certified.weights, certified.scores, slope, problem.weights(move));
        boolean underflown = gap > 0 && nullLoss < QuadraticCertificate.SMALLEST_LOSS;
        if (gap == Double.POSITIVE_INFINITY || underflown) {
            return new Certificate(Certificate.Kind.PROX_RESIDUAL, residual, residual);
        }
        return new Certificate(Certificate.Kind.DUALITY_GAP, gap == 0 ? 0 : gap / nullLoss, residual);
    }

    private void gradientAt(Iterate iterate) {
        loss.slope(iterate.scores, slope);
        design.multiplyTransposed(slope, gradient);
    }

    /** Measures the curvature at {@code current}, from which {@link #raiseLipschitz()} goes on. */
    private void measureCurvature() {
        double[] h = new double[design.scores()];
        loss.curvature(current.scores, h);
        double largest = PowerMethod.largestEigenvalue(design, h);
        lipschitz = largest == 0 ? 1 : largest;
        interceptScale = interceptMoves ? lipschitz * design.outputs() / Sums.sum(h) : 1;
    }
}
