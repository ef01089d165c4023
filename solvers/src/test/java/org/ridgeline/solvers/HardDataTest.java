package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

/** Numbers of extreme size, and data with nothing in them. */
class HardDataTest {

    private static final Solver TIGHT = Solver.standard().withTolerance(1e-12);
    private static final Regularizer REGULARIZER = ElasticNet.of(0.02, 0.7);
    private static final int N = 40;
    private static final int P = 5;

    private record Scales(Loss loss, double factor, double shift) {}

    static Stream<Scales> scales() {
        return TestData.losses()
                .flatMap(loss -> Stream.of(
                        new Scales(loss, 1e8, 0),
                        new Scales(loss, 1e-8, 0),
                        new Scales(loss, 1e200, 0),
                        new Scales(loss, 1e-200, 0),
                        new Scales(loss, 1, 2000),
                        new Scales(loss, 1, 1e8),
                        new Scales(loss, 1e-3, 1e5)));
    }

    /** Standardised, features in other units are the same features. */
    @ParameterizedTest
    @MethodSource("scales")
    void unitsOfStandardizedFeaturesDoNotMatter(Scales it) {
        SplittableRandom random = new SplittableRandom(11);
        double[][] rows = new double[N][P];
        double[][] scaled = new double[N][P];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < P; j++) {
                // Short numbers, of which a large shift takes no digit.
                rows[i][j] = random.nextInt(-8, 9) / 8.0;
                scaled[i][j] = j % 2 == 0 ? (rows[i][j] + it.shift) * it.factor : rows[i][j];
            }
        }
        double[] y = TestData.targets(it.loss, random, rows);
        Fit wanted = TIGHT.fit(problem(rows, y, it.loss), REGULARIZER);
        Fit fit = TIGHT.fit(problem(scaled, y, it.loss), REGULARIZER);
        assertThat(fit.converged()).as("%s", fit).isTrue();
        // Of a product with an inexact unit the last digits are lost before we see it.
        double tolerance = 1e-15 * Math.max(1, it.shift) + 1e-11;
        assertThat(fit.standardizedCoefficients())
                .containsExactly(wanted.standardizedCoefficients(), within(10 * tolerance));
        assertThat(fit.objective()).isCloseTo(wanted.objective(), within(tolerance));
        assertThat(fit.scores(DenseFeatures.ofRows(scaled)))
                .containsExactly(
                        wanted.scores(DenseFeatures.ofRows(rows)), within(1e-9 * Math.max(1, 1e-5 * it.shift)));
    }

    private static Problem problem(double[][] rows, double[] y, Loss loss) {
        return Problem.of(DenseFeatures.ofRows(rows), y, loss).withStandardization(Standardization.POPULATION);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e9, 1e12})
    void aLargeMeanOfTheTargetsIsTheIntercept(double mean) {
        SplittableRandom random = new SplittableRandom(12);
        double[][] rows = TestData.rows(random, N, P);
        // Whole numbers, of which a large mean takes no digit.
        double[] y =
                Arrays.stream(TestData.numbers(random, rows)).map(Math::rint).toArray();
        double[] shifted = Arrays.stream(y).map(v -> v + mean).toArray();
        Fit wanted = TIGHT.fit(problem(rows, y, Loss.SQUARED), REGULARIZER);
        Fit fit = TIGHT.fit(problem(rows, shifted, Loss.SQUARED), REGULARIZER);
        assertThat(fit.converged()).as("%s", fit).isTrue();
        assertThat(fit.coefficients()).containsExactly(wanted.coefficients(), within(1e-15 * mean + 1e-11));
        assertThat(fit.intercept()).isCloseTo(wanted.intercept() + mean, within(1e-14 * mean));
        assertThat(fit.objective()).isCloseTo(wanted.objective(), within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e-60, 1e60, 1e140})
    void targetsInOtherUnitsGiveCoefficientsInThem(double unit) {
        SplittableRandom random = new SplittableRandom(13);
        double[][] rows = TestData.rows(random, N, P);
        double[] y = TestData.numbers(random, rows);
        double[] scaled = Arrays.stream(y).map(v -> v * unit).toArray();
        Fit wanted = TIGHT.fit(problem(rows, y, Loss.SQUARED), L1.of(0.3));
        Fit fit = TIGHT.fit(problem(rows, scaled, Loss.SQUARED), L1.of(0.3 * unit));
        assertThat(fit.converged()).as("%s", fit).isTrue();
        double[] w = Arrays.stream(fit.coefficients()).map(c -> c / unit).toArray();
        assertThat(w).containsExactly(wanted.coefficients(), within(1e-10));
    }

    @Test
    void targetsWhoseSquaresUnderflowAreFittedAllTheSame() {
        double[][] rows = {{1}, {-1}, {2}, {-2}};
        double unit = 1e-165;
        double[] y = {unit, -unit, 2 * unit, -2 * unit};
        Fit fit = TIGHT.fit(Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED), L2.of(1));
        // w = Σxy / (Σx² + nλ) = 10 / 14
        assertThat(fit.converged()).as("%s", fit).isTrue();
        assertThat(fit.coefficients()[0]).isCloseTo(unit * 10 / 14, within(1e-11 * unit));
    }

    @Test
    void numbersWhoseSquaresOverflowAreRefused() {
        double[][] rows = {{1, 2}, {2, 1}, {-1, 0}};
        double[][] huge = {{1, 2e200}, {2, 1e200}, {-1, 0}};
        double[] y = {1, 2, 3};
        double[] hugeY = {1e200, 2, 3};
        assertThatThrownBy(() -> TIGHT.fit(Problem.of(DenseFeatures.ofRows(rows), hugeY, Loss.SQUARED), REGULARIZER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("squares of targets", "scale them down");
        assertThatThrownBy(() -> TIGHT.fit(Problem.of(DenseFeatures.ofRows(huge), y, Loss.SQUARED), REGULARIZER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("squares of features", "scale them down");
        double[][] hugest = {{1, 1.7e308}, {2, 1.7e308}, {-1, 1.6e308}};
        assertThatThrownBy(() -> TIGHT.fit(problem(hugest, y, Loss.SQUARED), REGULARIZER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("column 1", "1.7E308", "scale it down");
    }

    static Stream<Regularizer> regularizers() {
        return Stream.of(L1.of(0.01), L2.of(0.1), REGULARIZER, GroupL2.of(0.01), L1.of(0), new Huber(0.1));
    }

    @ParameterizedTest
    @MethodSource("regularizers")
    void aConstantFeatureGetsNothingBesideAnIntercept(Regularizer regularizer) {
        for (Loss loss : TestData.losses().toList()) {
            for (Standardization standardization : Standardization.values()) {
                for (double constant : new double[] {0, 0.1, -7e5}) {
                    SplittableRandom random = new SplittableRandom(14);
                    double[][] rows = TestData.rows(random, N, 3);
                    double[] y = TestData.targets(loss, random, rows);
                    Arrays.stream(rows).forEach(row -> row[1] = constant);
                    Problem problem =
                            Problem.of(DenseFeatures.ofRows(rows), y, loss).withStandardization(standardization);
                    Fit fit = TIGHT.fit(problem, regularizer);
                    assertThat(fit.converged()).as("%s", fit).isTrue();
                    assertThat(fit.coefficients()[1]).isZero();
                    assertThat(fit.coefficients()[0]).isNotZero();
                }
            }
        }
    }

    @Test
    void aConstantFeatureIsAPenalisedInterceptWhereThereIsNone() {
        double[][] rows = {{3}, {3}, {3}};
        double[] y = {1, 2, 6};
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED)
                .withIntercept(false)
                .withLossScale(LossScale.SUM)
                .withStandardization(Standardization.SAMPLE);
        // w = Σxy / (Σx² + λ) = 27 / 28
        assertThat(TIGHT.fit(problem, L2.of(1)).coefficients()[0]).isCloseTo(27.0 / 28, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("regularizers")
    void aConstantTargetIsTheIntercept(Regularizer regularizer) {
        for (double constant : new double[] {0, 0.1, -1e10}) {
            double[] y = new double[N];
            Arrays.fill(y, constant);
            double[][] rows = TestData.rows(new SplittableRandom(15), N, P);
            Problem problem = Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED);
            Fit fit = TIGHT.fit(problem, regularizer);
            assertThat(fit.converged()).as("%s", fit).isTrue();
            assertThat(fit.coefficients()).containsOnly(0);
            assertThat(fit.intercept()).isEqualTo(constant);
            assertThat(fit.objective()).isZero();
            assertThat(fit.certificate().value()).isZero();
            Fit other = TIGHT.fit(TestData.problem(Loss.SQUARED, 15, N, P), REGULARIZER);
            assertThat(TIGHT.fit(problem, regularizer, other).coefficients()).containsOnly(0);
        }
    }

    @ParameterizedTest
    @EnumSource(Standardization.class)
    void oneExampleIsItsOwnMean(Standardization standardization) {
        Problem problem = Problem.of(DenseFeatures.ofRows(new double[][] {{3, 4}}), new double[] {0.3}, Loss.SQUARED)
                .withStandardization(standardization);
        Fit fit = TIGHT.fit(problem, L2.of(0.1));
        assertThat(fit.coefficients()).containsOnly(0);
        assertThat(fit.intercept()).isEqualTo(0.3);
        // Through the origin: w = x·2y / (2‖x‖² + 2λ)
        Fit through = TIGHT.fit(problem.withIntercept(false), L2.of(0.1));
        assertThat(through.coefficients()).containsExactly(new double[] {0.9 / 25.1, 1.2 / 25.1}, within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("regularizers")
    void withoutFeaturesThereIsTheInterceptAlone(Regularizer regularizer) {
        double[] y = {0, 1, 1, 1};
        Features none = DenseFeatures.ofColumns(4);
        assertThat(TIGHT.fit(Problem.of(none, y, Loss.SQUARED), regularizer).intercept())
                .isEqualTo(0.75);
        Fit logistic = TIGHT.fit(Problem.of(none, y, Loss.LOGISTIC), regularizer);
        assertThat(logistic.intercept()).isCloseTo(Math.log(3), within(1e-14));
        assertThat(logistic.converged()).isTrue();
        Fit nothing = TIGHT.fit(Problem.of(none, y, Loss.LOGISTIC).withIntercept(false), regularizer);
        assertThat(nothing.objective()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(nothing.coefficients()).isEmpty();
    }

    @Test
    void equalFeaturesShareTheirWeightUnderRidge() {
        double[][] rows = TestData.rows(new SplittableRandom(16), N, 2);
        double[] y = TestData.numbers(new SplittableRandom(16), rows);
        Arrays.stream(rows).forEach(row -> row[1] = row[0]);
        double[] w = TIGHT.fit(Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED), L2.of(0.1))
                .coefficients();
        assertThat(w[0]).isNotZero().isCloseTo(w[1], within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void withoutAFeatureTheBestConstantIsFitted(Loss loss) {
        double[] y = {0, 1, loss.classes() == 2 ? 1 : 2, 1, 0, 1};
        Problem problem = Problem.of(DenseFeatures.ofColumns(6), TestData.forEachOutput(loss, y), loss);
        Fit fit = TIGHT.fit(problem, L1.of(0.1));
        assertThat(fit.converged()).as("%s", fit).isTrue();
        assertThat(fit.coefficients()).isEmpty();
        double best = problem.meanLoss(fit.scores(problem.features()));
        assertThat(fit.objective()).isCloseTo(best, within(1e-15));
        double[] shifted = fit.scores(problem.features());
        for (double shift : new double[] {-1e-3, 1e-3}) {
            Arrays.setAll(shifted, i -> i < 6 ? fit.intercepts()[0] + shift : fit.intercepts()[i / 6]);
            assertThat(problem.meanLoss(shifted)).isGreaterThan(best);
        }
        PathFit path = TIGHT.path(problem, L1.of(1), LambdaPath.geometric(5, 0.1));
        assertThat(path.lambdaMax()).isZero();
        assertThat(path.converged()).isTrue();
    }

    @Test
    void oneExampleIsFittedByAConstant() {
        for (Loss loss : List.of(Loss.SQUARED, Loss.POISSON, Loss.huber(1))) {
            Problem problem = Problem.of(DenseFeatures.ofRows(new double[][] {{3, -1}}), new double[] {2}, loss);
            Fit fit = TIGHT.fit(problem, L1.of(0.1));
            assertThat(fit.converged()).as("%s", fit).isTrue();
            assertThat(fit.nonzeros()).isZero();
            assertThat(fit.intercept()).isCloseTo(loss.equals(Loss.POISSON) ? Math.log(2) : 2, within(1e-12));
        }
    }

    /** Counts of any size, of which the exponentials are as large. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1, 1e6, 1e12})
    void countsMayBeSmallOrLarge(double unit) {
        SplittableRandom random = new SplittableRandom(18);
        double[][] rows = TestData.rows(random, N, 3);
        double[] y = new double[N];
        Arrays.setAll(y, i -> unit * Math.floor(Math.exp(1 + 0.4 * rows[i][0]) + random.nextDouble(0, 3)));
        Problem problem =
                Problem.of(DenseFeatures.ofRows(rows), y, Loss.POISSON).withStandardization(Standardization.POPULATION);
        double lambda = 0.1 * L1.of(1).lambdaMax(problem.weights(Gradients.atNull(problem)));
        for (Fit fit : List.of(
                TIGHT.fit(problem, L1.of(lambda)),
                TestData.proximalGradient(new Solver(1e-9, 100_000), problem, L1.of(lambda)))) {
            assertThat(fit.converged()).as("%s", fit).isTrue();
            assertThat(fit.nonzeros()).isPositive();
        }
        // In other units the mean is another, and so is the strength; the model is the same.
        double[] ones = Arrays.stream(y).map(v -> v / unit).toArray();
        Fit same = TIGHT.fit(
                Problem.of(DenseFeatures.ofRows(rows), ones, Loss.POISSON)
                        .withStandardization(Standardization.POPULATION),
                L1.of(lambda / unit));
        assertThat(TIGHT.fit(problem, L1.of(lambda)).coefficients()).containsExactly(same.coefficients(), within(1e-7));
    }

    /** At the end the moves are rounding alone; a solver that took these for curvature would come to a standstill. */
    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void stepsFarBeyondConvergenceDoNoHarm(Loss loss) {
        Problem problem = TestData.problem(loss, 17, 200, 3);
        for (Regularizer regularizer : new Regularizer[] {L1.of(0), L1.of(0.01), L2.of(1e-3), new Huber(0.01)}) {
            Fit fit = new Solver(Double.MIN_VALUE, 20_000).fit(problem, regularizer);
            Fit wanted = TIGHT.fit(problem, regularizer);
            // Of a softmax without a penalty only differences are determined, and those are found slowly.
            double tolerance = loss.outputs() > 1 ? 1e-8 : 1e-9;
            assertThat(fit.coefficients()).containsExactly(wanted.coefficients(), within(tolerance));
            // 0 is reached where a step no longer moves a bit, and then it is the truth.
            assertThat(fit.certificate().residual()).isBetween(0.0, 1e-13);
            double[] gradient = Gradients.of(problem, fit);
            double[] moved = fit.standardizedCoefficients();
            Arrays.setAll(moved, j -> moved[j] - gradient[j]);
            regularizer.prox(problem.weights(moved), 1);
            assertThat(moved).containsExactly(fit.standardizedCoefficients(), within(1e-12));
        }
    }
}
