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
import org.ridgeline.Weights;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.Mcp;
import org.ridgeline.penalties.Scad;

/** Penalties that are not convex: what is reached is a local optimum, and certified by its proximal residual. */
class ConcavePenaltiesTest {

    private static final Solver SOLVER = Solver.standard().withTolerance(1e-10);
    private static final LambdaPath PATH = LambdaPath.geometric(15, 0.02);
    private static final int P = 12;

    private record Case(Loss loss, long seed, Regularizer penalty) {

        Problem problem() {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] rows = TestData.rows(random, 150, P);
            double[] y = loss == Loss.SQUARED ? TestData.numbers(random, rows) : overlapping(random, rows);
            return Problem.of(DenseFeatures.ofRows(rows), y, loss).withStandardization(Standardization.POPULATION);
        }

        /** These penalties are bounded, so where classes can be separated there is no finite optimum. */
        private static double[] overlapping(SplittableRandom random, double[][] rows) {
            double[] y = TestData.labels(random, rows);
            Arrays.setAll(y, i -> random.nextInt(4) == 0 ? 1 - y[i] : y[i]);
            return y;
        }
    }

    static Stream<Case> cases() {
        return TestData.scalarLosses()
                .flatMap(loss -> Stream.of(1L, 2L, 3L)
                        .flatMap(seed -> Stream.of(
                                        Mcp.of(0.1, 3), Mcp.of(0.1, 1.5), Scad.of(0.1, 3.7), Scad.of(0.1, 2.5))
                                .map(penalty -> new Case(loss, seed, penalty))));
    }

    /** The slopes of loss and penalty cancel, or at zero that of the loss is too small for it to be left. */
    private static void assertStationary(Problem problem, Fit fit) {
        double[] w = fit.standardizedCoefficients();
        double[] gradient = Gradients.of(problem, fit);
        double[] slopes = new double[w.length];
        fit.regularizer().addGradient(problem.weights(w), 1, slopes);
        for (int j = 0; j < w.length; j++) {
            if (w[j] == 0) {
                assertThat(Math.abs(gradient[j]))
                        .isLessThanOrEqualTo(fit.regularizer().lambda() + 1e-9);
            } else {
                assertThat(gradient[j] + slopes[j]).isCloseTo(0, within(1e-7));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFitIsStationary(Case it) {
        Fit fit = SOLVER.fit(it.problem(), it.penalty);
        assertThat(fit.converged()).as("%s", fit).isTrue();
        assertThat(fit.certificate().kind()).isEqualTo(Certificate.Kind.PROX_RESIDUAL);
        assertThat(fit.certificate().value()).isLessThanOrEqualTo(1e-10);
        assertStationary(it.problem(), fit);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPathEndsEachLambdaWithASmallResidual(Case it) {
        PathFit path = SOLVER.path(it.problem(), it.penalty, PATH);
        assertThat(path.converged()).isTrue();
        assertThat(path.nonzeros(0)).isZero();
        assertThat(path.nonzeros(path.size() - 1)).isGreaterThanOrEqualTo(P / 2);
        for (int k = 0; k < path.size(); k++) {
            assertThat(path.certificate(k).kind()).isEqualTo(Certificate.Kind.PROX_RESIDUAL);
            assertThat(path.certificate(k).value()).isLessThanOrEqualTo(1e-10);
            assertStationary(it.problem(), path.fit(k));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void farOutTheyAreTheLasso(Case it) {
        Problem problem = it.problem();
        PathFit lasso = SOLVER.path(problem, L1.of(1), PATH);
        for (Regularizer far : new Regularizer[] {Mcp.of(1, 1e6), Scad.of(1, 1e6)}) {
            PathFit path = SOLVER.path(problem, far, PATH);
            assertThat(path.lambdaMax()).isCloseTo(lasso.lambdaMax(), within(1e-9 * lasso.lambdaMax()));
            for (int k = 0; k < path.size(); k++) {
                assertThat(path.fit(k).standardizedCoefficients())
                        .containsExactly(lasso.fit(k).standardizedCoefficients(), within(2e-4));
                Fit fit = SOLVER.fit(problem, far.withLambda(path.lambda(k)));
                assertThat(fit.standardizedCoefficients())
                        .containsExactly(lasso.fit(k).standardizedCoefficients(), within(2e-4));
            }
        }
    }

    /** On orthogonal features each weight is a proximal step of its own, of step ½ for standardised features. */
    @ParameterizedTest
    @MethodSource("cases")
    void onOrthogonalFeaturesTheyAreTheirProximalStep(Case it) {
        SplittableRandom random = new SplittableRandom(it.seed);
        int n = 16;
        double[][] rows = new double[n][5];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 5; j++) {
                // Columns of a Hadamard matrix.
                rows[i][j] = Integer.bitCount(i & (j + 1)) % 2 == 0 ? 1 : -1;
            }
            y[i] = 0.2 * rows[i][0] - 0.05 * rows[i][1] + rows[i][2] + random.nextDouble(-0.1, 0.1);
        }
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED);
        double[] wanted = new double[5];
        for (int j = 0; j < 5; j++) {
            for (int i = 0; i < n; i++) {
                wanted[j] += rows[i][j] * y[i] / n;
            }
        }
        it.penalty.prox(Weights.of(wanted), 0.5);
        assertThat(SOLVER.fit(problem, it.penalty).coefficients()).containsExactly(wanted, within(1e-10));
        PathFit path = SOLVER.path(problem, it.penalty, LambdaPath.of(1, 0.3, it.penalty.lambda()));
        assertThat(path.fit(2).coefficients()).containsExactly(wanted, within(1e-9));
    }

    /** As docs/conventions.md has it. */
    @Test
    void onTheSummedLossTheSameModelHasAnotherShape() {
        Problem mean = new Case(Loss.SQUARED, 1, L1.of(1)).problem();
        Problem sum = mean.withLossScale(LossScale.SUM);
        int n = mean.features().rows();
        double[] factors = new double[P];
        Arrays.fill(factors, n);
        assertThat(SOLVER.fit(sum, Mcp.of(n * 0.4, 1.5 / n)).coefficients())
                .containsExactly(SOLVER.fit(mean, Mcp.of(0.4, 1.5)).coefficients(), within(1e-8));
        assertThat(SOLVER.fit(sum.withPenaltyFactors(factors), Scad.of(0.4, 3.7))
                        .coefficients())
                .containsExactly(SOLVER.fit(mean, Scad.of(0.4, 3.7)).coefficients(), within(1e-8));
    }

    @Test
    void largeWeightsAreNotShrunk() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] rows = TestData.rows(random, 200, 10);
        double[] y = new double[rows.length];
        Arrays.setAll(y, i -> 4 * rows[i][0] - 3 * rows[i][5] + random.nextDouble(-1, 1));
        Problem problem =
                Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED).withStandardization(Standardization.POPULATION);
        double[][] two = new double[rows.length][];
        Arrays.setAll(two, i -> new double[] {rows[i][0], rows[i][5]});
        double[] oracle = TestData.ridge(two, y, TestData.ones(rows.length), new double[2], true);
        for (Regularizer penalty : new Regularizer[] {Mcp.of(0.4, 3), Scad.of(0.4, 3.7)}) {
            Fit fit = SOLVER.fit(problem, penalty);
            assertThat(fit.nonzeros()).isEqualTo(2);
            assertThat(fit.coefficients()[0]).isCloseTo(oracle[0], within(1e-8));
            assertThat(fit.coefficients()[5]).isCloseTo(oracle[1], within(1e-8));
        }
        assertThat(SOLVER.fit(problem, L1.of(0.4)).coefficients()[0]).isLessThan(oracle[0] - 0.1);
    }
}
