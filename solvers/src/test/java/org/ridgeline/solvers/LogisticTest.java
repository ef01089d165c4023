package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

class LogisticTest {

    private static final Solver SOLVER = Solver.standard().withTolerance(1e-12);

    private static double probability(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#seeds")
    void withAFreeInterceptProbabilitiesAreRightOnAverage(long seed) {
        double[] weights = new SplittableRandom(seed).doubles(80, 0.2, 3).toArray();
        Problem problem = TestData.problem(Loss.LOGISTIC, seed, 80, 6).withExampleWeights(weights);
        Fit fit = SOLVER.fit(problem, ElasticNet.of(0.05, 0.5));
        double[] scores = fit.scores(problem.features());
        double excess = 0;
        for (int i = 0; i < 80; i++) {
            excess += weights[i] * (probability(scores[i]) - problem.target()[i]);
        }
        assertThat(fit.converged()).isTrue();
        assertThat(excess).isCloseTo(0, within(1e-11));
    }

    @Test
    void withOneFeatureAndItsMirrorImageTheSolutionIsSymmetric() {
        // P(1 | x = ±1) = ¾, ¼: without penalty the log-odds are ±log 3.
        double[][] rows = {{1}, {1}, {1}, {1}, {-1}, {-1}, {-1}, {-1}};
        double[] y = {1, 1, 1, 0, 0, 0, 0, 1};
        Fit fit = SOLVER.fit(Problem.of(DenseFeatures.ofRows(rows), y, Loss.LOGISTIC), L1.of(0));
        assertThat(fit.coefficients()[0]).isCloseTo(Math.log(3), within(1e-11));
        assertThat(fit.intercept()).isCloseTo(0, within(1e-11));
        assertThat(fit.objective()).isCloseTo(-(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)), within(1e-14));
    }

    @Test
    void separableDataWithAPenaltyHaveAFiniteFit() {
        double[][] rows = {{-2}, {-1}, {1}, {2}};
        double[] y = {0, 0, 1, 1};
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), y, Loss.LOGISTIC);
        double last = 0;
        for (double lambda : new double[] {1, 1e-2, 1e-4, 1e-6}) {
            Fit fit = SOLVER.fit(problem, L2.of(lambda));
            assertThat(fit.converged()).as("%s", fit).isTrue();
            assertThat(fit.coefficients()[0]).isFinite().isGreaterThan(last);
            last = fit.coefficients()[0];
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void oneClassOnlyNeedsToGoThroughTheOrigin(int label) {
        double[][] rows = {{1, 2}, {3, -1}, {2, 2}};
        double[] y = {label, label, label};
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), y, Loss.LOGISTIC);
        assertThatThrownBy(() -> SOLVER.fit(problem, L2.of(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both classes");
        Fit fit = SOLVER.fit(problem.withIntercept(false), L2.of(0.1));
        assertThat(fit.converged()).isTrue();
        assertThat(fit.intercept()).isZero();
        assertThat(Math.signum(fit.coefficients()[0])).isEqualTo(label == 1 ? 1 : -1);
    }

    @Test
    void theOtherClassDoesNotCountIfItsExamplesHaveNoWeight() {
        Problem problem = Problem.of(
                        DenseFeatures.ofRows(new double[][] {{1}, {2}, {3}}), new double[] {1, 0, 1}, Loss.LOGISTIC)
                .withExampleWeights(1, 0, 1);
        assertThatThrownBy(() -> SOLVER.fit(problem, L2.of(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both classes");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 1e3, 1e9})
    void extremeImbalanceIsNoProblem(double weightOfOnes) {
        Problem balanced = TestData.problem(Loss.LOGISTIC, 5, 200, 4);
        double[] weights = Arrays.stream(balanced.target())
                .map(y -> y == 1 ? weightOfOnes : 1)
                .toArray();
        Problem problem = balanced.withExampleWeights(weights);
        double lambda = 0.1 * L1.of(1).lambdaMax(problem.weights(Gradients.atNull(problem)));
        Fit fit = SOLVER.fit(problem, L1.of(lambda));
        assertThat(fit.converged()).as("%s", fit).isTrue();
        assertThat(fit.nonzeros()).isPositive();
        double[] scores = fit.scores(problem.features());
        double ones = 0;
        double expected = 0;
        for (int i = 0; i < weights.length; i++) {
            ones += weights[i] * problem.target()[i];
            expected += weights[i] * probability(scores[i]);
        }
        assertThat(expected).isCloseTo(ones, within(1e-9 * ones));
    }

    @Test
    void oneInAHundredThousandGivesTheRightConstant() {
        int n = 100_000;
        double[] y = new double[n];
        y[4711] = 1;
        Fit fit = SOLVER.fit(Problem.of(DenseFeatures.ofColumns(n), y, Loss.LOGISTIC), L1.of(1));
        assertThat(fit.intercept()).isCloseTo(-Math.log(n - 1), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1, 1e8})
    void hugeScoresDoNotOverflow(double scale) {
        double[][] rows = {{-2 * scale}, {-scale}, {scale}, {-1.5 * scale}};
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), new double[] {0, 1, 1, 0}, Loss.LOGISTIC);
        double lambda = 1e-3 * scale;
        Fit fit = SOLVER.fit(problem, L1.of(lambda));
        assertThat(fit.converged()).as("%s", fit).isTrue();
        assertThat(fit.objective()).isFinite();
        assertThat(Gradients.of(problem, fit)[0]).isCloseTo(-lambda, within(1e-7 * lambda));
    }
}
