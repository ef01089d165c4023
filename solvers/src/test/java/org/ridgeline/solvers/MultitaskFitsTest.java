package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits of several outputs, most of them tied by a group penalty, held to minima that none of this code has computed. */
class MultitaskFitsTest {

    private static final Solver SOLVER = new Solver(1e-12, 1_000_000);
    private static final double EXACT = 1e-9;

    static Stream<MultitaskFit> fits() {
        return MultitaskFit.all().stream();
    }

    @ParameterizedTest
    @MethodSource("fits")
    void aFitIsTheReference(MultitaskFit it) {
        assertReference(it, SOLVER.fit(it.problem(), it.regularizer()));
    }

    @ParameterizedTest
    @MethodSource("fits")
    void theEndOfAPathIsTheReference(MultitaskFit it) {
        double lambda = it.number("lambda");
        LambdaPath path = LambdaPath.of(3 * lambda, 1.5 * lambda, lambda);
        assertReference(it, SOLVER.path(it.problem(), it.regularizer(), path).fit(2));
    }

    @ParameterizedTest
    @MethodSource("fits")
    void proximalGradientFindsTheReferenceToo(MultitaskFit it) {
        Fit fit = TestData.proximalGradient(new Solver(1e-9, 200_000), it.problem(), it.regularizer());
        assertThat(fit.converged()).as("%s", fit).isTrue();
        assertThat(fit.objective()).isCloseTo(it.number("objective"), within(1e-8 * it.number("objective")));
    }

    private static void assertReference(MultitaskFit it, Fit fit) {
        assertThat(fit.converged()).as("%s", fit).isTrue();
        double objective = it.number("objective");
        Problem problem = it.problem();
        assertThat(problem.meanLoss(fit.scores(problem.features())) + fit.penalty())
                .isCloseTo(objective, within(1e-12 * objective));
        // Without an intercept the loss of the fit is a small difference of large terms.
        assertThat(fit.objective()).isCloseTo(objective, within((problem.hasIntercept() ? 1e-12 : 1e-8) * objective));
        double[] wanted = Scaling.of(it.problem()).standardized(it.numbers("coefficients"));
        double[] found = fit.standardizedCoefficients();
        assertThat(found).containsExactly(wanted, within(EXACT * TestData.largest(wanted)));
        for (int j = 0; j < wanted.length; j++) {
            assertThat(found[j] == 0).as("coefficient %s", j).isEqualTo(wanted[j] == 0);
        }
        double[] intercepts = it.numbers("intercepts");
        assertThat(fit.intercepts()).containsExactly(intercepts, within(EXACT * (1 + TestData.largest(intercepts))));
    }

    @Test
    void everyLossAndSystemIsThere() {
        assertThat(fits().map(it -> it.get("loss"))).contains("squared", "logistic", "poisson", "huber(delta=20)");
        assertThat(fits().map(it -> it.get("by"))).contains("newton", "glmnet", "scikit-learn");
    }
}
