package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.L1;

class ExampleWeightsTest {

    private static final Solver SOLVER = Solver.standard().withTolerance(1e-13);
    private static final Regularizer REGULARIZER = ElasticNet.of(0.05, 0.7);
    private static final int N = 30;

    private static double[] integers(long seed) {
        return new SplittableRandom(seed).ints(N, 1, 4).asDoubleStream().toArray();
    }

    /** Every loss with every standardisation and loss scale. */
    static Stream<Problem> problems() {
        return TestData.losses()
                .flatMap(loss -> Arrays.stream(Standardization.values())
                        .flatMap(standardization -> Arrays.stream(LossScale.values())
                                .map(scale -> TestData.problem(loss, 3, N, 5)
                                        .withStandardization(standardization)
                                        .withLossScale(scale))));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void anIntegerWeightCountsAsSoManyCopies(Problem problem) {
        double[] weights = integers(5);
        int[] repeated = IntStream.range(0, N)
                .flatMap(i -> IntStream.generate(() -> i).limit((int) weights[i]))
                .toArray();
        // Not the selected rows themselves, which would keep the summed loss on the scale of the rows there were.
        Problem selected = problem.selectRows(repeated);
        Problem copies = Problem.of(selected.features(), selected.targets(), problem.loss())
                .withStandardization(problem.standardization())
                .withLossScale(problem.lossScale());
        assertSame(SOLVER.fit(problem.withExampleWeights(weights), REGULARIZER), SOLVER.fit(copies, REGULARIZER));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void anExampleOfWeightZeroIsAsIfItWereAbsent(Problem problem) {
        double[] weights = integers(6);
        for (int i = 0; i < N; i += 3) {
            weights[i] = 0;
        }
        int[] rows = IntStream.range(0, N).filter(i -> weights[i] > 0).toArray();
        Problem selected = problem.selectRows(rows);
        Problem without = Problem.of(selected.features(), selected.targets(), problem.loss())
                .withExampleWeights(
                        Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray())
                .withStandardization(problem.standardization())
                .withLossScale(problem.lossScale());
        Fit fit = SOLVER.fit(problem.withExampleWeights(weights), REGULARIZER);
        Fit wanted = SOLVER.fit(without, REGULARIZER);
        assertThat(fit.coefficients()).isEqualTo(wanted.coefficients());
        assertThat(fit.intercepts()).isEqualTo(wanted.intercepts());
        assertThat(fit.objective()).isEqualTo(wanted.objective());
    }

    @Test
    void anExampleOfWeightZeroMayBeHuge() {
        double[][] rows = {{1, 2}, {2, -1}, {-1, 1}, {1e300, -1e300}};
        double[] y = {1, 3, -2, 1e300};
        Problem with = Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED).withExampleWeights(1, 1, 1, 0);
        Problem without = Problem.of(DenseFeatures.ofRows(Arrays.copyOf(rows, 3)), Arrays.copyOf(y, 3), Loss.SQUARED);
        assertThat(SOLVER.fit(with, L1.of(0.1)).coefficients())
                .isEqualTo(SOLVER.fit(without, L1.of(0.1)).coefficients());
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void theMeanLossKnowsRelativeWeightsOnly(Loss loss) {
        Problem problem = TestData.problem(loss, 4, N, 5).withStandardization(Standardization.POPULATION);
        double[] weights = integers(7);
        Fit wanted = SOLVER.fit(problem.withExampleWeights(weights), REGULARIZER);
        for (double scale : new double[] {0x1p-900, 1e-3, 7, 0x1p900}) {
            double[] scaled = Arrays.stream(weights).map(s -> s * scale).toArray();
            assertSame(SOLVER.fit(problem.withExampleWeights(scaled), REGULARIZER), wanted);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void onTheSummedLossWeightsScaleLambda(Loss loss) {
        Problem problem = TestData.problem(loss, 8, N, 5).withLossScale(LossScale.SUM);
        double[] tens = new double[N];
        Arrays.fill(tens, 10);
        Fit fit = SOLVER.fit(problem.withExampleWeights(tens), L1.of(30));
        Fit wanted = SOLVER.fit(problem, L1.of(3));
        assertThat(fit.coefficients()).containsExactly(wanted.coefficients(), within(1e-10));
        assertThat(fit.objective()).isCloseTo(10 * wanted.objective(), within(1e-10 * fit.objective()));
    }

    @Test
    void weightsThatCannotBeAreRefused() {
        Problem problem = TestData.problem(Loss.SQUARED, 1, 3, 2);
        assertThatThrownBy(() -> problem.withExampleWeights(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wanted a weight for each of 3 rows, but found 2");
        assertThatThrownBy(() -> problem.withExampleWeights(1, -2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("row 1", ">= 0", "-2");
        assertThatThrownBy(() -> problem.withExampleWeights(1, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("row 2", "NaN");
        assertThatThrownBy(() -> problem.withExampleWeights(0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("positive finite sum", "0.0");
        assertThatThrownBy(() -> problem.withExampleWeights(1e308, 1e308, 1e308))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("positive finite sum", "Infinity");
        assertThatThrownBy(() -> problem.withExampleWeights(1, 0, 0).selectRows(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive finite sum");
    }

    @Test
    void theSampleDeviationNeedsMoreThanOneExample() {
        Problem problem = TestData.problem(Loss.SQUARED, 1, 3, 2)
                .withExampleWeights(0.25, 0.25, 0.5)
                .withStandardization(Standardization.SAMPLE);
        assertThatThrownBy(() -> SOLVER.fit(problem, REGULARIZER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("sample deviation", "more than 1", "1.0");
    }

    private static void assertSame(Fit fit, Fit wanted) {
        double tolerance = 1e-10 * Math.max(1, TestData.largest(wanted.coefficients()));
        assertThat(fit.converged()).isTrue();
        assertThat(fit.coefficients()).containsExactly(wanted.coefficients(), within(tolerance));
        assertThat(fit.intercepts()).containsExactly(wanted.intercepts(), within(tolerance));
        assertThat(fit.objective()).isCloseTo(wanted.objective(), within(1e-11 * Math.abs(wanted.objective())));
    }
}
