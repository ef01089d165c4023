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
 * @param ratio the smallest of them as a share of λmax; NaN for that of the problem
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
        double ratio,
        int repeat,
        int peerRepeat,
        int subset,
        List<Double> tolerances,
        List<String> peers) {

    private static final List<String> COMMON =
            List.of("--lambdas", "--ratio", "--repeat", "--peer-repeat", "--subset", "--tolerance");

    private static final String PEER = "--peer";

    /** What a comparison with several libraries is asked for. */
    static PeerOptions parse(String... arguments) {
        return parse("peer-benchmark", true, arguments);
    }

    /** What a comparison with Tribuo's trainers alone is asked for. */
    static PeerOptions ofTribuo(String... arguments) {
        return parse("tribuo-benchmark", false, arguments);
    }

    private static PeerOptions parse(String program, boolean severalPeers, String... arguments) {
        String usage = "usage: " + program + " KIND FILE.bin [--lambdas 100] [--ratio R] [--repeat 5] [--peer-repeat 1]"
                + " [--subset 100] [--tolerance 1e-4,…]" + (severalPeers ? " [--peer tribuo,smile|liblinear]" : "");
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        if (rest.size() < 2) {
            throw new IllegalArgumentException(usage);
        }
        String kind = rest.pop();
        Path file = Path.of(rest.pop());
        TreeMap<String, String> given = new TreeMap<>();
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (!COMMON.contains(option) && !(severalPeers && option.equals(PEER))) {
                throw new IllegalArgumentException("there is no option '" + option + "'; " + usage);
            }
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value; " + usage);
            }
            given.put(option, rest.pop());
        }
        boolean sparse = kind.equals("c");
        int lambdas = count(given, "--lambdas", sparse ? 1 : 100);
        return new PeerOptions(
                kind,
                file,
                lambdas,
                given.containsKey("--ratio")
                        ? number(
                                "--ratio",
                                given.get("--ratio"),
                                "between 0 and 1",
                                Double::valueOf,
                                value -> value > 0 && value < 1)
                        : Double.NaN,
                count(given, "--repeat", 5),
                count(given, "--peer-repeat", 1),
                Math.min(lambdas, count(given, "--subset", lambdas)),
                Arrays.stream(given.getOrDefault("--tolerance", sparse ? "1e-2" : "1e-4")
                                .split(","))
                        .map(text -> number("--tolerance", text, "above 0", Double::valueOf, value -> value > 0))
                        .toList(),
                List.of(given.getOrDefault(PEER, sparse ? "liblinear" : "tribuo,smile")
                        .split(",")));
    }

    private static int count(TreeMap<String, String> given, String option, int otherwise) {
        String text = given.getOrDefault(option, String.valueOf(otherwise));
        return number(
                option,
                text,
                "a whole number of at least 1",
                value -> (int) value,
                value -> value >= 1 && value == (int) value);
    }

    private static <T> T number(
            String option, String text, String wanted, DoubleFunction<T> type, DoublePredicate allowed) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " must be a number, but is '" + text + "'", e);
        }
        if (!allowed.test(value)) {
            throw new IllegalArgumentException(option + " must be " + wanted + ", but is " + text);
        }
        return type.apply(value);
    }
}
