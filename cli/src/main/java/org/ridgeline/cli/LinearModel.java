package org.ridgeline.cli;

import java.util.Arrays;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.Scaling;

/**
 * What a host has learned, f(x) = intercept + Σ coefficientⱼ xⱼ, on both scales.
 *
 * @param coefficients p coefficients in the features' own units
 * @param intercept the intercept that goes with them
 * @param standardized p coefficients of the standardised features
 * @param standardizedIntercept the intercept that goes with those, for centred features
 * @param regularizer the text form of the penalty at the end, with its final λ
 * @param quality how good the host says the fit is
 * @param converged whether the host reached its tolerance
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record LinearModel(
        double[] coefficients,
        double intercept,
        double[] standardized,
        double standardizedIntercept,
        String regularizer,
        String quality,
        boolean converged) {

    /** A model of which the host holds the coefficients in the features' own units. */
    static LinearModel ofCoefficients(
            double[] coefficients,
            double intercept,
            Scaling scaling,
            String regularizer,
            String quality,
            boolean converged) {
        return new LinearModel(
                coefficients,
                intercept,
                scaling.standardized(coefficients),
                intercept + scaling.offset(coefficients),
                regularizer,
                quality,
                converged);
    }

    /** A model of which the host holds the coefficients of standardised features. */
    static LinearModel ofStandardized(
            double[] standardized,
            double intercept,
            Scaling scaling,
            String regularizer,
            String quality,
            boolean converged) {
        double[] coefficients = scaling.unstandardized(standardized);
        return new LinearModel(
                coefficients,
                intercept - scaling.offset(coefficients),
                standardized,
                intercept,
                regularizer,
                quality,
                converged);
    }

    /** The linear scores of examples in the features' own units. */
    double[] scores(Features features) {
        double[] scores = new double[features.rows()];
        Arrays.fill(scores, intercept);
        for (int j = 0; j < coefficients.length; j++) {
            features.addScaled(j, coefficients[j], scores);
        }
        return scores;
    }

    /** How many coefficients are exactly zero. */
    int zeros() {
        int zeros = 0;
        for (double w : standardized) {
            zeros += w == 0 ? 1 : 0;
        }
        return zeros;
    }
}
