package org.ridgeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WeightsTest {

    private final double[] values = {1, 2, 3};

    @Test
    void theArrayIsLive() {
        Weights weights = Weights.of(values);
        weights.values()[1] = 7;
        assertThat(values).containsExactly(1, 7, 3);
        assertThat(weights.withFactors(1, 0, 2).values()).isSameAs(values);
        assertThat(weights.size()).isEqualTo(3);
    }

    @Test
    void eachWeightIsItsOwnGroupUnlessSaidOtherwise() {
        assertThat(Weights.of(values).groups()).isEqualTo(Groups.singletons(3));
        assertThat(Weights.of(values, Groups.whole(3)).groups()).isEqualTo(Groups.whole(3));
    }

    @Test
    void factorsAreOneUnlessSaidOtherwise() {
        Weights plain = Weights.of(values);
        assertThat(plain.hasFactors()).isFalse();
        assertThat(plain.factor(2)).isEqualTo(1);
        double[] factors = {1, 0, 2.5};
        Weights weights = plain.withFactors(factors);
        factors[2] = 9;
        assertThat(weights.hasFactors()).isTrue();
        assertThat(weights.factor(1)).isZero();
        assertThat(weights.factor(2)).isEqualTo(2.5);
    }

    @Test
    void otherValuesKeepGroupsAndFactors() {
        Weights other = Weights.of(values, Groups.whole(3)).withFactors(2, 2, 2).withValues(new double[] {4, 5, 6});
        assertThat(other.values()).containsExactly(4, 5, 6);
        assertThat(other.groups()).isEqualTo(Groups.whole(3));
        assertThat(other.factor(0)).isEqualTo(2);
    }

    @Test
    void theMembersOfAGroupShareAFactor() {
        Weights weights = Weights.of(values, Groups.labelled(0, 1, 0));
        assertThat(weights.groupFactor(0)).isEqualTo(1);
        assertThat(weights.withFactors(2, 1, 2).groupFactor(0)).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.withFactors(2, 1, 3).groupFactor(0))
                .withMessageContaining("group 0 has 2.0 and 3.0");
    }

    @Test
    void sizesMustAgree() {
        Weights weights = Weights.of(values);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(values, Groups.whole(4)))
                .withMessage("wanted groups for 3 weights, but found 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.withFactors(1, 2))
                .withMessage("wanted penalty factors for 3 weights, but found 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.withValues(new double[1]))
                .withMessage("wanted values for 3 weights, but found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.requireGradient(new double[4]))
                .withMessage("wanted gradient entries for 3 weights, but found 4");
    }

    @Test
    void factorsAreNotNegative() {
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Weights.of(values).withFactors(1, bad, 1))
                    .withMessageContaining("penalty factor")
                    .withMessageContaining(String.valueOf(bad));
        }
    }
}
