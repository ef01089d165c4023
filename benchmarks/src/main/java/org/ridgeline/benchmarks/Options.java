package org.ridgeline.benchmarks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the benchmark is asked for.
 *
 * @param kind which problem
 * @param file where it is
 * @param gap the largest relative duality gap of a fit
 * @param repeat how many times the path is fitted
 * @param single whether to fit the smallest λ of the path alone
 * @param vector whether to insist on vector kernels
 * @param out where to write the coefficients, if anywhere
 */
record Options(
        String kind,
        Path file,
        double gap,
        int repeat,
        boolean single,
        boolean vector,
        @Nullable Path out) {

    static final String USAGE = "usage: path-benchmark KIND FILE.bin [--gap 1e-4] [--threads 1] [--repeat 5] [--single]"
            + " [--vector] [--out PATH.coef]";

    static Options parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        if (rest.size() < 2) {
            throw new IllegalArgumentException(USAGE);
        }
        String kind = rest.pop();
        Path file = Path.of(rest.pop());
        double gap = 1e-4;
        int repeat = 5;
        boolean single = false;
        boolean vector = false;
        @Nullable Path out = null;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--gap" -> gap = Double.parseDouble(value(option, rest));
                case "--repeat" -> repeat = atLeastOne(option, value(option, rest));
                case "--threads" -> {
                    if (atLeastOne(option, value(option, rest)) != 1) {
                        throw new IllegalArgumentException("one path is fitted by one thread: --threads must be 1");
                    }
                }
                case "--single" -> single = true;
                case "--vector" -> vector = true;
                case "--out" -> out = Path.of(value(option, rest));
                default -> throw new IllegalArgumentException("there is no option '" + option + "'; " + USAGE);
            }
        }
        return new Options(kind, file, gap, repeat, single, vector, out);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value; " + USAGE);
        }
        return rest.pop();
    }

    private static int atLeastOne(String option, String text) {
        int value = Integer.parseInt(text);
        if (value < 1) {
            throw new IllegalArgumentException(option + " must be at least 1, but is " + text);
        }
        return value;
    }
}
