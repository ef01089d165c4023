package org.ridgeline.benchmarks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;

/**
 * What the comparison with other JVM libraries is asked for.
 *
 * @param kind which problem
 * @param file where it is
 * @param lambdas how many λ the path has; 1 is the smallest alone
 * @param repeat how many times ours is timed
 * @param peerRepeat how many times a peer is timed
 * @param subset how many λ of the path a peer fits at most
 * @param tolerances for which a peer is timed, one after another
 * @param peers whom to compare with, by their short names
 */
record PeerOptions(
        String kind,
        Path file,
        int lambdas,
        int repeat,
        int peerRepeat,
        int subset,
        List<Double> tolerances,
        List<String> peers) {

    static final String USAGE = "usage: peer-benchmark KIND FILE.bin [--lambdas 100] [--repeat 5] [--peer-repeat 1]"
            + " [--subset 100] [--tolerance 1e-4,…] [--peer tribuo,smile|liblinear]";

    static PeerOptions parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        if (rest.size() < 2) {
            throw new IllegalArgumentException(USAGE);
        }
        String kind = rest.pop();
        Path file = Path.of(rest.pop());
        TreeMap<String, String> given = new TreeMap<>();
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (!List.of("--lambdas", "--repeat", "--peer-repeat", "--subset", "--tolerance", "--peer")
                    .contains(option)) {
                throw new IllegalArgumentException("there is no option '" + option + "'; " + USAGE);
            }
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value; " + USAGE);
            }
            given.put(option, rest.pop());
        }
        boolean sparse = kind.equals("c");
        int lambdas = count(given, "--lambdas", sparse ? 1 : 100);
        return new PeerOptions(
                kind,
                file,
                lambdas,
                count(given, "--repeat", 5),
                count(given, "--peer-repeat", 1),
                Math.min(lambdas, count(given, "--subset", lambdas)),
                Arrays.stream(given.getOrDefault("--tolerance", sparse ? "1e-2" : "1e-4")
                                .split(","))
                        .map(text -> number("--tolerance", text, Double::valueOf, value -> value > 0))
                        .toList(),
                List.of(given.getOrDefault("--peer", sparse ? "liblinear" : "tribuo,smile")
                        .split(",")));
    }

    private static int count(TreeMap<String, String> given, String option, int otherwise) {
        String text = given.getOrDefault(option, String.valueOf(otherwise));
        return number(option, text, value -> (int) value, value -> value >= 1 && value == (int) value);
    }

    private static <T> T number(String option, String text, DoubleFunction<T> type, DoublePredicate allowed) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " must be a number, but is '" + text + "'", e);
        }
        if (!allowed.test(value)) {
            throw new IllegalArgumentException(option + " must be "
                    + (option.equals("--tolerance") ? "above 0" : "a whole number of at least 1") + ", but is " + text);
        }
        return type.apply(value);
    }
}
