package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits of every loss and setting, held to minima that none of this code has computed. */
class ReferenceFitsTest {

    private static final Solver SOLVER = new Solver(1e-12, 1_000_000);
    private static final double EXACT = 1e-8;

    static Stream<ReferenceFit> fits() {
        return ReferenceFit.all().stream();
    }

    @ParameterizedTest
    @MethodSource("fits")
    void aFitIsTheReference(ReferenceFit it) {
        assertReference(it, SOLVER.fit(it.problem(), it.regularizer()));
    }

    @ParameterizedTest
    @MethodSource("fits")
    void theEndOfAPathIsTheReference(ReferenceFit it) {
        double lambda = it.number("lambda");
        LambdaPath path = it.get("regularizer").equals("l2")
                ? LambdaPath.of(9 * lambda, 3 * lambda, lambda)
                : LambdaPath.of(3 * lambda, 1.5 * lambda, lambda);
        assertReference(it, SOLVER.path(it.problem(), it.regularizer(), path).fit(2));
    }

    @ParameterizedTest
    @MethodSource("fits")
    void proximalGradientFindsTheReferenceToo(ReferenceFit it) {
        Problem problem = it.problem();
        Fit fit = TestData.proximalGradient(
                new Solver(1e-8, 20_000),
                problem.loss().equals(Loss.SQUARED) ? problem.withoutOffsets() : problem,
                Solver.constrained(problem, it.regularizer()));
        assertThat(fit.objective()).isCloseTo(it.number("objective"), within(1e-6 * it.number("objective")));
    }

    private static void assertReference(ReferenceFit it, Fit fit) {
        assertThat(fit.converged()).as("%s", fit).isTrue();
        assertThat(fit.objective()).isCloseTo(it.number("objective"), within(1e-10 * it.number("objective")));
        Scaling scaling = Scaling.of(it.problem());
        double[] wanted = scaling.standardized(it.numbers("coefficients"));
        double[] found = fit.standardizedCoefficients();
        assertThat(found).hasSameSizeAs(wanted);
        if (!it.isUnique()) {
            centerOutputs(wanted, fit.outputs());
            centerOutputs(found, fit.outputs());
        }
        assertThat(found).containsExactly(wanted, within(EXACT * TestData.largest(wanted)));
        for (int j = 0; j < wanted.length && it.isUnique(); j++) {
            assertThat(found[j] == 0).as("coefficient %s", j).isEqualTo(wanted[j] == 0);
        }
        double[] intercepts = it.numbers("intercepts");
        double[] foundIntercepts = fit.intercepts();
        if (fit.outputs() > 1 && it.isUnique()) {
            center(foundIntercepts, 0, 1);
        }
        if (it.isUnique()) {
            assertThat(foundIntercepts).containsExactly(intercepts, within(1e-6 * (1 + TestData.largest(intercepts))));
        }
    }

    private static void centerOutputs(double[] w, int outputs) {
        int p = w.length / outputs;
        for (int j = 0; j < p; j++) {
            center(w, j, p);
        }
    }

    private static void center(double[] w, int first, int stride) {
        double sum = 0;
        for (int j = first; j < w.length; j += stride) {
            sum += w[j];
        }
        double mean = sum * stride / w.length;
        for (int j = first; j < w.length; j += stride) {
            w[j] -= mean;
        }
    }

    @Test
    void everyLossAndSettingIsThere() {
        assertThat(ReferenceFit.all().stream().map(fit -> fit.get("loss")))
                .contains("squared", "logistic", "multinomial", "poisson", "huber");
        for (String setting : Arrays.asList("weights", "offsets", "lower", "factors", "groups")) {
            assertThat(fits().filter(fit -> !fit.get(setting).isEmpty()))
                    .as(setting)
                    .isNotEmpty();
        }
    }
}
