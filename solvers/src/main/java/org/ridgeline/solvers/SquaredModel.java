package org.ridgeline.solvers;

import org.ridgeline.Regularizer;
import org.ridgeline.Sums;

/** The squared loss, whose curvature is always the same: descent on the Gram matrix of the working set, where it fits. */
final class SquaredModel extends PathModel {

    /** The Gram matrix may take this share of the memory of the features. */
    private static final double GRAM_SHARE = 0.28;
    /** So many columns may be in the Gram matrix whatever they need. */
    private static final int FEW_COLUMNS = 64;
    /** The Gram matrix of all columns costs about as much as p/16 passes over the features, each λ about one. */
    private static final int COLUMNS_PER_LAMBDA = 16;
    /** ∂²ℓ/∂f² of the squared loss. */
    private static final double CURVATURE = 2;
    /** Below this share of the null loss the loss is computed from the data, as little is left of a difference. */
    private static final double CANCELLED = 1e-6;

    /** The best constants, taken out of the targets so that a large mean of theirs costs no digits. */
    private final double[] targetCenters;

    private final double[] curvature;
    /** The same for each output, as the curvature is. */
    private final Gram gram;

    private final FeaturePlaces places;
    private final boolean complete;
    private final Correlations correlations;
    private final QuadraticCertificate certificate;
    private final CovarianceDescent covariance;

    private SquaredModel(
            Problem centered, double[] targetCenters, Regularizer regularizer, int lambdas, double smallest) {
        super(centered, regularizer);
        this.targetCenters = targetCenters;
        this.curvature = new double[scores.length];
        int n = design.rows();
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] = CURVATURE * loss.scale * problem.exampleWeights()[i % n];
        }
        int p = problem.features().columns();
        int limit = (int)
                Math.max(FEW_COLUMNS, Math.sqrt(GRAM_SHARE * problem.features().storedNumbers()));
        this.gram = new Gram(design, design.part(curvature, 0), limit);
        this.places = new FeaturePlaces(design);
        this.complete = p <= limit && pays(p, regularizer, lambdas, smallest);
        double[] curvatures = complete ? workOnAllColumns() : blocks.curvatures(design, curvature);
        double steepest = 0;
        for (double c : curvatures) {
            steepest = Math.max(steepest, c);
        }
        requireFinite(nullLoss(), steepest);
        this.correlations = new Correlations(problem, design, blocks, curvatures);
        correlations.compute(slope);
        double[] nullCorrelations = correlations.values().clone();
        this.certificate = new QuadraticCertificate(nullLoss(), nullCorrelations, steepest > 0 ? steepest : 1);
        this.covariance =
                new CovarianceDescent(design, blocks, certificate, nullLoss(), nullCorrelations, gram, places);
    }

    /**
     * A model of a problem.
     *
     * @param lambdas how many λ are to be fitted
     * @param smallest the smallest of them, or NaN if they are a fine grid
     */
    static SquaredModel of(Problem problem, Regularizer regularizer, int lambdas, double smallest) {
        if (!problem.hasIntercept()) {
            double[] centers = new double[problem.loss().outputs()];
            return new SquaredModel(problem, centers, regularizer, lambdas, smallest);
        }
        double[] centers = LossTerm.bestConstants(problem);
        return new SquaredModel(problem.withTargetsLess(centers), centers, regularizer, lambdas, smallest);
    }

    /** Whether there are so many λ, counting the strides to the smallest, that the Gram matrix of all columns pays. */
    private boolean pays(int p, Regularizer regularizer, int lambdas, double smallest) {
        long perLambda = (long) COLUMNS_PER_LAMBDA * design.outputs();
        if (p <= perLambda * lambdas) {
            return true;
        }
        // Only where it may matter is it worth a pass over the features to see how far λ is to go.
        if (!(smallest > 0) || p > perLambda * (lambdas + PathSolver.MOST_STRIDES)) {
            return false;
        }
        double[] gradient = new double[w.length];
        design.multiplyTransposed(slope, gradient);
        double lambdaMax = regularizer.lambdaMax(problem.weights(gradient));
        if (lambdaMax == Double.POSITIVE_INFINITY) {
            return false;
        }
        double strides = Math.ceil(Math.log(smallest / lambdaMax) / Math.log(stride()));
        return p <= perLambda * (lambdas + Math.min(strides, PathSolver.MOST_STRIDES));
    }

    private double[] workOnAllColumns() {
        for (int b = 0; b < blocks.count(); b++) {
            addBlock(b);
        }
        places.add(working);
        gram.extend(places.features(), places.count());
        double[] curvatures = new double[w.length];
        for (int b = 0; b < blocks.count(); b++) {
            int from = places.of(blocks.column(b, 0));
            double largest = gram.largestEigenvalue(from, from + blocks.features(b, design));
            for (int k = 0; k < blocks.size(b); k++) {
                curvatures[blocks.column(b, k)] = largest;
            }
        }
        return curvatures;
    }

    @Override
    double stride() {
        return 0.8;
    }

    @Override
    double strideTolerance() {
        return 1e-2;
    }

    @Override
    Correlations correlations() {
        return correlations;
    }

    @Override
    double step() {
        return certificate.step();
    }

    @Override
    boolean complete() {
        return complete;
    }

    @Override
    int limit() {
        return (int) Math.min(Integer.MAX_VALUE, (long) design.outputs() * gram.limit());
    }

    @Override
    void keep(int[] kept, int count) {
        super.keep(kept, count);
        covariance.keep(working);
    }

    @Override
    int descend(Regularizer regularizer, Solver rule) {
        int passes;
        places.add(working);
        boolean byGram = places.count() <= gram.limit();
        if (byGram) {
            covariance.load(working, w);
            passes = covariance.solve(regularizer, rule);
            covariance.store(w, correlations);
        } else {
            ResidualDescent descent = new ResidualDescent(this, certificate, slope, curvature, null);
            passes = descent.solve(regularizer, rule, 0);
            descent.store(w);
        }
        if (!complete) {
            updateScores();
            if (!byGram) {
                correlations.compute(working, slope);
            }
        }
        return passes;
    }

    @Override
    void refreshAll() {
        if (complete) {
            covariance.load(working, w);
            covariance.store(w, correlations);
            return;
        }
        design.multiply(w, intercepts, scores);
        loss.slope(scores, slope);
        correlations.compute(slope);
    }

    private void updateScores() {
        double[] before = scores.clone();
        design.multiply(w, intercepts, scores);
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

    @Override
    double[] originalIntercepts() {
        double[] original = targetCenters.clone();
        for (int k = 0; k < original.length; k++) {
            original[k] += intercepts[k];
        }
        return original;
    }

    @Override
    Certificate certify(Regularizer regularizer) {
        return certificate.of(regularizer, weights, certifiedCorrelations(regularizer), currentLoss());
    }

    @Override
    double currentLoss() {
        if (complete) {
            double difference = covariance.loss();
            if (difference > CANCELLED * nullLoss()) {
                return difference;
            }
            design.multiply(w, intercepts, scores);
        }
        return super.currentLoss();
    }
}
