package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AndersonTest {

    /** The slowest of these would need 600 steps to come as close. */
    @Test
    void aLinearIterationIsAlmostSolvedByOneCombination() {
        Anderson anderson = new Anderson();
        double[] x = {1, -2, 3};
        double[] rates = {0.99, -0.5, 0.9};
        double[] fixedPoint = {4, 5, 6};
        while (!anderson.isFull()) {
            anderson.record(x, 3, new double[] {x[0] + 2 * x[1]});
            for (int j = 0; j < 3; j++) {
                x[j] = fixedPoint[j] + rates[j] * (x[j] - fixedPoint[j]);
            }
        }
        double[] point = new double[3];
        double[] image = new double[1];
        assertThat(anderson.extrapolate(point, image)).isTrue();
        assertThat(point).containsExactly(fixedPoint, within(0.01));
        assertThat(image[0]).isCloseTo(point[0] + 2 * point[1], within(1e-9));
    }

    @Test
    void anIterationThatStandsStillGivesNothing() {
        Anderson anderson = new Anderson();
        while (!anderson.isFull()) {
            anderson.record(new double[] {1, 2}, 2, new double[0]);
        }
        double[] point = {7, 7};
        assertThat(anderson.extrapolate(point, new double[0])).isFalse();
        assertThat(point).containsExactly(7, 7);
    }
}
