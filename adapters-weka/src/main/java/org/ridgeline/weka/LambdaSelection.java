package org.ridgeline.weka;

import java.util.Arrays;
import java.util.Locale;

/** Where a λ comes from. */
public enum LambdaSelection {
    /** A number that is given. */
    FIXED,
    /** The λ of a path whose models are best in cross-validation. */
    CV,
    /** The largest λ of a path that is within one standard error of the best. */
    CV_1SE;

    /**
     * The selection of a name: {@code fixed}, {@code cv} or {@code cv-1se}.
     *
     * @param name in lower case
     * @return the selection
     * @throws IllegalArgumentException if there is none
     */
    public static LambdaSelection of(String name) {
        return Arrays.stream(values())
                .filter(value -> value.toString().equals(name))
                .findAny()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no selection of lambda '" + name + "'; there are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(LambdaSelection::toString)
                                                .toList())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
