package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.conformance.GoldenFit;

class GoldenFitsTest {

    private static final double EXACT = 1e-8;
    private static final Solver SOLVER = Solver.standard().withTolerance(1e-12);
    private static final Regularizers REGULARIZERS = Regularizers.load();

    @ParameterizedTest
    @MethodSource("org.ridgeline.conformance.GoldenFits#all")
    void isReachedOnTheSummedLoss(GoldenFit golden) {
        Fit fit = SOLVER.fit(problem(golden).withLossScale(LossScale.SUM), REGULARIZERS.parse(golden.regularizer()));
        assertSameModel(fit, golden);
        assertThat(fit.objective()).isCloseTo(golden.objective(), within(EXACT * golden.objective()));
        assertThat(fit.loss() + fit.penalty()).isEqualTo(fit.objective());
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.conformance.GoldenFits#all")
    void isReachedOnTheMeanLossWithLambdaDividedByTheNumberOfRows(GoldenFit golden) {
        int n = golden.target().length;
        Fit fit = SOLVER.fit(problem(golden), REGULARIZERS.parse(golden.meanLossRegularizer()));
        assertSameModel(fit, golden);
        assertThat(n * fit.objective()).isCloseTo(golden.objective(), within(EXACT * golden.objective()));
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.conformance.GoldenFits#all")
    void givesTheSameScoresInTheFeaturesOwnUnits(GoldenFit golden) {
        Fit fit = SOLVER.fit(problem(golden).withLossScale(LossScale.SUM), REGULARIZERS.parse(golden.regularizer()));
        double[] scores = fit.scores(DenseFeatures.ofRows(golden.rows()));
        double[][] standardized = golden.standardizedRows();
        double[] wanted = new double[scores.length];
        Arrays.setAll(wanted, i -> golden.intercept() + TestData.dot(standardized[i], golden.coefficients()));
        assertThat(scores).containsExactly(wanted, within(EXACT * TestData.largest(wanted)));
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.conformance.GoldenFits#all")
    void isReachedOnFeaturesThatComeStandardized(GoldenFit golden) {
        Regularizer regularizer = REGULARIZERS.parse(golden.regularizer());
        Problem problem = Problem.of(
                        DenseFeatures.ofRows(golden.standardizedRows()), golden.target(), Loss.of(golden.loss()))
                .withGroups(golden.groups())
                .withLossScale(LossScale.SUM);
        Fit fit = SOLVER.fit(problem, regularizer);
        assertSameModel(fit, golden);
        assertThat(fit.coefficients()).isEqualTo(fit.standardizedCoefficients());
    }

    private static Problem problem(GoldenFit golden) {
        return Problem.of(DenseFeatures.ofRows(golden.rows()), golden.target(), Loss.of(golden.loss()))
                .withGroups(golden.groups())
                .withStandardization(Standardization.POPULATION);
    }

    private static void assertSameModel(Fit fit, GoldenFit golden) {
        double[] wanted = golden.coefficients();
        double[] found = fit.standardizedCoefficients();
        assertThat(fit.converged()).isTrue();
        assertThat(found).containsExactly(wanted, within(EXACT * TestData.largest(wanted)));
        for (int j = 0; j < wanted.length; j++) {
            assertThat(found[j] == 0).as("coefficient %d is zero", j).isEqualTo(wanted[j] == 0);
            assertThat(1 / found[j]).as("coefficient %d is not -0.0", j).isNotEqualTo(Double.NEGATIVE_INFINITY);
        }
        assertThat(fit.nonzeros())
                .isEqualTo((int) Arrays.stream(wanted).filter(w -> w != 0).count());
        assertThat(fit.standardizedIntercept())
                .isCloseTo(golden.intercept(), within(EXACT * Math.abs(golden.intercept())));
    }
}
