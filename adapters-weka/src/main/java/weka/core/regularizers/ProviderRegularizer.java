package weka.core.regularizers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.Parameter;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Regularizers;
import org.ridgeline.weka.CommandLine;
import org.ridgeline.weka.InstalledRegularizers;
import org.ridgeline.weka.RegularizerText;
import weka.core.Option;

/**
 * A bean whose options, defaults and help come from what a provider says of its parameters. A parameter's option is its
 * first letter in upper case, as {@code -L} for {@code lambda}, or its whole name where two share a letter. A subclass
 * names the provider and adds a getter, a setter and a tip for each parameter.
 */
public abstract class ProviderRegularizer implements Regularizer {

    private static final long serialVersionUID = 1;

    /** What was set: a number, a word, or a bean for a nested regularizer. What is not here has its default. */
    private final LinkedHashMap<String, Object> values = new LinkedHashMap<>();

    /**
     * Who makes the regularizer.
     *
     * @return the provider
     */
    protected abstract RegularizerProvider provider();

    /**
     * What the regularizer does.
     *
     * @return the provider's summary
     */
    public String globalInfo() {
        return provider().summary();
    }

    /**
     * The value of a parameter.
     *
     * @param name the parameter
     * @return what was set, or the default
     */
    protected final Object get(String name) {
        return get(parameter(name));
    }

    /**
     * Sets a parameter without a check.
     *
     * @param name the parameter
     * @param value a number, a word, or a bean for a nested regularizer
     */
    protected final void set(String name, Object value) {
        values.put(parameter(name).name(), value);
    }

    /**
     * What a parameter means.
     *
     * @param name the parameter
     * @return a tip for the object editor
     */
    protected final String tip(String name) {
        return parameter(name).meaning() + ": " + parameter(name).kind().wanted();
    }

    @Override
    public org.ridgeline.Regularizer toRegularizer(Regularizers known) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        values.forEach((name, value) ->
                arguments.put(name, value instanceof Regularizer nested ? nested.toRegularizer(known) : value));
        return known.create(provider().name(), arguments);
    }

    @Override
    public Enumeration<Option> listOptions() {
        List<Option> options = new ArrayList<>();
        for (Parameter parameter : provider().parameters()) {
            options.add(CommandLine.option(
                    flag(parameter),
                    "<" + parameter.name() + ">",
                    tip(parameter.name())
                            + parameter
                                    .defaultValue()
                                    .map(value -> " (default " + text(value) + ")")
                                    .orElse("")));
        }
        return Collections.enumeration(options);
    }

    @Override
    public String[] getOptions() {
        List<String> options = new ArrayList<>();
        for (Parameter parameter : provider().parameters()) {
            options.add("-" + flag(parameter));
            options.add(text(get(parameter)));
        }
        return options.toArray(new String[0]);
    }

    /**
     * Sets all parameters; those without an option get their defaults.
     *
     * @param options for each parameter at most one option and its value
     * @throws Exception if an option is unknown or a value wrong
     */
    @Override
    public void setOptions(String[] options) throws Exception {
        Regularizers known = InstalledRegularizers.load();
        CommandLine line = new CommandLine(options);
        Map<String, Object> read = new LinkedHashMap<>();
        for (Parameter parameter : provider().parameters()) {
            String text = line.text(flag(parameter));
            if (text != null) {
                read.put(
                        parameter.name(),
                        parameter.kind() instanceof Parameter.Nested
                                ? RegularizerText.parse(text)
                                : parameter.kind().read(parameter.name(), text, known));
            }
        }
        line.requireEmpty(Collections.list(listOptions()), List.of());
        values.clear();
        values.putAll(read);
        toRegularizer(known);
    }

    private Object get(Parameter parameter) {
        Object value = values.get(parameter.name());
        if (value != null) {
            return value;
        }
        Object unset = parameter.defaultValue().orElseThrow();
        return parameter.kind() instanceof Parameter.Nested ? new TextRegularizer(unset.toString()) : unset;
    }

    private static String text(Object value) {
        if (value instanceof Regularizer nested) {
            return RegularizerText.of(nested);
        }
        return value instanceof Double number ? CommandLine.number(number) : value.toString();
    }

    private Parameter parameter(String name) {
        return provider().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(provider().name() + " has no parameter '" + name + "'"));
    }

    private String flag(Parameter parameter) {
        char letter = parameter.name().charAt(0);
        long sharing = provider().parameters().stream()
                .filter(other -> other.name().charAt(0) == letter)
                .count();
        return sharing == 1 ? String.valueOf(Character.toUpperCase(letter)) : parameter.name();
    }
}
