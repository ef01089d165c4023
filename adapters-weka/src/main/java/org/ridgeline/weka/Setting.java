package org.ridgeline.weka;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Parameter;
import weka.core.regularizers.Regularizer;

/**
 * One option of a bean whose settings are fields of an object: how it is called, what it does, how it is read, written and
 * checked.
 *
 * @param <S> the object that holds the settings
 * @param flag the option's name without hyphen
 * @param placeholder what stands for the value in help, such as {@code <number>}; empty if the option has no value
 * @param description what it does
 * @param writer the option's value, or null if it is not to be written
 * @param reader sets the value; throws if it is wrong
 * @param check throws if what a setter has taken unchecked is wrong
 */
public record Setting<S>(
        String flag,
        String placeholder,
        String description,
        Function<S, @Nullable String> writer,
        Reader<S> reader,
        Consumer<S> check) {

    /** Help for the regularizer of a path. */
    public static final String PATH_REGULARIZER = "The regularizer: a class with its options, or a text form such as"
            + " elastic-net(lambda=1,alpha=0.5); its own lambda is not used, as the path gives lambda";

    private static final String NUMBER = "<number>";
    private static final String YES = "yes";
    private static final String NO = "no";

    /**
     * Reads the value of an option.
     *
     * @param <S> the object that holds the settings
     */
    @FunctionalInterface
    public interface Reader<S> {
        /**
         * Sets the value.
         *
         * @param settings changed
         * @param text the value of the option
         * @throws Exception if the value is wrong: what was wanted, what was found
         */
        void read(S settings, String text) throws Exception;
    }

    /**
     * A number.
     *
     * @param <S> the object that holds the settings
     * @param flag the option's name without hyphen
     * @param property the bean's name of it, for messages about what a setter took
     * @param description what it does
     * @param kind which numbers are allowed
     * @param getter its value
     * @param setter sets it
     * @return a setting
     */
    public static <S> Setting<S> number(
            String flag,
            String property,
            String description,
            Parameter.Real kind,
            ToDoubleFunction<S> getter,
            ObjDoubleConsumer<S> setter) {
        return new Setting<>(
                flag,
                NUMBER,
                description,
                settings -> CommandLine.number(getter.applyAsDouble(settings)),
                (settings, text) -> setter.accept(settings, CommandLine.number(flag, text, kind)),
                settings -> CommandLine.require(property, kind, getter.applyAsDouble(settings)));
    }

    /**
     * A whole number.
     *
     * @param <S> the object that holds the settings
     * @param flag the option's name without hyphen
     * @param property the bean's name of it, for messages about what a setter took
     * @param description what it does
     * @param kind which numbers are allowed
     * @param getter its value
     * @param setter sets it
     * @return a setting
     */
    public static <S> Setting<S> whole(
            String flag,
            String property,
            String description,
            Parameter.Whole kind,
            ToIntFunction<S> getter,
            ObjIntConsumer<S> setter) {
        return new Setting<>(
                flag,
                NUMBER,
                description,
                settings -> Integer.toString(getter.applyAsInt(settings)),
                (settings, text) -> setter.accept(settings, CommandLine.whole(flag, text, kind)),
                settings -> CommandLine.require(property, kind, getter.applyAsInt(settings)));
    }

    /**
     * One of a few words.
     *
     * @param <S> the object that holds the settings
     * @param <E> what the words stand for; its {@code toString} is the word
     * @param flag the option's name without hyphen
     * @param words in help, such as {@code mean|sum}
     * @param description what it does
     * @param parse finds what a word stands for, or says which words there are
     * @param getter its value
     * @param setter sets it
     * @return a setting
     */
    public static <S, E> Setting<S> choice(
            String flag,
            String words,
            String description,
            Function<String, E> parse,
            Function<S, E> getter,
            BiConsumer<S, E> setter) {
        return new Setting<>(
                flag,
                "<" + words + ">",
                description,
                settings -> getter.apply(settings).toString(),
                (settings, text) -> setter.accept(settings, parse.apply(text)),
                settings -> {});
    }

    /**
     * An option without a value, which is given or not.
     *
     * @param <S> the object that holds the settings
     * @param flag the option's name without hyphen
     * @param description what it does
     * @param getter whether it is given
     * @param setter sets whether it is
     * @return a setting
     */
    public static <S> Setting<S> flag(
            String flag, String description, Predicate<S> getter, BiConsumer<S, Boolean> setter) {
        return new Setting<>(
                flag,
                "",
                description,
                settings -> getter.test(settings) ? "" : null,
                (settings, text) -> setter.accept(settings, true),
                settings -> {});
    }

    /**
     * The same setting with another check.
     *
     * @param other throws if the value is wrong
     * @return a changed copy
     */
    public Setting<S> withCheck(Consumer<S> other) {
        return new Setting<>(flag, placeholder, description, writer, reader, other);
    }

    /**
     * Whether the option has no value.
     *
     * @return true for one that is given or not
     */
    boolean isFlag() {
        return placeholder.isEmpty();
    }

    /**
     * Yes or no.
     *
     * @param <S> the object that holds the settings
     * @param flag the option's name without hyphen
     * @param description what it does
     * @param getter its value
     * @param setter sets it
     * @return a setting
     */
    public static <S> Setting<S> yesOrNo(
            String flag, String description, Function<S, Boolean> getter, BiConsumer<S, Boolean> setter) {
        return choice(
                flag,
                "yes|no",
                description,
                word -> yesOrNo(flag, word),
                settings -> getter.apply(settings) ? YES : NO,
                (settings, word) -> setter.accept(settings, word.equals(YES)));
    }

    private static String yesOrNo(String flag, String word) {
        if (!word.equals(YES) && !word.equals(NO)) {
            throw new IllegalArgumentException("-" + flag + " must be yes or no, but is '" + word + "'");
        }
        return word;
    }

    /**
     * A regularizer as a bean.
     *
     * @param <S> the object that holds the settings
     * @param description what it does
     * @param getter its value
     * @param setter sets it
     * @return a setting with the flag {@code regularizer}
     */
    public static <S> Setting<S> regularizer(
            String description, Function<S, Regularizer> getter, BiConsumer<S, Regularizer> setter) {
        return new Setting<>(
                "regularizer",
                "<class or text form>",
                description,
                settings -> RegularizerText.of(getter.apply(settings)),
                (settings, text) -> setter.accept(settings, RegularizerText.parse(text)),
                settings -> getter.apply(settings).toRegularizer(InstalledRegularizers.load()));
    }

    /**
     * The regularizer of a path, which gives λ itself.
     *
     * @param <S> the object that holds the settings
     * @param getter its value
     * @param setter sets it
     * @return a setting with the flag {@code regularizer}; a regularizer whose λ moves is refused
     */
    public static <S> Setting<S> pathRegularizer(Function<S, Regularizer> getter, BiConsumer<S, Regularizer> setter) {
        Setting<S> any = regularizer(PATH_REGULARIZER, getter, setter);
        return any.withCheck(settings -> {
            org.ridgeline.Regularizer found = getter.apply(settings).toRegularizer(InstalledRegularizers.load());
            if (!found.train().settled()) {
                throw new IllegalArgumentException("the regularizer " + found
                        + " finds lambda itself, but a path gives it: take its base as regularizer");
            }
        });
    }

    /**
     * How attributes are grouped for group penalties.
     *
     * @param <S> the object that holds the settings
     * @param description what it does
     * @param getter a regular expression with a capturing group, or empty
     * @param setter sets it
     * @return a setting with the flag {@code groups}
     */
    public static <S> Setting<S> groups(String description, Function<S, String> getter, BiConsumer<S, String> setter) {
        return new Setting<>(
                "groups",
                "<pattern>",
                description,
                settings -> getter.apply(settings).isEmpty() ? null : getter.apply(settings),
                setter::accept,
                settings -> requireGroups(getter.apply(settings)));
    }

    private static void requireGroups(String groups) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(groups);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "groups must be a regular expression with a capturing group, as in ^([^_]+)_, but is '" + groups
                            + "': " + e.getDescription(),
                    e);
        }
        if (!groups.isEmpty()) {
            // Says so at once if there is no capturing group.
            Groups.named(List.of(), pattern);
        }
    }
}
