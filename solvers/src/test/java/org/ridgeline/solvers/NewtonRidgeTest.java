package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

/** Ridges by Newton's method, against proximal gradient steps, which share none of its code. */
class NewtonRidgeTest {

    private static final Solver EXACT = new Solver(1e-12, 1_000_000);

    /** A few correlated features, not centred and of different size. */
    private static Problem problem(long seed, int n, int p, Loss loss) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[n][p];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double common = random.nextGaussian();
            double score = random.nextGaussian();
            for (int j = 0; j < p; j++) {
                rows[i][j] = (1 + j % 3) * (random.nextGaussian() + common) + j % 4;
                score += j % 5 == 0 ? 0.4 * (rows[i][j] - j % 4) : 0;
            }
            y[i] = loss == Loss.LOGISTIC ? (score > 0 ? 1 : 0) : score + 3;
        }
        return Problem.of(DenseFeatures.ofRows(rows), y, loss).withStandardization(Standardization.SAMPLE);
    }

    private static Problem weighted(Problem problem, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = problem.features().rows();
        return problem.withExampleWeights(random.doubles(n, 0.2, 3).toArray())
                .withOffsets(random.doubles(n, -1, 1).toArray());
    }

    static Stream<Problem> problems() {
        return Stream.of(
                problem(1, 60, 8, Loss.LOGISTIC),
                problem(2, 20, 45, Loss.LOGISTIC),
                problem(3, 20, 45, Loss.SQUARED),
                weighted(problem(4, 60, 8, Loss.LOGISTIC), 1),
                weighted(problem(5, 20, 45, Loss.LOGISTIC), 2),
                weighted(problem(6, 20, 45, Loss.SQUARED), 3),
                problem(7, 60, 8, Loss.LOGISTIC).withIntercept(false),
                problem(8, 20, 45, Loss.LOGISTIC).withIntercept(false).withStandardization(Standardization.NONE),
                problem(9, 20, 45, Loss.SQUARED).withIntercept(false),
                problem(10, 60, 8, Loss.LOGISTIC).withLossScale(LossScale.SUM),
                problem(11, 60, 8, Loss.LOGISTIC).withPenaltyFactors(1, 2, 0, 3, 1, 0.5, 1, 0),
                problem(12, 20, 45, Loss.LOGISTIC)
                        .withPenaltyFactors(
                                new SplittableRandom(1).doubles(45, 0.5, 2).toArray()));
    }

    private static void assertSame(Fit found, Fit wanted) {
        double scale = Arrays.stream(wanted.standardizedCoefficients())
                .map(Math::abs)
                .max()
                .orElseThrow();
        assertThat(found.converged()).isTrue();
        assertThat(wanted.converged()).isTrue();
        assertThat(found.standardizedCoefficients())
                .containsExactly(wanted.standardizedCoefficients(), within(1e-8 * scale));
        assertThat(found.standardizedIntercept()).isCloseTo(wanted.standardizedIntercept(), within(1e-7));
        assertThat(found.objective()).isCloseTo(wanted.objective(), within(1e-12 * Math.abs(wanted.objective())));
    }

    private static Fit slow(Problem problem, Regularizer regularizer) {
        return new ProximalGradient(problem, regularizer, new Solver(1e-11, 10_000_000)).run(null);
    }

    private static Fit newton(Problem problem, Regularizer regularizer, @Nullable Fit warmStart) {
        NewtonRidge newton = NewtonRidge.of(problem, EXACT);
        if (warmStart != null) {
            newton.startFrom(warmStart.regularizer(), warmStart.coefficients());
        }
        PathFit.Point point = newton.fit(regularizer);
        assertThat(point).as("without the help of another solver").isNotNull();
        return point.toFit(newton.design.scaling(), newton.w.length);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theFitIsThatOfProximalGradientSteps(Problem problem) {
        Problem simple = problem.loss().equals(Loss.SQUARED) ? problem.withoutOffsets() : problem;
        for (double lambda : new double[] {3, 0.05}) {
            L2 ridge = L2.of(lambda);
            Fit fit = newton(simple, ridge, null);
            assertSame(fit, slow(problem, ridge));
            assertSame(newton(simple, ridge, newton(simple, L2.of(lambda * 7), null)), fit);
            assertThat(fit.iterations()).isLessThan(400);
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aPathIsItsFits(Problem problem) {
        PathFit path = EXACT.path(problem, L2.of(1), LambdaPath.geometric(6, 0.01));

        assertThat(path.lambdaMax()).isInfinite();
        for (int k = 0; k < path.size(); k++) {
            assertSame(path.fit(k), EXACT.fit(problem, L2.of(path.lambda(k))));
            assertThat(path.nonzeros(k)).isEqualTo(problem.features().columns());
        }
        double[] lambdas = EXACT.lambdas(problem, L2.of(1), LambdaPath.geometric(6, 0.01));
        assertThat(lambdas).hasSize(path.size());
        for (int k = 0; k < lambdas.length; k++) {
            assertThat(lambdas[k]).isEqualTo(path.lambda(k));
        }
    }

    @Test
    void aPathMayEndWithoutStrength() {
        Problem problem = problem(13, 200, 5, Loss.LOGISTIC);
        PathFit path = Solver.standard().path(problem, L2.of(1), LambdaPath.of(1, 0.1, 0));

        assertThat(path.converged()).isTrue();
        assertThat(path.lambda(2)).isZero();
        assertSame(path.fit(2), new ProximalGradient(problem, L2.of(0), EXACT.withTolerance(1e-11)).run(null));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-9})
    void littleStrengthOnDependentColumnsIsNoObstacle(double lambda) {
        SplittableRandom random = new SplittableRandom(14);
        double[][] rows = new double[90][4];
        double[] y = new double[90];
        for (int i = 0; i < 90; i++) {
            int value = random.nextInt(3);
            rows[i][value] = 1;
            rows[i][3] = random.nextGaussian();
            y[i] = rows[i][3] + value - 1 + random.nextGaussian() > 0 ? 1 : 0;
        }
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), y, Loss.LOGISTIC);
        Fit fit = Solver.standard().fit(problem, L2.of(lambda));

        assertThat(fit.converged()).isTrue();
        // The three columns sum to one, and a penalty leaves their coefficients a sum of zero.
        double[] w = fit.coefficients();
        assertThat(w[0] + w[1] + w[2]).isCloseTo(0, within(1e-4));
    }

    @Test
    void anyPenaltyThatIsASumOfSquaresIsOne() {
        Weights factors = Weights.of(new double[] {9, 9}).withFactors(new double[] {2, 0});

        assertThat(SumOfSquares.coefficients(L2.of(3), factors)).containsExactly(6, 0);
        assertThat(SumOfSquares.coefficients(ElasticNet.of(3, 0), Weights.of(9, 9)))
                .containsExactly(3, 3);
        assertThat(factors.values()).containsExactly(9, 9);
        for (Regularizer other : new Regularizer[] {L1.of(1), ElasticNet.of(1, 1e-9), GroupL2.of(1), new Huber(1)}) {
            assertThat(SumOfSquares.coefficients(other, Weights.of(9, 9)))
                    .as(other.toString())
                    .isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"60,8", "20,45"})
    void interruptingTheThreadEndsTheFit(int n, int p) {
        Problem problem = problem(15, n, p, Loss.LOGISTIC);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> EXACT.fit(problem, L2.of(0.1))).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void squaresThatOverflowAreRefused() {
        double[][] rows = {{1e200, 1, 2}, {-1e200, 2, 0}};
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), new double[] {0, 1}, Loss.LOGISTIC);

        assertThatThrownBy(() -> EXACT.fit(problem, L2.of(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the squares of features are too large");
    }
}
