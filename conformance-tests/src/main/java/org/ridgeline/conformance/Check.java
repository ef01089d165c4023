package org.ridgeline.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.opentest4j.AssertionFailedError;

/** One rule applied to one text form. A failure says which rule, where to read it, what was wanted and what was found. */
final class Check {

    private final String rule;
    private final String text;
    private final String situation;

    private Check(String rule, String text, String situation) {
        this.rule = rule;
        this.text = text;
        this.situation = situation;
    }

    Check(String rule, String text) {
        this(rule, text, "");
    }

    /** The same check in a situation that a failure should name: a case with its seed, a step, a grouping. */
    Check in(Object... circumstances) {
        List<String> all = new ArrayList<>(situation.isEmpty() ? List.of() : List.of(situation));
        Arrays.stream(circumstances).map(Object::toString).forEach(all::add);
        return new Check(rule, text, String.join("; ", all));
    }

    void that(boolean holds, String wanted, Object found) {
        if (!holds) {
            throw failure(wanted, found);
        }
    }

    /** Equal, where −0.0 equals 0.0 and NaN equals NaN. */
    void equal(String what, double wanted, double found) {
        that(same(wanted, found), what + " = " + wanted, found);
    }

    /** Equal one by one, where −0.0 equals 0.0 and NaN equals NaN. */
    void equal(String what, double[] wanted, double[] found) {
        that(wanted.length == found.length, wanted.length + " values of " + what, found.length);
        for (int i = 0; i < wanted.length; i++) {
            equal(what + "[" + i + "]", wanted[i], found[i]);
        }
    }

    /** Equal up to an absolute difference. */
    void close(String what, double wanted, double found, double tolerance) {
        that(
                same(wanted, found) || Math.abs(wanted - found) <= tolerance,
                what + " = " + wanted + " within " + tolerance,
                found);
    }

    private static boolean same(double wanted, double found) {
        return Double.compare(wanted + 0.0, found + 0.0) == 0;
    }

    /** Something is refused, and the message of the exception or of one of its causes holds all these words. */
    void refused(String what, ThrowingSupplier<?> action, List<String> words) {
        Object found;
        try {
            found = action.get();
        } catch (Exception e) {
            String messages = messages(e);
            for (String word : words) {
                if (!messages.contains(word)) {
                    throw because(e, failure(what + " refused with a message that names " + words, messages));
                }
            }
            return;
        } catch (Throwable e) {
            throw because(e, failure(what + " refused with an exception", e));
        }
        throw failure(what + " refused with an exception", found);
    }

    private static String messages(Throwable e) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = e; cause != null && messages.size() < 10; cause = cause.getCause()) {
            messages.add(cause.toString());
        }
        return String.join(" <- ", messages);
    }

    private AssertionFailedError failure(String wanted, Object found) {
        String message = String.format(
                "%s is broken by %s%n  in: %s%n  wanted: %s%n  found: %s%n  see docs/spec.md#%s",
                rule, text, situation.isEmpty() ? "every case" : situation, wanted, found, rule);
        return new AssertionFailedError(message, wanted, found);
    }

    private static AssertionFailedError because(Throwable cause, AssertionFailedError failure) {
        failure.initCause(cause);
        return failure;
    }
}
