package org.ridgeline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** The CPU time of repeated fits: of the first and of the fastest, on this thread and of the whole process meanwhile. */
final class Timing {

    private final Supplier<double[][]> fit;
    private double[][] coefficients = new double[0][];
    private int repetitions;
    private double cold;
    private double cpu = Double.POSITIVE_INFINITY;
    private double process = Double.POSITIVE_INFINITY;

    Timing(Supplier<double[][]> fit) {
        this.fit = fit;
    }

    void repeat() {
        double allStart = processTime();
        double start = threadTime();
        coefficients = fit.get();
        double seconds = threadTime() - start;
        if (repetitions++ == 0) {
            cold = seconds;
        }
        if (seconds < cpu) {
            cpu = seconds;
            process = processTime() - allStart;
        }
    }

    int repetitions() {
        return repetitions;
    }

    /** What the last repetition fitted. */
    double[][] coefficients() {
        return coefficients;
    }

    double cold() {
        return cold;
    }

    double cpu() {
        return cpu;
    }

    double process() {
        return process;
    }

    private static double threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * 1e-9;
    }

    private static double processTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() * 1e-9;
    }
}
