package org.ridgeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

class LambdaMaxTest {

    private static void assertLambdaMax(Regularizer regularizer, Weights gradient, double wanted) {
        assertThat(regularizer.lambdaMax(gradient)).isCloseTo(wanted, within(1e-14 * wanted));
    }

    @Test
    void ofL1IsTheLargestSlope() {
        assertLambdaMax(new L1(1), Weights.of(0.5, -3, 2), 3);
        assertLambdaMax(new L1(0), Weights.of(0.5, -3, 2), 3);
    }

    @Test
    void ofElasticNetIsThatOfItsL1Part() {
        assertLambdaMax(new ElasticNet(1, 0.25), Weights.of(0.5, -3, 2), 12);
    }

    @Test
    void ofGroupsIsTheLargestNormByRootOfSize() {
        Weights gradient = Weights.of(new double[] {3, 4, 1}, Groups.labelled(0, 0, 1));
        assertLambdaMax(new GroupL2(1), gradient, 5 / Math.sqrt(2));
    }

    @Test
    void dividesByFactorsAndLeavesOutWhatNoStrengthStops() {
        assertLambdaMax(new L1(1), Weights.of(10, -3, 2).withFactors(0, 1, 0.5), 4);
        Weights gradient = Weights.of(new double[] {100, 3, 4}, Groups.labelled(-1, 0, 0));
        assertLambdaMax(new GroupL2(1), gradient, 5 / Math.sqrt(2));
    }

    @Test
    void isZeroForNoSlopeAndInfiniteWhereNoStrengthMakesZeros() {
        assertThat(new L1(1).lambdaMax(Weights.of(0, -0.0))).isZero();
        assertThat(new L1(1).lambdaMax(Weights.of())).isZero();
        assertThat(new L2(1).lambdaMax(Weights.of(1, 2))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new L2(1).lambdaMax(Weights.of(1e300))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new L1(1).lambdaMax(Weights.of(1, 2).withFactors(0, 0))).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-100, 1e-9, 1e9, 1e100, 1e300})
    void scalesOverTheWholeRange(double size) {
        assertLambdaMax(new L1(1), Weights.of(size, -size / 2), size);
        assertLambdaMax(
                new GroupL2(1),
                Weights.of(new double[] {3 * size, 4 * size}, Groups.whole(2)),
                5 * size / Math.sqrt(2));
    }

    @Test
    void refusesSlopesThatAreNotFinite() {
        for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new L1(1).lambdaMax(Weights.of(1, bad)))
                    .withMessageContaining(String.valueOf(bad));
        }
    }
}
