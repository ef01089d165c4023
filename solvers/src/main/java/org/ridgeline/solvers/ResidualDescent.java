package org.ridgeline.solvers;

import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/**
 * Coordinate descent on a working set for a loss that is quadratic in the scores f: with slope u and curvature h at the
 * start f₀, it keeps the residual ρ = −u − h(f − f₀). A step costs a pass over one column, or two if the weight moves.
 */
final class ResidualDescent {

    private static final int PASSES_BETWEEN_CHECKS = 5;

    private final Problem problem;
    private final Stopping stopping;
    private final Design design;
    private final Features features;
    private final QuadraticCertificate certificate;
    private final Anderson anderson = new Anderson();
    private final double[] cell = new double[1];
    private final Weights cellWeights = Weights.of(cell);
    private final double[] byColumn;

    /** ρ, less {@code shift·h} while a pass is under way. */
    private double[] residual;
    /** What centring and the intercept have added to all scores since the pass began. */
    private double shift;
    /** Σρ. */
    private double residualSum;

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

    private double[] factors = new double[0];

    ResidualDescent(Problem problem, Stopping stopping, Design design, QuadraticCertificate certificate) {
        this.problem = problem;
        this.stopping = stopping;
        this.design = design;
        this.features = design.features();
        this.certificate = certificate;
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
        factors = new double[size];
        curvature = new double[size];
        curvatureSums = new double[size];
        if (problem.hasIntercept()) {
            features.dots(columns, size, h, byColumn);
        }
        Weights all = problem.weights(weights);
        for (int a = 0; a < size; a++) {
            int j = columns[a];
            w[a] = weights[j];
            factors[a] = all.factor(j);
            double center = design.center(j);
            curvatureSums[a] = problem.hasIntercept() ? byColumn[j] : 0;
            double deviation = design.deviation(j);
            curvature[a] = features.squares(j, center, h, totalCurvature) / (deviation * deviation);
        }
        layout = all.hasFactors() ? Weights.of(w).withFactors(factors) : Weights.of(w);
    }

    /**
     * Descends until the certificate of the quadratic model on the working set alone is within a tolerance.
     *
     * @return how many passes were made
     */
    int solve(Regularizer regularizer, double tolerance, int mostPasses) {
        anderson.reset();
        int passes = 0;
        while (passes < mostPasses) {
            Interruption.check(passes);
            anderson.record(w, size, residual, residual.length);
            if (anderson.isFull()) {
                accelerate(regularizer);
            }
            pass(regularizer);
            passes++;
            if (passes % PASSES_BETWEEN_CHECKS == 1 && stopping.accepts(certify(regularizer), tolerance)) {
                break;
            }
        }
        return passes;
    }

    private void pass(Regularizer regularizer) {
        for (int a = 0; a < size; a++) {
            if (!(curvature[a] > 0)) {
                continue;
            }
            int j = columns[a];
            double center = design.center(j);
            double deviation = design.deviation(j);
            double product = features.dot(j, residual) - shift * curvatureSums[a] - center * residualSum;
            cell[0] = w[a] + product / deviation / curvature[a];
            regularizer.prox(cellWeights, factors[a] / curvature[a]);
            double change = cell[0] - w[a];
            if (change != 0) {
                w[a] = cell[0];
                double scaled = change / deviation;
                features.addScaled(j, -scaled, h, residual);
                shift -= scaled * center;
                residualSum -= scaled * (curvatureSums[a] - center * totalCurvature);
            }
        }
        if (problem.hasIntercept()) {
            shift += residualSum / totalCurvature;
            residualSum = 0;
            for (int i = 0; i < residual.length; i++) {
                residual[i] -= shift * h[i];
            }
            shift = 0;
        }
    }

    /** Goes to the combination of the last iterates, if it is better. */
    private void accelerate(Regularizer regularizer) {
        double[] oldW = w;
        double[] oldResidual = residual;
        double before = objective(regularizer);
        Certificate old = certify(regularizer);
        w = new double[size];
        residual = new double[oldResidual.length];
        if (!anderson.extrapolate(w, residual)
                || !Anderson.improves(
                        before,
                        objective(regularizer),
                        () -> certify(regularizer).residual() < old.residual())) {
            w = oldW;
            residual = oldResidual;
        }
        anderson.reset();
        anderson.record(w, size, residual, residual.length);
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

    private Certificate certify(Regularizer regularizer) {
        design.multiplyTransposed(columns, size, residual, byColumn);
        for (int a = 0; a < size; a++) {
            c[a] = byColumn[columns[a]];
        }
        return certificate.of(regularizer, layout.withValues(w), layout.withValues(c), loss());
    }

    /** Writes the weights of the working set back. */
    void store(WorkingSet working, double[] weights) {
        for (int a = 0; a < size; a++) {
            weights[working.column(a)] = w[a];
        }
    }
}
