package org.ridgeline.weka.plot;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ridgeline.Regularizer;
import org.ridgeline.TextForm;
import org.ridgeline.solvers.CrossValidationFit;

/** How what a path is of, and what is chosen on it, is written. */
public final class Choices {

    private Choices() {}

    /**
     * The text form of a penalty but for its λ, which a path replaces.
     *
     * @param regularizer the penalty
     * @return such as {@code elastic-net(alpha=0.5)}
     */
    public static String withoutLambda(Regularizer regularizer) {
        TextForm form = TextForm.parse(regularizer.toString());
        String rest = form.arguments().entrySet().stream()
                .filter(argument -> !argument.getKey().equals("lambda"))
                .map(Map.Entry::toString)
                .collect(Collectors.joining(","));
        return rest.isEmpty() ? form.name() : form.name() + "(" + rest + ")";
    }

    /**
     * Four digits, for people; {@link TextForm#number} has all of them.
     *
     * @param value any number
     * @return it, rounded
     */
    public static String rounded(double value) {
        return Double.isFinite(value)
                ? TextForm.number(Double.parseDouble(String.format(Locale.ROOT, "%.3e", value)))
                : Double.toString(value);
    }

    /**
     * Six digits after the point, but an exact zero is told from a small number.
     *
     * @param value any number
     * @return it, rounded
     */
    public static String digits(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, Math.abs(value) < 1e-4 ? "%.2e" : "%.6f", value);
    }

    /**
     * Which choice a λ is.
     *
     * @param fit the cross-validation
     * @param k which λ, from 0 for the largest
     * @return {@code best}, {@code 1-se}, both or neither
     */
    public static String of(CrossValidationFit fit, int k) {
        return (k == fit.best() ? "best" : "")
                + (k == fit.best() && k == fit.oneStandardError() ? " " : "")
                + (k == fit.oneStandardError() ? "1-se" : "");
    }
}
