package org.ridgeline.penalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** The sparse group lasso between its two ends, and its dual against what defines it. */
class SparseGroupL2Test {

    private static final Groups GROUPS = Groups.labelled(0, 1, 0, 1, 1, -1, 2);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    private static double[] random(long seed, double size) {
        return new SplittableRandom(seed).doubles(7, -size, size).toArray();
    }

    /** The results of a penalty one after the other. */
    private static double[] results(Regularizer penalty, Weights weights) {
        double[] gradient = new double[weights.size()];
        double[] u = weights.values().clone();
        penalty.addGradient(weights, 1.5, gradient);
        penalty.prox(weights.withValues(u), 0.3);
        double[] all = Arrays.copyOf(u, 2 * u.length + 1);
        System.arraycopy(gradient, 0, all, u.length, u.length);
        all[2 * u.length] = penalty.penalty(weights);
        return all;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itsEndsAreTheLassoAndTheGroupLassoToTheLastBit(long seed) {
        Weights weights = Weights.of(random(seed, 2), GROUPS).withFactors(1, 2, 1, 2, 2, 0.5, 0);
        assertThat(results(SparseGroupL2.of(0.7, 1), weights)).isEqualTo(results(L1.of(0.7), weights));
        assertThat(results(SparseGroupL2.of(0.7, 0), weights)).isEqualTo(results(GroupL2.of(0.7), weights));
        Weights dual = Weights.of(random(seed, 2), Groups.labelled(0, 1, 0, 1, 1, 2, 2));
        assertThat(SparseGroupL2.of(0.7, 1).dualScale(dual))
                .isEqualTo(L1.of(0.7).dualScale(dual));
        assertThat(SparseGroupL2.of(0.7, 0).dualScale(dual))
                .isEqualTo(GroupL2.of(0.7).dualScale(dual));
    }

    /** sup ⟨u, w⟩ − R(w) is 0 or +∞, and along w = S(u, αλ) it is +∞ wherever it is so at all. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theDualScaleIsWhereTheSupremumBecomesInfinite(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SparseGroupL2 penalty = SparseGroupL2.of(Math.pow(10, random.nextDouble(-2, 0)), random.nextDouble());
        Groups groups = Groups.whole(7);
        double[] u = random(seed, Math.pow(10, random.nextDouble(-1, 3)));
        double low = 0;
        double high = 1;
        for (int k = 0; k < 60; k++) {
            double middle = (low + high) / 2;
            double[] w = Arrays.stream(u).map(x -> middle * x).toArray();
            L1.of(penalty.alpha() * penalty.lambda()).prox(Weights.of(w), 1);
            double product = 0;
            for (int i = 0; i < w.length; i++) {
                product += middle * u[i] * w[i];
            }
            if (product > penalty.penalty(Weights.of(w, groups))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double scale = penalty.dualScale(Weights.of(u, groups));
        assertThat(scale).isCloseTo(high, within(1e-10 * high));
        double[] inside = Arrays.stream(u).map(x -> scale * x).toArray();
        assertThat(penalty.conjugate(Weights.of(inside, groups))).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theDualScaleIsRightToTheLastDigits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int exponent : new int[] {-900, -400, 0, 400, 900}) {
            double unit = Math.scalb(1.0, exponent);
            double alpha = Math.pow(10, -random.nextInt(16)) * random.nextDouble();
            alpha = random.nextBoolean() ? alpha : 1 - alpha;
            SparseGroupL2 penalty = SparseGroupL2.of(unit, alpha);
            double[] u = Arrays.stream(random(seed, 9)).map(x -> unit * x).toArray();
            double scale = penalty.dualScale(Weights.of(u, GROUPS));
            assertThat(scale).isBetween(0.0, 1.0);
            double[] inside = Arrays.stream(u).map(x -> scale * x).toArray();
            assertThat(penalty.conjugate(Weights.of(inside, GROUPS))).isZero();
            if (scale < 1) {
                double[] outside =
                        Arrays.stream(inside).map(x -> x * (1 + 1e-13)).toArray();
                assertThat(penalty.conjugate(Weights.of(outside, GROUPS))).isInfinite();
            }
        }
    }

    @Test
    void theDualScaleOfWhatIsNotFinite() {
        SparseGroupL2 penalty = SparseGroupL2.of(1, 0.5);
        Groups whole = Groups.whole(2);
        assertThat(penalty.dualScale(Weights.of(new double[] {1, Double.POSITIVE_INFINITY}, whole)))
                .isZero();
        assertThat(penalty.dualScale(Weights.of(new double[] {1, Double.NaN}, whole)))
                .isNaN();
        assertThat(penalty.withLambda(0).dualScale(Weights.of(new double[] {1, 0}, whole)))
                .isZero();
        assertThat(penalty.withLambda(0).dualScale(Weights.of(new double[] {0, 0}, whole)))
                .isOne();
        assertThat(penalty.dualScale(Weights.of(new double[] {1, -8}, Groups.labelled(-1, -1))))
                .isCloseTo(0.5 / 8, within(1e-15));
    }

    @Test
    void weightsInNoGroupHaveTheSinglePartAlone() {
        double[] w = {3, -4, 2};
        Weights weights = Weights.of(w, Groups.labelled(0, 0, -1));
        SparseGroupL2 penalty = SparseGroupL2.of(2, 0.25);
        assertThat(penalty.penalty(weights)).isCloseTo(0.5 * 9 + 1.5 * Math.sqrt(2) * 5, within(1e-14));
        penalty.prox(weights, 1);
        double kept = 1 - 1.5 * Math.sqrt(2) / Math.hypot(2.5, 3.5);
        assertThat(w).containsExactly(new double[] {2.5 * kept, -3.5 * kept, 1.5}, within(1e-15));
    }

    @Test
    void differentFactorsAreRefusedBeforeAnythingMoves() {
        double[] w = {3, 4, 5};
        Weights weights = Weights.of(w, Groups.labelled(0, 1, 1)).withFactors(1, 1, 2);
        assertThatThrownBy(() -> SparseGroupL2.of(1, 1).prox(weights, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("group 1 has 1.0 and 2.0");
        assertThat(w).containsExactly(3, 4, 5);
    }
}
