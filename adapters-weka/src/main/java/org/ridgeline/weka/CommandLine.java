package org.ridgeline.weka;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizers;
import org.ridgeline.TextForm;
import weka.core.Option;
import weka.core.Utils;

/**
 * Takes options off a Weka command line. What is malformed is an exception that says what was wanted and what was found,
 * as Weka's own reading by annotation would train with defaults.
 */
public final class CommandLine {

    /** As much as fits into a line of help. */
    private static final Pattern WRAPPED = Pattern.compile("(\\S.{0,70})(?:\\s+|$)");

    private static final Regularizers NONE = Regularizers.of(List.of());

    private final String[] options;

    /**
     * Reads these options.
     *
     * @param options changed in place, as Weka does: what has been taken becomes empty
     */
    public CommandLine(String[] options) {
        this.options = options;
    }

    /**
     * Takes an option.
     *
     * @param flag its name without hyphen
     * @return the value, or null if the option is not given
     * @throws IllegalArgumentException if no value follows
     */
    public @Nullable String text(String flag) {
        int position = Utils.getOptionPos(flag, options);
        if (position < 0) {
            return null;
        }
        if (position + 1 == options.length) {
            throw new IllegalArgumentException("-" + flag + " needs a value, but it is the last of the options");
        }
        String value = options[position + 1];
        options[position] = "";
        options[position + 1] = "";
        return value;
    }

    /**
     * Takes an option that has no value.
     *
     * @param flag its name without hyphen
     * @return whether it was there
     */
    public boolean flag(String flag) {
        int position = Utils.getOptionPos(flag, options);
        if (position >= 0) {
            options[position] = "";
        }
        return position >= 0;
    }

    /**
     * Reads the value of an option that is a number.
     *
     * @param flag its name without hyphen
     * @param text the value
     * @param kind what numbers are allowed
     * @return the number
     * @throws IllegalArgumentException if the value is not one of the kind
     */
    public static double number(String flag, String text, Parameter.Real kind) {
        return (double) kind.read("-" + flag, text.strip(), NONE);
    }

    /**
     * Reads the value of an option that is a whole number.
     *
     * @param flag its name without hyphen
     * @param text the value
     * @param kind what numbers are allowed
     * @return the number
     * @throws IllegalArgumentException if the value is not one of the kind
     */
    public static int whole(String flag, String text, Parameter.Whole kind) {
        return (int) kind.read("-" + flag, text.strip(), NONE);
    }

    /**
     * Checks that every option has been taken, but for those that somebody else takes.
     *
     * @param own what there is to choose from
     * @param others what somebody else takes
     * @throws IllegalArgumentException if something else is left
     */
    public void requireEmpty(List<Option> own, List<Option> others) {
        Map<String, Option> left = new TreeMap<>();
        others.forEach(option -> left.put(flag(option), option));
        for (int i = 0; i < options.length; i++) {
            if (options[i].isEmpty()) {
                continue;
            }
            Option other = left.remove(options[i]);
            if (other == null) {
                throw new IllegalArgumentException("unknown or repeated option '" + options[i] + "'; there are "
                        + Stream.concat(own.stream(), others.stream())
                                .map(CommandLine::flag)
                                .distinct()
                                .collect(Collectors.joining(", ")));
            }
            i += other.numArguments();
        }
    }

    /** Weka gives some of its names with a hyphen. */
    private static String flag(Option option) {
        return option.name().startsWith("-") ? option.name() : "-" + option.name();
    }

    /**
     * Checks a value that was set without a command line.
     *
     * @param name what it is, for the message
     * @param kind what is allowed
     * @param value what was set
     * @throws IllegalArgumentException if the value is not one of the kind
     */
    public static void require(String name, Parameter.Kind kind, Object value) {
        kind.read(name, value, NONE);
    }

    /**
     * Describes an option for help.
     *
     * @param flag its name without hyphen
     * @param value what stands for the value, such as {@code <number>}; empty for an option without one
     * @param description what it does
     * @return a description in Weka's form
     */
    public static Option option(String flag, String value, String description) {
        return new Option(
                WRAPPED.matcher(description).replaceAll("\t$1\n").stripTrailing(),
                flag,
                value.isEmpty() ? 0 : 1,
                ("-" + flag + " " + value).stripTrailing());
    }

    /**
     * A number as an option.
     *
     * @param value any number
     * @return the fewest digits that read back as the same number
     */
    public static String number(double value) {
        return Double.isFinite(value) ? TextForm.number(value) : Double.toString(value);
    }
}
