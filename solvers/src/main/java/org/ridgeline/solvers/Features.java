package org.ridgeline.solvers;

/** A matrix of n rows (examples) and p columns (features). Immutable. */
public interface Features {

    /**
     * The number n of examples.
     *
     * @return n ≥ 1
     */
    int rows();

    /**
     * The number p of features.
     *
     * @return p ≥ 0
     */
    int columns();

    /**
     * The inner product of a column with a vector of length n.
     *
     * @param column which, from 0 to p − 1
     * @param vector n numbers
     * @return Σ xᵢvᵢ
     */
    double dot(int column, double[] vector);

    /**
     * {@code target += scale · column}, for a target of length n.
     *
     * @param column which, from 0 to p − 1
     * @param scale a factor
     * @param target n numbers, changed in place
     */
    void addScaled(int column, double scale, double[] target);

    /**
     * The inner products of some columns with a vector of length n: {@code target[columns[k]] = dot(columns[k], vector)} for
     * k below {@code count}.
     *
     * @param columns the columns, each below p
     * @param count how many of them
     * @param vector of length n
     * @param target of length p; entries of other columns stay as they are
     */
    default void dots(int[] columns, int count, double[] vector, double[] target) {
        for (int k = 0; k < count; k++) {
            target[columns[k]] = dot(columns[k], vector);
        }
    }

    /**
     * {@code target[i] += scale · column[i] · weights[i]}.
     *
     * @param column below p
     * @param scale the factor of the whole column
     * @param weights n factors
     * @param target of length n
     */
    default void addScaled(int column, double scale, double[] weights, double[] target) {
        double[] x = new double[rows()];
        copyColumn(column, x);
        for (int i = 0; i < x.length; i++) {
            target[i] += scale * weights[i] * x[i];
        }
    }

    /**
     * Σ weights[i] · ((column[i] − center) / deviation)².
     *
     * @param column below p
     * @param center what is subtracted from each entry
     * @param deviation what the difference is divided by, &gt; 0
     * @param weights n numbers ≥ 0
     * @param totalWeight Σ weights[i], with which zeros need not be visited
     * @return the weighted sum of squares
     */
    default double squares(int column, double center, double deviation, double[] weights, double totalWeight) {
        double[] x = new double[rows()];
        copyColumn(column, x);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double scaled = (x[i] - center) / deviation;
            sum += weights[i] * scaled * scaled;
        }
        return sum;
    }

    /**
     * How much memory the matrix takes, from which a solver sees how much it may use itself.
     *
     * @return the number of doubles that would take as much
     */
    default long storedNumbers() {
        return (long) rows() * columns();
    }

    /**
     * Checks that every entry is finite.
     *
     * @throws IllegalArgumentException if one is not
     */
    default void requireFinite() {
        double[] x = new double[rows()];
        for (int j = 0; j < columns(); j++) {
            copyColumn(j, x);
            for (int i = 0; i < x.length; i++) {
                Problem.requireFinite(x[i], i, j);
            }
        }
    }

    /**
     * Writes a column into a target of length n.
     *
     * @param column which, from 0 to p − 1
     * @param target n numbers, overwritten
     */
    void copyColumn(int column, double[] target);

    /**
     * Writes what is stored of a column, in the order of the rows. What is not stored is 0.
     *
     * @param column which, from 0 to p − 1
     * @param rows n numbers, overwritten from the first on by the rows of the entries
     * @param values n numbers, likewise by the entries, of which some may be 0
     * @return how many there are
     */
    default int copyEntries(int column, int[] rows, double[] values) {
        copyColumn(column, values);
        for (int i = 0; i < values.length; i++) {
            rows[i] = i;
        }
        return values.length;
    }

    /**
     * The matrix of some rows, in the given order.
     *
     * @param rows which, each from 0 to n − 1, perhaps more than once
     * @return a matrix of these rows
     * @throws IndexOutOfBoundsException if there is no such row
     */
    Features selectRows(int[] rows);
}
