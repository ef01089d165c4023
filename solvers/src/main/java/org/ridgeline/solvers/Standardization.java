package org.ridgeline.solvers;

import java.util.Locale;

/**
 * On which scale the weights are penalised. Standardised features are divided by their deviation, and the coefficients of
 * a fit are given on both scales. A constant feature is not divided.
 */
public enum Standardization {
    /** As they are. */
    NONE,
    /** Divided by the population deviation √(Σ sᵢ(xᵢ − x̄)² / Σs). */
    POPULATION,
    /** Divided by the sample deviation √(Σ sᵢ(xᵢ − x̄)² / (Σs − 1)), as Weka does. */
    SAMPLE;

    /**
     * The standardisation of a name: {@code none}, {@code population} or {@code sample}.
     *
     * @param name in lower case
     * @return the standardisation
     * @throws IllegalArgumentException if there is none
     */
    public static Standardization of(String name) {
        return Names.find("standardization", name, values());
    }

    /** The deviation of a column from the weighted sum of its squared distances from the mean, in 1/unit. */
    double deviation(double sumOfSquares, double totalWeight, double unit) {
        double freedom = this == SAMPLE ? totalWeight - 1 : totalWeight;
        if (this == NONE || sumOfSquares == 0) {
            return 1;
        }
        if (!(freedom > 0)) {
            throw new IllegalArgumentException(
                    "the sample deviation needs weights that sum to more than 1, but they sum to " + totalWeight);
        }
        return Math.sqrt(sumOfSquares / freedom) / unit;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
