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
     * Writes a column into a target of length n.
     *
     * @param column which, from 0 to p − 1
     * @param target n numbers, overwritten
     */
    void copyColumn(int column, double[] target);

    /**
     * The matrix of some rows, in the given order.
     *
     * @param rows which, each from 0 to n − 1, perhaps more than once
     * @return a matrix of these rows
     * @throws IndexOutOfBoundsException if there is no such row
     */
    Features selectRows(int[] rows);
}
