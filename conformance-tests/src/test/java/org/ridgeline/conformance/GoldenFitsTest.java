package org.ridgeline.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.Weights;

class GoldenFitsTest {

    private static final Regularizers REGULARIZERS = Regularizers.load();

    @Test
    void thereAreSeventeen() {
        assertThat(GoldenFits.all()).hasSize(17);
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.conformance.GoldenFits#all")
    void theObjectiveIsThatOfTheCoefficients(GoldenFit fit) {
        double[][] x = fit.standardizedRows();
        double objective = penalty(fit, fit.regularizer());
        for (int i = 0; i < x.length; i++) {
            double f = fit.intercept() + dot(x[i], fit.coefficients());
            double y = fit.target()[i];
            objective += fit.loss().equals("squared") ? (y - f) * (y - f) : Math.log1p(Math.exp(y == 1 ? -f : f));
        }
        assertThat(objective).isCloseTo(fit.objective(), within(1e-12 * fit.objective()));
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.conformance.GoldenFits#all")
    void theCoefficientsAreAFixedPointOfTheProximalGradientStep(GoldenFit fit) {
        double[][] x = fit.standardizedRows();
        double[] gradient = new double[fit.features().size()];
        for (int i = 0; i < x.length; i++) {
            double f = fit.intercept() + dot(x[i], fit.coefficients());
            double y = fit.target()[i];
            double slope = fit.loss().equals("squared") ? 2 * (f - y) : 1 / (1 + Math.exp(-f)) - y;
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += slope * x[i][j];
            }
        }
        double step = 1.0 / x.length;
        double[] w = fit.coefficients().clone();
        Arrays.setAll(w, j -> w[j] - step * gradient[j]);
        REGULARIZERS.parse(fit.regularizer()).prox(Weights.of(w, fit.groups()), step);
        double largest = Arrays.stream(fit.coefficients()).map(Math::abs).max().orElseThrow();
        assertThat(w).containsExactly(fit.coefficients(), within(1e-11 * largest));
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.conformance.GoldenFits#all")
    void onTheMeanLossLambdaIsDividedByTheNumberOfRows(GoldenFit fit) {
        Regularizer sum = REGULARIZERS.parse(fit.regularizer());
        Regularizer mean = REGULARIZERS.parse(fit.meanLossRegularizer());
        assertThat(mean).isEqualTo(sum.withLambda(fit.lambda() / fit.rows().length));
        assertThat(mean.toString()).isEqualTo(fit.meanLossRegularizer());
    }

    private static double penalty(GoldenFit fit, String text) {
        return REGULARIZERS.parse(text).penalty(Weights.of(fit.coefficients(), fit.groups()));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
