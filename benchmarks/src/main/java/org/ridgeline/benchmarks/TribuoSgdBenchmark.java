package org.ridgeline.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ridgeline.tribuo.sgd.RegularizedAdaGrad;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * Times an epoch of Tribuo's linear SGD trainer with its own {@code AdaGrad} and with ours, in turns. Training of a single epoch is
 * taken off that of several, so that what an epoch does not need is not counted.
 */
public final class TribuoSgdBenchmark {

    private static final String USAGE = "usage: tribuo-sgd-benchmark a|c FILE.bin [--epochs 3] [--repeat 5]"
            + " [--regularizer \"l1(lambda=0.001)\"]";
    private static final int SEED = 1;

    /** Kept, as the level of a logger that nobody refers to is forgotten. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private TribuoSgdBenchmark() {}

    /**
     * Runs the benchmark; exits with 2 if it cannot.
     *
     * @param arguments see the usage that an empty call prints
     * @throws IOException if the file cannot be read
     */
    public static void main(String... arguments) throws IOException {
        try {
            run(System.out, arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("tribuo-sgd-benchmark: " + e.getMessage());
            System.exit(2);
        }
    }

    static void run(PrintStream out, String... arguments) throws IOException {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        if (rest.size() < 2) {
            throw new IllegalArgumentException(USAGE);
        }
        String kind = rest.pop();
        Path file = Path.of(rest.pop());
        int epochs = 3;
        int repeat = 5;
        String regularizer = "l1(lambda=0.001)";
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value; " + USAGE);
            }
            switch (option) {
                case "--epochs" -> epochs = atLeastOne(option, rest.pop());
                case "--repeat" -> repeat = atLeastOne(option, rest.pop());
                case "--regularizer" -> regularizer = rest.pop();
                default -> throw new IllegalArgumentException("there is no option '" + option + "'; " + USAGE);
            }
        }
        TRIBUO.setLevel(Level.WARNING);
        MutableDataset<Label> data = TribuoData.classification(BenchmarkProblem.read(kind, file));
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad(regularizer);
        Epoch theirs = new Epoch(data, new AdaGrad(0.1, 0.1), epochs);
        Epoch ours = new Epoch(data, optimiser, epochs);
        for (int k = 0; k < repeat; k++) {
            theirs.repeat();
            ours.repeat();
        }
        theirs.print(out, kind, "AdaGrad");
        ours.print(out, kind, optimiser.toString());
        out.printf(Locale.ROOT, "  An epoch takes %.3g of the time%n", ours.seconds() / theirs.seconds());
    }

    private static int atLeastOne(String option, String text) {
        int value = Integer.parseInt(text);
        if (value < 1) {
            throw new IllegalArgumentException(option + " must be at least 1, but is " + text);
        }
        return value;
    }

    /** Training with one epoch and with more. */
    private static final class Epoch {

        private final int more;
        private final Timing one;
        private final Timing several;

        Epoch(MutableDataset<Label> data, StochasticGradientOptimiser optimiser, int more) {
            this.more = more;
            this.one = new Timing(() -> train(data, optimiser, 1));
            this.several = new Timing(() -> train(data, optimiser, 1 + more));
        }

        private static double[][] train(MutableDataset<Label> data, StochasticGradientOptimiser optimiser, int epochs) {
            return new LinearSGDTrainer(new LogMulticlass(), optimiser, epochs, SEED)
                    .train(data)
                    .getWeightsCopy()
                    .toArray();
        }

        void repeat() {
            one.repeat();
            several.repeat();
        }

        double seconds() {
            return (several.cpu() - one.cpu()) / more;
        }

        void print(PrintStream out, String kind, String name) {
            int zeros = 0;
            int all = 0;
            for (double[] row : several.coefficients()) {
                for (double weight : row) {
                    zeros += weight == 0 ? 1 : 0;
                    all++;
                }
            }
            out.printf(
                    Locale.ROOT, "%s %s: an epoch cpu %.3f, %d of %d weights 0%n", kind, name, seconds(), zeros, all);
        }
    }
}
