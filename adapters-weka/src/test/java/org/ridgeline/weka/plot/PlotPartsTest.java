package org.ridgeline.weka.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pictures are put together from. */
class PlotPartsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void labelsAreApartInOrderWithinBoundsAndNoNearerPlaceIsFound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] wanted = random.doubles(12, 0, 100)
                .map(y -> seed % 2 == 0 ? y * y / 100 : y)
                .sorted()
                .toArray();
        double gap = seed < 5 ? 5 : 9.05;
        double[] places = Spread.apart(wanted, gap, 0, 100);
        for (int i = 1; i < places.length; i++) {
            assertThat(places[i] - places[i - 1]).isGreaterThanOrEqualTo(gap - 1e-9);
        }
        assertThat(places[0]).isGreaterThanOrEqualTo(0);
        assertThat(places[11]).isLessThanOrEqualTo(100 + 1e-9);
        double best = distance(wanted, places);
        for (int trial = 0; trial < 20_000; trial++) {
            double[] other = places.clone();
            int from = random.nextInt(12);
            int to = random.nextInt(from, 12);
            double shift = random.nextDouble(-3, 3) * random.nextDouble();
            for (int i = from; i <= to; i++) {
                other[i] += shift;
            }
            boolean allowed = other[0] >= 0 && other[11] <= 100;
            for (int i = 1; i < other.length; i++) {
                allowed &= other[i] - other[i - 1] >= gap;
            }
            if (allowed) {
                assertThat(distance(wanted, other)).isGreaterThanOrEqualTo(best - 1e-9);
            }
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    @Test
    void labelsThatHaveRoomStayWhereTheyAre() {
        double[] wanted = {3, 20, 40};
        assertThat(Spread.apart(wanted, 10, 0, 100)).containsExactly(wanted);
        assertThat(Spread.apart(new double[] {50, 50, 50}, 10, 0, 100)).containsExactly(40, 50, 60);
        assertThat(Spread.apart(new double[0], 10, 0, 100)).isEmpty();
    }

    @Test
    void anAxisHasRoundTicks() {
        Axis axis = Axis.around(-3, 7, 6, 100, 200);
        assertThat(axis.ticks()).containsExactly(-2, 0, 2, 4, 6);
        assertThat(axis.at(-3.4)).isCloseTo(100, within(1e-9));
        assertThat(axis.at(7.4)).isCloseTo(200, within(1e-9));
        assertThat(axis.at(2)).isCloseTo(150, within(1e-9));
        assertThat(axis.label(0)).isEqualTo("0");
        assertThat(axis.label(-2)).isEqualTo("-2");
    }

    @ParameterizedTest
    @CsvSource({"0,0.013", "0,0", "5,5", "-1e-9,3e-9", "0,4e12", "1e12,1.0001e12", "-200000,300000"})
    void everyRangeHasTicksOfDifferentLabels(double lowest, double highest) {
        Axis axis = Axis.around(lowest, highest, 6, 0, 100);
        assertThat(axis.ticks()).hasSizeBetween(2, 8).isSorted();
        List<String> labels = Arrays.stream(axis.ticks()).mapToObj(axis::label).toList();
        assertThat(labels).doesNotHaveDuplicates().allMatch(label -> label.length() <= 11);
        for (int i = 0; i < labels.size(); i++) {
            assertThat(Double.parseDouble(labels.get(i))).isCloseTo(axis.ticks()[i], within(axis.tick() / 50));
        }
    }

    @Test
    void lambdasGoDownOnALogScaleWithZeroAtTheEnd() {
        LambdaAxis axis = new LambdaAxis(new double[] {100, 10, 1}, 0, 200);
        assertThat(axis.at(100)).isZero();
        assertThat(axis.at(10)).isCloseTo(100, within(1e-9));
        assertThat(axis.at(1)).isCloseTo(200, within(1e-9));
        assertThat(axis.ticks()).containsExactly(100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0);
        LambdaAxis zero = new LambdaAxis(new double[] {100, 1, 0}, 0, 200);
        assertThat(zero.at(0)).isEqualTo(200);
        assertThat(zero.at(1)).isBetween(150.0, 190.0);
        assertThat(zero.ticks()).endsWith(1.0, 0.0);
    }

    @ParameterizedTest
    @CsvSource({"1e-300,1e300", "3,3", "0.9,1.1", "1.01,1.02", "1e-9,1", "4e-5,0.3"})
    void everyPathHasSomeTicksInsideTheFrame(double low, double high) {
        LambdaAxis axis = new LambdaAxis(new double[] {high, low}, 80, 800);
        assertThat(axis.ticks())
                .hasSizeBetween(1, 15)
                .allSatisfy(tick -> assertThat(axis.at(tick)).isBetween(80.0 - 1e-9, 800.0 + 1e-9));
        List<Double> places = axis.ticks().stream().map(axis::at).toList();
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1)).isGreaterThan(15);
        }
    }

    @Test
    void aPathOfNothingButZeroHasAnAxisToo() {
        LambdaAxis axis = new LambdaAxis(new double[] {0}, 80, 800);
        assertThat(axis.at(0)).isEqualTo(800);
        assertThat(axis.ticks()).contains(0.0);
        assertThat(axis.apart(30)).containsExactly(0);
    }

    @Test
    void numbersAboveThePictureHaveRoom() {
        double[] lambdas = new double[100];
        Arrays.setAll(lambdas, k -> Math.pow(0.93, k));
        LambdaAxis axis = new LambdaAxis(lambdas, 80, 800);
        List<Integer> chosen = axis.apart(38);
        assertThat(chosen).startsWith(0).endsWith(99).hasSizeGreaterThan(10);
        for (int i = 1; i < chosen.size(); i++) {
            assertThat(axis.at(lambdas[chosen.get(i)]) - axis.at(lambdas[chosen.get(i - 1)]))
                    .isGreaterThanOrEqualTo(38);
        }
    }

    @Test
    void aLongNameIsCutToItsRoom() {
        assertThat(Lettering.cut("short", 100)).isEqualTo("short");
        String cut = Lettering.cut("a very long name of a feature", 100);
        assertThat(cut).startsWith("a very long").endsWith("…");
        assertThat(Lettering.width(cut)).isBetween(85.0, 100.0);
        assertThat(Lettering.width("特徴")).isGreaterThan(Lettering.width("ab"));
        // Not in the middle of a character of two chars.
        assertThat(Lettering.cut("😀😀😀😀😀😀😀😀", 50)).matches("😀+…");
    }

    @Test
    void whatIsWrittenIntoAPictureIsEscaped() {
        String svg = new Svg(10.5, 20, "a \"b\" & <c>")
                .text(1, 2.345, "<script>", "class", "x\"y")
                .addTitled("1 < 2", "circle", "r", 3)
                .add("line", "x1", -0.001)
                .inline();
        assertThat(svg)
                .isEqualTo("<svg viewBox=\"0 0 10.5 20\" role=\"img\" aria-label=\"a &quot;b&quot; &amp; &lt;c&gt;\">\n"
                        + "<text x=\"1\" y=\"2.35\" class=\"x&quot;y\">&lt;script&gt;</text>\n"
                        + "<circle r=\"3\"><title>1 &lt; 2</title></circle>\n"
                        + "<line x1=\"0\"/>\n</svg>\n");
        assertThat(Svg.escape("a\u0001b\uFFFE😀")).isEqualTo("a?b?😀");
    }

    @Test
    void csvQuotesNamesAndKeepsAllDigits() {
        Csv csv = new Csv().line("a", "b,c", "d\"e", "f\ng").line(0.1 + 0.2, 1e-9, Double.NaN, 3);
        assertThat(csv).hasToString("a,\"b,c\",\"d\"\"e\",\"f\ng\"\n0.30000000000000004,1e-9,NaN,3\n");
    }

    @Test
    void forPeopleFourDigitsAreEnough() {
        assertThat(Choices.rounded(12.802635)).isEqualTo("12.8");
        assertThat(Choices.rounded(0.00154893)).isEqualTo("0.001549");
        assertThat(Choices.rounded(0)).isEqualTo("0");
        assertThat(Choices.rounded(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
    }
}
