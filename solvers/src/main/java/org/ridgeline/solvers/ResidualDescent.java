package org.ridgeline.solvers;

import org.ridgeline.Regularizer;
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
    private final Anderson anderson = new Anderson();
    private final double[] byColumn;

    /** ρ, less {@code shift·h} while a pass is under way. */
    private double[] residual;
    /** What centring and the intercept have added to all scores since the pass began. */
    private double shift;
    /** Σρ. */
    private double residualSum;

    /** A lower bound of what the last pass has taken off the objective. */
    private double gain;

    private double[] h = new double[0];
    private double totalCurvature;

    private int[] columns = new int[0];
    private int size;
    private Weights layout = Weights.of();
    private double[] w = new double[0];
    private double[] c = new double[0];
    /** x̃ᵀHx̃ of each column. */
    private double[] curvature = new double[0];
    /** Σ h·x of each column, in its own units. */
    private double[] curvatureSums = new double[0];

    ResidualDescent(Problem problem, Blocks blocks, Design design, QuadraticCertificate certificate, double nullLoss) {
        this.intercept = problem.hasIntercept();
        this.blocks = blocks;
        this.design = design;
        this.features = design.features();
        this.certificate = certificate;
        this.nullLoss = nullLoss;
        this.residual = new double[features.rows()];
        this.byColumn = new double[features.columns()];
    }

    /**
     * Starts from a model.
     *
     * @param slope u
     * @param rowCurvature h, not copied
     */
    void load(WorkingSet working, double[] weights, double[] slope, double[] rowCurvature) {
        columns = working.columns();
        size = working.size();
        h = rowCurvature;
        shift = 0;
        residualSum = 0;
        totalCurvature = 0;
        for (int i = 0; i < residual.length; i++) {
            residual[i] = -slope[i];
            residualSum += residual[i];
            totalCurvature += h[i];
        }
        w = new double[size];
        c = new double[size];
        curvature = new double[size];
        curvatureSums = new double[size];
        if (intercept) {
            features.dots(columns, size, h, byColumn);
        }
        for (int a = 0; a < size; a++) {
            int j = columns[a];
            w[a] = weights[j];
            double center = design.center(j);
            curvatureSums[a] = intercept ? byColumn[j] : 0;
            double deviation = design.deviation(j);
            curvature[a] = features.squares(j, center, h, totalCurvature) / (deviation * deviation);
        }
        layout = blocks.weights(columns, size, w);
    }

    /**
     * Descends until a pass gains little. That costs no products of its own, but only a certificate can tell whether it was
     * enough.
     *
     * @return how many passes were made
     */
    int solve(Regularizer regularizer, Solver rule) {
        // The objective is as the square of a distance between coefficients.
        double scale = rule.stopping() == Stopping.OBJECTIVE ? 1 : rule.tolerance();
        double enough = ENOUGH * rule.tolerance() * scale * nullLoss;
        anderson.reset();
        int passes = 0;
        do {
            Interruption.check(passes);
            anderson.record(w, size, residual, residual.length);
            if (anderson.isFull()) {
                accelerate(regularizer);
            }
            gain = 0;
            pass(regularizer);
            passes++;
        } while (gain > enough && passes < rule.maxIterations());
        return passes;
    }

    private void pass(Regularizer regularizer) {
        for (int a = 0; a < size; ) {
            Weights cell = blocks.cell(blocks.blockOf(columns[a]));
            step(regularizer, a, cell);
            a += cell.size();
        }
        if (intercept) {
            shift += residualSum / totalCurvature;
            residualSum = 0;
            for (int i = 0; i < residual.length; i++) {
                residual[i] -= shift * h[i];
            }
            shift = 0;
        }
    }

    /** A proximal gradient step on the block that starts at a place. */
    private void step(Regularizer regularizer, int from, Weights cell) {
        // The trace is no smaller than the largest eigenvalue.
        double l = 0;
        for (int a = from; a < from + cell.size(); a++) {
            l += curvature[a];
        }
        if (!(l > 0)) {
            return;
        }
        double[] next = cell.values();
        for (int i = 0; i < next.length; i++) {
            int j = columns[from + i];
            double product =
                    features.dot(j, residual) - shift * curvatureSums[from + i] - design.center(j) * residualSum;
            next[i] = w[from + i] + product / design.deviation(j) / l;
        }
        regularizer.prox(cell, 1 / l);
        for (int i = 0; i < next.length; i++) {
            double change = next[i] - w[from + i];
            if (change != 0) {
                gain += l / 2 * change * change;
                move(from + i, change);
                w[from + i] = next[i];
            }
        }
    }

    private void move(int place, double change) {
        int j = columns[place];
        double scaled = change / design.deviation(j);
        features.addScaled(j, -scaled, h, residual);
        shift -= scaled * design.center(j);
        residualSum -= scaled * (curvatureSums[place] - design.center(j) * totalCurvature);
    }

    /** Goes to the combination of the last iterates, if it is better. */
    private void accelerate(Regularizer regularizer) {
        double[] oldW = w;
        double[] oldResidual = residual;
        double before = objective(regularizer);
        double[] newW = new double[size];
        double[] newResidual = new double[oldResidual.length];
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
        anderson.record(w, size, residual, residual.length);
    }

    private void set(double[] weights, double[] rest) {
        w = weights;
        residual = rest;
    }

    private double objective(Regularizer regularizer) {
        return loss() + regularizer.penalty(layout.withValues(w));
    }

    /** The model above its unconstrained minimum: Σ ρ²/2h. */
    private double loss() {
        double sum = 0;
        for (int i = 0; i < residual.length; i++) {
            // Without curvature a row's slope is constant, and none but zero has a minimum.
            sum += h[i] > 0 ? residual[i] * residual[i] / h[i] : 0;
        }
        return sum / 2;
    }

    private double proximalResidual(Regularizer regularizer) {
        design.multiplyTransposed(columns, size, residual, byColumn);
        for (int a = 0; a < size; a++) {
            c[a] = byColumn[columns[a]];
        }
        return certificate.residual(regularizer, layout.withValues(w), layout.withValues(c));
    }

    /** Writes the weights of the working set back. */
    void store(WorkingSet working, double[] weights) {
        for (int a = 0; a < size; a++) {
            weights[working.column(a)] = w[a];
        }
    }
}
