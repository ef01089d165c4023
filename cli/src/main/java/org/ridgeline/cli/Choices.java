package org.ridgeline.cli;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ridgeline.Regularizer;
import org.ridgeline.TextForm;
import org.ridgeline.solvers.CrossValidationFit;

/** How what a path is of, and what is chosen on it, is written. */
final class Choices {

    private Choices() {}

    /** The text form of a penalty but for its λ, which a path replaces. */
    static String withoutLambda(Regularizer regularizer) {
        TextForm form = TextForm.parse(regularizer.toString());
        String rest = form.arguments().entrySet().stream()
                .filter(argument -> !argument.getKey().equals("lambda"))
                .map(Map.Entry::toString)
                .collect(Collectors.joining(","));
        return rest.isEmpty() ? form.name() : form.name() + "(" + rest + ")";
    }

    /** Four digits, for people; {@link TextForm#number} has all of them. */
    static String rounded(double value) {
        return Double.isFinite(value)
                ? TextForm.number(Double.parseDouble(String.format(Locale.ROOT, "%.3e", value)))
                : Double.toString(value);
    }

    /** Which choice a λ is: {@code best}, {@code 1-se}, both or neither. */
    static String of(CrossValidationFit fit, int k) {
        return (k == fit.best() ? "best" : "")
                + (k == fit.best() && k == fit.oneStandardError() ? " " : "")
                + (k == fit.oneStandardError() ? "1-se" : "");
    }
}
