package org.ridgeline.solvers;

/** A dense matrix of doubles, stored by column. */
public final class DenseFeatures implements Features {

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
        double[] x = columns[column];
        // Four sums at once, as one would wait for each addition.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < rows; i += 4) {
            a += x[i] * vector[i];
            b += x[i + 1] * vector[i + 1];
            c += x[i + 2] * vector[i + 2];
            d += x[i + 3] * vector[i + 3];
        }
        for (; i < rows; i++) {
            a += x[i] * vector[i];
        }
        return (a + b) + (c + d);
    }

    /** Four columns at a time, so that every entry of the vector is loaded once for four products. */
    @Override
    public void dots(int[] selected, int count, double[] vector, double[] target) {
        int k = 0;
        for (; k + 3 < count; k += 4) {
            double[] w = columns[selected[k]];
            double[] x = columns[selected[k + 1]];
            double[] y = columns[selected[k + 2]];
            double[] z = columns[selected[k + 3]];
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            double a2 = 0;
            double b2 = 0;
            double c2 = 0;
            double d2 = 0;
            int i = 0;
            for (; i + 1 < rows; i += 2) {
                double v = vector[i];
                double v2 = vector[i + 1];
                a = Math.fma(w[i], v, a);
                b = Math.fma(x[i], v, b);
                c = Math.fma(y[i], v, c);
                d = Math.fma(z[i], v, d);
                a2 = Math.fma(w[i + 1], v2, a2);
                b2 = Math.fma(x[i + 1], v2, b2);
                c2 = Math.fma(y[i + 1], v2, c2);
                d2 = Math.fma(z[i + 1], v2, d2);
            }
            if (i < rows) {
                a = Math.fma(w[i], vector[i], a);
                b = Math.fma(x[i], vector[i], b);
                c = Math.fma(y[i], vector[i], c);
                d = Math.fma(z[i], vector[i], d);
            }
            target[selected[k]] = a + a2;
            target[selected[k + 1]] = b + b2;
            target[selected[k + 2]] = c + c2;
            target[selected[k + 3]] = d + d2;
        }
        for (; k < count; k++) {
            target[selected[k]] = dot(selected[k], vector);
        }
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
