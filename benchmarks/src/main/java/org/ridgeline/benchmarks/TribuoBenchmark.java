package org.ridgeline.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Stopping;

/**
 * Times trainers of Tribuo beside ours, in turns, on the same dataset in memory: one training for each λ against one path, from
 * the dataset to the last model. Of both it prints what they were asked for, the CPU time of the thread in the fastest repetition and
 * in the first, that of the process in the fastest, and the worst excess of the objective over its minimum, relative to the loss of the
 * best constant. Ours is asked for the excess of the other.
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

    private TribuoBenchmark(PeerOptions options, PrintStream out) throws IOException {
        TRIBUO.setLevel(Level.WARNING);
        this.options = options;
        BenchmarkProblem problem = BenchmarkProblem.read(options.kind(), options.file());
        this.lambdas = problem.grid(options.lambdas());
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
            run(PeerOptions.parse(arguments), System.out);
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
        Solver solver = new Solver(Math.max(excess, TIGHT), MOST_PASSES, Stopping.OBJECTIVE);
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
        print("Ridgeline", ours, lambdas.length, worst(ours.coefficients(), lambdas, true));
        double ratio = ours.cpu() / (lambdas.length / (double) some.length * theirs.cpu());
        out.printf(Locale.ROOT, "  Ridgeline takes %.3g of the time: %.1f times as fast%n", ratio, 1 / ratio);
    }

    /** The worst excess of models over the minimum of what each side was asked to minimise. */
    private double worst(double[][] models, double[] strengths, boolean free) {
        double worst = 0;
        for (int k = 0; k < strengths.length; k++) {
            Fit best = task.minimum(strengths[k], free, new Solver(TIGHT, MOST_PASSES, Stopping.OBJECTIVE));
            worst = Math.max(
                    worst, (task.objective(models[k], strengths[k], free) - best.objective()) / task.nullLoss());
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
