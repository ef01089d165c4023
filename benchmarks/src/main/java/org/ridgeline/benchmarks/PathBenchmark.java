package org.ridgeline.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.PathFit;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Stopping;
import org.ridgeline.solvers.kernels.Kernels;

/**
 * Times the path of 100 λ of a benchmark problem, from features and targets in memory to the last fit, and prints one line:
 * {@code KIND cpu SECONDS cold SECONDS gap VALUE nonzero N}. {@code cpu} is the CPU time of the fitting thread in the
 * fastest of the repetitions, {@code cold} that of the first; {@code gap} is the worst duality gap relative to the null
 * loss, {@code nonzero} the number of nonzero coefficients at the smallest λ.
 */
public final class PathBenchmark {

    private static final int LAMBDAS = 100;
    private static final int MOST_PASSES = 1_000_000;

    private PathBenchmark() {}

    /**
     * Runs the benchmark; exits with 2 if it cannot.
     *
     * @param arguments see the usage that an empty call prints
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... arguments) throws IOException {
        try {
            System.out.println(run(Options.parse(arguments)));
        } catch (IllegalArgumentException e) {
            System.err.println("path-benchmark: " + e.getMessage());
            System.exit(2);
        }
    }

    static String run(Options options) throws IOException {
        if (options.vector() && Kernels.current() == Kernels.plain()) {
            throw new IllegalArgumentException("--vector needs solvers-vector on the class path and java --add-modules"
                    + " jdk.incubator.vector, as the script path-benchmark has them, but the kernels are plain");
        }
        BenchmarkProblem given = BenchmarkProblem.read(options.kind(), options.file());
        double cold = time();
        PathFit fits = fit(given, options);
        cold = time() - cold;
        double best = cold;
        for (int k = 1; k < options.repeat(); k++) {
            double start = time();
            fits = fit(given, options);
            best = Math.min(best, time() - start);
        }
        double gap = 0;
        for (int k = 0; k < fits.size(); k++) {
            gap = Math.max(gap, fits.certificate(k).value());
        }
        if (options.out() != null) {
            write(fits, options.out());
        }
        return String.format(
                Locale.ROOT,
                "%s cpu %.3f cold %.3f gap %.1e nonzero %d",
                options.kind(),
                best,
                cold,
                gap,
                fits.nonzeros(fits.size() - 1));
    }

    private static PathFit fit(BenchmarkProblem given, Options options) {
        LambdaPath path = options.single()
                ? LambdaPath.of(given.ratio() * given.lambdaMax())
                : LambdaPath.geometric(LAMBDAS, given.ratio());
        return new Solver(options.gap(), MOST_PASSES, Stopping.OBJECTIVE)
                .path(given.problem(), given.regularizer(), path);
    }

    private static double time() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * 1e-9;
    }

    private static void write(PathFit fits, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int k = 0; k < fits.size(); k++) {
                double[] coefficients = fits.fit(k).coefficients();
                ByteBuffer bytes =
                        ByteBuffer.allocate(coefficients.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asDoubleBuffer().put(coefficients);
                out.write(bytes.array());
            }
        }
    }
}
