package org.ridgeline.weka.sgd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.Mcp;
import org.ridgeline.penalties.Scad;

class TangentsTest {

    private static final double LAMBDA = 0.3;

    private static Tangents make() {
        return Objects.requireNonNull(Tangents.of(Mcp.of(LAMBDA, 3), 1));
    }

    @Test
    void slopesAreThoseOfThePenalty() {
        Tangents.Slope mcp = new Tangents.Slope(Mcp.of(LAMBDA, 3));
        assertThat(mcp.at(0)).isCloseTo(LAMBDA, within(1e-8));
        assertThat(mcp.at(-0.45)).isCloseTo(LAMBDA / 2, within(1e-15));
        assertThat(mcp.at(1)).isZero();
        Tangents.Slope scad = new Tangents.Slope(Scad.of(LAMBDA, 4));
        assertThat(scad.at(-0.2)).isEqualTo(LAMBDA);
        assertThat(scad.at(0.9)).isCloseTo(0.1, within(1e-15));
        assertThat(Tangents.of(L1.of(1), 1)).as("a convex penalty needs none").isNull();
    }

    /** A weight is not learnt in every row; until it is, its slope stays. */
    @Test
    void theMeanIsThatOfAllRows() {
        Tangents tangents = make();
        SplittableRandom random = new SplittableRandom(1);
        double time = 0;
        double sum = 0;
        double slope = LAMBDA;
        assertThat(tangents.mean(0, 0)).isCloseTo(LAMBDA, within(1e-8));
        for (int i = 0; i < 500; i++) {
            if (random.nextInt(3) == 0) {
                slope = random.nextInt(4) == 0 ? 0 : random.nextDouble(LAMBDA);
                tangents.learn(0, time, slope);
            }
            double weight = random.nextDouble(0.1, 3);
            time += weight;
            sum += weight * slope;
            assertThat(tangents.mean(0, time)).isCloseTo(sum / time, within(1e-8));
        }
    }

    @Test
    void noStepIsNegative() {
        Tangents tangents = make();
        double slope = 0;
        for (double time = 0.1; time < 1000; time *= 1.1) {
            tangents.learn(0, time, slope);
            slope = slope == 0 ? LAMBDA : 0;
            assertThat(tangents.mean(0, time)).isNotNegative();
        }
    }

    @Test
    void sumsOfPartsAddUp() {
        Tangents one = make();
        Tangents other = make();
        one.learn(0, 0, 0.1);
        one.learn(0, 5, 0.3);
        other.learn(0, 0, 0.2);
        double before = one.mean(0, 8) * 8 + other.mean(0, 4) * 4;
        one.add(8, other, 4);

        assertThat(one.mean(0, 12) * 12).isCloseTo(before, within(1e-12)).isCloseTo(2.2, within(1e-12));
        assertThat(one.mean(0, 15) * 15).as("with the mean slope further on").isCloseTo(3, within(1e-12));
    }
}
