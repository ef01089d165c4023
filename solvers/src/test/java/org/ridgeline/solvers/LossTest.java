package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {

    private record Point(ScalarLoss loss, double y, double f) {}

    static Stream<Point> points() {
        return Stream.of(-30.0, -3.0, -0.5, 0.0, 1e-3, 2.0, 25.0)
                .flatMap(f ->
                        Stream.of(0.0, 1.0).flatMap(y -> TestData.scalarLosses().map(loss -> new Point(loss, y, f))));
    }

    @ParameterizedTest
    @MethodSource("points")
    void derivativeAndCurvatureAreThoseOfTheValue(Point at) {
        double h = 1e-4;
        ScalarLoss loss = at.loss;
        double slope = (loss.value(at.y, at.f + h) - loss.value(at.y, at.f - h)) / (2 * h);
        double curvature = (loss.derivative(at.y, at.f + h) - loss.derivative(at.y, at.f - h)) / (2 * h);
        assertThat(loss.derivative(at.y, at.f)).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        if (!(loss instanceof HuberLoss)) {
            assertThat(loss.curvature(at.y, at.f)).isCloseTo(curvature, within(1e-6 * (1 + curvature)));
        }
        assertThat(loss.curvature(at.y, at.f)).isBetween(0.0, loss.largestCurvature(-50, 50));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-9, -1.5, 0, 0.7, 1.5, 40})
    void theParabolaThatStandsForHubersLossTouchesItFromAbove(double f) {
        ScalarLoss loss = Loss.huber(1.5);
        for (double other = -50; other <= 50; other += 0.31) {
            double parabola = loss.value(0, f)
                    + loss.derivative(0, f) * (other - f)
                    + loss.curvature(0, f) / 2 * (other - f) * (other - f);
            assertThat(loss.value(0, other)).isLessThanOrEqualTo(parabola + 1e-12 * (1 + Math.abs(parabola)));
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void theConjugateIsReachedAtTheDerivativeAndNowhereExceeded(Point at) {
        double v = at.loss.derivative(at.y, at.f);
        double conjugate = at.loss.conjugate(at.y, v);
        assertThat(conjugate).isCloseTo(v * at.f - at.loss.value(at.y, at.f), within(1e-12 * (1 + Math.abs(v * at.f))));
        for (double other = -40; other <= 40; other += 0.37) {
            assertThat(v * other - at.loss.value(at.y, other)).isLessThanOrEqualTo(conjugate + 1e-10);
        }
    }

    @Test
    void theLogisticConjugateEndsAtProbabilitiesZeroAndOne() {
        assertThat(Loss.LOGISTIC.conjugate(0, 0)).isZero();
        assertThat(Loss.LOGISTIC.conjugate(0, 1)).isZero();
        assertThat(Loss.LOGISTIC.conjugate(1, -1)).isZero();
        assertThat(Loss.LOGISTIC.conjugate(0, -1e-9)).isInfinite();
        assertThat(Loss.LOGISTIC.conjugate(0, 1.000001)).isInfinite();
        assertThat(Loss.LOGISTIC.conjugate(1, 1e-9)).isInfinite();
        assertThat(Loss.LOGISTIC.conjugate(0, Double.NaN)).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {37, 50, 300, 700})
    void smallLogisticLossesKeepTheirDigits(double f) {
        // For large f both the loss of being right and its slope are e^−f to double precision.
        assertThat(Loss.LOGISTIC.value(1, f)).isCloseTo(Math.exp(-f), within(1e-14 * Math.exp(-f)));
        assertThat(Loss.LOGISTIC.value(0, -f)).isCloseTo(Math.exp(-f), within(1e-14 * Math.exp(-f)));
        assertThat(Loss.LOGISTIC.derivative(1, f)).isCloseTo(-Math.exp(-f), within(1e-14 * Math.exp(-f)));
        assertThat(Loss.LOGISTIC.derivative(0, -f)).isCloseTo(Math.exp(-f), within(1e-14 * Math.exp(-f)));
        assertThat(Loss.LOGISTIC.curvature(1, f)).isCloseTo(Math.exp(-f), within(1e-14 * Math.exp(-f)));
    }

    @Test
    void extremeScoresGiveNoNaN() {
        for (double f : new double[] {-1e308, -1e4, 1e4, 1e308}) {
            for (double y : new double[] {0, 1}) {
                double wrong = y == 1 ? Math.max(-f, 0) : Math.max(f, 0);
                assertThat(Loss.LOGISTIC.value(y, f)).isEqualTo(wrong);
                assertThat(Loss.LOGISTIC.derivative(y, f)).isEqualTo(wrong == 0 ? 0 : y == 1 ? -1 : 1);
                assertThat(Loss.LOGISTIC.curvature(y, f)).isZero();
            }
        }
    }

    @Test
    void squaredLossesAreExactForSmallWholeNumbers() {
        assertThat(Loss.SQUARED.value(3, 5)).isEqualTo(4);
        assertThat(Loss.SQUARED.derivative(3, 5)).isEqualTo(4);
        assertThat(Loss.SQUARED.conjugate(3, 4)).isEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void isFoundByItsName(Loss loss) {
        assertThat(Loss.of(loss.toString())).isEqualTo(loss);
    }

    @Test
    void theLossOfSeveralOutputsNamesThatOfOne() {
        Multitask loss = Loss.multitask(Loss.huber(0.5), 4);
        assertThat(loss).hasToString("multitask(loss=huber(delta=0.5),outputs=4)");
        assertThat(Loss.of("multitask(loss=huber(delta=0.5),outputs=4)")).isEqualTo(loss);
        assertThat(Loss.of("multitask(loss=poisson,outputs=1)")).isEqualTo(Loss.multitask(Loss.POISSON, 1));
        assertThat(new int[] {loss.outputs(), loss.targets(), loss.classes()}).containsExactly(4, 4, 0);
        assertThat(Loss.multitask(Loss.LOGISTIC, 4).classes()).isEqualTo(2);
        assertThat(Loss.multinomial(4).targets()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    multitask                                                | there is no loss 'multitask'; there are squared
                    multitask(loss=squared)                                  | multitask(loss=squared,outputs=3)
                    multitask(outputs=3,loss=squared)                        | there is no loss 'multitask(outputs=3,loss=squared)'
                    multitask(loss=squared,outputs=-3)                       | there is no loss
                    multitask(loss=hinge,outputs=3)                          | there is no loss 'hinge'; there are squared
                    multitask(loss=huber(delta=x),outputs=3)                 | wanted a number for delta, but found 'x'
                    multitask(loss=squared,outputs=0)                        | needs at least 1 output, but is to have 0
                    multitask(loss=multinomial(classes=3),outputs=2)         | one score for each output of multitask, but found 'multinomial(classes=3)'
                    multitask(loss=multitask(loss=squared,outputs=2),outputs=2) | but found 'multitask(loss=squared,outputs=2)'
                    """)
    void whatIsNoLossOfSeveralOutputsIsRefused(String text, String message) {
        assertThatThrownBy(() -> Loss.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesAreLowerCaseWordsAndUnknownOnesAreRefusedWithTheChoice() {
        assertThat(Arrays.toString(LossScale.values())).isEqualTo("[mean, sum]");
        assertThat(Arrays.toString(Standardization.values())).isEqualTo("[none, population, sample]");
        assertThat(LossScale.of("sum")).isEqualTo(LossScale.SUM);
        assertThat(Standardization.of("sample")).isEqualTo(Standardization.SAMPLE);
        assertThatThrownBy(() -> Loss.of("hinge"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "there is no loss 'hinge'; there are squared, logistic, poisson, huber(delta=1), multinomial(classes=3), multitask(loss=squared,outputs=3)");
        assertThatThrownBy(() -> LossScale.of("SUM"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no loss scale 'SUM'; there are mean, sum");
        assertThatThrownBy(() -> Standardization.of(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no standardization ''; there are none, population, sample");
    }
}
