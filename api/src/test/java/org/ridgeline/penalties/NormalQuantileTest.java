package org.ridgeline.penalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NormalQuantileTest {

    /** Printed in tables of the normal distribution to this many digits. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.25, 0.674489750196081743",
        "0.1, 1.281551565544600467",
        "0.05, 1.644853626951472715",
        "0.025, 1.959963984540054235",
        "0.005, 2.575829303548900761",
        "0.001, 3.090232306167813541",
        "1e-6, 4.753424308822898948",
    })
    void agreesWithTables(double tail, double quantile) {
        assertThat(NormalQuantile.upper(tail)).isCloseTo(quantile, within(4e-16 * Math.max(1, quantile)));
    }

    static Stream<Double> points() {
        return IntStream.rangeClosed(0, 60).mapToObj(k -> 0.05 + k * 0.15);
    }

    /** The tail beyond x by Laplace's continued fraction, or by the series around 0. */
    private static double tail(double x) {
        double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        if (x > 3) {
            double fraction = 0;
            for (int k = 400; k > 0; k--) {
                fraction = k / (x + fraction);
            }
            return density / (x + fraction);
        }
        double term = x;
        double sum = x;
        for (int k = 1; k < 200; k++) {
            term *= x * x / (2 * k + 1);
            sum += term;
        }
        return 0.5 - density * sum;
    }

    @ParameterizedTest
    @MethodSource("points")
    void isTheInverseOfTheTail(double x) {
        assertThat(NormalQuantile.upper(tail(x))).isCloseTo(x, within(1e-12 * x));
    }
}
