package org.ridgeline.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.functions.Logistic;
import weka.classifiers.functions.RegularizedLinearModel;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * Times Weka's own ridge learners beside ours, in turns, on made data. It prints the CPU time of the training thread and of the
 * whole process in the fastest repetition, and of the last model the objective, Σ loss + R·Σw² of standardised attributes, that
 * all are asked to minimise: the lower, the better the optimum. With {@code --heap} it finds the smallest heap, to within 1 MiB, in
 * which a process of its own trains each, its data included.
 */
public final class WekaBenchmark {

    private final WekaOptions options;
    private final Instances data;

    private WekaBenchmark(WekaOptions options) {
        this.options = options;
        this.data = WekaProblem.make(options.rows(), options.attributes(), options.task() == WekaOptions.Task.LOGISTIC);
    }

    /**
     * Runs the benchmark; exits with 2 if it cannot.
     *
     * @param arguments see the usage that an empty call prints
     * @throws Exception if a classifier fails
     */
    public static void main(String... arguments) throws Exception {
        try {
            run(WekaOptions.parse(arguments), System.out);
        } catch (IllegalArgumentException e) {
            System.err.println("weka-benchmark: " + e.getMessage());
            System.exit(2);
        }
    }

    static void run(WekaOptions options, PrintStream out) throws Exception {
        if (options.heap()) {
            for (String classifier : options.classifiers()) {
                out.printf(Locale.ROOT, "%6d MiB  %s%n", smallestHeap(options, classifier), classifier);
            }
            return;
        }
        new WekaBenchmark(options).time(out);
    }

    private void time(PrintStream out) throws Exception {
        List<Timed> all = options.classifiers().stream().map(Timed::new).toList();
        for (int repeat = 0; repeat < options.repeat(); repeat++) {
            all.forEach(Timed::repeat);
        }
        double ours = all.get(all.size() - 1).timing.cpu();
        for (Timed timed : all) {
            out.printf(
                    Locale.ROOT,
                    "cpu %9.3f s, process %9.3f s, ours takes %.3g of it, objective %.10g  %s%n",
                    timed.timing.cpu(),
                    timed.timing.process(),
                    ours / timed.timing.cpu(),
                    objective(timed.classifier),
                    timed.line);
        }
    }

    /** A classifier of a command line, as it is trained again and again. */
    private final class Timed {
        private final String line;
        private final Timing timing;
        private Classifier classifier = new Logistic();

        Timed(String line) {
            this.line = line;
            this.timing = new Timing(() -> {
                classifier = trained(line);
                return new double[0][];
            });
        }

        void repeat() {
            timing.repeat();
        }
    }

    private Classifier trained(String line) {
        try {
            String[] words = Utils.splitOptions(line);
            Classifier made = AbstractClassifier.forName(words[0], Arrays.copyOfRange(words, 1, words.length));
            made.buildClassifier(data);
            return made;
        } catch (Exception e) {
            throw new IllegalArgumentException(line + ": " + e.getMessage(), e);
        }
    }

    private double objective(Classifier classifier) throws Exception {
        double sum = 0;
        for (Instance instance : data) {
            if (options.task() == WekaOptions.Task.LOGISTIC) {
                sum -= Math.log(classifier.distributionForInstance(instance)[(int) instance.classValue()]);
            } else {
                double difference = instance.classValue() - classifier.classifyInstance(instance);
                sum += difference * difference;
            }
        }
        double[] w = slopes(classifier);
        for (int j = 0; j < w.length; j++) {
            sum += options.ridge() * w[j] * w[j] * data.variance(j);
        }
        return sum;
    }

    /** The coefficients of the attributes, of which the class is the last. */
    private static double[] slopes(Classifier classifier) {
        if (classifier instanceof RegularizedLinearModel ours) {
            return ours.coefficients();
        }
        if (classifier instanceof LinearRegression linear) {
            double[] all = linear.coefficients();
            return Arrays.copyOf(all, all.length - 2);
        }
        double[][] rows = ((Logistic) classifier).coefficients();
        return Arrays.stream(rows).skip(1).mapToDouble(row -> row[0]).toArray();
    }

    private static int smallestHeap(WekaOptions options, String classifier) throws IOException, InterruptedException {
        int low = 0;
        int high = 4;
        while (!fits(options, classifier, high)) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (fits(options, classifier, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean fits(WekaOptions options, String classifier, int megabytes)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:+UseSerialGC",
                        "-Xmn1m",
                        "-Xmx" + megabytes + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WekaBenchmark.class.getName(),
                        options.task().toString(),
                        "--rows",
                        Integer.toString(options.rows()),
                        "--attributes",
                        Integer.toString(options.attributes()),
                        "--repeat",
                        "1",
                        classifier)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
