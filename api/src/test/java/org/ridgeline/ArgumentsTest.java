package org.ridgeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

class ArgumentsTest {

    private static final Regularizers REGULARIZERS = Regularizers.load();

    private final RegularizerProvider provider = new TestProvider(
            "test",
            Parameter.number("x", Interval.atLeast(0), "a number"),
            Parameter.whole("n", 1, 9, "a count").orElse(3),
            Parameter.choice("mode", List.of("fast", "exact"), "a word").orElse("fast"),
            Parameter.nested("base", "a penalty").orElse("l1(lambda=2)"));

    private Arguments of(Map<String, ?> given) {
        return Arguments.of(provider, given, REGULARIZERS);
    }

    @Test
    void defaultsFillWhatIsNotGiven() {
        Arguments arguments = of(Map.of("x", "0.5"));
        assertThat(arguments.number("x")).isEqualTo(0.5);
        assertThat(arguments.whole("n")).isEqualTo(3);
        assertThat(arguments.choice("mode")).isEqualTo("fast");
        assertThat(arguments.regularizer("base")).isEqualTo(new L1(2));
    }

    @Test
    void whatIsGivenGoesBeforeDefaults() {
        Arguments arguments = of(Map.of("x", 1, "n", 5, "mode", "exact", "base", new L2(1)));
        assertThat(arguments.number("x")).isEqualTo(1);
        assertThat(arguments.whole("n")).isEqualTo(5);
        assertThat(arguments.choice("mode")).isEqualTo("exact");
        assertThat(arguments.regularizer("base")).isEqualTo(new L2(1));
    }

    @Test
    void aMissingArgumentIsNamedWithWhatIsWanted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of()))
                .withMessage("test needs the argument 'x': a number >= 0");
    }

    @Test
    void anUnknownArgumentIsNamedWithTheChoice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of("x", 1, "y", 2)))
                .withMessage("test has no argument 'y'; it takes x, n, mode, base");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.of(new TestProvider("bare"), Map.of("y", 2), REGULARIZERS))
                .withMessage("bare has no argument 'y'; it takes none");
    }

    @Test
    void aBadArgumentIsNamedWithItsProvider() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of("x", -1)))
                .withMessage("test: x must be a number >= 0, but is -1.0");
    }

    @Test
    void aProviderThatAsksForWhatItDoesNotDeclareIsTold() {
        Arguments arguments = of(Map.of("x", 1));
        assertThatIllegalStateException()
                .isThrownBy(() -> arguments.number("z"))
                .withMessageContaining("'z'")
                .withMessageContaining("[x, n, mode, base]");
        assertThatIllegalStateException().isThrownBy(() -> arguments.whole("x")).withMessageContaining("Integer 'x'");
    }
}
