package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GramTest {

    private static final int COLUMNS = 40;

    /** Steps of few and of many columns, with numbers of rows around the height of a panel. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 203})
    void entriesAreWeightedProductsOfStandardizedColumns(int n) {
        SplittableRandom random = new SplittableRandom(n);
        Problem problem = problem(random, n);
        double[] curvature = random.doubles(n, 0, 2).toArray();
        int[] columns = {3, 17, 4, 39, 0, 8, 9, 10, 11, 12, 30, 31, 32, 5};
        Gram gram = new Gram(new Design(problem), curvature, COLUMNS);
        gram.extend(columns, 2);
        gram.extend(columns, 10);
        gram.extend(columns, 10);
        gram.extend(columns, 11);
        gram.extend(columns, 14);
        assertEntries(gram, problem, curvature, columns, 14);
    }

    @Test
    void whatIsKeptMovesUpAndTheRestCanComeBack() {
        SplittableRandom random = new SplittableRandom(1);
        Problem problem = problem(random, 30);
        double[] curvature = random.doubles(30, 0, 2).toArray();
        Gram gram = new Gram(new Design(problem), curvature, COLUMNS);
        gram.extend(new int[] {5, 6, 7, 8, 9, 10}, 6);
        // Place 7 is beyond what the matrix holds.
        gram.keep(new int[] {1, 3, 5, 7}, 4);
        int[] columns = {6, 8, 10, 20, 5, 7};
        gram.extend(columns, 6);
        assertEntries(gram, problem, curvature, columns, 6);
    }

    private static void assertEntries(Gram gram, Problem problem, double[] curvature, int[] columns, int count) {
        double[][] rows = Scaling.of(problem).standardized(problem.features());
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                double expected = 0;
                for (int i = 0; i < rows.length; i++) {
                    expected += curvature[i] * rows[i][columns[a]] * rows[i][columns[b]];
                }
                assertThat(gram.row(a)[b]).isCloseTo(expected, within(1e-12 * rows.length));
            }
        }
    }

    private static Problem problem(SplittableRandom random, int n) {
        double[][] x = new double[COLUMNS][];
        for (int j = 0; j < COLUMNS; j++) {
            x[j] = random.doubles(n, -1, 3).toArray();
        }
        double[] y = random.doubles(n).toArray();
        return Problem.of(DenseFeatures.ofColumns(n, x), y, Loss.SQUARED)
                .withStandardization(n == 1 ? Standardization.NONE : Standardization.POPULATION);
    }
}
