package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.penalties.L1;

class LambdaPathTest {

    @Test
    void aGridIsGeometricAndEndsAtTheRatio() {
        assertThat(LambdaPath.geometric(3, 0.01).resolve(50, L1.of(1)))
                .containsExactly(new double[] {50, 5, 0.5}, within(1e-12));
    }

    @Test
    void givenLambdasAreSortedAndDoublesDropped() {
        assertThat(LambdaPath.of(1, 3, -0.0, 3, 2, 0).resolve(Double.POSITIVE_INFINITY, L1.of(1)))
                .containsExactly(3, 2, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoStrengthIsRefused(double lambda) {
        assertThatThrownBy(() -> LambdaPath.of(1, lambda))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lambda must be a number >= 0");
    }

    @Test
    void whatIsNoPathIsRefused() {
        assertThatThrownBy(LambdaPath::of).hasMessageContaining("at least one lambda");
        assertThatThrownBy(() -> LambdaPath.geometric(1, 0.1)).hasMessageContaining("at least 2 lambdas");
        assertThatThrownBy(() -> LambdaPath.geometric(10, 1)).hasMessageContaining("in (0, 1)");
        assertThatThrownBy(() -> LambdaPath.of(1).untilExplained(0)).hasMessageContaining("> 0");
    }
}
