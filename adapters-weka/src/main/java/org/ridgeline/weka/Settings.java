package org.ridgeline.weka;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import weka.core.Option;

/**
 * All options of a bean.
 *
 * @param <S> the object that holds the settings
 */
public final class Settings<S> {

    private final Supplier<S> defaults;
    private final List<Setting<? super S>> settings;

    private Settings(Supplier<S> defaults, List<Setting<? super S>> settings) {
        this.defaults = defaults;
        this.settings = settings;
    }

    /**
     * These settings, in the order in which they are listed and written.
     *
     * @param <S> the object that holds the settings
     * @param defaults makes an object that holds the defaults
     * @param settings the settings
     * @return the options
     */
    public static <S> Settings<S> of(Supplier<S> defaults, List<? extends Setting<? super S>> settings) {
        return new Settings<>(defaults, List.copyOf(settings));
    }

    /**
     * The settings of a bean that has some more than another.
     *
     * @param <S> the object that holds the settings
     * @param first the settings of the other
     * @param more those of its own
     * @return all
     */
    public static <S> List<Setting<? super S>> concat(
            List<? extends Setting<? super S>> first, List<? extends Setting<? super S>> more) {
        return Stream.<Setting<? super S>>concat(first.stream(), more.stream()).toList();
    }

    /**
     * These options and some more.
     *
     * @param more those that come after these
     * @return all
     */
    public Settings<S> and(List<Setting<S>> more) {
        return of(defaults, concat(settings, more));
    }

    /**
     * Describes the options for help.
     *
     * @return an option for each setting
     */
    public List<Option> list() {
        S unset = defaults.get();
        return settings.stream().map(setting -> option(setting, unset)).toList();
    }

    private static <T> Option option(Setting<T> setting, T unset) {
        String value = setting.writer().apply(unset);
        String suffix = value == null || value.isEmpty() ? "" : " (default " + value + ")";
        return CommandLine.option(setting.flag(), setting.placeholder(), setting.description() + suffix);
    }

    /**
     * Takes the settings off a command line; what is not there has its default.
     *
     * @param line what is read becomes empty
     * @return new settings
     * @throws Exception if a value is wrong
     */
    public S read(CommandLine line) throws Exception {
        S read = defaults.get();
        for (Setting<? super S> setting : settings) {
            if (setting.isFlag()) {
                if (line.flag(setting.flag())) {
                    setting.reader().read(read, "");
                }
                continue;
            }
            String text = line.text(setting.flag());
            if (text != null) {
                setting.reader().read(read, text);
            }
        }
        check(read);
        return read;
    }

    /**
     * Writes what {@link #read} reads.
     *
     * @param from the settings
     * @param options gets more elements
     */
    public void write(S from, List<String> options) {
        for (Setting<? super S> setting : settings) {
            String value = setting.writer().apply(from);
            if (value != null) {
                options.add("-" + setting.flag());
                if (!setting.isFlag()) {
                    options.add(value);
                }
            }
        }
    }

    /**
     * Checks what setters have taken unchecked.
     *
     * @param found the settings
     * @throws IllegalArgumentException if something is wrong
     */
    public void check(S found) {
        settings.forEach(setting -> setting.check().accept(found));
    }
}
