package org.ridgeline.solvers.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.solvers.kernels.Kernels;

/** The results are those of the plain kernels, to rounding. */
class VectorKernelsTest {

    /** The error of a sum of some hundred products, as a share of the sum of their sizes. */
    private static final double ROUNDING = 1e-15 * 20;

    private final Kernels plain = Kernels.plain();
    private final Kernels vector = new VectorKernels();

    @Test
    void theyAreTheOnesInUse() {
        assertThat(Kernels.current()).isInstanceOf(VectorKernels.class);
        assertThat(Kernels.current().toString()).matches("vectors of \\d+ doubles");
    }

    static IntStream lengths() {
        return IntStream.concat(IntStream.rangeClosed(0, 40), IntStream.of(63, 64, 65, 100, 127, 300));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void dotIsThatOfThePlainKernels(int length) {
        for (int beyond = 0; beyond < 9; beyond++) {
            double[] x = numbers(length + beyond, 2L * length);
            double[] y = numbers(length + 8 - beyond, 2L * length + 1);
            assertThat(vector.dot(x, y, length))
                    .isCloseTo(plain.dot(x, y, length), within(ROUNDING * sizes(x, y, length)));
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void dotsAreThoseOfThePlainKernels(int length) {
        int p = 11;
        double[] v = numbers(length + 1, -1);
        double[][] columns = new double[p][];
        Arrays.setAll(columns, j -> numbers(length + j, j));
        int[] selected = IntStream.range(0, p).map(k -> k * 7 % p).toArray();
        for (int count = 0; count <= p; count++) {
            double[] expected = numbers(p, 99);
            double[] found = expected.clone();
            plain.dots(columns, selected, count, v, length, expected);
            vector.dots(columns, selected, count, v, length, found);
            for (int j = 0; j < p; j++) {
                assertThat(found[j]).isCloseTo(expected[j], within(ROUNDING * sizes(columns[j], v, length)));
            }
        }
    }

    /** All sizes around those of the tiles, and all heights. */
    @ParameterizedTest
    @MethodSource("lengths")
    void productsAreThoseOfThePlainKernels(int to) {
        int tallest = 9;
        double[][] panel = new double[tallest][];
        Arrays.setAll(panel, i -> numbers(to + i % 2, i));
        for (int from :
                IntStream.of(0, 1, to / 2, to - 5, to - 1, to).distinct().toArray()) {
            for (int height = from < 0 ? tallest + 1 : 0; height <= tallest; height++) {
                double[][] expected = new double[to][];
                Arrays.setAll(expected, a -> numbers(to, 100 + a));
                double[][] found = new double[to][];
                // The target may be longer.
                Arrays.setAll(found, a -> Arrays.copyOf(expected[a], to + a % 3));
                plain.addProducts(panel, height, expected, from, to);
                vector.addProducts(panel, height, found, from, to);
                double worst = 0;
                for (int a = 0; a < to; a++) {
                    for (int b = 0; b < found[a].length; b++) {
                        if (b <= a || b >= to || a < from) {
                            double wanted = b < to ? expected[a][b] : 0;
                            worst = Math.max(worst, Math.abs(found[a][b] - wanted));
                        }
                    }
                }
                assertThat(worst).isLessThanOrEqualTo(ROUNDING * (height + 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsCarriedThroughFromAnyPlace(double odd) {
        int length = 75;
        int[] selected = {0, 1, 2, 3, 4};
        for (int i = 0; i < length; i++) {
            double[] v = new double[length];
            Arrays.fill(v, 1);
            double[][] columns = new double[5][];
            int at = i;
            Arrays.setAll(columns, j -> numbers(length, j));
            for (int odder = 0; odder < 5; odder++) {
                double[][] some = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
                some[odder][at] = odd;
                double[] target = new double[5];
                vector.dots(some, selected, 5, v, length, target);
                assertThat(target[odder]).isEqualTo(Double.valueOf(odd));
                target[odder] = 0;
                assertThat(target).doesNotContain(Double.NaN).doesNotContain(odd);
                assertThat(vector.dot(some[odder], v, length)).isEqualTo(Double.valueOf(odd));
            }
        }
    }

    /** An infinite number times zero is not a number, as everywhere. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 31, 33, 40})
    void zeroTimesInfinityIsNotANumber(int length) {
        double[] x = new double[length];
        x[length - 1] = Double.POSITIVE_INFINITY;
        assertThat(vector.dot(x, new double[length], length)).isNaN();
        double[][] target = new double[length][length];
        vector.addProducts(new double[][] {x}, 1, target, 0, length);
        for (int b = 0; b < length - 1; b++) {
            assertThat(target[length - 1][b]).isNaN();
            assertThat(target[b][b]).isZero();
        }
        assertThat(target[length - 1][length - 1]).isInfinite();
    }

    private static double[] numbers(int count, long seed) {
        return new SplittableRandom(seed).doubles(count, -1, 1).toArray();
    }

    private static double sizes(double[] x, double[] y, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += Math.abs(x[i] * y[i]);
        }
        return sum;
    }
}
