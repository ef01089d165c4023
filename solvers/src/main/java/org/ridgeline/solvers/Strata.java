package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What to draw from alike: the rows of each class, or all rows where the target is no class. Rows of weight zero are in none.
 *
 * @param rows the row numbers of each stratum, in ascending order; a class without a row has an empty one
 * @param classes the name of each stratum; empty for a single one that is no class
 */
record Strata(List<List<Integer>> rows, List<String> classes) {

    static Strata of(Problem problem) {
        int classes = problem.loss().classes();
        double[] y = problem.target();
        double[] s = problem.exampleWeights();
        if (classes == 0) {
            return of(s);
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            int stratum = k;
            rows.add(IntStream.range(0, y.length)
                    .filter(i -> s[i] > 0 && y[i] == stratum)
                    .boxed()
                    .toList());
        }
        return new Strata(
                rows, IntStream.range(0, classes).mapToObj(String::valueOf).toList());
    }

    /** All rows in one stratum. */
    static Strata of(double[] weights) {
        return new Strata(
                List.of(IntStream.range(0, weights.length)
                        .filter(i -> weights[i] > 0)
                        .boxed()
                        .toList()),
                List.of());
    }

    /** A stratum for each class that has a row, in the order of their names. */
    static Strata of(List<String> classOfRow, double[] weights) {
        TreeMap<String, List<Integer>> rows = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                rows.computeIfAbsent(classOfRow.get(i), name -> new ArrayList<>())
                        .add(i);
            }
        }
        return new Strata(List.copyOf(rows.values()), List.copyOf(rows.keySet()));
    }

    /** How an error message calls a stratum after "examples". */
    String suffix(int stratum) {
        return classes.isEmpty() ? "" : " of class " + classes.get(stratum);
    }
}
