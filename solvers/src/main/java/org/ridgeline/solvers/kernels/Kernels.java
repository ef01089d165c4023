package org.ridgeline.solvers.kernels;

/**
 * The inner loops on dense numbers. Results of two implementations agree to rounding; NaN and infinities are carried through as
 * the formulas have it. An implementation is free of state, so that any number of threads can share it.
 *
 * <p>{@link java.util.ServiceLoader} finds others than the plain ones: a public class with a constructor without
 * arguments, which throws what it likes where it cannot work.
 */
public interface Kernels {

    /**
     * The inner product of two vectors.
     *
     * @param x at least {@code length} numbers
     * @param y as many
     * @param length how many of them count
     * @return Σ xᵢyᵢ
     */
    double dot(double[] x, double[] y, int length);

    /**
     * The inner products of some columns with one vector: {@code target[selected[k]] = dot(columns[selected[k]], vector, length)}
     * for k below {@code count}.
     *
     * @param columns arrays of at least {@code length} numbers; none is changed
     * @param selected which columns
     * @param count how many of them
     * @param vector at least {@code length} numbers
     * @param length how many of each column count
     * @param target one number for every column; those of other columns stay as they are
     */
    void dots(double[][] columns, int[] selected, int count, double[] vector, int length, double[] target);

    /**
     * Adds the products of a panel's columns: {@code target[a][b] += Σᵢ panel[i][a] · panel[i][b]}, with the sum over i below
     * {@code height}, for {@code from} ≤ a &lt; {@code to} and b ≤ a. What stands at a &lt; b &lt; {@code to} in these rows
     * of the target may be overwritten with anything.
     *
     * @param panel rows of at least {@code to} numbers
     * @param height how many of them count
     * @param target rows of at least {@code to} numbers, changed in place
     * @param from the first row of the target
     * @param to one more than the last
     */
    void addProducts(double[][] panel, int height, double[][] target, int from, int to);

    /**
     * Says which kernels these are, for logs and benchmarks.
     *
     * @return a few words such as {@code plain}
     */
    @Override
    String toString();

    /**
     * The kernels that the solvers use: the first that {@link java.util.ServiceLoader} finds from the class loader of this
     * interface and that can be made, else the plain ones. One that cannot be made is logged and left out. Looked up once.
     *
     * @return the kernels in use
     */
    static Kernels current() {
        return CurrentKernels.INSTANCE;
    }

    /**
     * The kernels in plain Java, which run everywhere.
     *
     * @return the plain kernels
     */
    static Kernels plain() {
        return PlainKernels.INSTANCE;
    }
}
