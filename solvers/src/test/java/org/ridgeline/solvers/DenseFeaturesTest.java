package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseFeaturesTest {

    @Test
    void rowsAndColumnsAreTheSameMatrix() {
        DenseFeatures byRows = DenseFeatures.ofRows(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        DenseFeatures byColumns = DenseFeatures.ofColumns(3, new double[] {1, 3, 5}, new double[] {2, 4, 6});
        for (DenseFeatures features : new DenseFeatures[] {byRows, byColumns}) {
            assertThat(features.rows()).isEqualTo(3);
            assertThat(features.columns()).isEqualTo(2);
            double[] column = new double[3];
            features.copyColumn(1, column);
            assertThat(column).containsExactly(2, 4, 6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 101})
    void productsHaveEveryTermOnce(int n) {
        double[] x = new SplittableRandom(n).doubles(n, -1, 1).toArray();
        double[] v = new SplittableRandom(-n).doubles(n, -1, 1).toArray();
        DenseFeatures features = DenseFeatures.ofColumns(n, new double[n], x);
        assertThat(features.dot(1, v)).isCloseTo(TestData.dot(x, v), within(1e-14 * n));
        assertThat(features.dot(0, v)).isZero();
        double[] sum = v.clone();
        features.addScaled(1, -2, sum);
        for (int i = 0; i < n; i++) {
            assertThat(sum[i]).isEqualTo(v[i] - 2 * x[i]);
        }
    }

    @Test
    void rowsAreSelectedInTheGivenOrder() {
        DenseFeatures features = DenseFeatures.ofRows(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        DenseFeatures some = features.selectRows(new int[] {2, 0, 2});
        double[] column = new double[3];
        some.copyColumn(0, column);
        assertThat(column).containsExactly(5, 1, 5);
        some.copyColumn(1, column);
        assertThat(column).containsExactly(6, 2, 6);
    }
}
