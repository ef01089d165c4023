package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Sums;

/** Newton steps in the weights: (X̃ᵀPX̃ + 2C)δ = −∇, where P = diag(h) − hhᵀ/Σh leaves the intercept its best place. */
final class PrimalRidge extends NewtonRidge {

    private double[] c = new double[0];
    private final double[] gradient;
    private final double first;

    PrimalRidge(Problem problem, Solver solver) {
        super(problem, solver);
        this.gradient = new double[w.length];
        this.first = Sums.norm2(nullGradient());
    }

    @Override
    void begin(double[] coefficients) {
        c = coefficients;
    }

    @Override
    void resume(double[] earlier) {
        // The weights say it all.
    }

    @Override
    boolean mayBeDone() {
        return true;
    }

    @Override
    void settleWeights() {
        // They are.
    }

    @Override
    boolean move() {
        // Every step is certified before, and so the correlations are those of these weights.
        for (int j = 0; j < w.length; j++) {
            gradient[j] = 2 * c[j] * w[j] - correlations[j];
        }
        double size = Sums.norm2(gradient);
        double forcing = Math.min(0.1, Math.sqrt(size / first));
        double[] direction = new double[w.length];
        double[] moved = new double[scores.length];
        solve(forcing, direction, moved);
        double[] penalty = new double[3];
        double along = 0;
        for (int j = 0; j < w.length; j++) {
            penalty[0] += c[j] * w[j] * w[j];
            penalty[1] += 2 * c[j] * w[j] * direction[j];
            penalty[2] += c[j] * direction[j] * direction[j];
            along += gradient[j] * direction[j];
        }
        double t = along < 0 ? search(moved, penalty, along) : 0;
        for (int j = 0; j < w.length; j++) {
            w[j] += t * direction[j];
        }
        return t > 0;
    }

    /** Conjugate gradients, scaled by the diagonal. */
    private void solve(double forcing, double[] direction, double[] moved) {
        double[] diagonal = squares();
        for (int j = 0; j < w.length; j++) {
            diagonal[j] += 2 * c[j];
            diagonal[j] = diagonal[j] > 0 ? diagonal[j] : 1;
        }
        double[] residual = Arrays.stream(gradient).map(g -> -g).toArray();
        double[] scaled = new double[w.length];
        double[] search = new double[w.length];
        double[] scoresOfSearch = new double[scores.length];
        double[] curved = new double[scores.length];
        double[] product = new double[w.length];
        double[] zero = new double[1];
        double total = Sums.sum(curvature);
        double rho = 0;
        double enough = -1;
        for (int k = 0; k <= 2 * w.length + 10; k++) {
            double next = 0;
            for (int j = 0; j < w.length; j++) {
                scaled[j] = residual[j] / diagonal[j];
                next += residual[j] * scaled[j];
            }
            if (k == 0) {
                enough = forcing * forcing * next;
            }
            if (next <= enough || next == 0) {
                return;
            }
            Interruption.check(iterations);
            for (int j = 0; j < w.length; j++) {
                search[j] = scaled[j] + (k == 0 ? 0 : next / rho) * search[j];
            }
            rho = next;
            design.multiply(search, zero, scoresOfSearch);
            double mean = problem.hasIntercept() ? dot(curvature, scoresOfSearch) / total : 0;
            for (int i = 0; i < curved.length; i++) {
                curved[i] = curvature[i] * (scoresOfSearch[i] - mean);
            }
            design.multiplyTransposed(curved, product);
            double bend = 0;
            for (int j = 0; j < w.length; j++) {
                product[j] += 2 * c[j] * search[j];
                bend += search[j] * product[j];
            }
            if (!(bend > 0)) {
                return;
            }
            double step = rho / bend;
            for (int j = 0; j < w.length; j++) {
                direction[j] += step * search[j];
                residual[j] -= step * product[j];
            }
            for (int i = 0; i < moved.length; i++) {
                moved[i] += step * scoresOfSearch[i];
            }
            iterations++;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
