package org.ridgeline.solvers;

import org.ridgeline.solvers.kernels.Kernels;

/** A dense matrix of doubles, stored by column. */
public final class DenseFeatures implements Features {

    private static final Kernels KERNELS = Kernels.current();

    private final int rows;
    private final double[][] columns;

    private DenseFeatures(int rows, double[][] columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * A matrix from its rows, which are copied.
     *
     * @param rows n arrays of p numbers each
     * @return a matrix of n rows and p columns
     * @throws IllegalArgumentException if there is no row or they differ in length
     */
    public static DenseFeatures ofRows(double[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("wanted at least one row of features, but found none");
        }
        int p = rows[0].length;
        double[][] columns = new double[p][rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != p) {
                throw new IllegalArgumentException(
                        "wanted " + p + " features in every row, as in row 0, but row " + i + " has " + rows[i].length);
            }
            for (int j = 0; j < p; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return new DenseFeatures(rows.length, columns);
    }

    /**
     * A matrix from its columns, which are not copied: they must not change any more.
     *
     * @param rows the number n of rows, ≥ 1, which p = 0 columns would not tell
     * @param columns p arrays of n numbers each
     * @return a matrix of n rows and p columns
     * @throws IllegalArgumentException if a column has another length
     */
    public static DenseFeatures ofColumns(int rows, double[]... columns) {
        if (rows < 1) {
            throw new IllegalArgumentException("wanted at least one row of features, but found " + rows);
        }
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != rows) {
                throw new IllegalArgumentException(
                        "wanted " + rows + " rows in every column, but column " + j + " has " + columns[j].length);
            }
        }
        return new DenseFeatures(rows, columns.clone());
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns.length;
    }

    @Override
    public double dot(int column, double[] vector) {
        return KERNELS.dot(columns[column], vector, rows);
    }

    @Override
    public void dots(int[] selected, int count, double[] vector, double[] target) {
        KERNELS.dots(columns, selected, count, vector, rows, target);
    }

    @Override
    public void addScaled(int column, double scale, double[] target) {
        double[] x = columns[column];
        for (int i = 0; i < rows; i++) {
            target[i] += scale * x[i];
        }
    }

    @Override
    public void addScaled(int column, double scale, double[] weights, double[] target) {
        double[] x = columns[column];
        for (int i = 0; i < rows; i++) {
            target[i] += scale * weights[i] * x[i];
        }
    }

    @Override
    public double squares(int column, double center, double deviation, double[] weights, double totalWeight) {
        double[] x = columns[column];
        double scale = 1 / deviation;
        double a = 0;
        double b = 0;
        int i = 0;
        for (; i + 1 < rows; i += 2) {
            double c = (x[i] - center) * scale;
            double d = (x[i + 1] - center) * scale;
            a += weights[i] * c * c;
            b += weights[i + 1] * d * d;
        }
        double last = i < rows ? (x[i] - center) * scale : 0;
        return i < rows ? a + b + weights[i] * last * last : a + b;
    }

    /** The live array of a column, for kernels that read blocks of rows. */
    double[] column(int column) {
        return columns[column];
    }

    @Override
    public void copyColumn(int column, double[] target) {
        System.arraycopy(columns[column], 0, target, 0, rows);
    }

    @Override
    public DenseFeatures selectRows(int[] selected) {
        double[][] some = new double[columns.length][selected.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < selected.length; i++) {
                some[j][i] = columns[j][selected[i]];
            }
        }
        return ofColumns(selected.length, some);
    }
}
