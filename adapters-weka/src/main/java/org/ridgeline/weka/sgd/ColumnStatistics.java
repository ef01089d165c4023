package org.ridgeline.weka.sgd;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.Imputation;

/**
 * Weighted means and deviations of the columns of all rows so far, at the cost of the stored values of each row: what is not
 * stored is 0. Missing values count as what stands for them.
 *
 * <p>Sources: Welford, "Note on a method for calculating corrected sums of squares and products", Technometrics 4 (1962), for
 * one more row; Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances" (1979),
 * for several.
 */
final class ColumnStatistics implements Serializable {

    private static final long serialVersionUID = 1;
    /** A share of the total weight that may be rounding. */
    private static final double NOTHING = 1e-12;

    private final Layout layout;
    private final Standardization standardization;
    private final Imputation imputation;
    private double total;
    /** For each column the weight of its stored values, their mean, and their squared distances from it. */
    private final double[] stored;

    private final double[] mean;
    private final double[] squares;
    private final double[] missing;
    /** What has been computed for all columns at once, until there is another row. */
    private transient @Nullable Scale scale;

    /** Of all columns, not to be changed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Scale(double[] centers, double[] deviations, double[] fills, double[] factors) {}

    ColumnStatistics(Layout layout, Standardization standardization, Imputation imputation) {
        this.layout = layout;
        this.standardization = standardization;
        this.imputation = imputation;
        int columns = layout.columns();
        stored = new double[columns];
        mean = new double[columns];
        squares = new double[columns];
        missing = new double[columns];
    }

    double total() {
        return total;
    }

    /** Takes in a row, in which NaN is missing. */
    void add(Row row, double weight) {
        scale = null;
        total += weight;
        for (int i = 0; i < row.count; i++) {
            int j = row.column(i);
            double x = row.value[i];
            if (Double.isNaN(x)) {
                missing[j] += weight;
                continue;
            }
            stored[j] += weight;
            double off = x - mean[j];
            mean[j] += off * (weight / stored[j]);
            squares[j] += weight * off * (x - mean[j]);
        }
    }

    /** Takes in the rows of others. */
    void add(ColumnStatistics other) {
        scale = null;
        total += other.total;
        for (int j = 0; j < stored.length; j++) {
            missing[j] += other.missing[j];
            double both = stored[j] + other.stored[j];
            if (other.stored[j] > 0) {
                double off = other.mean[j] - mean[j];
                double share = other.stored[j] / both;
                mean[j] += off * share;
                squares[j] += other.squares[j] + off * off * share * stored[j];
            }
            stored[j] = both;
        }
    }

    /** Of all columns: computed once, so that reading rows is then cheap, and safe for several threads. */
    Scale scale() {
        if (scale == null) {
            double[] centers = new double[stored.length];
            double[] deviations = new double[stored.length];
            double[] fills = new double[stored.length];
            double[] factors = new double[stored.length];
            Arrays.setAll(centers, this::center);
            Arrays.setAll(deviations, this::deviation);
            Arrays.setAll(fills, this::fill);
            Arrays.setAll(factors, j -> factor(deviations[j]));
            scale = new Scale(centers, deviations, fills, factors);
        }
        return scale;
    }

    /** The weight of the values that are not stored and not missing, which are 0. */
    private double zeros(int j) {
        double zeros = total - missing[j] - stored[j];
        return zeros > NOTHING * total ? zeros : 0;
    }

    /** The mean of a column, with missing values filled in. */
    double center(int j) {
        if (scale != null) {
            return scale.centers()[j];
        }
        if (fillsWithMode(j)) {
            return (stored[j] * mean[j] + (isMode(j) ? missing[j] : 0)) / total;
        }
        double observed = stored[j] + zeros(j);
        return observed > 0 ? mean[j] * (stored[j] / observed) : 0;
    }

    /** What a column is divided by, or 0 as long as nothing is known of it but one value. */
    double deviation(int j) {
        if (scale != null) {
            return scale.deviations()[j];
        }
        double sum = sumOfSquares(j);
        double freedom = standardization == Standardization.SAMPLE ? total - 1 : total;
        if (!(sum > 0)) {
            return 0;
        }
        return standardization == Standardization.NONE ? 1 : freedom > 0 ? Math.sqrt(sum / freedom) : 0;
    }

    private double sumOfSquares(int j) {
        if (fillsWithMode(j)) {
            double center = center(j);
            return total * center * (1 - center);
        }
        double zeros = zeros(j);
        // Missing numbers stand at the mean and add nothing.
        return zeros == 0 ? squares[j] : squares[j] + mean[j] * mean[j] * stored[j] * (zeros / (stored[j] + zeros));
    }

    /** What stands for a missing value. */
    double fill(int j) {
        if (imputation == Imputation.MODE && layout.isDummy(j)) {
            return isMode(j) ? 1 : 0;
        }
        return center(j);
    }

    private boolean fillsWithMode(int j) {
        return imputation == Imputation.MODE && missing[j] > 0 && layout.isDummy(j);
    }

    /** Whether the column is that of its attribute's most frequent value, the first of those that are alike. */
    private boolean isMode(int j) {
        int first = layout.firstOfAttribute(j);
        int last = layout.lastOfAttribute(j);
        if (first == last) {
            double ones = stored[j] * mean[j];
            return ones > total - missing[j] - ones;
        }
        int mode = first;
        for (int i = first + 1; i <= last; i++) {
            mode = stored[i] * mean[i] > stored[mode] * mean[mode] ? i : mode;
        }
        return mode == j;
    }

    private static double factor(double deviation) {
        return deviation == 0 ? 0 : 1 / deviation;
    }

    /** Replaces raw values by standardised ones, and leaves out what is 0 unless the row is full. */
    void standardize(Row row) {
        if (row.full) {
            standardizeFull(row);
            return;
        }
        int kept = 0;
        for (int i = 0; i < row.count; i++) {
            int j = row.column[i];
            double x = Double.isNaN(row.value[i]) ? fill(j) : row.value[i];
            double value = x * factor(deviation(j));
            if (value != 0) {
                row.column[kept] = j;
                row.value[kept++] = value;
            }
        }
        row.count = kept;
    }

    private void standardizeFull(Row row) {
        double[] x = row.value;
        if (scale == null) {
            for (int j = 0; j < row.count; j++) {
                double center = center(j);
                x[j] = ((Double.isNaN(x[j]) ? fill(j) : x[j]) - center) * factor(deviation(j));
            }
            return;
        }
        for (int j = 0; row.missing && j < row.count; j++) {
            if (Double.isNaN(x[j])) {
                x[j] = scale.fills()[j];
            }
        }
        standardize(x, scale.centers(), scale.factors(), row.count);
    }

    private static void standardize(double[] x, double[] centers, double[] factors, int count) {
        for (int j = 0; j < count; j++) {
            x[j] = (x[j] - centers[j]) * factors[j];
        }
    }
}
