package org.ridgeline.solvers;

import java.util.Arrays;

/** A sparse matrix of doubles in compressed columns: of each column only the entries that are not zero are stored. */
public final class SparseFeatures implements Features {

    private final int rows;
    private final int[] start;
    private final int[] row;
    private final double[] value;

    private SparseFeatures(int rows, int[] start, int[] row, double[] value) {
        this.rows = rows;
        this.start = start;
        this.row = row;
        this.value = value;
    }

    /**
     * A matrix from compressed columns, which are not copied: they must not change any more.
     *
     * @param rows the number n of rows, ≥ 1
     * @param start p + 1 numbers: the entries of column j are those from {@code start[j]} to before {@code start[j + 1]}
     * @param row the row of each entry, ascending within a column
     * @param value each entry
     * @return the matrix
     * @throws IllegalArgumentException if the arrays are not as described
     */
    public static SparseFeatures ofColumns(int rows, int[] start, int[] row, double[] value) {
        if (rows < 1) {
            throw new IllegalArgumentException("wanted at least one row of features, but found " + rows);
        }
        if (start.length == 0 || start[0] != 0) {
            throw new IllegalArgumentException("wanted column starts that begin with 0, but found "
                    + (start.length == 0 ? "none" : String.valueOf(start[0])));
        }
        if (row.length != value.length || start[start.length - 1] != value.length) {
            throw new IllegalArgumentException("wanted as many rows and values as the last column start says, "
                    + start[start.length - 1] + ", but found " + row.length + " rows and " + value.length + " values");
        }
        for (int j = 0; j + 1 < start.length; j++) {
            if (start[j + 1] < start[j]) {
                throw new IllegalArgumentException("wanted ascending column starts, but that of column " + (j + 1)
                        + " is " + start[j + 1] + " after " + start[j]);
            }
        }
        for (int j = 0; j + 1 < start.length; j++) {
            for (int k = start[j]; k < start[j + 1]; k++) {
                int least = k == start[j] ? 0 : row[k - 1] + 1;
                if (row[k] < least || row[k] >= rows) {
                    throw new IllegalArgumentException("wanted ascending rows below " + rows + ", but entry "
                            + (k - start[j]) + " of column " + j + " is in row " + row[k]);
                }
            }
        }
        return new SparseFeatures(rows, start, row, value);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return start.length - 1;
    }

    @Override
    public double dot(int column, double[] vector) {
        double a = 0;
        double b = 0;
        int k = start[column];
        int end = start[column + 1];
        for (; k + 1 < end; k += 2) {
            a += value[k] * vector[row[k]];
            b += value[k + 1] * vector[row[k + 1]];
        }
        return k < end ? a + b + value[k] * vector[row[k]] : a + b;
    }

    @Override
    public void addScaled(int column, double scale, double[] target) {
        for (int k = start[column]; k < start[column + 1]; k++) {
            target[row[k]] += scale * value[k];
        }
    }

    @Override
    public void addScaled(int column, double scale, double[] weights, double[] target) {
        for (int k = start[column]; k < start[column + 1]; k++) {
            target[row[k]] += scale * weights[row[k]] * value[k];
        }
    }

    @Override
    public double squares(int column, double center, double deviation, double[] weights, double totalWeight) {
        double scale = 1 / deviation;
        double sum = 0;
        double seen = 0;
        for (int k = start[column]; k < start[column + 1]; k++) {
            double weight = weights[row[k]];
            double distance = (value[k] - center) * scale;
            sum += weight * distance * distance;
            seen += weight;
        }
        double ofZero = center * scale;
        return center == 0 ? sum : sum + ofZero * ofZero * Math.max(totalWeight - seen, 0);
    }

    /** Row numbers take half as much as values. */
    @Override
    public long storedNumbers() {
        return value.length + (value.length + start.length) / 2L;
    }

    @Override
    public void requireFinite() {
        for (int j = 0; j < columns(); j++) {
            for (int k = start[j]; k < start[j + 1]; k++) {
                Problem.requireFinite(value[k], row[k], j);
            }
        }
    }

    @Override
    public void copyColumn(int column, double[] target) {
        Arrays.fill(target, 0, rows, 0);
        for (int k = start[column]; k < start[column + 1]; k++) {
            target[row[k]] = value[k];
        }
    }

    @Override
    public int copyEntries(int column, int[] rows, double[] values) {
        int count = start[column + 1] - start[column];
        System.arraycopy(row, start[column], rows, 0, count);
        System.arraycopy(value, start[column], values, 0, count);
        return count;
    }

    @Override
    public SparseFeatures selectRows(int[] selected) {
        int[] first = new int[rows];
        int[] next = new int[selected.length];
        Arrays.fill(first, -1);
        // The places of each old row form a list, in ascending order as the last is put in first.
        for (int i = selected.length - 1; i >= 0; i--) {
            next[i] = first[selected[i]];
            first[selected[i]] = i;
        }
        int[] newStart = new int[start.length];
        int[] newRow = new int[row.length];
        double[] newValue = new double[row.length];
        double[] column = new double[selected.length];
        int count = 0;
        for (int j = 0; j + 1 < start.length; j++) {
            for (int k = start[j]; k < start[j + 1]; k++) {
                for (int i = first[row[k]]; i >= 0; i = next[i]) {
                    if (count == newRow.length) {
                        newRow = Arrays.copyOf(newRow, 2 * count + 1);
                        newValue = Arrays.copyOf(newValue, newRow.length);
                    }
                    column[i] = value[k];
                    newRow[count++] = i;
                }
            }
            Arrays.sort(newRow, newStart[j], count);
            for (int k = newStart[j]; k < count; k++) {
                newValue[k] = column[newRow[k]];
            }
            newStart[j + 1] = count;
        }
        return new SparseFeatures(
                selected.length, newStart, Arrays.copyOf(newRow, count), Arrays.copyOf(newValue, count));
    }
}
