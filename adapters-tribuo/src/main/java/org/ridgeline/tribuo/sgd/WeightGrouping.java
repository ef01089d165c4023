package org.ridgeline.tribuo.sgd;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which weights of a matrix, with a row for each output and a column for each feature, form a group. */
enum WeightGrouping {
    /** Those of a feature for all outputs: a column. */
    FEATURE,
    /** Those of an output for all features: a row. */
    OUTPUT,
    /** Each alone. */
    WEIGHT;

    static WeightGrouping of(String word) {
        for (WeightGrouping grouping : values()) {
            if (grouping.toString().equals(word)) {
                return grouping;
            }
        }
        throw new IllegalArgumentException("wanted one of "
                + Arrays.stream(values()).map(WeightGrouping::toString).collect(Collectors.joining(", "))
                + ", but found '" + word + "'");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
