package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What to draw from alike: the rows of each class, or all rows where the target is no class. Rows of weight zero are in none.
 *
 * @param rows the row numbers of each stratum, in ascending order; a class without a row has an empty one
 * @param areClasses whether stratum k is class k
 */
record Strata(List<List<Integer>> rows, boolean areClasses) {

    static Strata of(Problem problem) {
        int classes = problem.loss().classes();
        double[] y = problem.target();
        double[] s = problem.exampleWeights();
        List<List<Integer>> rows = new ArrayList<>();
        for (int k = 0; k < Math.max(classes, 1); k++) {
            int stratum = k;
            rows.add(IntStream.range(0, y.length)
                    .filter(i -> s[i] > 0 && (classes == 0 || y[i] == stratum))
                    .boxed()
                    .toList());
        }
        return new Strata(rows, classes > 0);
    }

    /** How an error message calls a stratum after "examples". */
    String suffix(int stratum) {
        return areClasses ? " of class " + stratum : "";
    }
}
