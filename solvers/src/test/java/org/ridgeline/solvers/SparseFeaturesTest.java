package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;

class SparseFeaturesTest {

    private static final int N = 37;
    private static final int P = 60;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void itIsTheMatrixThatItStandsFor(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = columns(random);
        DenseFeatures dense = DenseFeatures.ofColumns(N, x);
        SparseFeatures sparse = sparse(x);
        assertSameMatrix(sparse, dense, random);
        int[] rows = random.ints(50, 0, N).toArray();
        assertSameMatrix(sparse.selectRows(rows), dense.selectRows(rows), random);
        int[] few = {4, 0, 36};
        assertSameMatrix(sparse.selectRows(few), dense.selectRows(few), random);
        assertThat(sparse.storedNumbers()).isLessThan(dense.storedNumbers());
    }

    private static void assertSameMatrix(SparseFeatures sparse, DenseFeatures dense, SplittableRandom random) {
        int n = dense.rows();
        assertThat(sparse.rows()).isEqualTo(n);
        assertThat(sparse.columns()).isEqualTo(P);
        double[] v = random.doubles(n, -1, 1).toArray();
        double[] weights = random.doubles(n).toArray();
        double total = Arrays.stream(weights).sum();
        for (int j = 0; j < P; j++) {
            double[] expected = new double[n];
            double[] found = random.doubles(n).toArray();
            dense.copyColumn(j, expected);
            sparse.copyColumn(j, found);
            assertThat(found).isEqualTo(expected);
            assertThat(sparse.dot(j, v)).isCloseTo(dense.dot(j, v), within(1e-13));
            for (double center : new double[] {0, 0.3}) {
                assertThat(sparse.squares(j, center, 1.7, weights, total))
                        .isCloseTo(dense.squares(j, center, 1.7, weights, total), within(1e-12));
            }
            double[] expectedSum = v.clone();
            double[] foundSum = v.clone();
            dense.addScaled(j, 2, expectedSum);
            dense.addScaled(j, -3, weights, expectedSum);
            sparse.addScaled(j, 2, foundSum);
            sparse.addScaled(j, -3, weights, foundSum);
            assertThat(foundSum).containsExactly(expectedSum, within(1e-14));
        }
    }

    @ParameterizedTest
    @EnumSource(Standardization.class)
    void itGivesTheFitsOfTheDenseMatrix(Standardization standardization) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] x = columns(random);
        Arrays.fill(x[5], 1e6);
        x[5][0] += 1;
        double[] y = random.doubles(N, -1, 1).toArray();
        double[] counts = Arrays.stream(y).map(v -> Math.floor(3 * Math.abs(v))).toArray();
        Solver solver = new Solver(1e-11, 100_000);
        for (Regularizer regularizer : new Regularizer[] {L1.of(0.02), ElasticNet.of(0.05, 0.5), GroupL2.of(0.02)}) {
            for (Loss loss : TestData.losses().toList()) {
                double[] target = loss.classes() == 0
                        ? counts
                        : Arrays.stream(counts)
                                .map(c -> Math.min(c, loss.classes() - 1))
                                .toArray();
                Problem sparse = Problem.of(sparse(x), target, loss).withStandardization(standardization);
                Problem dense =
                        Problem.of(DenseFeatures.ofColumns(N, x), target, loss).withStandardization(standardization);
                LambdaPath path = LambdaPath.of(regularizer.lambda(), regularizer.lambda() / 2);
                Fit found = solver.path(sparse, regularizer, path).fit(1);
                Fit expected = solver.path(dense, regularizer, path).fit(1);
                assertThat(found.converged()).isTrue();
                assertThat(found.standardizedCoefficients())
                        .containsExactly(expected.standardizedCoefficients(), within(1e-7));
            }
        }
    }

    @Test
    void whatIsNoMatrixIsRefused() {
        double[] two = {1, 2};
        assertThatThrownBy(() -> SparseFeatures.ofColumns(0, new int[] {0}, new int[0], new double[0]))
                .hasMessageContaining("at least one row");
        assertThatThrownBy(() -> SparseFeatures.ofColumns(3, new int[0], new int[0], new double[0]))
                .hasMessageContaining("found none");
        assertThatThrownBy(() -> SparseFeatures.ofColumns(3, new int[] {1, 2}, new int[] {0, 1}, two))
                .hasMessageContaining("begin with 0, but found 1");
        assertThatThrownBy(() -> SparseFeatures.ofColumns(3, new int[] {0, 1}, new int[] {0, 1}, two))
                .hasMessageContaining("2 rows and 2 values");
        assertThatThrownBy(() -> SparseFeatures.ofColumns(3, new int[] {0, 3, 2}, new int[] {0, 1}, two))
                .hasMessageContaining("column 2 is 2 after 3");
        assertThatThrownBy(() -> SparseFeatures.ofColumns(3, new int[] {0, 2}, new int[] {1, 1}, two))
                .hasMessageContaining("entry 1 of column 0 is in row 1");
        assertThatThrownBy(() -> SparseFeatures.ofColumns(3, new int[] {0, 2}, new int[] {1, 3}, two))
                .hasMessageContaining("below 3");
        SparseFeatures broken =
                SparseFeatures.ofColumns(3, new int[] {0, 0, 1}, new int[] {2}, new double[] {Double.NaN});
        assertThatThrownBy(() -> Problem.of(broken, new double[3], Loss.SQUARED))
                .hasMessageContaining("row 2 in column 1 is NaN");
    }

    private static double[][] columns(SplittableRandom random) {
        double[][] x = new double[P][N];
        for (int j = 0; j < P; j++) {
            for (int i = 0; i < N; i++) {
                x[j][i] = random.nextInt(4) == 0 && j != 9 ? random.nextDouble(-1, 2) : 0;
            }
        }
        return x;
    }

    static SparseFeatures sparse(double[][] x) {
        int[] start = new int[x.length + 1];
        for (int j = 0; j < x.length; j++) {
            start[j + 1] =
                    start[j] + (int) Arrays.stream(x[j]).filter(v -> v != 0).count();
        }
        int[] rows = Arrays.stream(x)
                .flatMapToInt(column -> IntStream.range(0, column.length).filter(i -> column[i] != 0))
                .toArray();
        double[] values = Arrays.stream(x)
                .flatMapToDouble(column -> Arrays.stream(column).filter(v -> v != 0))
                .toArray();
        return SparseFeatures.ofColumns(x[0].length, start, rows, values);
    }
}
