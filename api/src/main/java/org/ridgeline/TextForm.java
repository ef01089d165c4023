package org.ridgeline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text form of a regularizer, such as {@code elastic-net(lambda=0.1,alpha=0.5)}: a name and arguments by name. An
 * argument is a number, a word, or the text form of another regularizer. Spaces are allowed when read, none are written.
 *
 * <pre>
 * form     = name [ "(" [ argument { "," argument } ] ")" ]
 * argument = name "=" ( number | form )
 * name     = letter { letter | digit } { "-" letters-or-digits }     lower case
 * number   = [ sign ] ( digits [ "." [ digits ] ] | "." digits ) [ ( "e" | "E" ) [ sign ] digits ]
 * </pre>
 */
public final class TextForm {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private final String name;
    private final Map<String, String> arguments;

    private TextForm(String name, Map<String, String> arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    /**
     * A form without arguments yet.
     *
     * @param name the name of a regularizer
     * @return the form
     * @throws IllegalArgumentException if the name is not one
     */
    public static TextForm of(String name) {
        requireName("a regularizer", name);
        return new TextForm(name, Map.of());
    }

    /**
     * This form with one more argument, a number.
     *
     * @param argument the name of a parameter
     * @param value a finite number
     * @return a new form
     */
    public TextForm with(String argument, double value) {
        return withText(argument, number(value));
    }

    /**
     * This form with one more argument, one of a choice of words.
     *
     * @param argument the name of a parameter
     * @param word a word, which follows the rules of names
     * @return a new form
     */
    public TextForm with(String argument, String word) {
        requireName("a word", word);
        return withText(argument, word);
    }

    /**
     * This form with one more argument, another regularizer.
     *
     * @param argument the name of a parameter
     * @param nested a regularizer, of which the text form is taken
     * @return a new form
     */
    public TextForm with(String argument, Regularizer nested) {
        return withText(argument, parse(nested.toString()).toString());
    }

    TextForm withText(String argument, String text) {
        requireName("an argument", argument);
        Map<String, String> more = new LinkedHashMap<>(arguments);
        if (more.put(argument, text) != null) {
            throw new IllegalArgumentException("argument '" + argument + "' is given twice");
        }
        return new TextForm(name, Collections.unmodifiableMap(more));
    }

    /**
     * Reads a text form. Whether there is such a regularizer, and what its arguments mean, is for {@link Regularizers}.
     *
     * @param text the text
     * @return its name and arguments
     * @throws IllegalArgumentException if the text does not follow the grammar: what was wanted, what was found, and where
     */
    public static TextForm parse(String text) {
        return new TextFormReader(text).readAll();
    }

    /** {@return the name of the regularizer} */
    public String name() {
        return name;
    }

    /** {@return the arguments as they are written, in their order; not modifiable} */
    public Map<String, String> arguments() {
        return arguments;
    }

    /**
     * Whether a text can be the name of a regularizer, an argument or a choice.
     *
     * @param text any text
     * @return whether it follows the grammar of names
     */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a text is a number of the grammar; {@link Double#parseDouble} reads it. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /**
     * The fewest digits that read back as the same double, on every JDK alike: {@code 0.1}, {@code 1}, {@code 1e-9}.
     *
     * @param value a finite number
     * @return its text
     * @throws IllegalArgumentException if the number is infinite or NaN, which no text form holds
     */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a text form holds finite numbers only, but this is " + value);
        }
        BigDecimal shortest = shortest(new BigDecimal(value), value).stripTrailingZeros();
        int magnitude = shortest.precision() - shortest.scale();
        if (magnitude > -5 && magnitude <= 15) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        return (shortest.signum() < 0 ? "-" : "") + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e" + (magnitude - 1);
    }

    private static BigDecimal shortest(BigDecimal exact, double value) {
        for (int digits = 1; digits < 17; digits++) {
            // At a power of two the numbers that read back reach further up than down, beyond the nearest one.
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP}) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.doubleValue() == value) {
                    return rounded;
                }
            }
        }
        return exact.round(new MathContext(17));
    }

    static void requireName(String what, String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException("the name of " + what
                    + " is lower-case letters, digits and single hyphens, but found '" + text + "'");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextForm that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, arguments);
    }

    /** The text, without spaces. */
    @Override
    public String toString() {
        if (arguments.isEmpty()) {
            return name;
        }
        return arguments.entrySet().stream()
                .map(argument -> argument.getKey() + "=" + argument.getValue())
                .collect(Collectors.joining(",", name + "(", ")"));
    }
}
