package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rows to draw from alike. Rows of weight zero are in none.
 *
 * @param rows the row numbers of each stratum, in ascending order; a class without a row has an empty one
 * @param suffixes how an error message calls each after "examples"
 */
record Strata(List<List<Integer>> rows, List<String> suffixes) {

    /**
     * The rows of each class, or all rows where the target is no class. The classes of several outputs cross one another, and so all rows
     * are one stratum there, too.
     */
    static Strata of(Problem problem) {
        return problem.loss().targets() == 1 ? ofClasses(problem) : ofAll(problem);
    }

    /** The rows of each class, for every output by itself, or all rows where targets are no classes. */
    static Strata ofClasses(Problem problem) {
        Loss loss = problem.loss();
        if (loss.classes() == 0) {
            return ofAll(problem);
        }
        double[] y = problem.target();
        double[] s = problem.exampleWeights();
        List<List<Integer>> rows = new ArrayList<>();
        List<String> suffixes = new ArrayList<>();
        for (int output = 0; output < loss.targets(); output++) {
            int first = output * s.length;
            for (int k = 0; k < loss.classes(); k++) {
                int stratum = k;
                rows.add(IntStream.range(0, s.length)
                        .filter(i -> s[i] > 0 && y[first + i] == stratum)
                        .boxed()
                        .toList());
                suffixes.add(" of class " + k + problem.suffix(output));
            }
        }
        return new Strata(rows, suffixes);
    }

    private static Strata ofAll(Problem problem) {
        return ofAll(problem.exampleWeights());
    }

    /** All rows. */
    static Strata ofAll(double[] weights) {
        List<Integer> rows = IntStream.range(0, weights.length)
                .filter(i -> weights[i] > 0)
                .boxed()
                .toList();
        return new Strata(List.of(rows), List.of(""));
    }

    /** The rows of each class that has any, in the order of their names. */
    static Strata ofClasses(List<String> classOfRow, double[] weights) {
        TreeMap<String, List<Integer>> rows = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                rows.computeIfAbsent(classOfRow.get(i), name -> new ArrayList<>())
                        .add(i);
            }
        }
        return new Strata(
                List.copyOf(rows.values()),
                rows.keySet().stream().map(name -> " of class " + name).toList());
    }

    /** How an error message calls a stratum after "examples". */
    String suffix(int stratum) {
        return suffixes.get(stratum);
    }
}
