package org.ridgeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.penalties.L1;

class TextFormTest {

    @Test
    void holdsNameAndArgumentsInTheirOrder() {
        TextForm form = TextForm.parse("elastic-net(lambda=0.1,alpha=0.5)");
        assertThat(form.name()).isEqualTo("elastic-net");
        assertThat(form.arguments()).containsExactly(entry("lambda", "0.1"), entry("alpha", "0.5"));
    }

    private static Map.Entry<String, String> entry(String name, String value) {
        return Map.entry(name, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l1 | l1",
                "l1() | l1",
                "l1 ( ) | l1",
                "'  l1\t(\n lambda = 1 ) ' | l1(lambda=1)",
                "a(b=c(d=e(f=-1.5E+3)),g=h) | a(b=c(d=e(f=-1.5E+3)),g=h)",
                "a(b=.5,c=5.,d=+1) | a(b=.5,c=5.,d=+1)",
                "x2-3y(a-1=b2) | x2-3y(a-1=b2)",
            })
    void spacesAreReadAndNoneWritten(String text, String written) {
        assertThat(TextForm.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | wanted the name of a regularizer (lower-case letters, digits and single hyphens), but found the end at character 1 of ''",
                "L1 | wanted the name of a regularizer (lower-case letters, digits and single hyphens), but found 'L1' at character 1 of 'L1'",
                "l1- | found 'l1-' at character 1",
                "a--b | found 'a--b' at character 1",
                "1a | found '1a' at character 1",
                "l1(lambda=1 | wanted ',' or ')', but found the end at character 12 of 'l1(lambda=1'",
                "l1(lambda=1)) | wanted the end, but found ')' at character 13",
                "l1 l2 | wanted the end, but found 'l2' at character 4",
                "l1(lambda) | wanted '=' after 'lambda', but found ')' at character 10",
                "l1(lambda=) | wanted the name of a regularizer (lower-case letters, digits and single hyphens), but found ')' at character 11",
                "l1(lambda=1,) | wanted the name of an argument (lower-case letters, digits and single hyphens), but found ')' at character 13",
                "l1(=1) | wanted the name of an argument (lower-case letters, digits and single hyphens), but found '=1)' at character 4",
                "l1(lambda=1.2.3) | wanted a number, but found '1.2.3)' at character 11",
                "l1(lambda=1e) | wanted a number, but found '1e)' at character 11",
                "l1(lambda=-) | wanted a number, but found '-)' at character 11",
                "l1(lambda=1x) | wanted ',' or ')', but found 'x)' at character 12",
                "l1(lambda=1;b=2) | wanted ',' or ')', but found ';b=2)' at character 12",
                "l1(lambda=1,lambda=2) | argument 'lambda' is given twice",
                "l1(lambda=٣) | wanted the name of a regularizer (lower-case letters, digits and single hyphens), but found '٣)' at character 11",
            })
    void anErrorSaysWhatWasWantedWhatWasFoundAndWhere(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextForm.parse(text))
                .withMessageContaining(message);
    }

    @Test
    void longTextsAreShortenedInErrors() {
        String text = "l1(" + "a".repeat(500) + "!";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextForm.parse(text))
                .withMessageContaining("aaa...'")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void nestingHasALimitInsteadOfAStackOverflow() {
        assertThat(TextForm.parse("a(b=".repeat(32) + "c" + ")".repeat(32)).name())
                .isEqualTo("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextForm.parse("a(b=".repeat(100_000)))
                .withMessageContaining("nested 32 deep");
    }

    @Test
    void isBuiltArgumentByArgument() {
        TextForm form = TextForm.of("outer").with("x", 0.5).with("kind", "word").with("base", new L1(2));
        assertThat(form).hasToString("outer(x=0.5,kind=word,base=l1(lambda=2))");
        assertThat(TextForm.of("outer")).hasToString("outer");
    }

    @Test
    void refusesWhatItCouldNotRead() {
        TextForm form = TextForm.of("a");
        assertThatIllegalArgumentException().isThrownBy(() -> TextForm.of("A")).withMessageContaining("'A'");
        assertThatIllegalArgumentException().isThrownBy(() -> form.with("X", 1)).withMessageContaining("'X'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.with("x", "two words"))
                .withMessageContaining("'two words'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.with("x", Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.with("x", Double.NEGATIVE_INFINITY))
                .withMessageContaining("-Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.with("x", 1).with("x", 2))
                .withMessageContaining("'x' is given twice");
    }

    @Test
    void equalityIsThatOfTheText() {
        TextForm form = TextForm.parse("a(b=1,c=2)");
        assertThat(form).isEqualTo(TextForm.parse(" a( b=1, c=2 )")).hasSameHashCodeAs(TextForm.parse("a(b=1,c=2)"));
        assertThat(form).isNotEqualTo(TextForm.parse("a(c=2,b=1)")).isNotEqualTo("a(b=1,c=2)");
    }

    @Test
    void argumentsCannotBeChanged() {
        assertThat(TextForm.parse("a(b=1)").arguments()).isUnmodifiable();
        assertThat(TextForm.parse("a").arguments()).isUnmodifiable();
        assertThat(TextForm.of("a").with("b", 1).arguments()).isUnmodifiable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"l1", "elastic-net", "a1-2b"})
    void names(String text) {
        assertThat(TextForm.isName(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "L1", "1l", "-a", "a-", "a--b", "a_b", "a b", "ä"})
    void noNames(String text) {
        assertThat(TextForm.isName(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.1, 0.1",
        "-2.50, -2.5",
        "1e-4, 0.0001",
        "1e-5, 0.00001",
        "1e-6, 1e-6",
        "123456.789, 123456.789",
        "100000000000000, 100000000000000",
        "1e15, 1e15",
        "1.5e300, 1.5e300",
        "-1.25e-300, -1.25e-300",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "0.30000000000000004, 0.30000000000000004",
        "2e-3, 0.002",
        "2.0E23, 2e23",
        "5.684341886080802E-14, 5.684341886080802e-14",
    })
    void numbersHaveTheFewestDigits(double value, String text) {
        assertThat(TextForm.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomNumbersReadBackAndAreNeverLongerThanOfTheJdk(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < 300; k++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = TextForm.number(value);
                assertThat(Double.parseDouble(text)).isEqualTo(value);
                assertThat(TextForm.parse("a(b=" + text + ")").arguments()).containsEntry("b", text);
                assertThat(digits(text)).isLessThanOrEqualTo(digits(Double.toString(value)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1074, -1022, -500, -100, -44, 0, 53, 89, 500, 1023})
    void powersOfTwoReadBackAndAreNeverLongerThanOfTheJdk(int exponent) {
        double value = Math.scalb(1.0, exponent);
        assertThat(Double.parseDouble(TextForm.number(value))).isEqualTo(value);
        assertThat(digits(TextForm.number(value))).isLessThanOrEqualTo(digits(Double.toString(value)));
    }

    private static int digits(String number) {
        return new BigDecimal(number).stripTrailingZeros().precision();
    }
}
