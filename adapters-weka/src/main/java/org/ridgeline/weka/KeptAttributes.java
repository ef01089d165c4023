package org.ridgeline.weka;

import java.util.Arrays;
import java.util.Locale;

/** Which attributes of a ranking count. */
public enum KeptAttributes {
    /** All that come into the path. */
    ALL,
    /** Those of the model whose λ is best in cross-validation. */
    CV,
    /** Those of the model with the largest λ that is within one standard error of the best. */
    CV_1SE;

    /**
     * What is kept, by its name: {@code all}, {@code cv} or {@code cv-1se}.
     *
     * @param name in lower case
     * @return what is kept
     * @throws IllegalArgumentException if there is none
     */
    public static KeptAttributes of(String name) {
        return Arrays.stream(values())
                .filter(value -> value.toString().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("there is no choice of kept attributes '" + name
                        + "'; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(KeptAttributes::toString)
                                        .toList())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
