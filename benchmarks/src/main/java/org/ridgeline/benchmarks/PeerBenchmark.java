package org.ridgeline.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.PathFit;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Stopping;

/**
 * Times the lasso path of other JVM libraries beside ours, in turns, on one benchmark problem. Of every peer and tolerance it
 * prints what was fitted, the CPU time, the worst duality gap of its coefficients relative to the null loss, as our own
 * certifier finds it, and under it the same of ours, asked for that gap, with the ratio of the two times.
 *
 * <p>{@code cpu} is the CPU time of the fitting thread in the fastest repetition, {@code cold} that in the first, and {@code
 * process} that of the whole process in the fastest, its compiler and collector included; all from the data in each library's
 * own form in memory to the last coefficients. Of a peer that is asked for a subset of the λ, spread evenly over the path,
 * the times of the path are extrapolated in proportion, and the line says so.
 */
public final class PeerBenchmark {

    private static final int MOST_PASSES = 1_000_000;
    /** Who can fit which kind of problem. */
    private static final SortedMap<String, List<String>> PEERS = new TreeMap<>(
            Map.of("a", List.of("tribuo", "smile"), "b", List.of("tribuo", "smile"), "c", List.of("liblinear")));

    private final PeerOptions options;
    private final BenchmarkProblem problem;
    private final GapCertifier certifier;
    private final double[] lambdas;
    private final PrintStream out;

    private PeerBenchmark(PeerOptions options, PrintStream out) throws IOException {
        this.options = options;
        this.problem = BenchmarkProblem.read(options.kind(), options.file());
        this.certifier = new GapCertifier(problem);
        this.lambdas = problem.grid(options.lambdas(), options.ratio());
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
            System.err.println("peer-benchmark: " + e.getMessage());
            System.exit(2);
        }
    }

    static void run(PeerOptions options, PrintStream out) throws IOException {
        requirePeers(options);
        new PeerBenchmark(options, out).run();
    }

    private void run() {
        for (String name : options.peers()) {
            for (double tolerance : options.tolerances()) {
                beside(peer(name, tolerance));
            }
        }
    }

    private static void requirePeers(PeerOptions options) {
        List<String> offered = PEERS.get(options.kind());
        if (offered == null) {
            throw new IllegalArgumentException("there is no peer for " + options.kind() + "; there is one for "
                    + String.join(", ", PEERS.keySet()));
        }
        for (String name : options.peers()) {
            if (!offered.contains(name)) {
                throw new IllegalArgumentException("there is no peer '" + name + "' for " + options.kind()
                        + "; there is " + String.join(", ", offered));
            }
        }
    }

    private Peer peer(String name, double tolerance) {
        return switch (name) {
            case "tribuo" -> new TribuoPeer(problem, tolerance);
            case "smile" -> new SmilePeer(problem, tolerance);
            default -> new LiblinearPeer(problem, tolerance);
        };
    }

    private void beside(Peer peer) {
        double[] some = middles(lambdas, options.subset());
        Timing theirs = new Timing(() -> Arrays.stream(some).mapToObj(peer::fit).toArray(double[][]::new));
        theirs.repeat();
        double gap = worstGap(theirs.coefficients(), some);
        // Rounding leaves a gap of nothing or less.
        Solver solver = new Solver(Math.max(gap, 1e-12), MOST_PASSES, Stopping.OBJECTIVE);
        Timing ours = new Timing(() -> path(solver));
        // In turns, so that what else the machine does is shared by both.
        while (ours.repetitions() < options.repeat() || theirs.repetitions() < options.peerRepeat()) {
            if (theirs.repetitions() < options.peerRepeat()) {
                theirs.repeat();
            }
            if (ours.repetitions() < options.repeat()) {
                ours.repeat();
            }
        }
        print(peer.name(), theirs, some.length, gap);
        print("Ridgeline", ours, lambdas.length, worstGap(ours.coefficients(), lambdas));
        double ratio = ours.cpu() / (lambdas.length / (double) some.length * theirs.cpu());
        out.printf(Locale.ROOT, "  Ridgeline takes %.3g of the time: %.1f times as fast%n", ratio, 1 / ratio);
    }

    /** Strengths from the middles of equal parts of the path. */
    static double[] middles(double[] lambdas, int count) {
        double[] some = new double[count];
        Arrays.setAll(some, k -> lambdas[(int) ((k + 0.5) * lambdas.length / count)]);
        return some;
    }

    private double[][] path(Solver solver) {
        PathFit fits = solver.path(problem.problem(), problem.regularizer(), LambdaPath.of(lambdas));
        double[][] coefficients = new double[fits.size()][];
        Arrays.setAll(coefficients, k -> fits.fit(k).coefficients());
        return coefficients;
    }

    private double worstGap(double[][] coefficients, double[] strengths) {
        double worst = 0;
        for (int k = 0; k < strengths.length; k++) {
            worst = Math.max(worst, certifier.relativeGap(coefficients[k], strengths[k]));
        }
        return worst;
    }

    private void print(String name, Timing timing, int fitted, double gap) {
        double factor = lambdas.length / (double) fitted;
        double[] last = timing.coefficients()[fitted - 1];
        String what = lambdas.length == 1 ? "one lambda" : "path of " + lambdas.length;
        if (fitted < lambdas.length) {
            what = String.format(Locale.ROOT, "%d lambdas cpu %.2f, EXTRAPOLATED to %s:", fitted, timing.cpu(), what);
        }
        out.printf(
                Locale.ROOT,
                "%s %s: %s cpu %.3f cold %.3f process %.3f gap %.1e nonzero %d%n",
                options.kind(),
                name,
                what,
                factor * timing.cpu(),
                factor * timing.cold(),
                factor * timing.process(),
                gap,
                Arrays.stream(last).filter(w -> w != 0).count());
    }
}
