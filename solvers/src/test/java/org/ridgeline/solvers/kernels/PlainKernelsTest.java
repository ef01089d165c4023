package org.ridgeline.solvers.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainKernelsTest {

    private final Kernels kernels = Kernels.plain();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 50, 101})
    void productsHaveEveryTermOnce(int length) {
        SplittableRandom random = new SplittableRandom(length);
        int p = 11;
        // What lies beyond the length must not count.
        double[] vector = random.doubles(length + 3, -1, 1).toArray();
        double[][] columns = new double[p][];
        for (int j = 0; j < p; j++) {
            columns[j] = random.doubles(length + 5, -1, 1).toArray();
        }
        int[] selected = IntStream.range(0, p).map(k -> k * 7 % p).toArray();
        for (int count = 0; count <= p; count++) {
            double[] target = new double[p];
            kernels.dots(columns, selected, count, vector, length, target);
            for (int k = 0; k < p; k++) {
                double[] x = columns[selected[k]];
                double expected = 0;
                for (int i = 0; i < length; i++) {
                    expected += x[i] * vector[i];
                }
                assertThat(kernels.dot(x, vector, length)).isCloseTo(expected, within(1e-14 * length));
                assertThat(target[selected[k]]).isCloseTo(k < count ? expected : 0, within(1e-14 * length));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 8, 11})
    void panelsAddTheLowerTriangle(int height) {
        SplittableRandom random = new SplittableRandom(height);
        int to = 13;
        int from = 5;
        double[][] panel = new double[12][];
        double[][] target = new double[to + 1][];
        double[][] before = new double[to + 1][];
        for (int i = 0; i < panel.length; i++) {
            panel[i] = random.doubles(to, -1, 1).toArray();
        }
        for (int a = 0; a <= to; a++) {
            before[a] = random.doubles(to + 2, -1, 1).toArray();
            target[a] = before[a].clone();
        }
        kernels.addProducts(panel, height, target, from, to);
        for (int a = 0; a <= to; a++) {
            for (int b = 0; b < to + 2; b++) {
                double expected = before[a][b];
                for (int i = 0; i < height && from <= a && a < to && b <= a; i++) {
                    expected += panel[i][a] * panel[i][b];
                }
                assertThat(target[a][b]).isCloseTo(expected, within(1e-13));
            }
        }
    }

    @Test
    void theyAreUsedWhereThereAreNoOthers() {
        assertThat(Kernels.current()).isSameAs(Kernels.plain()).hasToString("plain");
    }
}
