package org.ridgeline.penalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Conjugate;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** The built-in penalties on numbers that were worked out by hand. The rules of the conformance kit go further. */
class PenaltiesTest {

    private static final double ROOT2 = Math.sqrt(2);

    /** Regularizer, weights, penalty, gradient and the proximal step with step ½. */
    static Stream<Arguments> byHand() {
        Weights plain = Weights.of(3, -1, 0, 0.25);
        Weights factors = plain.withFactors(1, 0, 1, 4);
        Weights groups = Weights.of(new double[] {3, -4, 0.5, 7}, Groups.labelled(0, 0, 1, -1));
        return Stream.of(
                Arguments.of(L1.of(2), plain, 8.5, new double[] {2, -2, 0, 2}, new double[] {2, 0, 0, 0}),
                Arguments.of(L1.of(2), factors, 8, new double[] {2, 0, 0, 8}, new double[] {2, -1, 0, 0}),
                Arguments.of(
                        L2.of(2), plain, 20.125, new double[] {12, -4, 0, 1}, new double[] {1, -1 / 3.0, 0, 0.25 / 3}),
                Arguments.of(L2.of(2), factors, 18.5, new double[] {12, 0, 0, 4}, new double[] {1, -1, 0, 0.25 / 9}),
                Arguments.of(ElasticNet.of(2, 0.5), plain, 14.3125, new double[] {7, -3, 0, 1.5}, new double[] {
                    1.25, -0.25, 0, 0
                }),
                Arguments.of(
                        ElasticNet.of(2, 0.5), factors, 13.25, new double[] {7, 0, 0, 6}, new double[] {1.25, -1, 0, 0
                        }),
                Arguments.of(
                        GroupL2.of(2),
                        groups,
                        10 * ROOT2 + 1,
                        new double[] {1.2 * ROOT2, -1.6 * ROOT2, 2, 0},
                        new double[] {3 - 0.6 * ROOT2, -4 + 0.8 * ROOT2, 0, 7}),
                Arguments.of(
                        GroupL2.of(2),
                        groups.withFactors(0, 0, 0.25, 1),
                        0.25,
                        new double[] {0, 0, 0.5, 0},
                        new double[] {3, -4, 0.25, 7}));
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void penaltyGradientAndStep(
            Regularizer regularizer, Weights weights, double penalty, double[] gradient, double[] step) {
        assertThat(regularizer.penalty(weights)).isCloseTo(penalty, within(1e-14));
        double[] found = {10, 10, 10, 10};
        regularizer.addGradient(weights, -0.5, found);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(10 - 0.5 * gradient[i], within(1e-14));
        }
        double[] w = weights.values().clone();
        regularizer.prox(weights.withValues(w), 0.5);
        assertThat(w).containsExactly(step, within(1e-15));
    }

    /** Regularizer, point, conjugate and dual scale. */
    static Stream<Arguments> dual() {
        double infinity = Double.POSITIVE_INFINITY;
        Weights inside = Weights.of(2, -1.5, 0);
        Weights outside = Weights.of(8, 1, 0);
        Weights free = inside.withFactors(1, 0, 1);
        Weights groups = Weights.of(new double[] {3, 4, 1}, Groups.labelled(0, 0, 1));
        Weights none = Weights.of(new double[] {3, 4, 1}, Groups.labelled(0, 0, -1));
        return Stream.of(
                Arguments.of(L1.of(2), inside, 0, 1),
                Arguments.of(L1.of(2), outside, infinity, 0.25),
                Arguments.of(L1.of(2), Weights.of(2 + 1e-15), infinity, 1),
                Arguments.of(L1.of(0), Weights.of(1e-200), infinity, 0),
                Arguments.of(L1.of(2), free, infinity, 0),
                Arguments.of(L2.of(2), outside, 65 / 8.0, 1),
                Arguments.of(L2.of(2), free, infinity, 0),
                Arguments.of(L2.of(0), outside, infinity, 0),
                Arguments.of(L2.of(0), Weights.of(0, 0), 0, 1),
                Arguments.of(ElasticNet.of(2, 0.5), outside, 49 / 4.0, 1),
                Arguments.of(ElasticNet.of(2, 1), outside, infinity, 0.25),
                Arguments.of(GroupL2.of(4), groups, 0, 1),
                Arguments.of(GroupL2.of(2), groups, infinity, 2 * ROOT2 / 5),
                Arguments.of(GroupL2.of(4), none, infinity, 0));
    }

    @ParameterizedTest
    @MethodSource("dual")
    void conjugateAndDualScale(Conjugate regularizer, Weights point, double conjugate, double scale) {
        assertThat(regularizer.conjugate(point)).isCloseTo(conjugate, within(1e-14));
        assertThat(regularizer.dualScale(point)).isCloseTo(scale, within(1e-14));
    }

    @Test
    void groupsBecomeZeroAsAWhole() {
        double[] w = {3, 4, -0.1, 2};
        GroupL2.of(1).prox(Weights.of(w, Groups.strided(2, 2, 4)), 3);
        assertThat(w[2]).isEqualTo(0).isEqualTo(w[3]);
        assertThat(w[0]).isCloseTo(3 * (1 - 3 * ROOT2 / 5), within(1e-15));
    }

    @Test
    void theSlopeOfTheSmallestNumberIsOne() {
        double[] gradient = new double[3];
        L1.of(1).addGradient(Weights.of(Double.MIN_VALUE, -Double.MIN_VALUE, -0.0), 1, gradient);
        assertThat(gradient).containsExactly(1, -1, 0);
    }

    @Test
    void codeAndTextMakeTheSame() {
        assertThat(ElasticNet.of(0.1, 0.5)).isEqualTo(new ElasticNet(0.1, 0.5));
        assertThat(L1.of(2).withLambda(3)).isEqualTo(new L1(3)).hasToString("l1(lambda=3)");
        assertThat(L2.of(2).withLambda(3)).isEqualTo(new L2(3)).hasToString("l2(lambda=3)");
        assertThat(GroupL2.of(2).withLambda(3)).isEqualTo(new GroupL2(3)).hasToString("group-l2(lambda=3)");
        assertThat(ElasticNet.of(2, 0.25).withLambda(-0.0)).hasToString("elastic-net(lambda=0,alpha=0.25)");
    }
}
