package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Sums;
import org.ridgeline.Weights;

/**
 * Fits the squared loss with a penalty of single weights or of groups along a path of λ, by block coordinate descent on a
 * working set.
 *
 * <p>The set starts with the columns that the sequential strong rule does not discard (Tibshirani et al., "Strong rules for
 * discarding predictors in lasso-type problems", J. R. Stat. Soc. B 74, 2012) and grows by those that a certificate over all
 * columns finds missing.
 */
final class PathSolver {

    /** The Gram matrix may take this share of the memory of the features. */
    private static final double GRAM_SHARE = 0.28;
    /** The Gram matrix of all columns costs about as much as p/16 passes over the features, each λ about one. */
    private static final int COLUMNS_PER_LAMBDA = 16;
    /** So many columns may be in the Gram matrix whatever they need. */
    private static final int FEW_COLUMNS = 64;
    /** A λ is approached by no longer strides than this share of the last, which are fitted roughly. */
    private static final double STRIDE = 0.6;

    private static final int MOST_STRIDES = 20;
    private static final Solver ROUGH = new Solver(1e-2, 1, Stopping.OBJECTIVE);
    /** ∂²ℓ/∂f² of the squared loss. */
    private static final double CURVATURE = 2;
    /** After so many passes what was updated step by step is computed anew, as rounding has moved it from the weights. */
    private static final int PASSES_AT_ONCE = 100;
    /** How much further the working set alone is taken. */
    private static final double INNER_SHARE = 0.5;
    /** Below this share of the null loss the loss is computed from the data, as little is left of a difference. */
    private static final double CANCELLED = 1e-6;

    private final Problem problem;
    private final Regularizer regularizer;
    private final Solver solver;
    private final LossTerm loss;
    private final Design design;

    private final double[] w;
    private final Weights weights;
    private final double[] scores;
    private final double[] slope;
    private final double[] curvature;
    private final boolean[] certain;
    private final int[] moving;
    /** The best constant, taken out of the targets so that a large mean of theirs costs no digits. */
    private final double targetCenter;

    private final double nullIntercept;
    private final double nullLoss;
    private final Correlations correlations;
    private final WorkingSet working;
    private final QuadraticCertificate certificate;
    private final CovarianceDescent covariance;
    private final Gram gram;
    private final Blocks blocks;
    /** Whether all columns are in the working set, so that the Gram matrix tells everything. */
    private final boolean complete;
    /** What the last minimisation has come to. */
    private Certificate reached = new Certificate(Certificate.Kind.DUALITY_GAP, 0, 0);

    PathSolver(Problem problem, Regularizer regularizer, int lambdas, Solver solver) {
        this.targetCenter = problem.hasIntercept()
                ? Intercept.optimize(problem, new double[problem.features().rows()])
                : 0;
        this.problem = problem.withTargetLess(targetCenter);
        this.regularizer = regularizer;
        this.solver = solver;
        this.design = new Design(this.problem);
        this.loss = new LossTerm(this.problem);
        int n = problem.features().rows();
        int p = problem.features().columns();
        this.w = new double[p];
        this.weights = problem.weights(w);
        this.scores = new double[n];
        this.slope = new double[n];
        this.curvature = new double[n];
        this.certain = new boolean[p];
        this.moving = new int[p];
        for (int i = 0; i < n; i++) {
            curvature[i] = CURVATURE * loss.scale() * problem.exampleWeights()[i];
        }
        // Of a large mean of the targets this is what rounding has left in them.
        this.nullIntercept = problem.hasIntercept() ? Intercept.optimize(this.problem, scores) : 0;
        this.nullLoss = loss.value(scores);
        loss.slope(scores, slope);
        int limit = (int) Math.max(FEW_COLUMNS, Math.sqrt(GRAM_SHARE * problem.features().storedNumbers()));
        this.gram = new Gram(design, curvature, limit);
        this.working = new WorkingSet(p);
        this.blocks = new Blocks(weights, regularizer);
        this.complete = p <= limit && p <= COLUMNS_PER_LAMBDA * lambdas;
        double[] curvatures = complete ? workOnAllColumns() : columnCurvatures();
        double steepest = 0;
        double[] reach = new double[p];
        for (int j = 0; j < p; j++) {
            steepest = Math.max(steepest, curvatures[j]);
            reach[j] = Math.sqrt(curvatures[j]);
        }
        if (!Double.isFinite(nullLoss) || !Double.isFinite(steepest)) {
            throw new IllegalArgumentException("the squares of " + (Double.isFinite(nullLoss) ? "features" : "targets")
                    + " are too large to compute with: scale them down");
        }
        this.correlations = new Correlations(this.problem, design, blocks, reach);
        correlations.compute(slope);
        double[] nullCorrelations = correlations.values().clone();
        this.certificate = new QuadraticCertificate(nullLoss, nullCorrelations, steepest > 0 ? steepest : 1);
        this.covariance = new CovarianceDescent(blocks, certificate, nullLoss, nullCorrelations, gram);
    }

    /** Whether this solver is the one for a problem and penalty. */
    static boolean suits(Problem problem, Regularizer regularizer) {
        return problem.loss() == Loss.SQUARED && regularizer.separability() != Separability.NONE;
    }

    private double[] workOnAllColumns() {
        for (int b = 0; b < blocks.count(); b++) {
            addBlock(b);
        }
        gram.extend(working.columns(), w.length);
        double[] curvatures = new double[w.length];
        int from = 0;
        for (int b = 0; b < blocks.count(); b++) {
            int to = from + blocks.members(b).length;
            for (int j : blocks.members(b)) {
                curvatures[j] = gram.largestEigenvalue(from, to);
            }
            from = to;
        }
        return curvatures;
    }

    /** For each column a bound of the largest eigenvalue of X̃ᵀHX̃ of its block. */
    private double[] columnCurvatures() {
        double[] curvatures = new double[w.length];
        double total = CURVATURE * loss.scale() * problem.totalWeight();
        for (int b = 0; b < blocks.count(); b++) {
            int[] members = blocks.members(b);
            int j = members[0];
            double deviation = design.deviation(j);
            if (members.length == 1) {
                curvatures[j] =
                        design.features().squares(j, design.center(j), curvature, total) / (deviation * deviation);
            } else {
                gram.extend(members, members.length);
                double largest = gram.largestEigenvalue(0, members.length);
                for (int k : members) {
                    curvatures[k] = largest;
                }
                gram.clear();
            }
        }
        return curvatures;
    }

    PathFit run(LambdaPath path) {
        fitFreeWeights();
        double lambdaMax = regularizer.lambdaMax(problem.weights(gradient()));
        double last = lambdaMax;
        List<PathFit.Point> points = new ArrayList<>();
        for (double lambda : path.resolve(lambdaMax, regularizer)) {
            PathFit.Point point = fit(regularizer.withLambda(lambda), last);
            points.add(point);
            last = lambda;
            if (path.endsAt(point.loss(), nullLoss)) {
                break;
            }
        }
        return new PathFit(design.scaling(), w.length, lambdaMax, nullLoss, points);
    }

    private double[] gradient() {
        double[] gradient = correlations.values().clone();
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = -gradient[j];
        }
        return gradient;
    }

    /** Fits what no strength makes zero, so that λmax is the start of the path. */
    private void fitFreeWeights() {
        Regularizer strongest = regularizer.withLambda(LambdaPath.ALL_BUT_FREE);
        double[] ones = new double[w.length];
        Arrays.fill(ones, 1);
        strongest.prox(problem.weights(ones), 1);
        boolean any = false;
        for (int j = 0; j < w.length; j++) {
            if (ones[j] == 1) {
                addBlock(blocks.blockOf(j));
                any = true;
            }
        }
        if (any) {
            fit(strongest, Double.POSITIVE_INFINITY);
            if (!complete) {
                correlations.compute(slope);
            }
        }
    }

    private PathFit.Point fit(Regularizer current, double lastLambda) {
        int passes = 0;
        double last = lastLambda;
        // After a leap most of the columns would look as if they were needed.
        boolean leap = !complete && last < Double.POSITIVE_INFINITY;
        for (int k = 0; leap && k < MOST_STRIDES && current.lambda() < STRIDE * last; k++) {
            Regularizer between = current.withLambda(STRIDE * last);
            guess(between, last);
            passes += minimize(between, ROUGH.withMaxIterations(solver.maxIterations()));
            last = between.lambda();
        }
        guess(current, last);
        passes += minimize(current, solver);
        return PathFit.Point.of(
                current,
                w,
                targetCenter + nullIntercept,
                currentLoss(),
                current.penalty(weights),
                reached,
                passes,
                solver.accepts(reached));
    }

    /** Adds to the working set what the strong rule does not discard. */
    private void guess(Regularizer current, double lastLambda) {
        if (complete) {
            return;
        }
        double strong = Math.min(current.lambda(), Math.max(0, 2 * current.lambda() - lastLambda));
        int count = correlations.findMoving(working, current.withLambda(strong), moving);
        // Guesses must not drive the working set to where it cannot be held any more.
        if (working.size() + count <= gram.limit()) {
            addMoving(count);
        }
    }

    /** Minimises until a rule accepts the certificate over all columns; returns how many passes that took. */
    private int minimize(Regularizer current, Solver rule) {
        int passes = 0;
        double inner = INNER_SHARE * rule.tolerance();
        while (true) {
            int left = rule.maxIterations() - passes;
            passes += descend(current, rule.withTolerance(inner).withMaxIterations(Math.min(PASSES_AT_ONCE, left)));
            reached = certify(current);
            if (rule.accepts(reached) || passes >= rule.maxIterations()) {
                return passes;
            }
            int count = correlations.findMoving(working, current, moving);
            if (count == 0) {
                inner = Math.max(inner / 4, Double.MIN_NORMAL);
            } else if (working.size() <= gram.limit() && working.size() + count > gram.limit()) {
                dropZeros();
            }
            addMoving(count);
        }
    }

    /** Minimises over the working set and brings scores, slope and its correlations up to date. */
    private int descend(Regularizer current, Solver rule) {
        int passes;
        boolean byGram = working.size() <= gram.limit();
        if (byGram) {
            covariance.load(working, w);
            passes = covariance.solve(current, rule);
            covariance.store(working, w, correlations);
        } else {
            ResidualDescent descent = new ResidualDescent(problem, blocks, design, certificate);
            descent.load(working, w, slope, curvature);
            passes = descent.solve(current, rule);
            descent.store(working, w);
        }
        if (!complete) {
            updateScores();
            if (!byGram) {
                correlations.compute(working, slope);
            }
        }
        return passes;
    }

    private void updateScores() {
        double[] before = scores.clone();
        design.multiply(w, nullIntercept, scores);
        loss.slope(scores, slope);
        double squares = Sums.pairwise(scores.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double change = scores[i] - before[i];
                sum += curvature[i] * change * change;
            }
            return sum;
        });
        correlations.move(Math.sqrt(squares));
    }

    private Certificate certify(Regularizer current) {
        double[] c = correlations.values();
        if (!complete) {
            correlations.refresh(slope, working, current, certain);
            c = c.clone();
            for (int j = 0; j < c.length; j++) {
                c[j] = certain[j] ? 0 : c[j];
            }
        }
        return certificate.of(current, weights, problem.weights(c), currentLoss());
    }

    private double currentLoss() {
        if (complete) {
            double difference = covariance.loss();
            if (difference > CANCELLED * nullLoss) {
                return difference;
            }
            design.multiply(w, nullIntercept, scores);
        }
        return loss.value(scores);
    }

    private void addMoving(int count) {
        for (int k = 0; k < count; k++) {
            addBlock(blocks.blockOf(moving[k]));
        }
    }

    private void addBlock(int block) {
        for (int j : blocks.members(block)) {
            working.add(j);
        }
    }

    /** Lets go of columns that are at zero. */
    private void dropZeros() {
        int[] places = new int[working.size()];
        int count = 0;
        for (int a = 0; a < places.length; a++) {
            if (!isZero(blocks.blockOf(working.column(a)))) {
                places[count++] = a;
            }
        }
        working.keep(places, count);
        covariance.keep(places, count);
    }

    private boolean isZero(int block) {
        for (int j : blocks.members(block)) {
            if (w[j] != 0) {
                return false;
            }
        }
        return true;
    }
}
