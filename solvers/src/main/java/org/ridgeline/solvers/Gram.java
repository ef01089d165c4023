package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.solvers.kernels.Kernels;

/**
 * The matrix X̃ᵀHX̃ of some standardised features, with H the curvature of the loss in each score of an output. It grows by columns as the
 * working set does, up to a limit.
 */
final class Gram {

    private static final Kernels KERNELS = Kernels.current();
    private static final double[] NONE = {};

    /** Rows of the features that are taken at once: what they give for all columns should stay near the processor. */
    private static final int PANEL = 64;
    /** For so few new columns it does not pay to rearrange the others. */
    private static final int FEW_NEW = 4;
    /** So few columns do not fill the processor's registers side by side. */
    private static final int FEW = 12;

    private final Design design;
    /** H. */
    private final double[] curvature;
    /** The largest entry of H. */
    private final double largestCurvature;
    /** √(H/largest), by which both factors of a product are multiplied where many are computed at once; exactly 1 if all are equal. */
    private final double[] rootCurvature;

    private final int limit;
    private final double[] column;
    private final double[] products;
    private double[][] rows = new double[0][];
    private int size;

    Gram(Design design, double[] curvature, int limit) {
        this.design = design;
        this.limit = limit;
        this.column = new double[design.rows()];
        this.products = new double[design.features().columns()];
        this.curvature = curvature;
        this.largestCurvature = Arrays.stream(curvature).max().orElse(0);
        this.rootCurvature = new double[curvature.length];
        for (int i = 0; i < curvature.length; i++) {
            rootCurvature[i] = largestCurvature == 0 ? 0 : Math.sqrt(curvature[i] / largestCurvature);
        }
    }

    /** The most columns that it may hold. */
    int limit() {
        return limit;
    }

    /** The entries of a column with all columns, at its place; longer than there are columns. */
    double[] row(int place) {
        return rows[place];
    }

    /** An upper bound of the largest eigenvalue of the matrix of some neighbouring places, by Gershgorin's theorem. */
    double largestEigenvalue(int from, int to) {
        double largest = 0;
        for (int a = from; a < to; a++) {
            double sum = 0;
            for (int b = from; b < to; b++) {
                sum += Math.abs(rows[a][b]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** Adds the columns behind those that it holds, up to {@code count} columns of the given list. */
    void extend(int[] columns, int count) {
        int old = size;
        if (old == count) {
            return;
        }
        if (rows.length < count) {
            enlarge(Math.max(count, Math.min(limit, count + count / 4)));
        }
        for (int a = old; a < count; a++) {
            rows[a] = new double[rows.length];
        }
        size = count;
        if (design.features() instanceof DenseFeatures dense && count - old > FEW_NEW && count > FEW) {
            addProductsByPanels(dense, columns, old);
        } else {
            addProductsByColumns(columns, old);
        }
        for (int a = old; a < size; a++) {
            for (int b = 0; b < a; b++) {
                rows[b][a] = rows[a][b];
            }
        }
    }

    /** Forgets the columns of all places but the given ones, in increasing order, and those that it does not hold. */
    void keep(int[] places, int wanted) {
        int count = 0;
        while (count < wanted && places[count] < size) {
            count++;
        }
        for (int a = 0; a < count; a++) {
            double[] row = rows[places[a]];
            for (int b = 0; b < count; b++) {
                row[b] = row[places[b]];
            }
            rows[a] = row;
        }
        Arrays.fill(rows, count, rows.length, null);
        size = count;
    }

    /** Forgets all columns. */
    void clear() {
        keep(new int[0], 0);
    }

    private void enlarge(int capacity) {
        double[][] larger = new double[capacity][];
        for (int a = 0; a < size; a++) {
            larger[a] = Arrays.copyOf(rows[a], capacity);
            // The old matrix must not stay in memory beside the new one.
            rows[a] = NONE;
        }
        rows = larger;
    }

    /** One column at a time, for features of any kind. */
    private void addProductsByColumns(int[] columns, int old) {
        Features features = design.features();
        for (int a = old; a < size; a++) {
            features.copyColumn(columns[a], column);
            for (int i = 0; i < column.length; i++) {
                column[i] = curvature[i] * (column[i] - design.center(columns[a])) / design.deviation(columns[a]);
            }
            design.correlate(columns, a + 1, column, products);
            for (int b = 0; b <= a; b++) {
                rows[a][b] = products[columns[b]];
            }
        }
    }

    /** By blocks of rows of the features, rearranged so that the entries of a row lie side by side. */
    private void addProductsByPanels(DenseFeatures dense, int[] columns, int old) {
        int n = dense.rows();
        double[][] panel = new double[PANEL][size];
        for (int from = 0; from < n; from += PANEL) {
            int height = Math.min(PANEL, n - from);
            int b = 0;
            for (; b + 3 < size; b += 4) {
                fillFour(panel, b, dense, columns, from, height);
            }
            for (; b < size; b++) {
                fill(panel, b, dense, columns[b], from, height);
            }
            KERNELS.addProducts(panel, height, rows, old, size);
        }
        for (int a = old; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                rows[a][b] *= largestCurvature;
            }
        }
    }

    private void fill(double[][] panel, int place, DenseFeatures dense, int j, int from, int height) {
        double[] x = dense.column(j);
        double center = design.center(j);
        double scale = 1 / design.deviation(j);
        for (int i = 0; i < height; i++) {
            panel[i][place] = (x[from + i] - center) * scale * rootCurvature[from + i];
        }
    }

    /** As {@code fill}, for four columns, whose entries lie side by side in the panel. */
    private void fillFour(double[][] panel, int place, DenseFeatures dense, int[] columns, int from, int height) {
        double[] w = dense.column(columns[place]);
        double[] x = dense.column(columns[place + 1]);
        double[] y = dense.column(columns[place + 2]);
        double[] z = dense.column(columns[place + 3]);
        double wCenter = design.center(columns[place]);
        double xCenter = design.center(columns[place + 1]);
        double yCenter = design.center(columns[place + 2]);
        double zCenter = design.center(columns[place + 3]);
        double wScale = 1 / design.deviation(columns[place]);
        double xScale = 1 / design.deviation(columns[place + 1]);
        double yScale = 1 / design.deviation(columns[place + 2]);
        double zScale = 1 / design.deviation(columns[place + 3]);
        for (int i = 0; i < height; i++) {
            double root = rootCurvature[from + i];
            double[] row = panel[i];
            row[place] = (w[from + i] - wCenter) * wScale * root;
            row[place + 1] = (x[from + i] - xCenter) * xScale * root;
            row[place + 2] = (y[from + i] - yCenter) * yScale * root;
            row[place + 3] = (z[from + i] - zCenter) * zScale * root;
        }
    }
}
