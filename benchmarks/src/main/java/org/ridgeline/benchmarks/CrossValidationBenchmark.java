package org.ridgeline.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.ridgeline.solvers.CrossValidation;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Stopping;

/**
 * Times ten folds of cross-validation on a path of 100 λ with one thread and with several, in turns. Prints {@code KIND one SECONDS
 * several SECONDS ratio R best K}: wall time, the smallest of the repetitions, and which λ is best, which must not depend on threads.
 */
public final class CrossValidationBenchmark {

    private static final String USAGE = "usage: cv-benchmark KIND FILE.bin [THREADS] [REPEAT]";
    private static final int LAMBDAS = 100;
    private static final int FOLDS = 10;
    private static final Solver SOLVER = new Solver(1e-4, 1_000_000, Stopping.OBJECTIVE);

    private CrossValidationBenchmark() {}

    /**
     * Runs the benchmark; exits with 2 if it cannot.
     *
     * @param arguments the kind a, b, c or d of a problem and its file; 2 threads and 3 repetitions unless given
     * @throws IOException if the file cannot be read
     */
    public static void main(String... arguments) throws IOException {
        try {
            System.out.println(run(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("cv-benchmark: " + e.getMessage());
            System.exit(2);
        }
    }

    static String run(String... arguments) throws IOException {
        if (arguments.length < 2 || arguments.length > 4) {
            throw new IllegalArgumentException(USAGE);
        }
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        int repeat = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3;
        if (threads < 2 || repeat < 1) {
            throw new IllegalArgumentException("wanted at least 2 threads and 1 repetition, but found " + threads
                    + " and " + repeat + "; " + USAGE);
        }
        BenchmarkProblem given = BenchmarkProblem.read(arguments[0], Path.of(arguments[1]));
        double one = Double.POSITIVE_INFINITY;
        double several = Double.POSITIVE_INFINITY;
        int best = -1;
        for (int k = 0; k < repeat; k++) {
            long start = System.nanoTime();
            best = fit(given, 1).best();
            long middle = System.nanoTime();
            int again = fit(given, threads).best();
            one = Math.min(one, (middle - start) * 1e-9);
            several = Math.min(several, (System.nanoTime() - middle) * 1e-9);
            if (again != best) {
                throw new IllegalStateException(
                        "one thread chose lambda " + best + ", but " + threads + " chose " + again);
            }
        }
        return String.format(
                Locale.ROOT,
                "%s one %.3f several %.3f ratio %.2f best %d",
                arguments[0],
                one,
                several,
                one / several,
                best);
    }

    private static CrossValidationFit fit(BenchmarkProblem given, int threads) {
        return CrossValidation.of(FOLDS, 1)
                .withThreads(threads)
                .run(SOLVER, given.problem(), given.regularizer(), LambdaPath.geometric(LAMBDAS, given.ratio()));
    }
}
