package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScalingTest {

    @ParameterizedTest
    @EnumSource(Standardization.class)
    void isThatOfTheDefinition(Standardization standardization) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] rows = TestData.rows(random, 300, 4);
        double[] weights = random.doubles(300, 0.5, 2).toArray();
        for (boolean intercept : new boolean[] {true, false}) {
            Problem problem = Problem.of(DenseFeatures.ofRows(rows), new double[300], Loss.SQUARED)
                    .withExampleWeights(weights)
                    .withIntercept(intercept)
                    .withStandardization(standardization);
            Scaling scaling = Scaling.of(problem);
            double[][] wanted = TestData.standardized(rows, weights, intercept, standardization);
            double[][] found = scaling.standardized(problem.features());
            for (int i = 0; i < 300; i++) {
                assertThat(found[i]).containsExactly(wanted[i], within(1e-12));
            }
            assertThat(intercept || scaling.center(2) == 0).isTrue();
            assertThat(standardization != Standardization.NONE || scaling.deviation(2) == 1)
                    .isTrue();
        }
    }

    /** Columns of constants and of few numbers among them, and such that have no zero. */
    @ParameterizedTest
    @EnumSource(Standardization.class)
    void ofSparseFeaturesIsThatOfTheDense(Standardization standardization) {
        int n = 200;
        SplittableRandom random = new SplittableRandom(2);
        double[][] columns = new double[8][n];
        columns[1][7] = 3;
        Arrays.fill(columns[2], 5);
        Arrays.setAll(columns[3], i -> i % 9 == 0 ? random.nextDouble(-1, 1) : 0);
        Arrays.setAll(columns[4], i -> i % 9 == 0 ? -random.nextDouble() : 0);
        Arrays.setAll(columns[5], i -> 1e6 + random.nextDouble());
        Arrays.setAll(columns[6], i -> random.nextDouble(-1, 1));
        Arrays.setAll(columns[7], i -> i % 3 == 0 ? 1e200 * random.nextDouble() : 0);
        double[] weights = random.doubles(n, 0, 2).toArray();
        weights[3] = 0;
        Problem dense = Problem.of(DenseFeatures.ofColumns(n, columns), new double[n], Loss.SQUARED)
                .withExampleWeights(weights)
                .withStandardization(standardization);
        Problem sparse = Problem.of(SparseFeaturesTest.sparse(columns), new double[n], Loss.SQUARED)
                .withExampleWeights(weights)
                .withStandardization(standardization);
        Scaling wanted = Scaling.of(dense);
        Scaling found = Scaling.of(sparse);
        for (int j = 0; j < columns.length; j++) {
            assertThat(found.center(j)).isCloseTo(wanted.center(j), within(1e-14 * Math.abs(wanted.center(j))));
            assertThat(found.deviation(j)).isCloseTo(wanted.deviation(j), within(1e-12 * wanted.deviation(j)));
            assertThat(found.isFar(j)).isEqualTo(wanted.isFar(j));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void takesAFitFromTheOneScaleToTheOther(Loss loss) {
        Problem problem = TestData.problem(loss, 2, 50, 4).withStandardization(Standardization.SAMPLE);
        Fit fit = Solver.standard().fit(problem, new Huber(0.1));
        Scaling scaling = Scaling.of(problem);
        double[] w = fit.standardizedCoefficients();
        double[] coefficients = scaling.unstandardized(w);
        assertThat(coefficients).isEqualTo(fit.coefficients());
        assertThat(scaling.standardized(coefficients)).containsExactly(w, within(1e-14 * TestData.largest(w)));
        for (int k = 0; k < fit.outputs(); k++) {
            assertThat(fit.standardizedIntercepts()[k] - scaling.offset(fit.coefficients(k)))
                    .isEqualTo(fit.intercepts()[k]);
        }
        double[] scores = fit.scores(problem.features());
        double[][] x = scaling.standardized(problem.features());
        for (int i = 0; i < scores.length; i++) {
            double[] part = Arrays.copyOfRange(w, i / 50 * 4, (i / 50 + 1) * 4);
            assertThat(scores[i])
                    .isCloseTo(fit.standardizedIntercepts()[i / 50] + TestData.dot(x[i % 50], part), within(1e-12));
        }
        assertThat(problem.meanLoss(scores)).isCloseTo(fit.loss(), within(1e-13));
    }
}
