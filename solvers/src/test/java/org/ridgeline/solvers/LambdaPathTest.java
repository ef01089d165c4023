package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.penalties.L2;

class LambdaPathTest {

    @Test
    void aGridIsGeometricAndEndsAtTheRatio() {
        assertThat(LambdaPath.geometric(3, 0.01).resolve(50, new double[1]))
                .containsExactly(new double[] {50, 5, 0.5}, within(1e-12));
    }

    @Test
    void aGridMayStartAtAGivenLambda() {
        assertThat(LambdaPath.geometric(8, 4, 0.125).resolve(50, new double[1])).containsExactly(8, 4, 2, 1);
    }

    @Test
    void givenLambdasAreSortedAndDoublesDropped() {
        assertThat(LambdaPath.of(1, 3, -0.0, 3, 2, 0).resolve(Double.POSITIVE_INFINITY, new double[1]))
                .containsExactly(3, 2, 1, 0);
    }

    /** The numbers are those of R's glmnet 4.1-6, of {@code alpha=0}; its ridge of the log loss is half of ours. */
    @Test
    void aGridOfRidgesStartsWhereGlmnetsDoes() {
        double[] y = {1, 3, 2, 5, 4, 7, 8, 6};
        Features x = DenseFeatures.ofColumns(
                8, new double[] {1, 2, 3, 4, 5, 6, 7, 8}, new double[] {3, 1, 4, 1, 5, 9, 2, 6});
        Problem squared = Problem.of(x, y, Loss.SQUARED).withStandardization(Standardization.POPULATION);
        double[] labels = Arrays.stream(y).map(v -> v > 3 ? 1 : 0).toArray();
        Problem logistic = Problem.of(x, labels, Loss.LOGISTIC).withStandardization(Standardization.POPULATION);

        PathFit path = Solver.standard().path(squared, L2.of(1), LambdaPath.geometric(5, 0.01));
        assertThat(path.lambda(0)).isCloseTo(2018.5154846829316, withinPercentage(1e-8));
        assertThat(path.lambda(4)).isCloseTo(2018.5154846829316 / 500 / 100, withinPercentage(1e-8));
        assertThat(path.lambdaMax()).isInfinite();
        assertThat(Solver.standard()
                        .path(logistic, L2.of(1), LambdaPath.geometric(2, 0.5))
                        .lambda(0))
                .isCloseTo(409.158544192485 / 2, withinPercentage(1e-8));
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
        assertThatThrownBy(() -> LambdaPath.geometric(0, 10, 0.1)).hasMessageContaining("largest lambda must be");
        assertThatThrownBy(() -> LambdaPath.geometric(1, 1, 0.1)).hasMessageContaining("at least 2 lambdas");
        assertThatThrownBy(() -> LambdaPath.of(1).untilExplained(0)).hasMessageContaining("> 0");
    }

    @Test
    void theLambdasThatDoNotDependOnTheProblemAreKnown() {
        assertThat(LambdaPath.of(1, 3, 2, 3).lambdas()).containsExactly(3.0, 2.0, 1.0);
        assertThat(LambdaPath.geometric(8, 2, 0.125).lambdas()).containsExactly(8.0, 1.0);
        assertThat(LambdaPath.geometric(4, 0.125).lambdas()).isEmpty();
    }
}
