package org.ridgeline.solvers;

import java.util.Arrays;

/** The multinomial loss, of a score for each class of an example. */
final class SoftmaxTerm extends LossTerm {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 60;
    /** A slope smaller than this share of its terms falls quadratically, until rounding stops it. */
    private static final double SMALL = 1e-6;

    private static final double ROUNDING = 1e-13;

    private final Multinomial loss;
    private final int n;
    private final int classes;

    SoftmaxTerm(Problem problem, Multinomial loss) {
        super(problem);
        this.loss = loss;
        this.n = target.length;
        this.classes = loss.classes();
    }

    @Override
    double sum(double[] f, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += exampleWeights[i] * loss.value((int) target[i], f, i, n);
        }
        return sum;
    }

    @Override
    void derive(double[] f, double[] slope) {
        double[] p = new double[classes];
        for (int i = 0; i < n; i++) {
            int y = (int) target[i];
            double weight = scale * exampleWeights[i];
            loss.probabilities(f, i, n, p);
            double others = 0;
            for (int k = 0; k < classes; k++) {
                others += k == y ? 0 : p[k];
                slope[i + k * n] = weight * p[k];
            }
            // A small 1 − p must not be the difference of 1 and p.
            slope[i + y * n] = -weight * others;
        }
    }

    @Override
    void curve(double[] f, double[] h) {
        double[] p = new double[classes];
        for (int i = 0; i < n; i++) {
            loss.probabilities(f, i, n, p);
            for (int k = 0; k < classes; k++) {
                h[i + k * n] = scale * exampleWeights[i] * p[k] * (1 - p[k]);
            }
        }
    }

    @Override
    Coupling couple(double[] f) {
        double[][] all = new double[classes][n];
        double[] weights = new double[n];
        double[] p = new double[classes];
        for (int i = 0; i < n; i++) {
            loss.probabilities(f, i, n, p);
            weights[i] = scale * exampleWeights[i];
            for (int k = 0; k < classes; k++) {
                all[k][i] = p[k];
            }
        }
        return new Coupling(all, weights);
    }

    /** The second derivative along a move is the variance of its entries under p, at most a quarter of their range squared. */
    @Override
    double boundCurvature(double[] from, double[] to, double[] move) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double low = move[i];
            double high = move[i];
            for (int k = 1; k < classes; k++) {
                low = Math.min(low, move[i + k * n]);
                high = Math.max(high, move[i + k * n]);
            }
            sum += exampleWeights[i] * ((high - low) / 2 * ((high - low) / 2));
        }
        return sum;
    }

    @Override
    double conjugate(double[] slope, double factor, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double weight = scale * exampleWeights[i];
            sum += weight == 0 ? 0 : weight * loss.conjugate((int) target[i], slope, i, n, factor / weight);
        }
        return sum;
    }

    /** Newton's method, with steps halved until the loss does not rise. The shifts sum to 0, as a common one changes nothing. */
    @Override
    double[] optimalShifts(double[] f) {
        double[] total = new double[classes];
        double[] move = new double[classes];
        double[][] hessian = new double[classes][classes];
        double[] at = f.clone();
        double value = sum(at, 0, n);
        double lastSlope = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double slope = newtonStep(at, move, hessian);
            if (slope == 0 || (slope < SMALL && slope > lastSlope / 2)) {
                break;
            }
            lastSlope = slope;
            double[] next = at;
            double nextValue = Double.NaN;
            double factor = 2;
            for (int halving = 0; halving < MOST_HALVINGS && !(nextValue <= value * (1 + ROUNDING)); halving++) {
                factor /= 2;
                next = at.clone();
                for (int i = 0; i < next.length; i++) {
                    next[i] -= factor * move[i / n];
                }
                nextValue = sum(next, 0, n);
            }
            for (int k = 0; k < classes; k++) {
                total[k] -= factor * move[k];
            }
            at = next;
            value = nextValue;
        }
        return total;
    }

    /**
     * move ← the inverse of the second derivative in the shifts times the gradient.
     *
     * @return the size of the gradient relative to its terms, or 0 if there is nowhere to go
     */
    private double newtonStep(double[] f, double[] move, double[][] hessian) {
        double[] p = new double[classes];
        Arrays.fill(move, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        double size = 0;
        double trace = 0;
        for (int i = 0; i < n; i++) {
            loss.probabilities(f, i, n, p);
            double weight = exampleWeights[i];
            for (int k = 0; k < classes; k++) {
                double term = weight * (p[k] - (k == (int) target[i] ? 1 : 0));
                move[k] += term;
                size += Math.abs(term);
                trace += weight * p[k] * (1 - p[k]);
                hessian[k][k] += weight * p[k];
                for (int l = 0; l < classes; l++) {
                    hessian[k][l] -= weight * p[k] * p[l];
                }
            }
        }
        double slope = 0;
        for (double g : move) {
            slope += Math.abs(g);
        }
        // Along a common shift the matrix is 0; whatever is put there instead has no part in the solution.
        for (double[] row : hessian) {
            for (int l = 0; l < classes; l++) {
                row[l] += trace / (classes * classes);
            }
        }
        return slope > 0 && SmallSystem.solve(hessian, move) ? slope / size : 0;
    }
}
