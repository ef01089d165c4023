package org.ridgeline.solvers;

import java.util.Arrays;

/**
 * Features of which some columns are replaced by copies.
 *
 * @param given what is read where there is no copy
 * @param copies the copies, in the order of their columns
 * @param place where in {@code copies} a column is, or {@link #NOWHERE}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PartlyCopied(Features given, DenseFeatures copies, int[] place) implements Features {

    private static final int NOWHERE = -1;

    /** Copies some columns less their centers. */
    static Features centered(Features given, Scaling scaling, boolean[] copied) {
        int n = given.rows();
        double[][] copies = new double[copied.length][];
        int[] place = new int[copied.length];
        int count = 0;
        for (int j = 0; j < copied.length; j++) {
            place[j] = NOWHERE;
            if (copied[j]) {
                double[] column = new double[n];
                given.copyColumn(j, column);
                for (int i = 0; i < n; i++) {
                    column[i] -= scaling.center(j);
                }
                place[j] = count;
                copies[count++] = column;
            }
        }
        if (given instanceof DenseFeatures dense) {
            // The columns that stay are shared, so that what is fast for dense features stays so.
            double[][] columns = new double[place.length][];
            for (int j = 0; j < place.length; j++) {
                columns[j] = place[j] == NOWHERE ? dense.column(j) : copies[place[j]];
            }
            return DenseFeatures.ofColumns(n, columns);
        }
        return new PartlyCopied(given, DenseFeatures.ofColumns(n, Arrays.copyOf(copies, count)), place);
    }

    @Override
    public int rows() {
        return given.rows();
    }

    @Override
    public int columns() {
        return place.length;
    }

    private Features holder(int column) {
        return place[column] == NOWHERE ? given : copies;
    }

    private int columnThere(int column) {
        return place[column] == NOWHERE ? column : place[column];
    }

    @Override
    public double dot(int column, double[] vector) {
        return holder(column).dot(columnThere(column), vector);
    }

    @Override
    public void addScaled(int column, double scale, double[] target) {
        holder(column).addScaled(columnThere(column), scale, target);
    }

    @Override
    public void addScaled(int column, double scale, double[] weights, double[] target) {
        holder(column).addScaled(columnThere(column), scale, weights, target);
    }

    @Override
    public double squares(int column, double center, double deviation, double[] weights, double totalWeight) {
        return holder(column).squares(columnThere(column), center, deviation, weights, totalWeight);
    }

    @Override
    public void copyColumn(int column, double[] target) {
        holder(column).copyColumn(columnThere(column), target);
    }

    @Override
    public int copyEntries(int column, int[] rows, double[] values) {
        return holder(column).copyEntries(columnThere(column), rows, values);
    }

    @Override
    public PartlyCopied selectRows(int[] rows) {
        return new PartlyCopied(given.selectRows(rows), copies.selectRows(rows), place);
    }
}
