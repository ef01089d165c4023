package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/**
 * Coordinate and block descent on a working set by the Gram matrix of its features, for the squared loss: a step costs as many operations
 * as there are features in the set, and none if the weight stays.
 *
 * <p>Source: Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models via coordinate descent",
 * J. Stat. Softw. 33 (2010), section 2.2.
 */
final class CovarianceDescent {

    /** A certificate costs about as much as a few steps. */
    private static final int PASSES_BETWEEN_CHECKS = 2;

    private static final int MOST_BLOCK_STEPS = 20;
    /** A block is left when its steps, squared, have come down to this share. */
    private static final double ENOUGH = 1e-2;

    private final Design design;
    private final QuadraticCertificate certificate;
    private final double nullLoss;
    private final double[] nullCorrelations;
    private final Gram gram;
    private final FeaturePlaces places;
    private final Anderson anderson = new Anderson();
    private final Blocks blocks;

    private int size;
    private int[] columns = new int[0];
    /** The output of each column. */
    private int[] output = new int[0];
    /** The place of the feature of each column in the matrix; those of a block are neighbours. */
    private int[] place = new int[0];

    private Weights layout = Weights.of();
    private double[] w = new double[0];
    /** The correlations of each output with the features in the matrix. */
    private double[][] c;
    /** c at zero weights. */
    private double[][] start;

    /** The blocks in the working set, and where each starts. */
    private int[] block = new int[0];

    private int[] blockStart = new int[0];
    /** The number of features of each block. */
    private int[] blockFeatures = new int[0];

    private double[] curvature = new double[0];
    private int blockCount;
    private final double[] point;
    private final double[] slope;

    CovarianceDescent(
            Design design,
            Blocks blocks,
            QuadraticCertificate certificate,
            double nullLoss,
            double[] nullCorrelations,
            Gram gram,
            FeaturePlaces places) {
        this.design = design;
        this.places = places;
        this.c = new double[design.outputs()][0];
        this.start = new double[design.outputs()][0];
        this.blocks = blocks;
        this.point = new double[blocks.largest()];
        this.slope = new double[blocks.largest()];
        this.certificate = certificate;
        this.nullLoss = nullLoss;
        this.nullCorrelations = nullCorrelations;
        this.gram = gram;
    }

    /** Takes up the columns that the working set has got since the last call, whose features have their places, and the weights. */
    void load(WorkingSet working, double[] weights) {
        int count = working.size();
        if (count != w.length) {
            gram.extend(places.features(), places.count());
            size = count;
            w = new double[size];
            for (int k = 0; k < start.length; k++) {
                start[k] = new double[places.count()];
                for (int b = 0; b < places.count(); b++) {
                    start[k][b] = nullCorrelations[design.column(places.features()[b], k)];
                }
            }
            columns = Arrays.copyOf(working.columns(), size);
            output = new int[size];
            place = new int[size];
            for (int a = 0; a < size; a++) {
                output[a] = design.output(columns[a]);
                place[a] = places.of(columns[a]);
            }
            findBlocks();
            layout = blocks.weights(columns, size, w);
        }
        for (int a = 0; a < size; a++) {
            w[a] = weights[working.column(a)];
        }
        correlate();
    }

    private void findBlocks() {
        block = new int[size];
        blockStart = new int[size + 1];
        blockFeatures = new int[size];
        curvature = new double[size];
        blockCount = 0;
        for (int a = 0; a < size; a = blockStart[blockCount]) {
            int b = blocks.blockOf(columns[a]);
            block[blockCount] = b;
            blockFeatures[blockCount] = blocks.features(b, design);
            curvature[blockCount] = gram.largestEigenvalue(place[a], place[a] + blockFeatures[blockCount]);
            blockStart[++blockCount] = a + blocks.size(b);
        }
    }

    /** Forgets the columns that are no longer in the working set. */
    void keep(WorkingSet working) {
        int[] kept = places.keep(working);
        gram.keep(kept, kept.length);
        w = new double[0];
    }

    /** c ← start − Gw. */
    private void correlate() {
        Arrays.setAll(c, k -> start[k].clone());
        for (int a = 0; a < size; a++) {
            if (w[a] != 0) {
                subtract(w[a], gram.row(place[a]), c[output[a]]);
            }
        }
    }

    private static void subtract(double scale, double[] row, double[] target) {
        for (int b = 0; b < target.length; b++) {
            target[b] -= scale * row[b];
        }
    }

    /**
     * Descends until a rule accepts the certificate of the working set alone.
     *
     * @return how many passes were made
     */
    int solve(Regularizer ofAll, Solver rule) {
        Regularizer regularizer = Bounded.of(ofAll, columns, size);
        anderson.reset();
        int passes = 0;
        while (passes < rule.maxIterations()) {
            // Also after the first, which may be exact where later ones only stir the last bits.
            boolean check = passes == 1 || passes % PASSES_BETWEEN_CHECKS == 0;
            if (check && rule.accepts(certify(regularizer))) {
                break;
            }
            anderson.record(w, size, c);
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
        return certificate.of(regularizer, layout.withValues(w), layout.withValues(correlations()), loss());
    }

    /** c of each column. */
    private double[] correlations() {
        if (c.length == 1) {
            return c[0];
        }
        double[] byColumn = new double[size];
        for (int a = 0; a < size; a++) {
            byColumn[a] = c[output[a]][place[a]];
        }
        return byColumn;
    }

    private void pass(Regularizer regularizer) {
        for (int k = 0; k < blockCount; k++) {
            double l = curvature[k];
            int a = blockStart[k];
            if (l > 0 && blockStart[k + 1] == a + 1) {
                Weights cell = blocks.cell(block[k]);
                double[] ofOutput = c[output[a]];
                cell.values()[0] = w[a] + ofOutput[place[a]] / l;
                Bounded.at(regularizer, a).prox(cell, 1 / l);
                double change = cell.values()[0] - w[a];
                if (change != 0) {
                    w[a] = cell.values()[0];
                    subtract(change, gram.row(place[a]), ofOutput);
                }
            } else if (l > 0) {
                minimizeBlock(regularizer, k);
            }
        }
    }

    /** A few proximal gradient steps on one block, which cost little beside bringing all correlations up to date. */
    private void minimizeBlock(Regularizer regularizer, int k) {
        int from = blockStart[k];
        int length = blockStart[k + 1] - from;
        double l = curvature[k];
        Weights cell = blocks.cell(block[k]);
        double[] next = cell.values();
        int features = blockFeatures[k];
        System.arraycopy(w, from, point, 0, length);
        for (int i = 0; i < length; i += features) {
            System.arraycopy(c[output[from + i]], place[from], slope, i, features);
        }
        // The matrix of one feature for several outputs is a multiple of the identity, for which a single step is
        // exact.
        int mostSteps = features == 1 ? 1 : MOST_BLOCK_STEPS;
        double first = 0;
        for (int step = 0; step < mostSteps; step++) {
            for (int i = 0; i < length; i++) {
                next[i] = point[i] + slope[i] / l;
            }
            regularizer.prox(cell, 1 / l);
            double squares = 0;
            for (int i = 0; i < length; i++) {
                double change = next[i] - point[i];
                squares += change * change;
                point[i] = next[i];
                if (change != 0) {
                    double[] row = gram.row(place[from + i]);
                    int sameOutput = i - i % features;
                    for (int b = 0; b < features; b++) {
                        slope[sameOutput + b] -= change * row[place[from] + b];
                    }
                }
            }
            first = step == 0 ? squares : first;
            if (squares <= ENOUGH * first) {
                break;
            }
        }
        for (int i = 0; i < length; i++) {
            double change = point[i] - w[from + i];
            if (change != 0) {
                w[from + i] = point[i];
                subtract(change, gram.row(place[from + i]), c[output[from + i]]);
            }
        }
    }

    /** Goes to the combination of the last iterates, if it is better. */
    private void accelerate(Regularizer regularizer) {
        double[] oldW = w;
        double[][] oldC = c;
        double before = objective(regularizer);
        Certificate old = certify(regularizer);
        w = new double[size];
        c = new double[oldC.length][places.count()];
        if (!anderson.extrapolate(w, c)
                || !Anderson.improves(
                        before,
                        objective(regularizer),
                        () -> certify(regularizer).residual() < old.residual())) {
            w = oldW;
            c = oldC;
        }
        anderson.reset();
        anderson.record(w, size, c);
    }

    private double objective(Regularizer regularizer) {
        return loss() + regularizer.penalty(layout.withValues(w));
    }

    /** The loss: with G and b = start, ½wᵀGw − bᵀw above that at zero weights, where Gw = b − c. */
    double loss() {
        double sum = 0;
        for (int a = 0; a < size; a++) {
            sum += w[a] * (start[output[a]][place[a]] + c[output[a]][place[a]]);
        }
        return Math.max(nullLoss - sum / 2, 0);
    }

    /** Writes the weights and correlations of the working set back. */
    void store(double[] weights, Correlations correlations) {
        for (int a = 0; a < size; a++) {
            weights[columns[a]] = w[a];
            correlations.set(columns[a], c[output[a]][place[a]]);
        }
    }
}
