package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.Separability;
import org.ridgeline.Sums;
import org.ridgeline.Weights;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.penalties.Adaptive;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

class PathSolverTest {

    private static final Solver EXACT = new Solver(1e-11, 100_000);

    @ParameterizedTest
    @MethodSource("org.ridgeline.conformance.GoldenFits#all")
    void aPathPassesThroughTheGoldenFits(GoldenFit golden) {
        Problem problem = Problem.of(DenseFeatures.ofRows(golden.rows()), golden.target(), Loss.of(golden.loss()))
                .withStandardization(Standardization.POPULATION)
                .withLossScale(LossScale.SUM)
                .withGroups(golden.groups());
        Regularizer regularizer = Regularizers.load().parse(golden.regularizer());
        LambdaPath path = LambdaPath.of(golden.lambda(), 7 * golden.lambda(), golden.lambda() / 3);
        PathFit fits = EXACT.path(problem, regularizer, path);
        assertThat(fits.lambda(1)).isEqualTo(golden.lambda());
        Fit fit = fits.fit(1);
        assertThat(fit.regularizer()).isEqualTo(regularizer);
        assertThat(fit.converged()).isTrue();
        double largest =
                Arrays.stream(golden.coefficients()).map(Math::abs).max().orElseThrow();
        assertThat(fit.standardizedCoefficients()).containsExactly(golden.coefficients(), within(1e-8 * largest));
        assertThat(fit.standardizedIntercept())
                .isCloseTo(golden.intercept(), within(1e-8 * Math.abs(golden.intercept())));
        assertThat(fit.objective()).isCloseTo(golden.objective(), within(1e-10 * golden.objective()));
    }

    /** Few and many columns, so that the Gram matrix holds all, some, or too few of them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void everyFitOfAPathIsThatOfProximalGradient(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = seed % 3 == 0 ? 150 : 40;
        int p = seed % 3 == 0 ? 12 : 160;
        Problem problem = problem(random, n, p)
                .withIntercept(seed % 2 == 0)
                .withStandardization(seed % 4 < 2 ? Standardization.NONE : Standardization.SAMPLE);
        if (seed % 4 == 1) {
            problem = problem.withExampleWeights(numbers(random, n, 0, 3));
        }
        if (seed % 4 == 3) {
            double[] factors = numbers(random, p, 0.5, 2);
            factors[1] = 0;
            factors[p - 1] = 0;
            problem = problem.withPenaltyFactors(factors);
        }
        for (Regularizer regularizer : new Regularizer[] {L1.of(1), ElasticNet.of(1, 0.7), new SignedL1(1)}) {
            PathFit fits = EXACT.path(problem, regularizer, LambdaPath.geometric(8, 0.03));
            assertThat(fits.converged()).as(fits.toString()).isTrue();
            assertThat(fits.size()).isEqualTo(8);
            for (int k = 0; k < fits.size(); k += 2) {
                Fit slow = TestData.proximalGradient(
                        new Solver(1e-10, 1_000_000), problem, regularizer.withLambda(fits.lambda(k)));
                assertSame(fits.fit(k), slow);
            }
        }
    }

    private static void assertSame(Fit fit, Fit slow) {
        double largest = DoubleStream.of(slow.standardizedCoefficients())
                .map(Math::abs)
                .max()
                .orElse(0);
        assertThat(fit.objective()).isCloseTo(slow.objective(), within(1e-9 * slow.objective()));
        assertThat(fit.standardizedCoefficients())
                .containsExactly(slow.standardizedCoefficients(), within(1e-6 * (largest + 1e-3)));
        assertThat(fit.intercept()).isCloseTo(slow.intercept(), within(1e-5 * (1 + Math.abs(slow.intercept()))));
    }

    @Test
    void aPenaltyWithoutZerosIsFittedOnMoreColumnsThanTheGramMatrixHolds() {
        Problem problem = problem(new SplittableRandom(5), 30, 200).withStandardization(Standardization.POPULATION);
        PathFit fits = EXACT.path(problem, L2.of(1), LambdaPath.of(3, 1, 0.3));
        assertThat(fits.converged()).isTrue();
        for (int k = 0; k < 3; k++) {
            assertThat(fits.nonzeros(k)).isEqualTo(200);
            assertSame(fits.fit(k), EXACT.fit(problem, L2.of(fits.lambda(k))));
        }
    }

    /** Groups of one to three columns that are not neighbours, and every seventh column in none. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void everyFitOfAPathOfGroupsIsThatOfProximalGradient(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = seed % 2 == 0 ? 150 : 40;
        int p = seed % 2 == 0 ? 14 : 161;
        int[] labels = new int[p];
        int groups = p / 3;
        for (int j = 0; j < p; j++) {
            labels[j] = j % 7 == 6 && j >= groups ? -1 : j % groups;
        }
        Problem problem = problem(random, n, p).withGroups(Groups.labelled(labels));
        if (seed >= 4) {
            double[] strengths = numbers(random, groups, 0.5, 2);
            problem = problem.withPenaltyFactors(Arrays.stream(labels)
                    .mapToDouble(g -> g < 0 ? 1 : g == 3 ? 0 : strengths[g])
                    .toArray());
        }
        PathFit fits = EXACT.path(problem, GroupL2.of(1), LambdaPath.geometric(8, 0.05));
        assertThat(fits.converged()).as(fits.toString()).isTrue();
        assertThat(fits.lambda(0)).isEqualTo(fits.lambdaMax());
        int free = (int) Arrays.stream(labels)
                .filter(g -> g < 0 || (seed >= 4 && g == 3))
                .count();
        assertThat(fits.nonzeros(0)).isEqualTo(free);
        for (int k = 0; k < fits.size(); k += 2) {
            Fit slow = TestData.proximalGradient(new Solver(1e-10, 1_000_000), problem, GroupL2.of(fits.lambda(k)));
            assertSame(fits.fit(k), slow);
        }
    }

    @Test
    void largeGroupsAreFittedWithoutTheGramMatrix() {
        Problem problem = problem(new SplittableRandom(12), 30, 200)
                .withStandardization(Standardization.POPULATION)
                .withGroups(Groups.strided(100, 2, 200));
        LambdaPath path = LambdaPath.of(0.05);
        Fit fit = new Solver(1e-9, 100_000).path(problem, GroupL2.of(1), path).fit(0);
        assertThat(fit.nonzeros()).isEqualTo(200);
        assertSame(fit, TestData.proximalGradient(new Solver(1e-10, 100_000), problem, GroupL2.of(0.05)));
    }

    @Test
    void membersOfAGroupMustShareAFactor() {
        double[] factors = {1, 1, 1, 1, 1, 2};
        Problem problem = problem(new SplittableRandom(8), 40, 6)
                .withGroups(Groups.strided(2, 3, 6))
                .withPenaltyFactors(factors);
        assertThatThrownBy(() -> EXACT.path(problem, GroupL2.of(1), LambdaPath.geometric(5, 0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must share one penalty factor");
    }

    @Test
    void whatIsNotSeparableHasPathsToo() {
        Problem problem = problem(new SplittableRandom(13), 40, 5);
        PathFit fits = EXACT.path(problem, new WholeNorm(1), LambdaPath.geometric(5, 0.1));
        PathFit same = EXACT.path(problem.withGroups(Groups.whole(5)), GroupL2.of(1), LambdaPath.geometric(5, 0.1));
        assertThat(fits.converged()).isTrue();
        assertThat(fits.lambdaMax()).isCloseTo(same.lambdaMax() * Math.sqrt(5), within(1e-9));
        assertThat(fits.nonzeros(0)).isZero();
        assertThat(fits.fit(4).coefficients()).containsExactly(same.fit(4).coefficients(), within(1e-8));
        PathFit some = EXACT.path(
                problem, new WholeNorm(1), LambdaPath.geometric(5, 0.1).untilExplained(fits.explained(2) - 1e-9));
        assertThat(some.size()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void everyFitOfALogisticPathIsThatOfProximalGradient(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 60;
        int p = seed % 2 == 0 ? 8 : 120;
        double[][] x = columns(random, n, p);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = x[0][i] + random.nextDouble(-2, 2) > 0.5 ? 1 : 0;
        }
        Problem problem = Problem.of(DenseFeatures.ofColumns(n, x), y, Loss.LOGISTIC)
                .withIntercept(seed % 3 != 0)
                .withStandardization(seed < 3 ? Standardization.NONE : Standardization.POPULATION)
                .withGroups(Groups.strided(2, p / 4, p))
                .withExampleWeights(numbers(random, n, 0, 2));
        for (Regularizer regularizer : new Regularizer[] {L1.of(1), GroupL2.of(1), new SignedL1(1)}) {
            PathFit fits = EXACT.path(problem, regularizer, LambdaPath.geometric(5, 0.05));
            assertThat(fits.converged()).as(fits.toString()).isTrue();
            assertThat(fits.nonzeros(0)).isZero();
            for (int k = 0; k < fits.size(); k += 2) {
                Fit slow = TestData.proximalGradient(
                        new Solver(1e-10, 1_000_000), problem, regularizer.withLambda(fits.lambda(k)));
                assertSame(fits.fit(k), slow);
            }
        }
    }

    /** λ‖w‖₂ of all weights at once. */
    private record WholeNorm(double lambda) implements Regularizer {
        @Override
        public Regularizer withLambda(double lambda) {
            return new WholeNorm(lambda);
        }

        @Override
        public double penalty(Weights weights) {
            return lambda * Sums.norm2(weights.values());
        }

        @Override
        public void addGradient(Weights weights, double scale, double[] gradient) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void prox(Weights weights, double step) {
            double norm = Sums.norm2(weights.values());
            double kept = norm <= step * lambda ? 0 : 1 - step * lambda / norm;
            for (int i = 0; i < weights.size(); i++) {
                weights.values()[i] = weights.values()[i] * kept + 0.0;
            }
        }
    }

    /** λ Σ |w| for w ≥ 0 and 3λ Σ |w| for w &lt; 0: not symmetric, and without a conjugate. */
    private record SignedL1(double lambda) implements Regularizer {
        @Override
        public Regularizer withLambda(double lambda) {
            return new SignedL1(lambda);
        }

        @Override
        public double penalty(Weights weights) {
            double sum = 0;
            for (int i = 0; i < weights.size(); i++) {
                double w = weights.values()[i];
                sum += lambda * weights.factor(i) * Math.max(w, -3 * w);
            }
            return sum;
        }

        @Override
        public void addGradient(Weights weights, double scale, double[] gradient) {
            for (int i = 0; i < gradient.length; i++) {
                double w = weights.values()[i];
                gradient[i] += scale * lambda * weights.factor(i) * (w > 0 ? 1 : w < 0 ? -3 : 0);
            }
        }

        @Override
        public void prox(Weights weights, double step) {
            double[] w = weights.values();
            for (int i = 0; i < w.length; i++) {
                double threshold = step * weights.factor(i) * lambda;
                w[i] = w[i] - Math.max(-3 * threshold, Math.min(threshold, w[i]));
            }
        }

        @Override
        public Separability separability() {
            return Separability.WEIGHT;
        }
    }

    @Test
    void aPenaltyWithoutConjugateIsCertifiedByItsProximalResidual() {
        PathFit fits =
                EXACT.path(problem(new SplittableRandom(1), 30, 50), new SignedL1(1), LambdaPath.geometric(3, 0.1));
        assertThat(fits.certificate(2).kind()).isEqualTo(Certificate.Kind.PROX_RESIDUAL);
        assertThat(fits.certificate(0).value()).isLessThanOrEqualTo(1e-11);
    }

    @Test
    void theGridStartsWhereTheFirstWeightLeavesZero() {
        Problem problem = problem(new SplittableRandom(2), 50, 90);
        PathFit fits = EXACT.path(problem, L1.of(1), LambdaPath.geometric(100, 0.5));
        assertThat(fits.lambda(0)).isEqualTo(fits.lambdaMax());
        assertThat(fits.nonzeros(0)).isZero();
        assertThat(fits.nonzeros(1)).isPositive();
        assertThat(fits.lambda(99)).isCloseTo(0.5 * fits.lambdaMax(), within(1e-12));
        assertThat(fits.explained(0)).isZero();
    }

    @Test
    void unpenalisedWeightsAreFittedBeforeThePathStarts() {
        double[] factors = new double[60];
        Arrays.fill(factors, 1);
        factors[7] = 0;
        Problem problem = problem(new SplittableRandom(3), 50, 60).withPenaltyFactors(factors);
        PathFit fits = EXACT.path(problem, L1.of(1), LambdaPath.geometric(20, 0.5));
        assertThat(fits.nonzeros(0)).isEqualTo(1);
        assertThat(fits.fit(0).coefficients()[7]).isNotZero();
        assertThat(fits.nonzeros(1)).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void aPathEndsWhenEnoughIsExplained(int columns) {
        Problem problem = problem(new SplittableRandom(4), 30, columns);
        PathFit all = EXACT.path(problem, L1.of(1), LambdaPath.geometric(50, 1e-3));
        PathFit some =
                EXACT.path(problem, L1.of(1), LambdaPath.geometric(50, 1e-3).untilExplained(all.explained(20) - 1e-9));
        assertThat(some.size()).isEqualTo(21);
        assertThat(some.fit(20).coefficients()).isEqualTo(all.fit(20).coefficients());
    }

    @Test
    void withoutFeaturesOrWithAConstantTargetTheModelIsAConstant() {
        double[] y = {3, 1, 2};
        Fit none = EXACT.path(
                        Problem.of(DenseFeatures.ofColumns(3), y, Loss.SQUARED), L1.of(1), LambdaPath.geometric(9, 0.1))
                .fit(0);
        assertThat(none.intercept()).isEqualTo(2);
        Problem constant =
                Problem.of(DenseFeatures.ofRows(new double[][] {{1}, {4}, {2}}), new double[] {5, 5, 5}, Loss.SQUARED);
        PathFit fits = EXACT.path(constant, L1.of(1), LambdaPath.geometric(9, 0.1));
        assertThat(fits.size()).isEqualTo(1);
        assertThat(fits.explained(0)).isEqualTo(1);
        assertThat(fits.fit(0).coefficients()).containsExactly(0);
        assertThat(fits.fit(0).converged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 300})
    void aConstantColumnHasWeightZero(int columns) {
        SplittableRandom random = new SplittableRandom(6);
        double[][] x = columns(random, 25, columns);
        Arrays.fill(x[3], 7);
        Problem problem = Problem.of(DenseFeatures.ofColumns(25, x), numbers(random, 25, -1, 1), Loss.SQUARED);
        for (Regularizer regularizer : new Regularizer[] {L1.of(1), L2.of(1)}) {
            Fit fit = EXACT.path(problem, regularizer, LambdaPath.of(0.05)).fit(0);
            assertThat(fit.coefficients()[3]).isZero();
            assertThat(fit.converged()).isTrue();
        }
    }

    @Test
    void aFarMeanDoesNotSpoilTheFit() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] x = columns(random, 60, 20);
        double[][] moved = new double[20][];
        for (int j = 0; j < 20; j++) {
            moved[j] = Arrays.stream(x[j]).map(v -> v + 1e5).toArray();
        }
        double[] y = numbers(random, 60, -1, 1);
        LambdaPath path = LambdaPath.of(0.01);
        Fit near = EXACT.path(Problem.of(DenseFeatures.ofColumns(60, x), y, Loss.SQUARED), L1.of(1), path)
                .fit(0);
        Fit far = new Solver(1e-10, 1000)
                .path(Problem.of(DenseFeatures.ofColumns(60, moved), y, Loss.SQUARED), L1.of(1), path)
                .fit(0);
        assertThat(far.converged()).isTrue();
        assertThat(far.coefficients()).containsExactly(near.coefficients(), within(1e-6));
    }

    @Test
    void whatIsNotReachedIsSaid() {
        PathFit fits = EXACT.withMaxIterations(1)
                .path(problem(new SplittableRandom(9), 50, 40), L1.of(1), LambdaPath.geometric(5, 1e-3));
        assertThat(fits.converged()).isFalse();
        assertThat(fits.fit(4).iterations()).isEqualTo(1);
        assertThat(fits.fit(4).converged()).isFalse();
        assertThat(fits.certificate(4).value()).isGreaterThan(1e-11);
        assertThat(fits).asString().contains("5 fits", "NOT ALL CONVERGED");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 300})
    void interruptionEndsAPath(int columns) {
        Problem problem = problem(new SplittableRandom(10), 30, columns);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> EXACT.path(problem, L2.of(1), LambdaPath.of(0.1)))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whatCannotBeFittedIsRefused() {
        Problem problem = problem(new SplittableRandom(11), 20, 4);
        assertThatThrownBy(() -> EXACT.path(problem, Adaptive.of(L1.of(1)), LambdaPath.geometric(5, 0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hold-out");
    }

    private static Problem problem(SplittableRandom random, int n, int p) {
        double[][] x = columns(random, n, p);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = 2 + random.nextDouble(-1, 1);
            for (int j = 0; j < p; j += 3) {
                y[i] += x[j][i] * (j % 2 == 0 ? 1 : -2) / (1 + j);
            }
        }
        return Problem.of(DenseFeatures.ofColumns(n, x), y, Loss.SQUARED);
    }

    /** Neighbours are correlated. */
    private static double[][] columns(SplittableRandom random, int n, int p) {
        double[][] x = new double[p][];
        for (int j = 0; j < p; j++) {
            x[j] = numbers(random, n, -1, 2);
            for (int i = 0; j > 0 && i < n; i++) {
                x[j][i] += x[j - 1][i] / 2;
            }
        }
        return x;
    }

    private static double[] numbers(SplittableRandom random, int count, double from, double to) {
        return random.doubles(count, from, to).toArray();
    }
}
