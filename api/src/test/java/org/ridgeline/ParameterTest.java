package org.ridgeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.penalties.L1;

class ParameterTest {

    private static final Regularizers REGULARIZERS = Regularizers.load();
    private static final Parameter ALPHA = Parameter.number("alpha", Interval.closed(0, 1), "share of l1");
    private static final Parameter EPOCHS = Parameter.whole("epochs", 1, 100, "how many");
    private static final Parameter MODE = Parameter.choice("mode", List.of("fast", "exact"), "how to compute");
    private static final Parameter BASE = Parameter.nested("base", "what moves");

    private static Object read(Parameter parameter, Object argument) {
        return parameter.kind().read(parameter.name(), argument, REGULARIZERS);
    }

    private static void refuses(Parameter parameter, Object argument, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(parameter, argument))
                .withMessageContaining(message);
    }

    @Test
    void aNumberComesAsTextOrNumber() {
        assertThat(read(ALPHA, "0.25")).isEqualTo(0.25);
        assertThat(read(ALPHA, "+2.5e-1")).isEqualTo(0.25);
        assertThat(read(ALPHA, 1)).isEqualTo(1.0);
        assertThat(read(ALPHA, new BigDecimal("0.5"))).isEqualTo(0.5);
        assertThat(read(ALPHA, -0.0)).isEqualTo(0.0);
    }

    @Test
    void aNumberIsWithinItsBounds() {
        refuses(ALPHA, "1.5", "alpha must be a number in [0, 1], but is 1.5");
        refuses(ALPHA, 1.5, "alpha must be a number in [0, 1], but is 1.5");
        refuses(ALPHA, Double.NaN, "but is NaN");
        refuses(ALPHA, "1e999", "but is Infinity");
        refuses(ALPHA, "much", "alpha must be a number in [0, 1], but is 'much'");
        refuses(ALPHA, "0x1p-1", "but is '0x1p-1'");
        refuses(ALPHA, "NaN", "but is 'NaN'");
        refuses(ALPHA, true, "but is 'true'");
    }

    @Test
    void aWholeNumberComesAsTextOrNumber() {
        assertThat(read(EPOCHS, "3")).isEqualTo(3);
        assertThat(read(EPOCHS, "1e2")).isEqualTo(100);
        assertThat(read(EPOCHS, 7L)).isEqualTo(7);
        assertThat(read(EPOCHS, 7.0)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "1.5", "many", "4294967297", "NaN"})
    void aWholeNumberIsWholeAndWithinItsBounds(String text) {
        refuses(EPOCHS, text, "epochs must be a whole number from 1 to 100, but is '" + text + "'");
    }

    @Test
    void aChoiceIsOneOfItsWords() {
        assertThat(read(MODE, "exact")).isEqualTo("exact");
        refuses(MODE, "slow", "mode must be one of fast, exact, but is 'slow'");
        refuses(MODE, 1, "but is '1'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameter.choice("mode", List.of("Fast"), "how"))
                .withMessageContaining("'Fast'");
    }

    @Test
    void aNestedRegularizerComesAsTextOrItself() {
        L1 l1 = new L1(0.5);
        assertThat(read(BASE, l1)).isSameAs(l1);
        assertThat(read(BASE, "l1(lambda=0.5)")).isEqualTo(l1);
        refuses(BASE, "0.5", "base must be a regularizer such as l1(lambda=0.1), but is '0.5'");
        refuses(BASE, 0.5, "base must be a regularizer");
        refuses(BASE, "l3", "base: there is no regularizer 'l3'; there are adaptive, ");
        refuses(BASE, "l1(", "base: wanted the name of an argument");
    }

    @Test
    void aDefaultIsOfTheSameKind() {
        assertThat(ALPHA.defaultValue()).isEmpty();
        assertThat(ALPHA.orElse(0.5).defaultValue()).contains(0.5);
        assertThat(BASE.orElse("l1(lambda=1)").defaultValue()).contains("l1(lambda=1)");
        assertThatIllegalArgumentException().isThrownBy(() -> ALPHA.orElse(2)).withMessageContaining("[0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODE.orElse("slow"))
                .withMessageContaining("fast, exact");
    }

    @Test
    void helpShowsDefaultKindAndMeaning() {
        assertThat(ALPHA).hasToString("alpha (required): a number in [0, 1]; share of l1");
        assertThat(ALPHA.orElse(0.5)).hasToString("alpha=0.5: a number in [0, 1]; share of l1");
        assertThat(ALPHA.orElse(1)).hasToString("alpha=1: a number in [0, 1]; share of l1");
        assertThat(EPOCHS.orElse(3)).hasToString("epochs=3: a whole number from 1 to 100; how many");
        assertThat(MODE.orElse("fast")).hasToString("mode=fast: one of fast, exact; how to compute");
        assertThat(BASE.orElse("l1")).hasToString("base=l1: a regularizer such as l1(lambda=0.1); what moves");
    }

    @Test
    void constructorsInCodeCheckTheSameBounds() {
        assertThat(ALPHA.require(0.5)).isEqualTo(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALPHA.require(2))
                .withMessage("alpha must be a number in [0, 1], but is 2.0");
        assertThatIllegalStateException()
                .isThrownBy(() -> MODE.require(2))
                .withMessageContaining("'mode' is not a number but one of fast, exact");
    }

    @Test
    void theNameCanStandInATextForm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameter.nested("Base", "what moves"))
                .withMessageContaining("'Base'");
    }
}
