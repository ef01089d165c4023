package org.ridgeline.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** Strengths at which products overflow, and weights that are not penalised at all. */
class ExtremeStrengthTest {

    private static final double HUGE = 1e308;

    static List<Regularizer> penalties() {
        return List.of(
                L1.of(1),
                L2.of(1),
                ElasticNet.of(1, 0),
                ElasticNet.of(1, 0.5),
                ElasticNet.of(1, 1),
                GroupL2.of(1),
                SparseGroupL2.of(1, 0),
                SparseGroupL2.of(1, 0.5),
                SparseGroupL2.of(1, 1),
                Mcp.of(1, 3),
                Scad.of(1, 3.7),
                Slope.of(1, 0),
                Slope.of(1, 0.1));
    }

    static Stream<Double> anything() {
        return Stream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.5);
    }

    private static Weights weights(double... values) {
        return Weights.of(values, Groups.singletons(values.length));
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void lambdaZeroChangesNothingHoweverLongTheStep(Regularizer penalty) {
        double[] w = {2, -3};

        penalty.withLambda(0).prox(weights(w).withFactors(1e10, 1e10), 1e300);

        assertThat(w).containsExactly(2, -3);
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void aStepThatOverflowsLeavesNoNan(Regularizer penalty) {
        double[] w = {2, Double.POSITIVE_INFINITY};

        penalty.withLambda(1e200).prox(weights(w), 1e200);

        assertThat(w[0]).isBetween(0.0, 1e-300);
        assertThat(w[1]).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @MethodSource("anything")
    void factorZeroLeavesAnyWeightAlone(double value) {
        for (Regularizer penalty : penalties()) {
            Regularizer strong = penalty.withLambda(HUGE);
            double[] w = {value};
            double[] gradient = {7};
            Weights unpenalised = weights(w).withFactors(0);

            assertThat(strong.penalty(unpenalised)).isZero();
            strong.addGradient(unpenalised, 1, gradient);
            strong.prox(unpenalised, 10);

            assertThat(gradient).containsExactly(7);
            assertThat(w).containsExactly(value);
        }
    }
}
