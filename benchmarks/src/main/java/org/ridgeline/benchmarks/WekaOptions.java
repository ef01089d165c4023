package org.ridgeline.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * What the benchmark of Weka's learners is asked for.
 *
 * @param task what is learnt
 * @param rows how many instances
 * @param attributes how many numeric attributes
 * @param ridge R of the objective that is printed
 * @param repeat how many times each classifier is trained
 * @param heap whether to look for the smallest heaps instead
 * @param classifiers command lines, ours last
 */
record WekaOptions(
        Task task, int rows, int attributes, double ridge, int repeat, boolean heap, List<String> classifiers) {

    static final String USAGE = "usage: weka-benchmark logistic|linear [--rows 10000] [--attributes 200] [--ridge 1]"
            + " [--repeat 3] [--heap] [\"CLASSIFIER -OPTIONS\" …]; without classifiers Weka's own and ours";

    /** What is learnt. */
    enum Task {
        LOGISTIC,
        LINEAR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static WekaOptions parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        Task task = task(rest.pop());
        int rows = 10_000;
        int attributes = 200;
        double ridge = 1;
        int repeat = 3;
        boolean heap = false;
        List<String> classifiers = new ArrayList<>();
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--rows" -> rows = atLeastOne(option, value(option, rest));
                case "--attributes" -> attributes = atLeastOne(option, value(option, rest));
                case "--repeat" -> repeat = atLeastOne(option, value(option, rest));
                case "--ridge" -> ridge = Double.parseDouble(value(option, rest));
                case "--heap" -> heap = true;
                default -> {
                    if (option.startsWith("-")) {
                        throw new IllegalArgumentException("there is no option '" + option + "'; " + USAGE);
                    }
                    classifiers.add(option);
                }
            }
        }
        return new WekaOptions(
                task, rows, attributes, ridge, repeat, heap, classifiers.isEmpty() ? usual(task, ridge) : classifiers);
    }

    private static Task task(String name) {
        for (Task task : Task.values()) {
            if (task.toString().equals(name)) {
                return task;
            }
        }
        throw new IllegalArgumentException("there is no task '" + name + "'; " + USAGE);
    }

    private static List<String> usual(Task task, double ridge) {
        String functions = "weka.classifiers.functions.";
        String ours = " -regularizer l2 -loss-scale sum -R " + ridge;
        return task == Task.LINEAR
                ? List.of(
                        functions + "LinearRegression -S 1 -C -R " + ridge,
                        functions + "RegularizedLinearRegression" + ours)
                : List.of(
                        functions + "Logistic -R " + ridge,
                        functions + "Logistic -C -R " + ridge,
                        functions + "RegularizedLogistic" + ours);
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
