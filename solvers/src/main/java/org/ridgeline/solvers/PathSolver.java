package org.ridgeline.solvers;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;

/**
 * Fits a path of λ with a penalty of single weights or of groups, by block coordinate descent on a working set.
 *
 * <p>The set starts with the columns that the sequential strong rule does not discard (Tibshirani et al., "Strong rules for
 * discarding predictors in lasso-type problems", J. R. Stat. Soc. B 74, 2012) and grows by those that a certificate over all
 * columns finds missing.
 */
final class PathSolver implements PathSteps {

    /** After so many passes what was updated step by step is computed anew, as rounding has moved it from the weights. */
    private static final int PASSES_AT_ONCE = 100;
    /** How much further the working set alone is taken. */
    private static final double INNER_SHARE = 0.5;

    static final int MOST_STRIDES = 30;
    /** So many columns may be in the working set at once whether they are needed or not. */
    private static final int FEW_COLUMNS = 64;

    private final Problem problem;
    private final Regularizer regularizer;
    private final Solver solver;
    private final PathModel model;
    private final double[] w;
    private final WorkingSet working;
    private final Blocks blocks;
    private final int[] moving;
    /** The λ that was fitted last, or where a path starts. */
    private double previous;
    /** Of a path; see {@link PathFit#lambdaMax()}. */
    private double lambdaMax;
    /** What the last minimisation has come to. */
    private Certificate reached = new Certificate(Certificate.Kind.DUALITY_GAP, 0, 0);

    /**
     * A solver that has fitted nothing yet.
     *
     * @param lambdas how many λ are to be fitted
     * @param smallest the smallest of them, or NaN if they are a fine grid
     */
    PathSolver(Problem problem, Regularizer regularizer, int lambdas, double smallest, Solver solver) {
        this.problem = problem;
        this.regularizer = regularizer;
        this.solver = solver;
        this.model = problem.isSquared()
                ? SquaredModel.of(problem, regularizer, lambdas, smallest)
                : new NewtonModel(problem, regularizer);
        this.w = model.w;
        this.working = model.working;
        this.blocks = model.blocks;
        this.moving = new int[w.length];
    }

    /** Whether this solver is the one for a penalty. */
    static boolean suits(Regularizer regularizer) {
        return regularizer.separability() != Separability.NONE;
    }

    /** One fit with the λ of the regularizer, from the weights of another if they are better than zero. */
    Fit fit(@Nullable Fit warmStart) {
        double last = lambdaMax(fitFreeWeights());
        boolean warm = warmStart != null && startFrom(warmStart);
        if (warmStart != null && warm) {
            last = Math.max(warmStart.regularizer().lambda(), regularizer.lambda());
        }
        PathFit.Point point = isOneStepAway() ? point(regularizer, 1) : fit(regularizer, last);
        return point.toFit(model.design.scaling(), w.length);
    }

    /**
     * Takes one proximal step of all weights at once, unless it is not enough. Orthogonal features need no more, and of a warm start that
     * is good enough it leaves the zeros of this penalty.
     */
    private boolean isOneStepAway() {
        Interruption.check(0);
        double[] old = w.clone();
        int size = working.size();
        double step = model.step();
        for (int j = 0; j < w.length; j++) {
            w[j] += step * model.correlations().values()[j];
        }
        regularizer.prox(model.weights, step);
        addNonzeros();
        model.refreshAll();
        reached = model.certify(regularizer);
        if (solver.accepts(reached)) {
            return true;
        }
        System.arraycopy(old, 0, w, 0, w.length);
        if (working.size() > size) {
            int[] places = new int[size];
            Arrays.setAll(places, a -> a);
            model.keep(places, size);
        }
        model.refreshAll();
        return false;
    }

    private boolean startFrom(Fit warmStart) {
        double before = model.objective(regularizer);
        double[] old = w.clone();
        // The earlier fit may have scaled the features otherwise.
        double[] start = model.design.scaling().standardized(warmStart.coefficients());
        System.arraycopy(start, 0, w, 0, w.length);
        model.refreshAll();
        boolean better = model.objective(regularizer) < before;
        if (!better) {
            System.arraycopy(old, 0, w, 0, w.length);
            model.refreshAll();
        }
        addNonzeros();
        return better;
    }

    /** The λ that a path visits, bit for bit. */
    static double[] lambdas(Problem problem, Regularizer regularizer, LambdaPath path, Solver solver) {
        boolean any = false;
        for (boolean free : freeWeights(problem, regularizer)) {
            any |= free;
        }
        // The fit of free weights must be the same to the last bit; without any, the gradient is, whatever is made
        // ready for many λ.
        return new PathSolver(problem, regularizer, any ? path.count() : 1, any ? path.smallest() : Double.NaN, solver)
                .lambdas(path);
    }

    @Override
    public double[] lambdas(LambdaPath path) {
        double[] gradient = fitFreeWeights();
        lambdaMax = lambdaMax(gradient);
        previous = lambdaMax;
        return path.resolve(lambdaMax, gradient);
    }

    @Override
    public PathFit.Point step(double lambda) {
        PathFit.Point point = fit(regularizer.withLambda(lambda), previous);
        previous = lambda;
        return point;
    }

    @Override
    public double nullLoss() {
        return model.nullLoss();
    }

    @Override
    public PathFit toPath(List<PathFit.Point> points) {
        return new PathFit(model.design.scaling(), w.length, lambdaMax, model.nullLoss(), points);
    }

    /** Which weights no strength makes zero. */
    private static boolean[] freeWeights(Problem problem, Regularizer regularizer) {
        double[] ones = new double[problem.loss().outputs() * problem.features().columns()];
        Arrays.fill(ones, 1);
        Bounded.base(regularizer.withLambda(LambdaPath.ALL_BUT_FREE)).prox(problem.weights(ones), 1);
        boolean[] free = new boolean[ones.length];
        for (int j = 0; j < ones.length; j++) {
            free[j] = ones[j] == 1;
        }
        return free;
    }

    /** Fits what no strength makes zero. The gradient of the loss is then that at the start of the path. */
    private double[] fitFreeWeights() {
        boolean[] free = freeWeights(problem, regularizer);
        boolean any = false;
        for (int j = 0; j < w.length; j++) {
            if (free[j]) {
                model.addBlock(blocks.blockOf(j));
                any = true;
            }
        }
        if (any) {
            fit(regularizer.withLambda(LambdaPath.ALL_BUT_FREE), Double.POSITIVE_INFINITY);
            if (!model.complete()) {
                model.correlations().compute(model.slope);
            }
        }
        double[] gradient = model.correlations().values().clone();
        Arrays.setAll(gradient, j -> -gradient[j]);
        return gradient;
    }

    private double lambdaMax(double[] gradient) {
        return regularizer.lambdaMax(problem.weights(gradient));
    }

    private PathFit.Point fit(Regularizer current, double lastLambda) {
        int passes = 0;
        double last = lastLambda;
        // After a leap most of the columns would look as if they were needed.
        boolean leap = w.length > FEW_COLUMNS && !model.complete() && last < Double.POSITIVE_INFINITY;
        for (int k = 0; leap && k < MOST_STRIDES && current.lambda() < model.stride() * last; k++) {
            // Half of the passes are kept for the λ that is wanted.
            int left = solver.maxIterations() / 2 - passes;
            if (left < 1) {
                break;
            }
            Regularizer between = current.withLambda(model.stride() * last);
            guess(between, last);
            passes += minimize(between, new Solver(model.strideTolerance(), left, Stopping.OBJECTIVE));
            last = between.lambda();
        }
        guess(current, last);
        passes += minimize(current, solver.withMaxIterations(solver.maxIterations() - passes));
        return point(current, passes);
    }

    private PathFit.Point point(Regularizer current, int passes) {
        return PathFit.Point.of(
                current,
                w,
                model.originalIntercepts(),
                model.currentLoss(),
                current.penalty(model.weights),
                reached,
                passes,
                solver.accepts(reached));
    }

    /** Adds to the working set what the strong rule does not discard. */
    private void guess(Regularizer current, double lastLambda) {
        if (model.complete()) {
            return;
        }
        double strong = Math.min(current.lambda(), Math.max(0, 2 * current.lambda() - lastLambda));
        int count = model.correlations().findMoving(working, current.withLambda(strong), moving);
        // Guesses must not drive the working set to where it cannot be held any more.
        if (working.size() + count <= model.limit()) {
            addMoving(count);
        }
    }

    /** Minimises until a rule accepts the certificate over all columns; returns how many passes that took. */
    private int minimize(Regularizer current, Solver rule) {
        int passes = 0;
        double inner = Math.max(INNER_SHARE * rule.tolerance(), Double.MIN_VALUE);
        while (true) {
            int left = rule.maxIterations() - passes;
            passes +=
                    model.descend(current, rule.withTolerance(inner).withMaxIterations(Math.min(PASSES_AT_ONCE, left)));
            reached = model.certify(current);
            if (rule.accepts(reached) || passes >= rule.maxIterations()) {
                return passes;
            }
            int count = model.correlations().findMoving(working, current, moving);
            if (count == 0) {
                inner = Math.max(inner / 4, Double.MIN_NORMAL);
            } else if (working.size() <= model.limit() && working.size() + count > model.limit()) {
                dropZeros();
            }
            addMoving(count);
        }
    }

    private void addNonzeros() {
        for (int j = 0; j < w.length; j++) {
            if (w[j] != 0) {
                model.addBlock(blocks.blockOf(j));
            }
        }
    }

    private void addMoving(int count) {
        for (int k = 0; k < count; k++) {
            model.addBlock(blocks.blockOf(moving[k]));
        }
    }

    /** Lets go of blocks that are at zero. */
    private void dropZeros() {
        int[] places = new int[working.size()];
        int count = 0;
        for (int a = 0; a < places.length; a++) {
            if (!isZero(blocks.blockOf(working.column(a)))) {
                places[count++] = a;
            }
        }
        model.keep(places, count);
    }

    private boolean isZero(int block) {
        for (int k = 0; k < blocks.size(block); k++) {
            if (w[blocks.column(block, k)] != 0) {
                return false;
            }
        }
        return true;
    }
}
