package org.ridgeline.benchmarks.kernels;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ridgeline.solvers.kernels.Kernels;

/** The kernels of a working set of dense columns: plain, and those that are in use. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class DenseBenchmark {

    /** As in the solver's panels. */
    private static final int HEIGHT = 64;
    /** So many columns that four at a time stay near the processor. */
    private static final int COLUMNS = 4;

    /** Which kernels: {@code plain} or {@code vector}. */
    @Param({"plain", "vector"})
    public String kernels = "plain";

    /** The length of a column. */
    @Param("2000")
    public int length = 2000;

    /** The number of columns of the Gram matrix. */
    @Param("400")
    public int size = 400;

    private Kernels implementation = Kernels.plain();
    private double[][] columns = {};
    private int[] selected = {};
    private double[] vector = {};
    private double[] results = {};
    private double[][] panel = {};
    private double[][] gram = {};

    /** Makes one. */
    public DenseBenchmark() {}

    /**
     * Fills all arrays.
     *
     * @throws IllegalStateException if the vector kernels are asked for, but not in use
     */
    @Setup
    public void prepare() {
        implementation = kernels(kernels);
        SplittableRandom random = new SplittableRandom(1);
        columns = numbers(random, COLUMNS, length);
        vector = random.doubles(length, -1, 1).toArray();
        selected = IntStream.range(0, COLUMNS).toArray();
        results = new double[COLUMNS];
        panel = numbers(random, HEIGHT, size);
        gram = new double[size][size];
    }

    static Kernels kernels(String name) {
        if (name.equals("plain")) {
            return Kernels.plain();
        }
        Kernels current = Kernels.current();
        if (!name.equals("vector") || current == Kernels.plain()) {
            throw new IllegalStateException(
                    "there are no '" + name + "' kernels; there are plain, and with solvers-vector on"
                            + " the class path and --add-modules jdk.incubator.vector, vector");
        }
        return current;
    }

    private static double[][] numbers(SplittableRandom random, int count, int length) {
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = random.doubles(length, -1, 1).toArray();
        }
        return rows;
    }

    /**
     * One inner product.
     *
     * @return the product
     */
    @Benchmark
    public double dot() {
        return implementation.dot(columns[0], vector, length);
    }

    /**
     * Four columns' inner products with one vector.
     *
     * @return the four products
     */
    @Benchmark
    public double[] dots() {
        implementation.dots(columns, selected, COLUMNS, vector, length, results);
        return results;
    }

    /**
     * What 64 rows of the features add to the lower triangle of the Gram matrix.
     *
     * @return the matrix
     */
    @Benchmark
    public double[][] gramPanel() {
        implementation.addProducts(panel, HEIGHT, gram, 0, size);
        return gram;
    }
}
