package org.ridgeline.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Regularizers;
import org.ridgeline.TextForm;
import org.ridgeline.Weights;

/** R9xx: what a regularizer refuses, and what it makes of its arguments. */
final class ArgumentRules {

    private static final Class<IllegalArgumentException> REFUSAL = IllegalArgumentException.class;
    private static final List<Double> BAD =
            List.of(-1.0, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private ArgumentRules() {}

    static void badLambda(Check check, Regularizer regularizer) {
        for (double bad : BAD) {
            List<String> named = List.of("lambda", String.valueOf(bad));
            check.refused("withLambda(" + bad + ")", REFUSAL, () -> regularizer.withLambda(bad), named);
        }
    }

    static void badStep(Check check, Regularizer regularizer) {
        for (double bad : BAD) {
            double[] w = {1, -2};
            List<String> named = List.of("step", String.valueOf(bad));
            check.refused("prox with step " + bad, REFUSAL, () -> prox(regularizer, w, bad), named);
            check.in("after prox with step " + bad).equal("weight", new double[] {1, -2}, w);
        }
    }

    private static String prox(Regularizer regularizer, double[] w, double step) {
        regularizer.prox(Weights.of(w), step);
        return "weights " + Arrays.toString(w);
    }

    static void gradientOfAnotherLength(Check check, Regularizer regularizer) {
        for (int length : new int[] {0, 2, 4}) {
            double[] gradient = new double[length];
            check.refused(
                    "a gradient of " + length + " entries for 3 weights",
                    REFUSAL,
                    () -> added(regularizer, gradient),
                    List.of("gradient", "3", String.valueOf(length)));
        }
    }

    private static String added(Regularizer regularizer, double[] gradient) {
        regularizer.addGradient(Weights.of(1, 2, 3), 1, gradient);
        return "gradient " + Arrays.toString(gradient);
    }

    private static Map<String, Object> arguments(Regularizer regularizer) {
        return new LinkedHashMap<>(TextForm.parse(regularizer.toString()).arguments());
    }

    private static RegularizerProvider provider(Regularizer regularizer, Regularizers registry) {
        return registry.provider(TextForm.parse(regularizer.toString()).name());
    }

    private static void forEachParameter(
            Regularizer regularizer, Regularizers registry, Consumer<? super Parameter> action) {
        provider(regularizer, registry).parameters().forEach(action);
    }

    private static Regularizer with(Regularizer regularizer, Regularizers registry, String parameter, Object value) {
        Map<String, Object> arguments = arguments(regularizer);
        arguments.put(parameter, value);
        return registry.create(provider(regularizer, registry).name(), arguments);
    }

    /** A λ that comes as text has to be as good as one that comes through withLambda. */
    static void badLambdaInText(Check check, Regularizer regularizer, Regularizers registry) {
        String name = Parameter.LAMBDA.name();
        forEachParameter(regularizer, registry, parameter -> {
            if (parameter.name().equals(name)) {
                for (double bad : new double[] {-1, -Double.MIN_VALUE}) {
                    check.refused(
                            name + "=" + bad, REFUSAL, () -> with(regularizer, registry, name, bad), List.of(name));
                }
            }
        });
    }

    /** Values that the parameter allows. */
    private static List<Object> allowed(Parameter parameter) {
        List<Object> values = new ArrayList<>();
        if (parameter.kind() instanceof Parameter.Real real) {
            Interval interval = real.interval();
            values.addAll(List.of(interval.min(), interval.max(), 0.25, 0.5, 1.0, 2.0, 10.0, 1e-6, 1e6));
            values.add(interval.min() / 2 + interval.max() / 2);
            values.removeIf(value -> !interval.contains((double) value));
        } else if (parameter.kind() instanceof Parameter.Whole whole) {
            values.addAll(List.of(whole.min(), whole.max()));
        } else if (parameter.kind() instanceof Parameter.Choice choice) {
            values.addAll(choice.words());
        } else {
            values.addAll(List.of("l1(lambda=0.5)", "l2(lambda=2)"));
        }
        return values;
    }

    /** The regularizer with this value, or nothing if the value does not go together with the other arguments. */
    private static Optional<Regularizer> made(
            Regularizer regularizer, Regularizers registry, Parameter parameter, Object value) {
        try {
            return Optional.of(with(regularizer, registry, parameter.name(), value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static void valuesWithinBounds(Check check, Regularizer regularizer, Regularizers registry) {
        forEachParameter(regularizer, registry, parameter -> {
            List<Regularizer> all = allowed(parameter).stream()
                    .flatMap(value -> made(regularizer, registry, parameter, value).stream())
                    .toList();
            check.in(parameter).that(!all.isEmpty(), () -> "a regularizer from some of its values", "none");
        });
    }

    static void noArgumentIsIgnored(Check check, Regularizer regularizer, Regularizers registry) {
        forEachParameter(regularizer, registry, parameter -> {
            Map<Regularizer, Object> values = new HashMap<>();
            for (Object value : new LinkedHashSet<>(allowed(parameter))) {
                made(regularizer, registry, parameter, value).ifPresent(made -> {
                    Object other = values.put(made, value);
                    check.in(parameter)
                            .that(other == null, () -> "different regularizers for " + value + " and " + other, made);
                });
            }
        });
    }

    static void providerDescribesItself(Check check, Regularizer regularizer, Regularizers registry) {
        String name = TextForm.parse(check.text()).name();
        RegularizerProvider provider = registry.provider(name);
        check.that(provider.name().equals(name), () -> name, provider.name());
        check.that(!provider.summary().isBlank(), () -> "a summary", provider.summary());
        String written = TextForm.parse(regularizer.toString()).name();
        check.that(written.equals(name), () -> "toString() that starts with " + name, written);
        for (Parameter parameter : provider.parameters()) {
            check.in(parameter.name()).that(!parameter.meaning().isBlank(), () -> "a meaning", parameter.meaning());
        }
        if (provider.parameters().stream()
                .allMatch(parameter -> parameter.defaultValue().isPresent())) {
            Regularizer byDefault = registry.parse(name);
            String found = byDefault.toString();
            check.in("by default").that(registry.parse(found).equals(byDefault), () -> found, registry.parse(found));
        }
    }
}
