package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

class AdaptiveLassoTest {

    private static final Solver SOLVER = Solver.standard().withTolerance(1e-12);

    /** Those of the reference are 1/|w| of the least squares fit. */
    @Test
    void factorsOfLeastSquaresAreThoseOfTheReference() {
        List<ReferenceFit> references = ReferenceFit.all().stream()
                .filter(fit -> !fit.get("factors").isEmpty()
                        && Arrays.stream(fit.numbers("factors")).noneMatch(f -> f == 0))
                .toList();
        assertThat(references).isNotEmpty();
        for (ReferenceFit it : references) {
            double[] ones = TestData.ones(it.numbers("factors").length);
            Problem plain = it.problem().withPenaltyFactors(ones);
            double[] factors = AdaptiveLasso.factors(SOLVER.fit(plain, L2.of(0)), 1);
            double[] wanted = it.numbers("factors");
            for (int j = 0; j < wanted.length; j++) {
                assertThat(factors[j]).isCloseTo(wanted[j], within(1e-6 * wanted[j]));
            }
            double[] found = SOLVER.fit(plain.withPenaltyFactors(factors), it.regularizer())
                    .coefficients();
            double[] coefficients = it.numbers("coefficients");
            assertThat(found).containsExactly(coefficients, within(1e-6 * TestData.largest(coefficients)));
        }
    }

    @Test
    void whatTheFirstFitLeavesOutStaysOut() {
        Problem problem = TestData.problem(Loss.SQUARED, 3, 60, 8).withStandardization(Standardization.POPULATION);
        Fit first = SOLVER.fit(problem, L1.of(2));
        assertThat(first.nonzeros()).isBetween(1, 7);
        Fit second = SOLVER.fit(problem.withPenaltyFactors(AdaptiveLasso.factors(first, 2)), L1.of(1e-6));
        assertThat(second.converged()).isTrue();
        for (int j = 0; j < 8; j++) {
            assertThat(second.coefficients()[j] == 0).isEqualTo(first.coefficients()[j] == 0);
        }
    }

    @Test
    void ofSeveralOutputsTheNormOfAFeatureCounts() {
        Problem problem = TestData.problem(Loss.multinomial(3), 4, 80, 5);
        Fit first = SOLVER.fit(problem, L2.of(0.05));
        double[] factors = AdaptiveLasso.factors(first, 0.5);
        assertThat(factors).hasSize(5);
        double[] w = first.standardizedCoefficients();
        double squares = w[1] * w[1] + w[6] * w[6] + w[11] * w[11];
        assertThat(factors[1]).isCloseTo(Math.pow(squares, -0.25), within(1e-12));
    }

    @Test
    void gammaIsPositive() {
        Fit first = SOLVER.fit(TestData.problem(Loss.SQUARED, 3, 20, 2), L2.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdaptiveLasso.factors(first, 0))
                .withMessageContaining("gamma must be a number > 0, but is 0");
    }
}
