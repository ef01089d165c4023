package org.ridgeline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Reads rule numbers from the kit's methods and from its failures. */
final class RuleNumbers {

    private static final Pattern METHOD = Pattern.compile("(?<number>[ar][0-9]{3})_[a-z][A-Za-z]*");

    private RuleNumbers() {}

    /** The numbers of all rules of a conformance class. */
    static SortedSet<String> of(Class<?> conformance) {
        return Stream.<Class<?>>iterate(conformance, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(TestFactory.class))
                .map(Method::getName)
                .map(RuleNumbers::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String number(String method) {
        Matcher matcher = METHOD.matcher(method);
        assertThat(matcher.matches())
                .as("%s is a number and a sentence", method)
                .isTrue();
        return matcher.group("number").toUpperCase(Locale.ROOT);
    }

    /** The numbers of the rules that failed; each failure names its rule and where to read it. */
    static SortedSet<String> failed(Events tests) {
        assertThat(tests.finished().count()).isPositive();
        return tests.failed().stream().map(RuleNumbers::number).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String number(Event failure) {
        String method = failure.getTestDescriptor().getParent().orElseThrow().getDisplayName();
        String number = number(method.replace("()", ""));
        String message = failure.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage();
        assertThat(message).startsWith(number + " is broken by").endsWith("docs/spec.md#" + number);
        return number;
    }
}
