package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

/** Against solutions that can be written down. */
class ClosedFormTest {

    private static final Solver SOLVER = Solver.standard().withTolerance(1e-13);
    private static final int N = 40;
    private static final int P = 6;

    private record Ridge(
            long seed, double lambda, boolean intercept, Standardization standardization, LossScale scale) {}

    static Stream<Ridge> ridges() {
        return TestData.seeds()
                .limit(3)
                .boxed()
                .flatMap(seed -> Stream.of(0.0, 0.3, 50.0)
                        .flatMap(lambda -> Stream.of(true, false)
                                .flatMap(intercept -> Arrays.stream(Standardization.values())
                                        .flatMap(standardization -> Arrays.stream(LossScale.values())
                                                .map(scale ->
                                                        new Ridge(seed, lambda, intercept, standardization, scale))))));
    }

    @ParameterizedTest
    @MethodSource("ridges")
    void ridgeSolvesTheNormalEquations(Ridge it) {
        SplittableRandom random = new SplittableRandom(it.seed);
        double[][] rows = TestData.rows(random, N, P);
        double[] y = TestData.numbers(random, rows);
        double[] s = random.doubles(N, 0.1, 3).toArray();
        double total = Arrays.stream(s).sum();
        double strength = it.scale == LossScale.MEAN ? it.lambda * total : it.lambda;
        double[] ridge = new double[P];
        Arrays.fill(ridge, strength);
        double[][] standardized = TestData.standardized(rows, s, it.intercept, it.standardization);
        double[] wanted = TestData.ridge(standardized, y, s, ridge, it.intercept);

        Problem problem = Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED)
                .withExampleWeights(s)
                .withIntercept(it.intercept)
                .withStandardization(it.standardization)
                .withLossScale(it.scale);
        Fit fit = SOLVER.fit(problem, L2.of(it.lambda));

        double size = TestData.largest(wanted);
        assertThat(fit.converged()).as("%s", fit).isTrue();
        assertThat(fit.standardizedCoefficients()).containsExactly(Arrays.copyOf(wanted, P), within(1e-10 * size));
        assertThat(fit.standardizedIntercept()).isCloseTo(wanted[P], within(1e-10 * size));
        double[] scores = fit.scores(DenseFeatures.ofRows(rows));
        for (int i = 0; i < N; i++) {
            double score = wanted[P] + TestData.dot(standardized[i], wanted);
            assertThat(scores[i]).isCloseTo(score, within(1e-9 * size));
        }
        assertThat(it.intercept || fit.intercept() == 0).isTrue();
    }

    static Stream<Regularizer> withoutStrength() {
        return Stream.of(L1.of(0), L2.of(0), ElasticNet.of(0, 0.5), GroupL2.of(0));
    }

    @ParameterizedTest
    @MethodSource("withoutStrength")
    void withoutStrengthItIsLeastSquares(Regularizer regularizer) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] rows = TestData.rows(random, N, P);
        double[] y = TestData.numbers(random, rows);
        double[] wanted = TestData.ridge(rows, y, TestData.ones(N), new double[P], true);
        Fit fit = SOLVER.fit(Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED), regularizer);
        assertThat(fit.coefficients()).containsExactly(Arrays.copyOf(wanted, P), within(1e-10));
        assertThat(fit.intercept()).isCloseTo(wanted[P], within(1e-10));
        assertThat(fit.penalty()).isZero();
    }

    /** A Hadamard matrix without its column of ones: XᵀX = 8·I, and every column has mean 0 and deviation 1. */
    private static double[][] hadamard() {
        double[][] rows = new double[8][7];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 7; j++) {
                rows[i][j] = Integer.bitCount(i & (j + 1)) % 2 == 0 ? 1 : -1;
            }
        }
        return rows;
    }

    /** X̃ᵀy / n, which for an orthogonal design are the least squares coefficients. */
    private static double[] leastSquares(double[][] rows, double[] y) {
        double[] w = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < w.length; j++) {
                w[j] += rows[i][j] * y[i] / rows.length;
            }
        }
        return w;
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#seeds")
    void theLassoOfAnOrthogonalDesignIsTheSoftThreshold(long seed) {
        double[][] rows = hadamard();
        double[] y = new SplittableRandom(seed).doubles(8, -5, 5).toArray();
        double lambda = 1.2;
        double[] wanted = Arrays.stream(leastSquares(rows, y))
                .map(w -> Math.signum(w) * Math.max(Math.abs(w) - lambda / 2, 0))
                .toArray();
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED);
        Fit fit = SOLVER.fit(problem, L1.of(lambda));
        assertThat(fit.coefficients()).containsExactly(wanted, within(1e-14));
        assertThat(fit.intercept()).isCloseTo(Arrays.stream(y).average().orElseThrow(), within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#seeds")
    void theGroupLassoOfAnOrthogonalDesignShrinksTheNormOfGroups(long seed) {
        double[][] rows = hadamard();
        double[] y = new SplittableRandom(seed).doubles(8, -5, 5).toArray();
        double lambda = 1.5;
        double[] wanted = leastSquares(rows, y);
        int[][] groups = {{0, 1, 2}, {3, 4, 5}, {6}};
        for (int[] group : groups) {
            double norm = Math.sqrt(
                    Arrays.stream(group).mapToDouble(j -> wanted[j] * wanted[j]).sum());
            double kept = Math.max(1 - lambda * Math.sqrt(group.length) / (2 * norm), 0);
            Arrays.stream(group).forEach(j -> wanted[j] *= kept);
        }
        Problem problem =
                Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED).withGroups(TestData.threes(7));
        Fit fit = SOLVER.fit(problem, GroupL2.of(lambda));
        assertThat(fit.coefficients()).containsExactly(wanted, within(1e-14));
    }

    @Test
    void ofManyLeastSquaresSolutionsItIsTheShortest() {
        // x₁ + 2x₂ + 2x₃ = 9 has the shortest solution (1, 2, 2).
        Problem problem = Problem.of(DenseFeatures.ofRows(new double[][] {{1, 2, 2}}), new double[] {9}, Loss.SQUARED)
                .withIntercept(false);
        assertThat(SOLVER.fit(problem, L2.of(0)).coefficients()).containsExactly(new double[] {1, 2, 2}, within(1e-12));
    }
}
