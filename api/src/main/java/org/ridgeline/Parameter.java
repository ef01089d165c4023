package org.ridgeline;

import java.util.List;
import java.util.Optional;

/**
 * One parameter of a regularizer: its name, what values it takes, a default, and a sentence of meaning. Hosts build
 * dialogs, options and help from it.
 *
 * @param name the name in the text form
 * @param kind what values it takes
 * @param meaning one sentence
 * @param defaultValue used where no argument is given; empty if an argument must be given
 */
public record Parameter(String name, Kind kind, String meaning, Optional<Object> defaultValue) {

    /** The strength λ, as the built-in penalties take it: a number ≥ 0, default 1. */
    public static final Parameter LAMBDA =
            number("lambda", Interval.atLeast(0), "strength of the penalty").orElse(1.0);

    /** What values a parameter takes. Further kinds may come, so a host treats an unknown kind as text. */
    public sealed interface Kind {
        /**
         * The value of an argument.
         *
         * @param name the name of the parameter, for messages
         * @param argument what was given: text, or the value itself
         * @param regularizers to make nested regularizers
         * @return the value
         * @throws IllegalArgumentException if the argument is not of this kind; the message says what is wanted
         */
        Object read(String name, Object argument, Regularizers regularizers);

        /** {@return what is wanted, for messages and help: {@code a number in [0, 1]}} */
        String wanted();
    }

    /**
     * A finite number within bounds; the value is a {@link Double}.
     *
     * @param interval the bounds
     */
    public record Real(Interval interval) implements Kind {
        @Override
        public Object read(String name, Object argument, Regularizers regularizers) {
            if (argument instanceof Number number) {
                return interval.require(name, number.doubleValue());
            }
            if (argument instanceof String text && TextForm.isNumber(text)) {
                return interval.require(name, Double.parseDouble(text));
            }
            throw unwanted(name, argument, this);
        }

        @Override
        public String wanted() {
            return "a number " + interval;
        }
    }

    /**
     * A whole number within bounds; the value is an {@link Integer}.
     *
     * @param min the smallest
     * @param max the largest
     */
    public record Whole(int min, int max) implements Kind {
        @Override
        public Object read(String name, Object argument, Regularizers regularizers) {
            String text = argument.toString();
            if ((argument instanceof Number || argument instanceof String) && TextForm.isNumber(text)) {
                double value = Double.parseDouble(text);
                if (value == Math.rint(value) && value >= min && value <= max) {
                    return (int) value;
                }
            }
            throw unwanted(name, argument, this);
        }

        @Override
        public String wanted() {
            return "a whole number from " + min + " to " + max;
        }
    }

    /**
     * One of some words; the value is a {@link String}.
     *
     * @param words what there is to choose from
     */
    public record Choice(List<String> words) implements Kind {
        /**
         * Checks the words.
         *
         * @param words what there is to choose from
         */
        public Choice {
            words = List.copyOf(words);
            words.forEach(word -> TextForm.requireName("a word of choice", word));
        }

        @Override
        public Object read(String name, Object argument, Regularizers regularizers) {
            if (argument instanceof String word && words.contains(word)) {
                return word;
            }
            throw unwanted(name, argument, this);
        }

        @Override
        public String wanted() {
            return "one of " + String.join(", ", words);
        }
    }

    /** Another regularizer; the value is a {@link Regularizer}. */
    public record Nested() implements Kind {
        @Override
        public Object read(String name, Object argument, Regularizers regularizers) {
            if (argument instanceof Regularizer regularizer) {
                return regularizer;
            }
            if (argument instanceof String text && !TextForm.isNumber(text)) {
                try {
                    return regularizers.parse(text);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
                }
            }
            throw unwanted(name, argument, this);
        }

        @Override
        public String wanted() {
            return "a regularizer such as l1(lambda=0.1)";
        }
    }

    /**
     * Checks the name.
     *
     * @param name the name in the text form
     * @param kind what values it takes
     * @param meaning one sentence
     * @param defaultValue used where no argument is given; empty if an argument must be given
     */
    public Parameter {
        TextForm.requireName("a parameter", name);
    }

    /**
     * A required number.
     *
     * @param name the name in the text form
     * @param interval its bounds
     * @param meaning one sentence
     * @return the parameter
     */
    public static Parameter number(String name, Interval interval, String meaning) {
        return new Parameter(name, new Real(interval), meaning, Optional.empty());
    }

    /**
     * A required whole number.
     *
     * @param name the name in the text form
     * @param min the smallest
     * @param max the largest
     * @param meaning one sentence
     * @return the parameter
     */
    public static Parameter whole(String name, int min, int max, String meaning) {
        return new Parameter(name, new Whole(min, max), meaning, Optional.empty());
    }

    /**
     * A required choice of words.
     *
     * @param name the name in the text form
     * @param words what there is to choose from
     * @param meaning one sentence
     * @return the parameter
     */
    public static Parameter choice(String name, List<String> words, String meaning) {
        return new Parameter(name, new Choice(words), meaning, Optional.empty());
    }

    /**
     * A required regularizer.
     *
     * @param name the name in the text form
     * @param meaning one sentence
     * @return the parameter
     */
    public static Parameter nested(String name, String meaning) {
        return new Parameter(name, new Nested(), meaning, Optional.empty());
    }

    /**
     * The same parameter with a default.
     *
     * @param value a value as an argument would give it: a number, a word, a text form
     * @return a new parameter
     * @throws IllegalArgumentException if the value is not of the parameter's kind
     */
    public Parameter orElse(Object value) {
        if (!(kind instanceof Nested)) {
            kind.read(name, value, Regularizers.of(List.of()));
        } else if (value instanceof String text && !TextForm.isNumber(text)) {
            // Which regularizers there are is not known yet; that it is the text form of one must do.
            TextForm.parse(text);
        } else if (!(value instanceof Regularizer)) {
            throw unwanted(name, value, kind);
        }
        return new Parameter(name, kind, meaning, Optional.of(value));
    }

    /**
     * Checks a number against this parameter's bounds, for constructors that are called in code.
     *
     * @param value the number
     * @return the number, with −0.0 as 0.0
     * @throws IllegalArgumentException if it is out of bounds
     * @throws IllegalStateException if this parameter is not a number
     */
    public double require(double value) {
        if (kind instanceof Real real) {
            return real.interval().require(name, value);
        }
        throw new IllegalStateException("parameter '" + name + "' is not a number but " + kind.wanted());
    }

    /** What help shows: {@code alpha=0.5: a number in [0, 1]; share of the l1 part}. */
    @Override
    public String toString() {
        String start = defaultValue.map(value -> name + "=" + text(value)).orElse(name + " (required)");
        return start + ": " + kind.wanted() + "; " + meaning;
    }

    private static String text(Object value) {
        return value instanceof Double number ? TextForm.number(number) : value.toString();
    }

    private static IllegalArgumentException unwanted(String name, Object argument, Kind kind) {
        return new IllegalArgumentException(name + " must be " + kind.wanted() + ", but is '" + argument + "'");
    }
}
