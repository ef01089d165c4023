package org.ridgeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 129, 1000, 100_003})
    void pairwiseSumsAreRightToAFewRoundings(int count) {
        double[] terms = new SplittableRandom(count)
                .doubles(count, 0, 1)
                .map(x -> x * x * x)
                .toArray();
        BigDecimal exact = Arrays.stream(terms).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        double found = Sums.pairwise(count, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += terms[i];
            }
            return sum;
        });
        assertThat(found).isCloseTo(exact.doubleValue(), within(5e-15 * exact.doubleValue()));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 5", "-150, 40", "160, 10", "-320, 3", "306, 2", "-161, 300", "150, 300"})
    void normsAreThoseOfExactArithmetic(int exponent, int count) {
        SplittableRandom random = new SplittableRandom(count);
        double[] v = random.doubles(count, -1, 1)
                .map(x -> x * Math.pow(10, exponent))
                .toArray();
        BigDecimal squares = Arrays.stream(v)
                .mapToObj(BigDecimal::new)
                .map(x -> x.multiply(x))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        double exact = squares.sqrt(new MathContext(30)).doubleValue();
        assertThat(Sums.norm2(v)).isCloseTo(exact, within(2e-15 * exact + Double.MIN_VALUE));
    }

    @Test
    void normsNeitherOverflowNorUnderflow() {
        assertThat(Sums.norm2(new double[] {3e200, 4e200})).isCloseTo(5e200, within(1e185));
        assertThat(Sums.norm2(new double[] {3e-170, 4e-170})).isCloseTo(5e-170, within(1e-185));
        assertThat(Sums.norm2(new double[] {Double.MIN_VALUE, 0})).isEqualTo(Double.MIN_VALUE);
        assertThat(Sums.norm2(new double[] {Double.MAX_VALUE, 0})).isEqualTo(Double.MAX_VALUE);
        assertThat(Sums.norm2(new double[] {Double.MAX_VALUE, Double.MAX_VALUE}))
                .isInfinite();
    }

    @Test
    void normsOfNothingAndOfZerosAreZero() {
        assertThat(Sums.norm2(new double[0])).isZero();
        assertThat(Sums.norm2(new double[] {0, -0.0})).isZero();
    }

    @Test
    void nanWinsOverInfinityAndInfinityOverNumbers() {
        assertThat(Sums.norm2(new double[] {1, Double.NEGATIVE_INFINITY})).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Sums.norm2(new double[] {Double.POSITIVE_INFINITY, Double.NaN}))
                .isNaN();
        assertThat(Sums.norm2(new double[] {Double.NaN, Double.POSITIVE_INFINITY}))
                .isNaN();
    }

    @Test
    void theNormOfAGroupIsThatOfItsMembers() {
        Groups groups = Groups.labelled(1, 0, 1, -1, 0);
        double[] v = {3, 5, 4, 100, 12};
        assertThat(Sums.norm2(v, groups, 1)).isEqualTo(5);
        assertThat(Sums.norm2(v, groups, 0)).isEqualTo(13);
    }
}
