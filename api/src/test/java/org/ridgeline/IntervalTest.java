package org.ridgeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntervalTest {

    static Stream<Arguments> intervals() {
        return Stream.of(
                Arguments.of(Interval.closed(0, 1), "in [0, 1]", new double[] {0, 0.5, 1}, new double[] {-1e-9, 1.1}),
                Arguments.of(Interval.open(0, 1), "in (0, 1)", new double[] {1e-300, 0.5}, new double[] {0, 1}),
                Arguments.of(Interval.atLeast(0), ">= 0", new double[] {0, 1e300}, new double[] {-Double.MIN_VALUE}),
                Arguments.of(Interval.above(0), "> 0", new double[] {Double.MIN_VALUE}, new double[] {0, -1}),
                Arguments.of(
                        new Interval(Double.NEGATIVE_INFINITY, false, 2, true),
                        "<= 2",
                        new double[] {-1e300, 2},
                        new double[] {2.1}),
                Arguments.of(
                        new Interval(Double.NEGATIVE_INFINITY, false, 2, false),
                        "< 2",
                        new double[] {-1e300, 1.9},
                        new double[] {2}),
                Arguments.of(
                        new Interval(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true),
                        "of any size",
                        new double[] {-1e300, 0, 1e300},
                        new double[] {}),
                Arguments.of(
                        new Interval(0, true, 1, false), "in [0, 1)", new double[] {0, 0.9}, new double[] {1, -0.1}));
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void holdFiniteNumbersBetweenTheirBoundsAndSayWhich(
            Interval interval, String text, double[] inside, double[] outside) {
        assertThat(interval).hasToString(text);
        for (double value : inside) {
            assertThat(interval.contains(value)).as("%s", value).isTrue();
            assertThat(interval.require("x", value)).isEqualTo(value);
        }
        for (double value : outside) {
            refuses(interval, value);
        }
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            refuses(interval, value);
        }
    }

    private static void refuses(Interval interval, double value) {
        assertThat(interval.contains(value)).as("%s", value).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interval.require("x", value))
                .withMessage("x must be a number " + interval + ", but is " + value);
    }

    @Test
    void negativeZeroBecomesZero() {
        assertThat(1 / Interval.atLeast(0).require("x", -0.0)).isPositive();
    }

    @Test
    void boundsAreInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.closed(2, 1))
                .withMessageContaining("2.0 and 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.closed(Double.NaN, 1));
    }
}
