package org.ridgeline.solvers;

import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/**
 * Coordinate descent on a working set by its Gram matrix, for the squared loss: a step costs as many operations as there are
 * columns in the set, and none if the weight stays.
 *
 * <p>Source: Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models via coordinate descent",
 * J. Stat. Softw. 33 (2010), section 2.2.
 */
final class CovarianceDescent {

    /** A certificate costs about as much as a few steps. */
    private static final int PASSES_BETWEEN_CHECKS = 2;

    private final Problem problem;
    private final Stopping stopping;
    private final QuadraticCertificate certificate;
    private final double nullLoss;
    private final double[] nullCorrelations;
    private final Gram gram;
    private final Anderson anderson = new Anderson();
    /** One weight, so that any penalty is asked for one coordinate by its proximal step. */
    private final double[] cell = new double[1];

    private final Weights cellWeights = Weights.of(cell);

    private int size;
    private Weights layout = Weights.of();
    private double[] w = new double[0];
    private double[] c = new double[0];
    /** c at zero weights. */
    private double[] start = new double[0];

    private double[] curvature = new double[0];
    private double[] factors = new double[0];

    CovarianceDescent(
            Problem problem,
            Stopping stopping,
            QuadraticCertificate certificate,
            double nullLoss,
            double[] nullCorrelations,
            Gram gram) {
        this.problem = problem;
        this.stopping = stopping;
        this.certificate = certificate;
        this.nullLoss = nullLoss;
        this.nullCorrelations = nullCorrelations;
        this.gram = gram;
    }

    /** Takes up the columns that the working set has got since the last call, and the weights. */
    void load(WorkingSet working, double[] weights) {
        int count = working.size();
        if (count != w.length) {
            gram.extend(working.columns(), count);
            size = count;
            w = new double[size];
            c = new double[size];
            start = new double[size];
            curvature = new double[size];
            factors = new double[size];
            Weights all = problem.weights(weights);
            for (int a = 0; a < size; a++) {
                start[a] = nullCorrelations[working.column(a)];
                curvature[a] = gram.row(a)[a];
                factors[a] = all.factor(working.column(a));
            }
            layout = all.hasFactors() ? Weights.of(w).withFactors(factors) : Weights.of(w);
        }
        for (int a = 0; a < size; a++) {
            w[a] = weights[working.column(a)];
        }
        correlate();
    }

    /** Forgets the columns at all places but the given ones. */
    void keep(int[] places, int count) {
        gram.keep(places, count);
        w = new double[0];
    }

    /** c ← start − Gw. */
    private void correlate() {
        System.arraycopy(start, 0, c, 0, size);
        for (int a = 0; a < size; a++) {
            if (w[a] != 0) {
                subtract(w[a], gram.row(a));
            }
        }
    }

    private void subtract(double scale, double[] row) {
        double[] target = c;
        for (int b = 0; b < target.length; b++) {
            target[b] -= scale * row[b];
        }
    }

    /**
     * Descends until the certificate of the working set alone is within a tolerance.
     *
     * @return how many passes were made
     */
    int solve(Regularizer regularizer, double tolerance, int mostPasses) {
        anderson.reset();
        int passes = 0;
        while (passes < mostPasses) {
            if (passes % PASSES_BETWEEN_CHECKS == 0 && stopping.accepts(certify(regularizer), tolerance)) {
                break;
            }
            anderson.record(w, size, c, size);
            if (anderson.isFull()) {
                accelerate(regularizer);
            }
            Interruption.check(passes);
            pass(regularizer);
            passes++;
        }
        return passes;
    }

    private Certificate certify(Regularizer regularizer) {
        return certificate.of(regularizer, layout.withValues(w), layout.withValues(c), loss());
    }

    private void pass(Regularizer regularizer) {
        for (int a = 0; a < size; a++) {
            double l = curvature[a];
            if (l > 0) {
                cell[0] = w[a] + c[a] / l;
                regularizer.prox(cellWeights, factors[a] / l);
                double change = cell[0] - w[a];
                if (change != 0) {
                    w[a] = cell[0];
                    subtract(change, gram.row(a));
                }
            }
        }
    }

    /** Goes to the combination of the last iterates, if it is better. */
    private void accelerate(Regularizer regularizer) {
        double[] oldW = w;
        double[] oldC = c;
        double before = objective(regularizer);
        Certificate old = certify(regularizer);
        w = new double[size];
        c = new double[size];
        if (!anderson.extrapolate(w, c)
                || !Anderson.improves(
                        before,
                        objective(regularizer),
                        () -> certify(regularizer).residual() < old.residual())) {
            w = oldW;
            c = oldC;
        }
        anderson.reset();
        anderson.record(w, size, c, size);
    }

    private double objective(Regularizer regularizer) {
        return loss() + regularizer.penalty(layout.withValues(w));
    }

    /** The loss: with G and b = start, ½wᵀGw − bᵀw above that at zero weights, where Gw = b − c. */
    double loss() {
        double sum = 0;
        for (int a = 0; a < size; a++) {
            sum += w[a] * (start[a] + c[a]);
        }
        return Math.max(nullLoss - sum / 2, 0);
    }

    /** Writes the weights and correlations of the working set back. */
    void store(WorkingSet working, double[] weights, Correlations correlations) {
        for (int a = 0; a < size; a++) {
            weights[working.column(a)] = w[a];
            correlations.set(working.column(a), c[a]);
        }
    }
}
