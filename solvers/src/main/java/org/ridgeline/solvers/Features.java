package org.ridgeline.solvers;

/** A matrix of n rows (examples) and p columns (features). Immutable. */
public interface Features {

    /** The number n of examples. */
    int rows();

    /** The number p of features. */
    int columns();

    /** The inner product of a column with a vector of length n. */
    double dot(int column, double[] vector);

    /** {@code target += scale · column}, for a target of length n. */
    void addScaled(int column, double scale, double[] target);

    /** Writes a column into a target of length n. */
    void copyColumn(int column, double[] target);

    /**
     * The matrix of some rows, in the given order.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    Features selectRows(int[] rows);
}
