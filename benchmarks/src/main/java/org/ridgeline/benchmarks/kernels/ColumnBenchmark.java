package org.ridgeline.benchmarks.kernels;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.SparseFeatures;

/** One column of a matrix, of which every tenth entry is not zero where it is sparse. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ColumnBenchmark {

    private static final int STRIDE = 10;

    /** How many entries are stored: all rows of the dense matrix, a tenth of those of the sparse one. */
    @Param("2000")
    public int entries = 2000;

    private Features dense = DenseFeatures.ofColumns(1);
    private Features sparse = dense;
    private double[] shortVector = {};
    private double[] longVector = {};
    private double sign = 1;

    /** Makes one. */
    public ColumnBenchmark() {}

    /** Makes both matrices. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = random.doubles(entries, -1, 1).toArray();
        int[] rows = new int[entries];
        for (int k = 0; k < entries; k++) {
            rows[k] = STRIDE * k + random.nextInt(STRIDE);
        }
        dense = DenseFeatures.ofColumns(entries, values);
        int height = STRIDE * entries;
        sparse = SparseFeatures.ofColumns(height, new int[] {0, entries}, rows, values);
        shortVector = random.doubles(entries, -1, 1).toArray();
        longVector = random.doubles(height, -1, 1).toArray();
    }

    /**
     * target += scale · column, which the compiler vectorises by itself.
     *
     * @return the target
     */
    @Benchmark
    public double[] axpy() {
        // Back and forth, as the numbers would grow.
        sign = -sign;
        dense.addScaled(0, sign, shortVector);
        return shortVector;
    }

    /**
     * The inner product with a sparse column.
     *
     * @return the product
     */
    @Benchmark
    public double sparseDot() {
        return sparse.dot(0, longVector);
    }

    /**
     * target += scale · sparse column.
     *
     * @return the target
     */
    @Benchmark
    public double[] sparseAxpy() {
        sign = -sign;
        sparse.addScaled(0, sign, longVector);
        return longVector;
    }
}
