package org.ridgeline.solvers;

import org.ridgeline.Sums;

/**
 * How the features of a problem are centred (if it has an intercept) and divided by their deviation, and how coefficients
 * go from the one scale to the other. Immutable.
 */
public final class Scaling {

    private final double[] center;
    private final double[] deviation;

    private Scaling(double[] center, double[] deviation) {
        this.center = center;
        this.deviation = deviation;
    }

    /** The scaling of a problem, from its weighted means and deviations. */
    public static Scaling of(Problem problem) {
        Features features = problem.features();
        int n = features.rows();
        int p = features.columns();
        double[] center = new double[p];
        double[] deviation = new double[p];
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
        return new Scaling(center, deviation);
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

    /** What is subtracted from feature j: its mean, or 0 without an intercept. */
    public double center(int j) {
        return center[j];
    }

    /** What feature j is divided by; 1 if it is constant or not standardised. */
    public double deviation(int j) {
        return deviation[j];
    }

    /**
     * The features on the scale on which they are penalised.
     *
     * @param features n rows of the p features in their own units
     * @return n new rows
     */
    public double[][] standardized(Features features) {
        double[][] rows = new double[features.rows()][center.length];
        double[] column = new double[features.rows()];
        for (int j = 0; j < center.length; j++) {
            features.copyColumn(j, column);
            for (int i = 0; i < column.length; i++) {
                rows[i][j] = (column[i] - center[j]) / deviation[j];
            }
        }
        return rows;
    }

    /** The coefficients of the standardised features, from those in the features' own units. */
    public double[] standardized(double[] coefficients) {
        double[] w = new double[coefficients.length];
        for (int j = 0; j < w.length; j++) {
            w[j] = coefficients[j] * deviation[j];
        }
        return w;
    }

    /** The coefficients in the features' own units, from those of the standardised features. */
    public double[] unstandardized(double[] w) {
        double[] coefficients = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            coefficients[j] = w[j] / deviation[j];
        }
        return coefficients;
    }

    /** What centring takes out of the scores: Σ coefficientⱼ·centerⱼ, which goes from one intercept to the other. */
    public double offset(double[] coefficients) {
        double offset = 0;
        for (int j = 0; j < coefficients.length; j++) {
            offset += coefficients[j] * center[j];
        }
        return offset;
    }
}
