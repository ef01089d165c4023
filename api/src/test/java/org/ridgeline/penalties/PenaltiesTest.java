package org.ridgeline.penalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** The group {a, b} and the direction of it; subnormal norms have few digits, and infinite ones none. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.7071067811865476, 0.7071067811865476",
        "3, -4, 0.6, -0.8",
        "5, 12, 0.38461538461538464, 0.9230769230769231",
    })
    void theSlopeOfAGroupIsItsDirectionAtAnySize(double a, double b, double first, double second) {
        for (double unit : new double[] {Double.MIN_VALUE, 0x1p-1070, 0x1p-1022, 1, 0x1p1000, 0x1p1020}) {
            double[] gradient = new double[2];
            GroupL2.of(ROOT2 / 2)
                    .addGradient(Weights.of(new double[] {a * unit, b * unit}, Groups.whole(2)), 1, gradient);
            assertThat(gradient).containsExactly(new double[] {first, second}, within(1e-15));
        }
    }

    @Test
    void theSlopeOfAGroupWithAnInfiniteWeightIsThatWeights() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(slopes(infinity, 3, 1)).containsExactly(1, 0, 0);
        assertThat(slopes(3, -infinity, 0)).containsExactly(0, -1, 0);
        assertThat(slopes(infinity, 0, -infinity))
                .containsExactly(new double[] {1 / ROOT2, 0, -1 / ROOT2}, within(1e-15));
        // Here the norm overflows, but no weight does.
        assertThat(slopes(1.2e308, -1.2e308, 1.2e308))
                .containsExactly(new double[] {1 / Math.sqrt(3), -1 / Math.sqrt(3), 1 / Math.sqrt(3)}, within(1e-15));
    }

    private static double[] slopes(double... w) {
        double[] gradient = new double[w.length];
        GroupL2.of(1 / Math.sqrt(3)).addGradient(Weights.of(w, Groups.whole(w.length)), 1, gradient);
        return gradient;
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
        assertThat(SparseGroupL2.of(2, 0.25).withLambda(3)).hasToString("sparse-group-l2(lambda=3,alpha=0.25)");
        assertThat(Mcp.of(2, 1.5).withLambda(3)).isEqualTo(new Mcp(3, 1.5)).hasToString("mcp(lambda=3,gamma=1.5)");
        assertThat(Scad.of(2, 2.5).withLambda(3)).isEqualTo(new Scad(3, 2.5)).hasToString("scad(lambda=3,a=2.5)");
        assertThat(Slope.of(2, 0.5).withLambda(3)).isEqualTo(new Slope(3, 0.5)).hasToString("slope(lambda=3,q=0.5)");
        assertThat(ElasticNet.of(2, 0.25).withLambda(-0.0)).hasToString("elastic-net(lambda=0,alpha=0.25)");
    }
}
