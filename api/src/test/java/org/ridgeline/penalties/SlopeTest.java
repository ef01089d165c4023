package org.ridgeline.penalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Weights;

/** The sorted penalty against twins that are slow and obvious. */
class SlopeTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    private static double[] random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] w = new double[1 + random.nextInt(60)];
        // Rounded, so that some are equal and some are zero.
        Arrays.setAll(w, i -> Math.rint(random.nextDouble(-20, 20)) / (seed % 2 == 0 ? 4 : 1));
        return w;
    }

    private static double[] moved(Slope slope, double[] w, double step) {
        double[] u = w.clone();
        slope.prox(Weights.of(u), step);
        return u;
    }

    /** Φ⁻¹(0.95) and Φ⁻¹(0.9) for q = 0.2 and two weights. */
    @Test
    void theSequenceIsThatOfBenjaminiAndHochberg() {
        double second = 1.2815515655446004 / 1.6448536269514722;
        assertThat(SlopeSequence.of(2, 0.2)).containsExactly(new double[] {1, second}, within(1e-15));
        assertThat(Slope.of(3, 0.2).penalty(Weights.of(1, -5))).isCloseTo(3 * (5 + second), within(1e-14));
    }

    @Test
    void theSequenceFallsFromOneAndIsFlatInTheLimit() {
        for (int p : new int[] {1, 2, 7, 1000, 100_000}) {
            for (double q : new double[] {Double.MIN_VALUE, 1e-300, 1e-9, 0.1, 0.85, Math.nextDown(1.0)}) {
                double[] c = SlopeSequence.of(p, q);
                assertThat(c[0]).isEqualTo(1);
                assertThat(c[p - 1]).isPositive();
                assertThat(IntStream.range(1, p).allMatch(i -> c[i] <= c[i - 1]))
                        .isTrue();
            }
            assertThat(SlopeSequence.of(p, 0)).containsOnly(1);
            assertThat(SlopeSequence.of(p, 1e-300)[p - 1]).isBetween(0.97, 1.0);
        }
    }

    /** Of isotonic regression: value k is the smallest over a ≤ k of the largest over b ≥ k of the mean of z from a to b. */
    private static double[] minimaxProx(double[] w, double[] c, double strength) {
        Integer[] order = IntStream.range(0, w.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -Math.abs(w[i])));
        double[] u = new double[w.length];
        for (int k = 0; k < w.length; k++) {
            double least = Double.POSITIVE_INFINITY;
            for (int a = 0; a <= k; a++) {
                double largest = Double.NEGATIVE_INFINITY;
                for (int b = k; b < w.length; b++) {
                    double sum = 0;
                    for (int i = a; i <= b; i++) {
                        sum += Math.abs(w[order[i]]) - strength * c[i];
                    }
                    largest = Math.max(largest, sum / (b - a + 1));
                }
                least = Math.min(least, largest);
            }
            u[order[k]] = Math.max(0, least) * Math.signum(w[order[k]]);
        }
        return u;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theStepIsThatOfTheMinimaxFormula(long seed) {
        double[] w = random(seed);
        for (double q : new double[] {0, 0.05, 0.5, 0.99}) {
            for (double step : new double[] {0.01, 0.7, 4, 30}) {
                double[] wanted = minimaxProx(w, SlopeSequence.of(w.length, q), step * 0.8);
                assertThat(moved(Slope.of(0.8, q), w, step)).containsExactly(wanted, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLassoIsTheLimit(long seed) {
        double[] w = random(seed);
        double[] wanted = w.clone();
        L1.of(2).prox(Weights.of(wanted), 1.5);
        double[] gradient = new double[w.length];
        double[] slopes = new double[w.length];
        L1.of(2).addGradient(Weights.of(w), 1, slopes);
        Slope.of(2, 0).addGradient(Weights.of(w), 1, gradient);
        assertThat(moved(Slope.of(2, 0), w, 1.5)).containsExactly(wanted, within(1e-14));
        assertThat(Slope.of(2, 0).penalty(Weights.of(w))).isCloseTo(L1.of(2).penalty(Weights.of(w)), within(1e-12));
        assertThat(gradient).containsExactly(slopes, within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equalWeightsStayEqualAndWhatMeetsIsEqualToTheLastBit(long seed) {
        double[] w = random(seed);
        double[] u = moved(Slope.of(1, 0.3), w, 3);
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                if (Math.abs(w[i]) == Math.abs(w[j])) {
                    assertThat(Math.abs(u[i])).isEqualTo(Math.abs(u[j]));
                }
                boolean near = Math.abs(Math.abs(u[i]) - Math.abs(u[j])) < 1e-9;
                assertThat(near).isEqualTo(Math.abs(u[i]) == Math.abs(u[j]));
            }
            assertThat(1 / u[i]).isNotEqualTo(Double.NEGATIVE_INFINITY);
        }
    }

    /** For the dual norm of a sorted norm it is enough to try the vectors of k ones, as these span its unit ball. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theDualScaleIsTheReciprocalOfTheDualNorm(long seed) {
        double[] g = random(seed);
        Slope slope = Slope.of(0.3, 0.2);
        double norm = 0;
        double[] ones = new double[g.length];
        double[] descending =
                Arrays.stream(g).map(x -> -Math.abs(x)).sorted().map(x -> -x).toArray();
        double product = 0;
        for (int k = 0; k < g.length; k++) {
            ones[k] = 1;
            product += descending[k];
            norm = Math.max(norm, product / slope.penalty(Weights.of(ones)));
        }
        double wanted = Math.min(1, 1 / norm);
        double scale = slope.dualScale(Weights.of(g));
        assertThat(scale).isCloseTo(wanted, within(1e-13 * wanted));
        double[] inside = Arrays.stream(g).map(x -> scale * x).toArray();
        assertThat(slope.conjugate(Weights.of(inside))).isZero();
        double[] outside = Arrays.stream(inside).map(x -> x * (1 + 1e-12)).toArray();
        assertThat(slope.conjugate(Weights.of(outside))).isEqualTo(scale < 1 ? Double.POSITIVE_INFINITY : 0);
    }

    @Test
    void aLongDualPointIsScaledInside() {
        double[] g = new SplittableRandom(1).doubles(100_000, -1, 1).toArray();
        Slope slope = Slope.of(1e-3, 0.5);
        double scale = slope.dualScale(Weights.of(g));
        double[] inside = Arrays.stream(g).map(x -> scale * x).toArray();
        assertThat(scale).isLessThan(1);
        assertThat(slope.conjugate(Weights.of(inside))).isZero();
    }

    @Test
    void theDualScaleHoldsAtTheEndsOfTheRange() {
        double huge = 1.5e308;
        Weights point = Weights.of(huge, -huge, huge, huge);
        assertThat(Slope.of(huge / 2, 0).dualScale(point)).isCloseTo(0.5, within(1e-14));
        assertThat(Slope.of(1, 0.1).dualScale(Weights.of(1, Double.NEGATIVE_INFINITY)))
                .isZero();
        assertThat(Slope.of(1, 0.1).dualScale(Weights.of(1, Double.NaN))).isNaN();
        assertThat(Slope.of(0, 0.1).dualScale(Weights.of(0, 1))).isZero();
        assertThat(Slope.of(0, 0.1).conjugate(Weights.of(0, 0))).isZero();
        assertThat(Slope.of(1, 0.1).dualScale(Weights.of())).isOne();
    }

    @Test
    void unpenalisedWeightsAreNoPartOfTheOrder() {
        double[] w = {100, 3, -2};
        Weights weights = Weights.of(w).withFactors(0, 2, 2);
        Slope slope = Slope.of(0.5, 0.4);
        double[] alone = moved(slope, new double[] {3, -2}, 2 * 1.5);
        assertThat(slope.penalty(weights)).isEqualTo(2 * slope.penalty(Weights.of(3, -2)));
        assertThat(slope.dualScale(weights)).isZero();
        assertThat(slope.dualScale(Weights.of(0, 0.1, 0).withFactors(0, 2, 2))).isOne();
        slope.prox(weights, 1.5);
        assertThat(w).containsExactly(100, alone[0], alone[1]);
    }

    @Test
    void differentFactorsAreRefusedAndNamed() {
        Weights weights = Weights.of(1, 2, 3, 4).withFactors(1, 0, 1, 3);
        Slope slope = Slope.of(1, 0.1);
        assertThatThrownBy(() -> slope.penalty(weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sorted penalty needs one penalty factor for all weights, or 0 for some, but there are"
                        + " 1.0 and 3.0");
        assertThatThrownBy(() -> slope.addGradient(weights, 1, new double[4])).hasMessageContaining("1.0 and 3.0");
        assertThatThrownBy(() -> slope.prox(weights, 1)).hasMessageContaining("1.0 and 3.0");
        assertThatThrownBy(() -> slope.conjugate(weights)).hasMessageContaining("1.0 and 3.0");
    }

    @Test
    void infiniteWeightsStayAndNanIsAlone() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(moved(Slope.of(1, 0.5), new double[] {infinity, 5, -infinity}, 1))
                .satisfies(
                        u -> assertThat(u[0]).isEqualTo(infinity),
                        u -> assertThat(u[2]).isEqualTo(-infinity));
        double[] u = moved(Slope.of(1, 0), new double[] {Double.NaN, 5, Double.NaN, -0.5}, 1);
        assertThat(u).containsExactly(Double.NaN, 4, Double.NaN, 0);
    }
}
