package org.ridgeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A checked value for every parameter of a provider, with defaults filled in. */
public final class Arguments {

    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /** Checks what was given against the parameters of a provider. */
    static Arguments of(RegularizerProvider provider, Map<String, ?> given, Regularizers regularizers) {
        List<Parameter> parameters = provider.parameters();
        List<String> unknown = new ArrayList<>(given.keySet());
        unknown.removeAll(parameters.stream().map(Parameter::name).toList());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    provider.name() + " has no argument '" + unknown.get(0) + "'; " + choice(parameters));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Object argument = given.get(parameter.name());
            if (argument == null) {
                argument = parameter
                        .defaultValue()
                        .orElseThrow(() -> new IllegalArgumentException(provider.name() + " needs the argument '"
                                + parameter.name() + "': " + parameter.kind().wanted()));
            }
            try {
                values.put(parameter.name(), parameter.kind().read(parameter.name(), argument, regularizers));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(provider.name() + ": " + e.getMessage(), e);
            }
        }
        return new Arguments(values);
    }

    private static String choice(List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return "it takes none";
        }
        return "it takes "
                + String.join(", ", parameters.stream().map(Parameter::name).toList());
    }

    /**
     * The value of a {@link Parameter.Real}.
     *
     * @param name the name of the parameter
     * @return a number within its bounds
     */
    public double number(String name) {
        return value(name, Double.class);
    }

    /**
     * The value of a {@link Parameter.Whole}.
     *
     * @param name the name of the parameter
     * @return a number within its bounds
     */
    public int whole(String name) {
        return value(name, Integer.class);
    }

    /**
     * The value of a {@link Parameter.Choice}.
     *
     * @param name the name of the parameter
     * @return one of its words
     */
    public String choice(String name) {
        return value(name, String.class);
    }

    /**
     * The value of a {@link Parameter.Nested}.
     *
     * @param name the name of the parameter
     * @return the regularizer
     */
    public Regularizer regularizer(String name) {
        return value(name, Regularizer.class);
    }

    private <T> T value(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("the provider asks for a " + type.getSimpleName() + " '" + name
                    + "', but its parameters declare " + values.keySet());
        }
        return type.cast(value);
    }
}
