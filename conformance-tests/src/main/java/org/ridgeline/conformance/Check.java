package org.ridgeline.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.opentest4j.AssertionFailedError;

/** One rule applied to one text form. A failure says which rule, where to read it, what was wanted and what was found. */
final class Check {

    private final String rule;
    private final String text;
    private final List<Object> circumstances;

    private Check(String rule, String text, List<Object> circumstances) {
        this.rule = rule;
        this.text = text;
        this.circumstances = circumstances;
    }

    Check(String rule, String text) {
        this(rule, text, List.of());
    }

    /** The text form that its author gave. */
    String text() {
        return text;
    }

    /** The same check in circumstances that a failure should name: a case with its seed, a step, a grouping. */
    Check in(Object... more) {
        List<Object> all = new ArrayList<>(circumstances);
        all.addAll(Arrays.asList(more));
        return new Check(rule, text, all);
    }

    void that(boolean holds, Supplier<String> wanted, Object found) {
        if (!holds) {
            throw failure(wanted.get(), found);
        }
    }

    /** Equal, where −0.0 equals 0.0 and NaN equals NaN. */
    void equal(String what, double wanted, double found) {
        that(same(wanted, found), () -> what + " = " + wanted, found);
    }

    /** Equal one by one, where −0.0 equals 0.0 and NaN equals NaN. */
    void equal(String what, double[] wanted, double[] found) {
        that(wanted.length == found.length, () -> wanted.length + " values of " + what, found.length);
        for (int i = 0; i < wanted.length; i++) {
            if (!same(wanted[i], found[i])) {
                throw failure(what + "[" + i + "] = " + wanted[i], found[i] + " in " + Arrays.toString(found));
            }
        }
    }

    /** Equal up to an absolute difference. */
    void close(String what, double wanted, double found, double tolerance) {
        that(close(wanted, found, tolerance), () -> what + " = " + wanted + " within " + tolerance, found);
    }

    /** Equal up to a relative difference. */
    void near(String what, double wanted, double found, double relative) {
        close(what, wanted, found, relative * Math.abs(wanted));
    }

    /** Equal one by one up to an absolute difference. */
    void close(String what, double[] wanted, double[] found, double tolerance) {
        for (int i = 0; i < wanted.length; i++) {
            if (!close(wanted[i], found[i], tolerance)) {
                throw failure(
                        what + "[" + i + "] = " + wanted[i] + " within " + tolerance,
                        found[i] + " in " + Arrays.toString(found));
            }
        }
    }

    private static boolean close(double wanted, double found, double tolerance) {
        return same(wanted, found) || (Double.isFinite(wanted) && Math.abs(wanted - found) <= tolerance);
    }

    private static boolean same(double wanted, double found) {
        return Double.compare(wanted + 0.0, found + 0.0) == 0;
    }

    /** Refused by an exception of this type, and its message or that of one of its causes holds all these words. */
    void refused(String what, Class<? extends Exception> type, ThrowingSupplier<?> action, List<String> words) {
        Object found;
        try {
            found = action.get();
        } catch (Throwable e) {
            String messages = messages(e);
            if (!type.isInstance(e) || !words.stream().allMatch(messages::contains)) {
                throw because(e, failure(what + " refused by " + describe(type, words), messages));
            }
            return;
        }
        throw failure(what + " refused by " + describe(type, words), found);
    }

    private static String describe(Class<?> type, List<String> words) {
        return "an " + type.getSimpleName() + " whose message names "
                + words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" and "));
    }

    private static String messages(Throwable e) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = e; cause != null && messages.size() < 10; cause = cause.getCause()) {
            messages.add(cause.toString());
        }
        return String.join(" <- ", messages);
    }

    /** What the rule says when something was thrown that it did not ask for. */
    AssertionFailedError thrown(Throwable e) {
        return because(e, failure("no exception", messages(e)));
    }

    private AssertionFailedError failure(String wanted, Object found) {
        String where = circumstances.stream().map(String::valueOf).collect(Collectors.joining("; "));
        String message = String.format(
                "%s is broken by %s%n  in: %s%n  wanted: %s%n  found: %s%n  see docs/spec.md#%s",
                rule, text, where.isEmpty() ? "every case" : where, wanted, found, rule);
        return new AssertionFailedError(message, wanted, found);
    }

    private static AssertionFailedError because(Throwable cause, AssertionFailedError failure) {
        failure.initCause(cause);
        return failure;
    }
}
