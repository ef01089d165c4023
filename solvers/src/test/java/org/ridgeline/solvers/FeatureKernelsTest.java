package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.penalties.L1;

class FeatureKernelsTest {

    /** The same matrix, with nothing but what a matrix must have. */
    private record Plain(DenseFeatures matrix) implements Features {
        @Override
        public int rows() {
            return matrix.rows();
        }

        @Override
        public int columns() {
            return matrix.columns();
        }

        @Override
        public double dot(int column, double[] vector) {
            return matrix.dot(column, vector);
        }

        @Override
        public void addScaled(int column, double scale, double[] target) {
            matrix.addScaled(column, scale, target);
        }

        @Override
        public void copyColumn(int column, double[] target) {
            matrix.copyColumn(column, target);
        }

        @Override
        public Features selectRows(int[] rows) {
            return new Plain(matrix.selectRows(rows));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 50, 101})
    void fastKernelsDoWhatThePlainOnesDo(int n) {
        SplittableRandom random = new SplittableRandom(n);
        int p = 11;
        double[][] x = new double[p][];
        for (int j = 0; j < p; j++) {
            x[j] = random.doubles(n, -1, 1).toArray();
        }
        DenseFeatures fast = DenseFeatures.ofColumns(n, x);
        Plain plain = new Plain(fast);
        double[] v = random.doubles(n, -1, 1).toArray();
        double[] weights = random.doubles(n).toArray();
        int[] columns = IntStream.range(0, p).map(j -> j * 7 % p).toArray();
        for (int count = 0; count <= p; count++) {
            double[] expected = new double[p];
            double[] found = new double[p];
            plain.dots(columns, count, v, expected);
            fast.dots(columns, count, v, found);
            assertThat(found).containsExactly(expected, within(1e-13));
        }
        for (int j = 0; j < p; j++) {
            double[] expected = v.clone();
            double[] found = v.clone();
            plain.addScaled(j, 0.3, weights, expected);
            fast.addScaled(j, 0.3, weights, found);
            assertThat(found).containsExactly(expected, within(1e-15));
            double total = Arrays.stream(weights).sum();
            assertThat(fast.squares(j, 0.4, 1.7, weights, total))
                    .isCloseTo(plain.squares(j, 0.4, 1.7, weights, total), within(1e-13));
        }
    }

    /** A problem of features that are not dense takes another way to the Gram matrix. */
    @ParameterizedTest
    @ValueSource(ints = {8, 70})
    void anyFeaturesGiveTheSamePath(int p) {
        SplittableRandom random = new SplittableRandom(p);
        double[][] x = new double[p][];
        for (int j = 0; j < p; j++) {
            x[j] = random.doubles(50, -1, 1).toArray();
        }
        DenseFeatures dense = DenseFeatures.ofColumns(50, x);
        double[] y = random.doubles(50).toArray();
        Solver solver = new Solver(1e-12, 10_000);
        LambdaPath path = LambdaPath.geometric(4, 0.1);
        PathFit expected = solver.path(Problem.of(dense, y, Loss.SQUARED), L1.of(1), path);
        PathFit found = solver.path(Problem.of(new Plain(dense), y, Loss.SQUARED), L1.of(1), path);
        assertThat(found.fit(3).coefficients()).containsExactly(expected.fit(3).coefficients(), within(1e-9));
    }
}
