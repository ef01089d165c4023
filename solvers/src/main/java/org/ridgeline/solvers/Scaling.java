package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Sums;

/**
 * How the features of a problem are centred (if it has an intercept) and divided by their deviation, and how coefficients
 * go from the one scale to the other. Immutable.
 */
public final class Scaling {

    /** How many times its spread the mean of a feature is when the three digits that this costs are worth a copy. */
    private static final double FAR = 1000;

    private final double[] center;
    private final double[] deviation;
    private final boolean[] far;

    private Scaling(int columns) {
        center = new double[columns];
        deviation = new double[columns];
        far = new boolean[columns];
    }

    /**
     * The scaling of a problem, from its weighted means and deviations.
     *
     * @param problem what is to be fitted
     * @return a scaling of its p features
     * @throws IllegalArgumentException if the sum or the squares of a feature overflow, or the weights are too small for the
     *     sample deviation
     */
    public static Scaling of(Problem problem) {
        Problem counting = problem.withoutZeroWeights();
        Features features = counting.features();
        Scaling scaling = new Scaling(features.columns());
        if (!problem.hasIntercept() && problem.standardization() == Standardization.NONE) {
            Arrays.fill(scaling.deviation, 1);
            return scaling;
        }
        double[] entries = new double[features.rows()];
        int[] rows = new int[features.rows()];
        for (int j = 0; j < scaling.center.length; j++) {
            int count = features.copyEntries(j, rows, entries);
            scaling.measure(counting, j, rows, entries, count);
        }
        return scaling;
    }

    /** Measures a column of which what is not among the first entries is 0. */
    private void measure(Problem problem, int j, int[] rows, double[] entries, int count) {
        boolean whole = count == rows.length;
        double low = whole ? entries[0] : 0;
        double high = low;
        for (int i = 0; i < count; i++) {
            low = Math.min(low, entries[i]);
            high = Math.max(high, entries[i]);
        }
        double total = problem.totalWeight();
        double[] s = problem.exampleWeights();
        // The mean of a constant is exact, so that centring leaves nothing of it.
        double mean = low == high
                ? low
                : Sums.pairwise(count, (from, to) -> {
                            double sum = 0;
                            for (int i = from; i < to; i++) {
                                sum += s[rows[i]] * entries[i];
                            }
                            return sum;
                        })
                        / total;
        // A power of two, as it scales without rounding, keeps the squares of any finite numbers in range.
        double unit = Math.scalb(1.0, -Math.getExponent(high - low));
        double squares = 0;
        if (low != high) {
            squares = Sums.pairwise(count, (from, to) -> {
                double sum = 0;
                for (int i = from; i < to; i++) {
                    sum += s[rows[i]] * square((entries[i] - mean) * unit);
                }
                return sum;
            });
            squares += whole ? 0 : weightOfRest(s, rows, count, total) * square(mean * unit);
        }
        center[j] = problem.hasIntercept() ? mean : 0;
        deviation[j] = problem.standardization().deviation(squares, total, unit);
        far[j] = Math.abs(center[j]) > FAR * Math.sqrt(squares / total) / unit;
        if (!Double.isFinite(mean) || !Double.isFinite(deviation[j])) {
            throw new IllegalArgumentException("column " + j + " goes from " + low + " to " + high
                    + ", which is too large to compute with: scale it down");
        }
    }

    private static double weightOfRest(double[] s, int[] rows, int count, double total) {
        double seen = 0;
        for (int i = 0; i < count; i++) {
            seen += s[rows[i]];
        }
        return Math.max(total - seen, 0);
    }

    private static double square(double x) {
        return x * x;
    }

    /** Whether feature j is centred by so much that products with the centred feature need a copy of it. */
    boolean isFar(int j) {
        return far[j];
    }

    /**
     * What is subtracted from feature j: its mean, or 0 without an intercept.
     *
     * @param j a feature, from 0 to p − 1
     * @return in the units of the feature
     */
    public double center(int j) {
        return center[j];
    }

    /**
     * What feature j is divided by; 1 if it is constant or not standardised.
     *
     * @param j a feature, from 0 to p − 1
     * @return in the units of the feature, &gt; 0
     */
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

    /**
     * The coefficients of the standardised features, from those in the features' own units.
     *
     * @param coefficients p numbers for each output
     * @return as many new numbers
     */
    public double[] standardized(double[] coefficients) {
        double[] w = new double[coefficients.length];
        for (int j = 0; j < w.length; j++) {
            w[j] = coefficients[j] * deviation[j % deviation.length];
        }
        return w;
    }

    /**
     * The coefficients in the features' own units, from those of the standardised features.
     *
     * @param w p numbers for each output
     * @return as many new numbers
     */
    public double[] unstandardized(double[] w) {
        double[] coefficients = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            coefficients[j] = w[j] / deviation[j % deviation.length];
        }
        return coefficients;
    }

    /**
     * What centring takes out of the scores: Σ coefficientⱼ·centerⱼ, which goes from one intercept to the other.
     *
     * @param coefficients p numbers in the units of the features
     * @return a part of the score
     */
    public double offset(double[] coefficients) {
        double offset = 0;
        for (int j = 0; j < coefficients.length; j++) {
            offset += coefficients[j] * center[j];
        }
        return offset;
    }
}
