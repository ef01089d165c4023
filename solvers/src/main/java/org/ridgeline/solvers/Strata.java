package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.Arrays;
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
        boolean classes = areClasses(problem.loss());
        double[] y = problem.target();
        double[] s = problem.exampleWeights();
        int count = classes ? 1 + (int) Arrays.stream(y).max().orElseThrow() : 1;
        List<List<Integer>> rows = new ArrayList<>();
        // One class alone is still one of two.
        for (int k = 0; k < (classes ? Math.max(2, count) : 1); k++) {
            int stratum = k;
            rows.add(IntStream.range(0, y.length)
                    .filter(i -> s[i] > 0 && (!classes || y[i] == stratum))
                    .boxed()
                    .toList());
        }
        return new Strata(rows, classes);
    }

    /** Whether the targets of a loss are the numbers of classes, from 0. Nothing else here asks which losses there are. */
    static boolean areClasses(Loss loss) {
        return loss == Loss.LOGISTIC;
    }

    /** How an error message calls a stratum after "examples". */
    String suffix(int stratum) {
        return areClasses ? " of class " + stratum : "";
    }
}
