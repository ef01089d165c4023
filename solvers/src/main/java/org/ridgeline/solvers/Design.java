package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Sums;

/**
 * The features of a problem as the solver sees them, centred (if there is an intercept) and divided by their deviation,
 * without a copy of the matrix.
 */
final class Design {

    private final Features features;
    private final double[] center;
    private final double[] deviation;

    Design(Problem problem) {
        this.features = problem.features();
        int n = features.rows();
        int p = features.columns();
        this.center = new double[p];
        this.deviation = new double[p];
        double[] s = problem.exampleWeights();
        double total = problem.totalWeight();
        double[] column = new double[n];
        for (int j = 0; j < p; j++) {
            features.copyColumn(j, column);
            double mean = Sums.pairwise(n, (from, to) -> {
                        double sum = 0;
                        for (int i = from; i < to; i++) {
                            sum += s[i] * column[i];
                        }
                        return sum;
                    })
                    / total;
            double squares = isConstant(column, s) ? 0 : sumOfSquares(column, s, mean);
            center[j] = problem.hasIntercept() ? mean : 0;
            deviation[j] = problem.standardization().deviation(squares, total);
        }
    }

    private static boolean isConstant(double[] column, double[] s) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < column.length; i++) {
            if (s[i] > 0) {
                min = Math.min(min, column[i]);
                max = Math.max(max, column[i]);
            }
        }
        return min == max;
    }

    private static double sumOfSquares(double[] column, double[] s, double mean) {
        return Sums.pairwise(column.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += s[i] * (column[i] - mean) * (column[i] - mean);
            }
            return sum;
        });
    }

    int rows() {
        return features.rows();
    }

    int columns() {
        return features.columns();
    }

    /** scores ← intercept + X̃w. */
    void multiply(double[] w, double intercept, double[] scores) {
        double offset = 0;
        for (int j = 0; j < w.length; j++) {
            offset += w[j] / deviation[j] * center[j];
        }
        Arrays.fill(scores, intercept - offset);
        for (int j = 0; j < w.length; j++) {
            if (w[j] != 0) {
                features.addScaled(j, w[j] / deviation[j], scores);
            }
        }
    }

    /** target ← X̃ᵀr. */
    void multiplyTransposed(double[] r, double[] target) {
        double sum = Sums.pairwise(r.length, (from, to) -> {
            double part = 0;
            for (int i = from; i < to; i++) {
                part += r[i];
            }
            return part;
        });
        for (int j = 0; j < target.length; j++) {
            target[j] = (features.dot(j, r) - center[j] * sum) / deviation[j];
        }
    }

    /** The coefficients in the features' own units. */
    double[] unstandardized(double[] w) {
        double[] coefficients = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            coefficients[j] = w[j] / deviation[j];
        }
        return coefficients;
    }

    /** What centring has taken out of the scores: Σ coefficientⱼ·centerⱼ. */
    double offset(double[] coefficients) {
        double offset = 0;
        for (int j = 0; j < coefficients.length; j++) {
            offset += coefficients[j] * center[j];
        }
        return offset;
    }
}
