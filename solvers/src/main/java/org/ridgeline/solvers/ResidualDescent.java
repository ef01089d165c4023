package org.ridgeline.solvers;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.Sums;
import org.ridgeline.Weights;

/**
 * Coordinate and block descent on a working set for a loss that is quadratic in the scores f: with slope u and curvature h at the
 * start f₀, it keeps the residual ρ = −u − h(f − f₀). A step costs a pass over one column, or two if the weight moves.
 */
final class ResidualDescent {

    /** A pass that lowers the objective by less than this share of the tolerance is the last. */
    private static final double ENOUGH = 5e-6;

    private final boolean intercept;
    private final Blocks blocks;
    private final Design design;
    private final Features features;
    private final QuadraticCertificate certificate;
    private final double nullLoss;
    private final @Nullable Coupling coupling;
    private final Anderson anderson = new Anderson();
    // Each by output.
    /** ρ, less {@code shift·h} while a pass is under way. */
    private double[][] residual;
    /** What centring and the intercept have added to all scores since the pass began. */
    private final double[] shift;
    /** Σρ. */
    private final double[] residualSum;

    /** A lower bound of what the last pass has taken off the objective. */
    private double gain;

    private final double[][] h;
    private final double[] totalCurvature;

    // Each by place.
    private final int[] columns;
    private final int[] feature;
    private final int[] output;
    private final int size;
    private final Weights layout;
    /** Where the blocks start that belong to one output, by output. */
    private final int[][] alone;
    /** Where the others start. */
    private final int[] joint;

    private double[] w;
    /** x̃ᵀHx̃ of each column. */
    private final double[] curvature;
    /** Σ h·x of each column, in its own units. */
    private final double[] curvatureSums;

    /**
     * Starts from a model.
     *
     * @param slope u
     * @param rowCurvature h
     * @param coupling of the outputs, if they hang together
     */
    ResidualDescent(
            PathModel model,
            QuadraticCertificate certificate,
            double[] slope,
            double[] rowCurvature,
            @Nullable Coupling coupling) {
        this.intercept = model.problem.hasIntercept();
        this.blocks = model.blocks;
        this.design = model.design;
        this.features = design.features();
        this.certificate = certificate;
        this.nullLoss = model.nullLoss();
        this.coupling = coupling;
        int outputs = design.outputs();
        this.residual = new double[outputs][];
        this.h = new double[outputs][];
        this.shift = new double[outputs];
        this.residualSum = new double[outputs];
        this.totalCurvature = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            h[k] = design.part(rowCurvature, k);
            residual[k] = design.part(slope, k).clone();
            for (int i = 0; i < residual[k].length; i++) {
                residual[k][i] = -residual[k][i];
                residualSum[k] += residual[k][i];
                totalCurvature[k] += h[k][i];
            }
        }
        this.columns = model.working.columns();
        this.size = model.working.size();
        this.w = new double[size];
        this.feature = new int[size];
        this.output = new int[size];
        this.curvature = new double[size];
        this.curvatureSums = new double[size];
        double[] sums = new double[design.columns()];
        if (intercept) {
            design.products(columns, size, rowCurvature, sums);
        }
        for (int a = 0; a < size; a++) {
            int j = columns[a];
            int k = design.output(j);
            feature[a] = design.feature(j);
            output[a] = k;
            w[a] = model.w[j];
            curvatureSums[a] = sums[j];
            curvature[a] = features.squares(feature[a], design.center(j), design.deviation(j), h[k], totalCurvature[k]);
        }
        this.layout = blocks.weights(columns, size, w);
        this.alone = new int[outputs][];
        this.joint = findBlocks();
    }

    /** Sorts the blocks by their output; returns those of several. */
    private int[] findBlocks() {
        int[] starts = new int[size];
        int[] of = new int[size];
        int count = 0;
        for (int a = 0; a < size; ) {
            int end = a + blocks.size(blocks.blockOf(columns[a]));
            starts[count] = a;
            // The members of a block are in ascending order, and so are their outputs.
            of[count++] = output[a] == output[end - 1] ? output[a] : alone.length;
            a = end;
        }
        int blockCount = count;
        for (int k = 0; k < alone.length; k++) {
            int wanted = k;
            alone[k] = IntStream.range(0, blockCount)
                    .filter(b -> of[b] == wanted)
                    .map(b -> starts[b])
                    .toArray();
        }
        return IntStream.range(0, blockCount)
                .filter(b -> of[b] == alone.length)
                .map(b -> starts[b])
                .toArray();
    }

    /**
     * Descends until a pass gains little. That costs no products of its own, but only a certificate can tell whether it was
     * enough.
     *
     * @param share also stops when a pass gains less than this share of the first, as a model that is soon to change deserves no more
     * @return how many passes were made
     */
    int solve(Regularizer ofAll, Solver rule, double share) {
        Regularizer regularizer = Bounded.of(ofAll, columns, size);
        // The objective is as the square of a distance between coefficients.
        double scale = rule.stopping() == Stopping.OBJECTIVE ? 1 : rule.tolerance();
        double enough = ENOUGH * rule.tolerance() * scale * nullLoss;
        anderson.reset();
        int passes = 0;
        double first = 0;
        do {
            Interruption.check(passes);
            anderson.record(w, size, residual);
            if (anderson.isFull()) {
                accelerate(regularizer);
            }
            gain = 0;
            pass(regularizer);
            passes++;
            first = passes == 1 ? gain : first;
        } while (gain > Math.max(enough, share * first) && passes < rule.maxIterations());
        return passes;
    }

    private void pass(Regularizer regularizer) {
        for (int k = 0; k < alone.length; k++) {
            double[] before = coupling == null ? residual[k] : residual[k].clone();
            for (int a : alone[k]) {
                step(regularizer, a, cellAt(a));
            }
            if (coupling != null) {
                if (intercept) {
                    moveIntercept(k);
                }
                coupling.spread(k, before, residual);
                sumUp();
            }
        }
        for (int a : joint) {
            if (coupling == null) {
                step(regularizer, a, cellAt(a));
            } else {
                stepJointly(regularizer, coupling, a, cellAt(a));
            }
        }
        for (int k = 0; coupling == null && intercept && k < alone.length; k++) {
            moveIntercept(k);
        }
    }

    private Weights cellAt(int place) {
        return blocks.cell(blocks.blockOf(columns[place]));
    }

    private void moveIntercept(int k) {
        // Without curvature the intercept has no best place in this model.
        shift[k] += totalCurvature[k] > 0 ? residualSum[k] / totalCurvature[k] : 0;
        residualSum[k] = 0;
        for (int i = 0; i < residual[k].length; i++) {
            residual[k][i] -= shift[k] * h[k][i];
        }
        shift[k] = 0;
    }

    private void sumUp() {
        for (int k = 0; k < residual.length; k++) {
            residualSum[k] = Sums.sum(residual[k]);
        }
    }

    /** A proximal gradient step on the block that starts at a place, of one output or of several that do not hang together. */
    private void step(Regularizer regularizer, int from, Weights cell) {
        double l = propose(regularizer, from, cell, 1);
        for (int i = 0; l > 0 && i < cell.size(); i++) {
            double change = cell.values()[i] - w[from + i];
            if (change != 0) {
                gain += l / 2 * change * change;
                move(from + i, change);
                w[from + i] = cell.values()[i];
            }
        }
    }

    /** A proximal gradient step on the block of all outputs that starts at a place; each output has the same features in it. */
    private void stepJointly(Regularizer regularizer, Coupling outputs, int from, Weights cell) {
        // The coupling of the outputs is no larger than what each has alone.
        double l = propose(regularizer, from, cell, 2);
        int features = cell.size() / residual.length;
        double[] changes = new double[residual.length];
        for (int i = 0; l > 0 && i < features; i++) {
            boolean any = false;
            double deviation = design.deviation(columns[from + i]);
            for (int k = 0; k < changes.length; k++) {
                int a = k * features + i;
                double change = cell.values()[a] - w[from + a];
                gain += l / 2 * change * change;
                changes[k] = change / deviation;
                w[from + a] = cell.values()[a];
                any |= change != 0;
            }
            if (any) {
                outputs.move(this.features, feature[from + i], design.center(columns[from + i]), changes, residual);
            }
        }
        sumUp();
    }

    /** Puts into a cell where the block that starts at a place should go; returns the curvature, a multiple of the bound, that it assumed. */
    private double propose(Regularizer regularizer, int from, Weights cell, double multiple) {
        double l = multiple * curvatureOfBlock(from, from + cell.size());
        if (!(l > 0)) {
            return 0;
        }
        double[] next = cell.values();
        for (int i = 0; i < next.length; i++) {
            int j = columns[from + i];
            int k = output[from + i];
            double product = features.dot(feature[from + i], residual[k])
                    - shift[k] * curvatureSums[from + i]
                    - design.center(j) * residualSum[k];
            next[i] = w[from + i] + product / design.deviation(j) / l;
        }
        Bounded.at(regularizer, from).prox(cell, 1 / l);
        return l;
    }

    /** The largest trace of an output, which is no smaller than the largest eigenvalue of that output alone. */
    private double curvatureOfBlock(int from, int to) {
        double largest = 0;
        double trace = 0;
        for (int a = from; a < to; a++) {
            // The members of a block are in ascending order, so those of an output are neighbours.
            trace = a > from && output[a] == output[a - 1] ? trace + curvature[a] : curvature[a];
            largest = Math.max(largest, trace);
        }
        return largest;
    }

    private void move(int place, double change) {
        int j = columns[place];
        int k = output[place];
        double scaled = change / design.deviation(j);
        features.addScaled(feature[place], -scaled, h[k], residual[k]);
        shift[k] -= scaled * design.center(j);
        residualSum[k] -= scaled * (curvatureSums[place] - design.center(j) * totalCurvature[k]);
    }

    /** Goes to the combination of the last iterates, if it is better. */
    private void accelerate(Regularizer regularizer) {
        double[] oldW = w;
        double[][] oldResidual = residual;
        double before = objective(regularizer);
        double[] newW = new double[size];
        double[][] newResidual = new double[oldResidual.length][features.rows()];
        boolean better = false;
        if (anderson.extrapolate(newW, newResidual)) {
            set(newW, newResidual);
            better = Anderson.improves(before, objective(regularizer), () -> {
                double after = proximalResidual(regularizer);
                set(oldW, oldResidual);
                return after < proximalResidual(regularizer);
            });
        }
        if (better) {
            set(newW, newResidual);
        } else {
            set(oldW, oldResidual);
        }
        anderson.reset();
        anderson.record(w, size, residual);
    }

    private void set(double[] weights, double[][] rest) {
        w = weights;
        residual = rest;
    }

    private double objective(Regularizer regularizer) {
        return loss() + regularizer.penalty(layout.withValues(w));
    }

    /** The model above its unconstrained minimum: Σ ρ²/2h. */
    private double loss() {
        double sum = 0;
        for (int k = 0; k < residual.length; k++) {
            double[] rest = residual[k];
            double[] curvatures = coupling == null ? h[k] : coupling.weighted(k);
            for (int i = 0; i < rest.length; i++) {
                // Without curvature a row's slope is constant, and none but zero has a minimum.
                sum += curvatures[i] > 0 ? rest[i] * rest[i] / curvatures[i] : 0;
            }
        }
        return sum / 2;
    }

    private double proximalResidual(Regularizer regularizer) {
        double[] whole = residual[0];
        if (residual.length > 1) {
            int n = features.rows();
            whole = new double[design.scores()];
            for (int k = 0; k < residual.length; k++) {
                System.arraycopy(residual[k], 0, whole, k * n, n);
            }
        }
        double[] byColumn = new double[design.columns()];
        design.multiplyTransposed(columns, size, whole, byColumn);
        double[] c = new double[size];
        for (int a = 0; a < size; a++) {
            c[a] = byColumn[columns[a]];
        }
        return certificate.residual(regularizer, layout.withValues(w), layout.withValues(c));
    }

    /** Writes the weights of the working set back. */
    void store(double[] weights) {
        for (int a = 0; a < size; a++) {
            weights[columns[a]] = w[a];
        }
    }
}
