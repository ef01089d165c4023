package org.ridgeline.penalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** {@code mcp} and {@code scad} against the integrals of their slopes and against all steps of a fine grid. */
class ConcavePenaltiesTest {

    private static final List<Double> STEPS = List.of(0.0, 0.1, 0.5, 1.0, 1.5, 1.7, 2.0, 2.7, 3.0, 4.0, 4.7, 6.0, 50.0);

    static Stream<Regularizer> penalties() {
        return Stream.of(Mcp.of(1, 3), Mcp.of(0.7, 1.5), Mcp.of(2, 0.2), Scad.of(1, 3.7), Scad.of(0.7, 2.1));
    }

    private static double moved(Regularizer penalty, double w, double step) {
        double[] u = {w};
        penalty.prox(Weights.of(u), step);
        return u[0];
    }

    private static double slope(Regularizer penalty, double w) {
        double[] gradient = new double[1];
        penalty.addGradient(Weights.of(w), 1, gradient);
        return gradient[0];
    }

    /** Penalty, weight, value and slope. */
    static Stream<Arguments> byHand() {
        return Stream.of(
                Arguments.of(Mcp.of(2, 3), 3, 6 - 9 / 6.0, 1),
                Arguments.of(Mcp.of(2, 3), -6, 6, 0),
                Arguments.of(Mcp.of(2, 3), 100, 6, 0),
                Arguments.of(Scad.of(2, 3), -1.5, 3, -2),
                Arguments.of(Scad.of(2, 3), 4, 8 - 1, 1),
                Arguments.of(Scad.of(2, 3), 6, 8, 0),
                Arguments.of(Scad.of(2, 3), 100, 8, 0));
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void valueAndSlope(Regularizer penalty, double w, double value, double slope) {
        assertThat(penalty.penalty(Weights.of(w))).isCloseTo(value, within(1e-14));
        assertThat(slope(penalty, w)).isCloseTo(slope, within(1e-14));
        assertThat(penalty.penalty(Weights.of(w).withFactors(2.5))).isCloseTo(2.5 * value, within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void theValueIsTheIntegralOfTheSlope(Regularizer penalty) {
        int pieces = 200_000;
        double width = 8.0 / pieces;
        double sum = 0;
        for (int k = 0; k < pieces; k++) {
            sum += slope(penalty, (k + 0.5) * width) * width;
        }
        assertThat(penalty.penalty(Weights.of(8))).isCloseTo(sum, within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void theStepIsAsLowAsAnyPoint(Regularizer penalty) {
        for (double step : STEPS.subList(1, STEPS.size())) {
            for (double w = 0; w < 12; w += 0.0937) {
                double found = objective(penalty, w, step, moved(penalty, w, step));
                for (int k = 0; k <= 3000; k++) {
                    double least = objective(penalty, w, step, w * k / 3000);
                    assertThat(found).isLessThanOrEqualTo(least + 1e-13 * (1 + least));
                }
                assertThat(moved(penalty, -w, step)).isEqualTo(0.0 - moved(penalty, w, step));
            }
        }
    }

    private static double objective(Regularizer penalty, double w, double step, double u) {
        return penalty.penalty(Weights.of(u)) + (u - w) * (u - w) / (2 * step);
    }

    /** As in Breheny and Huang 2011, equations 2.4 and 2.6, for a step of 1. */
    @Test
    void withStepOneItIsTheFirmThreshold() {
        assertThat(moved(Mcp.of(1, 3), 2.5, 1)).isCloseTo(1.5 / (1 - 1 / 3.0), within(1e-15));
        assertThat(moved(Mcp.of(1, 3), -1, 1)).isZero();
        assertThat(moved(Mcp.of(1, 3), 3.01, 1)).isEqualTo(3.01);
        assertThat(moved(Scad.of(1, 3.7), -1.8, 1)).isCloseTo(-0.8, within(1e-15));
        assertThat(moved(Scad.of(1, 3.7), 3, 1)).isCloseTo((3 - 3.7 / 2.7) / (1 - 1 / 2.7), within(1e-15));
        assertThat(moved(Scad.of(1, 3.7), 3.8, 1)).isEqualTo(3.8);
    }

    @Test
    void ofTwoMinimaThatAreAlikeItTakesTheSmaller() {
        assertThat(moved(Mcp.of(1, 1), 2, 4)).isZero();
        assertThat(moved(Mcp.of(1, 1), Math.nextUp(2), 4)).isEqualTo(Math.nextUp(2));
        assertThat(moved(Mcp.of(1, 1), 1, 1)).isZero();
        assertThat(moved(Scad.of(1, 3), 6, 9)).isZero();
        assertThat(moved(Scad.of(1, 3), Math.nextUp(6), 9)).isEqualTo(Math.nextUp(6));
        assertThat(moved(Scad.of(1, 3), 3.5, 3)).isEqualTo(0.5);
        assertThat(moved(Scad.of(1, 3), 3.6, 3)).isEqualTo(3.6);
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void aFactorIsAStepAndZeroLeavesAlone(Regularizer penalty) {
        for (double w : new double[] {0.3, 1.2, 2.9, 7}) {
            double[] u = {w, w, Double.NaN};
            penalty.prox(Weights.of(u).withFactors(2.5, 0, 0), 0.8);
            assertThat(u).containsExactly(moved(penalty, w, 2.5 * 0.8), w, Double.NaN);
        }
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void theyAreNotConvex(Regularizer penalty) {
        assertThat(penalty.convex()).isFalse();
        assertThat(Adaptive.of(penalty).convex()).isFalse();
        assertThat(Adaptive.of(L1.of(1)).convex()).isTrue();
    }

    @Test
    void farOutTheyAreTheLasso() {
        for (double w : new double[] {-30, -0.4, 0.9, 5}) {
            double wanted = moved(L1.of(0.6), w, 1.1);
            assertThat(moved(Mcp.of(0.6, 1e12), w, 1.1)).isCloseTo(wanted, within(1e-10));
            assertThat(moved(Scad.of(0.6, 1e12), w, 1.1)).isCloseTo(wanted, within(1e-10));
        }
    }

    @Test
    void strengthsThatOverflowLeaveNoNan() {
        double infinity = Double.POSITIVE_INFINITY;
        for (Regularizer penalty : List.of(Mcp.of(1e300, 1e300), Scad.of(1e300, 1e300), Mcp.of(1e300, 1))) {
            for (double w : new double[] {1e-300, 1, 1e300, infinity}) {
                assertThat(penalty.penalty(Weights.of(w))).isPositive();
                assertThat(slope(penalty, w)).isNotNaN();
                for (double step : new double[] {0, 1e-300, 1, 1e300}) {
                    assertThat(moved(penalty, w, step)).isBetween(0.0, w);
                }
                assertThat(moved(penalty, infinity, 1e300)).isEqualTo(infinity);
            }
        }
    }

    @Test
    void badShapesAreRefused() {
        for (double gamma : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Mcp.of(1, gamma))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("gamma must be a number > 0, but is " + gamma);
        }
        for (double a : new double[] {2, 1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Scad.of(1, a))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a must be a number > 2, but is " + a);
        }
    }
}
