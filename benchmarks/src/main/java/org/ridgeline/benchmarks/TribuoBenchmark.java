package org.ridgeline.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ridgeline.TextForm;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Stopping;

/**
 * Times trainers of Tribuo beside ours, in turns, on the same dataset in memory: one training for each λ against one path, from
 * the dataset to the last model. Of both it prints what they were asked for, the CPU time of the thread in the fastest repetition and
 * in the first, that of the process in the fastest, and the worst excess of the objective over its minimum, relative to the loss of the
 * best constant. Ours has the largest tolerance, a power of ten, with which it comes as near to the minimum as the other.
 */
public final class TribuoBenchmark {

    private static final int MOST_PASSES = 1_000_000;
    private static final double TIGHT = 1e-11;

    /** Kept, as the level of a logger that nobody refers to is forgotten. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private final PeerOptions options;
    private final TribuoTask task;
    private final double[] lambdas;
    private final PrintStream out;
    private final Solver tight = new Solver(TIGHT, MOST_PASSES, Stopping.OBJECTIVE);
    /** Of the objectives, by λ; with a minus sign those with a penalised intercept. */
    private final Map<Double, Double> minima = new HashMap<>();

    private TribuoBenchmark(PeerOptions options, PrintStream out) throws IOException {
        TRIBUO.setLevel(Level.WARNING);
        this.options = options;
        BenchmarkProblem problem = BenchmarkProblem.read(options.kind(), options.file());
        this.lambdas = problem.grid(options.lambdas(), options.ratio());
        this.task = options.kind().equals("c") ? new TribuoLogisticTask(problem) : new TribuoLassoTask(problem);
        this.out = out;
    }

    /**
     * Runs the benchmark; exits with 2 if it cannot.
     *
     * @param arguments see the usage that an empty call prints
     * @throws IOException if the file cannot be read
     */
    public static void main(String... arguments) throws IOException {
        try {
            run(PeerOptions.ofTribuo(arguments), System.out);
        } catch (IllegalArgumentException e) {
            System.err.println("tribuo-benchmark: " + e.getMessage());
            System.exit(2);
        }
    }

    static void run(PeerOptions options, PrintStream out) throws IOException {
        TribuoBenchmark benchmark = new TribuoBenchmark(options, out);
        for (double tolerance : options.tolerances()) {
            benchmark.beside(tolerance);
        }
    }

    private void beside(double tolerance) {
        double[] some = PeerBenchmark.middles(lambdas, options.subset());
        Timing theirs = new Timing(() -> Arrays.stream(some)
                .mapToObj(lambda -> task.theirs(lambda, tolerance))
                .toArray(double[][]::new));
        theirs.repeat();
        double excess = worst(theirs.coefficients(), some, false);
        Solver solver = loosest(excess);
        Timing ours = new Timing(() -> task.ours(lambdas, solver));
        // In turns, so that what else the machine does is shared by both.
        while (ours.repetitions() < options.repeat() || theirs.repetitions() < options.peerRepeat()) {
            if (theirs.repetitions() < options.peerRepeat()) {
                theirs.repeat();
            }
            if (ours.repetitions() < options.repeat()) {
                ours.repeat();
            }
        }
        print(task.name(tolerance), theirs, some.length, excess);
        String name = "Ridgeline, tolerance " + TextForm.number(solver.tolerance());
        print(name, ours, lambdas.length, worst(ours.coefficients(), lambdas, true));
        double ratio = ours.cpu() / (lambdas.length / (double) some.length * theirs.cpu());
        out.printf(Locale.ROOT, "  Ridgeline takes %.3g of the time: %.1f times as fast%n", ratio, 1 / ratio);
    }

    /** The largest tolerance with which ours comes as near to the minimum. A certificate bounds the excess from far above. */
    private Solver loosest(double excess) {
        double tolerance = 1e-2;
        while (true) {
            Solver solver = new Solver(tolerance, MOST_PASSES, Stopping.OBJECTIVE);
            if (tolerance <= TIGHT || worst(task.ours(lambdas, solver), lambdas, true) <= excess) {
                return solver;
            }
            tolerance /= 10;
        }
    }

    /** The worst excess of models over the minimum of what each side was asked to minimise. */
    private double worst(double[][] models, double[] strengths, boolean free) {
        double worst = 0;
        for (int k = 0; k < strengths.length; k++) {
            double minimum = minima.computeIfAbsent(
                    (free ? 1 : -1) * strengths[k],
                    key -> task.minimum(Math.abs(key), free, tight).objective());
            worst = Math.max(worst, (task.objective(models[k], strengths[k], free) - minimum) / task.nullLoss());
        }
        return worst;
    }

    private void print(String name, Timing timing, int fitted, double excess) {
        double factor = lambdas.length / (double) fitted;
        String what = lambdas.length == 1 ? "one lambda" : lambdas.length + " lambdas";
        if (fitted < lambdas.length) {
            what = String.format(Locale.ROOT, "%d lambdas cpu %.2f, EXTRAPOLATED to %s:", fitted, timing.cpu(), what);
        }
        out.printf(
                Locale.ROOT,
                "%s %s: %s cpu %.3f cold %.3f process %.3f excess %.1e nonzero %d%n",
                options.kind(),
                name,
                what,
                factor * timing.cpu(),
                factor * timing.cold(),
                factor * timing.process(),
                excess,
                Arrays.stream(timing.coefficients()[fitted - 1])
                        .filter(w -> w != 0)
                        .count());
    }
}
