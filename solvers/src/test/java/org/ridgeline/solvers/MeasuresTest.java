package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.penalties.L1;

class MeasuresTest {

    private static final Problem NUMBERS = Problem.of(DenseFeatures.ofColumns(3), new double[] {1, 2, 4}, Loss.SQUARED)
            .withExampleWeights(1, 2, 5);
    private static final Problem CLASSES = Problem.of(
                    DenseFeatures.ofColumns(4), new double[] {0, 1, 1, 0}, Loss.LOGISTIC)
            .withExampleWeights(1, 2, 3, 4);
    private static final double[] SCORES = {0, 2, 5};

    @Test
    void errorsAreWeightedMeans() {
        assertThat(Measures.ABSOLUTE_ERROR.value(NUMBERS, SCORES)).isEqualTo((1 * 1 + 2 * 0 + 5 * 1) / 8.0);
        double[] far = {3, 2, 4};
        assertThat(Measures.SQUARED_ERROR.value(NUMBERS, far)).isEqualTo(4 / 8.0);
        assertThat(Measures.SQUARED_ERROR.value(NUMBERS, SCORES)).isEqualTo(Measures.LOSS.value(NUMBERS, SCORES));
    }

    @Test
    void aPositiveScoreIsClassOne() {
        assertThat(Measures.ERROR_RATE.value(CLASSES, new double[] {-1, 1, -1, 0}))
                .isCloseTo(0.3, within(1e-15));
        assertThat(Measures.ERROR_RATE.value(CLASSES, new double[] {1, 1e-300, 0, Double.POSITIVE_INFINITY}))
                .isCloseTo(0.8, within(1e-15));
    }

    @Test
    void ofAScoreForEachClassTheHighestCounts() {
        // Class by class: the scores of class 0 of the four rows, then those of class 1, and of a class 2.
        double[] scores = {0, 0, 5, 2, /**/ 1, 3, 4, 1, /**/ -1, 2, 9, 0};
        // Rows 0 and 2 are put into classes 1 and 2.
        Problem problem = Problem.of(CLASSES.features(), CLASSES.targets(), Loss.multinomial(3))
                .withExampleWeights(CLASSES.exampleWeights());
        assertThat(Measures.ERROR_RATE.value(problem, scores)).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void ofSeveralOutputsErrorsAreMeansOverThemAndTheLossIsTheirSum() {
        Problem labels = Problem.of(
                        CLASSES.features(), new double[] {0, 1, 1, 0, 1, 1, 0, 0}, Loss.multitask(Loss.LOGISTIC, 2))
                .withExampleWeights(1, 2, 3, 4);
        double[] scores = {-1, 1, -1, 0, 1, -1, 2, 3};
        // Wrong are row 2 for output 0, and rows 1, 2 and 3 for output 1.
        assertThat(Measures.ERROR_RATE.value(labels, scores)).isCloseTo((3 + 2 + 3 + 4) / 20.0, within(1e-15));
        Problem numbers = Problem.of(
                        NUMBERS.features(), new double[] {1, 2, 4, 0, 0, 1}, Loss.multitask(Loss.SQUARED, 2))
                .withExampleWeights(1, 2, 5);
        double[] found = {1, 4, 4, 0, 1, 4};
        assertThat(Measures.ABSOLUTE_ERROR.value(numbers, found)).isEqualTo((2 * 2 + 2 * 1 + 5 * 3) / 16.0);
        assertThat(Measures.SQUARED_ERROR.value(numbers, found)).isEqualTo((2 * 4 + 2 * 1 + 5 * 9) / 16.0);
        assertThat(Measures.LOSS.value(numbers, found)).isEqualTo((2 * 4 + 2 * 1 + 5 * 9) / 8.0);
        Measures.ABSOLUTE_ERROR.requireSuited(
                Problem.of(NUMBERS.features(), new double[] {1, 2, 4, 0, 0, 1}, Loss.multitask(Loss.huber(1), 2)));
        assertRefused(Measures.ERROR_RATE, numbers, "the loss is multitask(loss=squared,outputs=2)");
        assertRefused(Measures.ABSOLUTE_ERROR, labels, "the loss is multitask(loss=logistic,outputs=2)");
    }

    @Test
    void anErrorOfARowWithoutWeightIsNotAskedFor() {
        Problem problem = NUMBERS.withExampleWeights(0, 1, 1);
        assertThat(Measure.mean(problem, i -> i == 0 ? Double.NaN : i)).isEqualTo(1.5);
    }

    @ParameterizedTest
    @EnumSource(Measures.class)
    void aNameFindsItsMeasure(Measures measure) {
        assertThat(Measures.of(measure.toString())).isEqualTo(measure);
    }

    @Test
    void anUnknownNameTellsWhatThereIs() {
        assertThatThrownBy(() -> Measures.of("auc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no measure 'auc'; there are loss, error-rate, absolute-error, squared-error");
    }

    @Test
    void aMeasureThatDoesNotSuitIsRefusedBeforeAnythingIsFitted() {
        assertRefused(Measures.ERROR_RATE, NUMBERS, "error-rate needs classes as targets, but the loss is squared");
        assertRefused(Measures.ABSOLUTE_ERROR, CLASSES, "absolute-error needs numbers as targets");
        assertRefused(Measures.SQUARED_ERROR, CLASSES, "but the loss is logistic; the measure loss suits");
    }

    private static void assertRefused(Measures measure, Problem problem, String message) {
        CrossValidation validation = CrossValidation.of(2, 1)
                .withMeasure(measure)
                .withListener((done, total) -> {
                    throw new AssertionError("something was fitted");
                });
        assertThatThrownBy(() -> validation.run(Solver.standard(), problem, L1.of(1), LambdaPath.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theErrorRateOfFoldsIsCountedByHand() {
        Problem problem = TestData.problem(Loss.LOGISTIC, 5, 40, 3);
        CrossValidationFit fit = CrossValidation.of(4, 1)
                .withMeasure(Measures.ERROR_RATE)
                .run(Solver.standard(), problem, L1.of(1), LambdaPath.of(0.05, 0.001));
        for (int fold = 0; fold < 4; fold++) {
            int[] validation = new Folds(4, fit.foldOfRow()).validation(fold);
            int[] training = new Folds(4, fit.foldOfRow()).training(fold);
            for (int k = 0; k < 2; k++) {
                double[] scores = Solver.standard()
                        .fit(problem.selectRows(training), L1.of(fit.lambda(k)))
                        .scores(problem.features().selectRows(validation));
                int wrong = 0;
                for (int i = 0; i < validation.length; i++) {
                    wrong += scores[i] > 0 == (problem.targets()[validation[i]] == 1) ? 0 : 1;
                }
                assertThat(fit.curve(fold)[k]).isCloseTo(wrong / (double) validation.length, within(1e-15));
            }
        }
    }
}
