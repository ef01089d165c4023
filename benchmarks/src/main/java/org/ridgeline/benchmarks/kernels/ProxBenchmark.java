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
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.Weights;

/** The proximal step of many weights at once; about half of them become zero. Each starts from a fresh copy, which is timed too. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ProxBenchmark {

    private static final int GROUP = 5;

    /** The penalty's text form. */
    @Param({"l1(lambda=0.5)", "elastic-net(lambda=1,alpha=0.5)", "group-l2(lambda=0.5)"})
    public String penalty = "l1(lambda=0.5)";

    /** The number of weights, a multiple of five. */
    @Param("5000")
    public int count = 5000;

    private Regularizer regularizer = Regularizers.load().parse(penalty);
    private double[] start = {};
    private Weights weights = Weights.of();

    /** Makes one. */
    public ProxBenchmark() {}

    /** Makes the penalty and the weights. */
    @Setup
    public void prepare() {
        regularizer = Regularizers.load().parse(penalty);
        start = new SplittableRandom(1).doubles(count, -1, 1).toArray();
        weights = Weights.of(start.clone(), Groups.strided(GROUP, count / GROUP, count));
    }

    /**
     * A proximal step of size 1.
     *
     * @return the weights after it
     */
    @Benchmark
    public double[] prox() {
        System.arraycopy(start, 0, weights.values(), 0, start.length);
        regularizer.prox(weights, 1);
        return weights.values();
    }
}
