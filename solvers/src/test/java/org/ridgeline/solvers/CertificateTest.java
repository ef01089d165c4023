package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.Weights;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

/** What the certificate says is true, and what the solver calls an optimum is one. */
class CertificateTest {

    private static final Solver TIGHT = Solver.standard().withTolerance(1e-13);

    private record Case(Problem problem, Regularizer regularizer) {}

    static Stream<Case> cases() {
        return TestData.losses()
                .flatMap(loss -> TestData.seeds()
                        .limit(3)
                        .boxed()
                        .flatMap(seed -> Stream.of(
                                        L1.of(0.02),
                                        L2.of(0.05),
                                        ElasticNet.of(0.03, 0.6),
                                        GroupL2.of(0.01),
                                        new Huber(0.1))
                                .flatMap(regularizer -> Stream.of(true, false)
                                        .map(intercept -> new Case(
                                                TestData.problem(loss, seed, 50, 12)
                                                        .withGroups(TestData.threes(12))
                                                        .withStandardization(Standardization.POPULATION)
                                                        .withIntercept(intercept),
                                                regularizer)))));
    }

    static Stream<Case> withConjugate() {
        return cases().filter(it -> !(it.regularizer instanceof Huber));
    }

    @ParameterizedTest
    @MethodSource("withConjugate")
    void theGapIsNeverLessThanTheDistanceFromTheOptimum(Case it) {
        double optimum = TIGHT.fit(it.problem, it.regularizer).objective();
        double nullLoss = nullLoss(it.problem);
        double last = Double.POSITIVE_INFINITY;
        for (int steps : List.of(1, 2, 3, 5, 8, 13, 40)) {
            Fit fit = TIGHT.withMaxIterations(steps).fit(it.problem, it.regularizer);
            double above = fit.objective() - optimum;
            Certificate certificate = fit.certificate();
            assertThat(certificate.kind()).isEqualTo(Certificate.Kind.DUALITY_GAP);
            assertThat(certificate.value() * nullLoss).isGreaterThanOrEqualTo(above - 1e-13 * nullLoss);
            // Where the first steps of a Poisson model lead, the loss and so its bounds are far too large.
            if (steps == 1 && !it.problem.loss().equals(Loss.POISSON)) {
                assertThat(above).as("a first step is not yet the optimum").isGreaterThan(1e-6 * nullLoss);
                // A bound that is thousands of times too large would also be a bound.
                assertThat(certificate.value() * nullLoss).isLessThan(1000 * above);
            }
            last = certificate.value();
        }
        // Models of these losses change much from step to step where the start is far away.
        boolean slow = it.problem.loss().equals(Loss.POISSON) || it.problem.loss() instanceof HuberLoss;
        assertThat(last).isLessThan(slow ? 0.5 : 0.1);
    }

    private static double nullLoss(Problem problem) {
        return TIGHT.fit(problem, L1.of(1e12)).objective();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFitIsAFixedPointOfTheProximalStep(Case it) {
        Fit fit = TIGHT.fit(it.problem, it.regularizer);
        assertThat(fit.converged()).as("%s", fit).isTrue();
        double[] w = fit.standardizedCoefficients();
        double[] gradient = Gradients.of(it.problem, fit);
        for (double step : new double[] {0.1, 1, 10}) {
            double[] moved = w.clone();
            for (int j = 0; j < w.length; j++) {
                moved[j] -= step * gradient[j];
            }
            it.regularizer.prox(it.problem.weights(moved), step);
            // The certificate's own step is shorter, and the steeper the loss the more so.
            double tolerance = it.problem.loss().equals(Loss.POISSON) ? 1e-9 : 1e-10;
            assertThat(moved).containsExactly(w, within(tolerance));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void subgradientsOfTheLassoMatchTheirSigns(Loss loss) {
        Problem problem = TestData.problem(loss, 9, 60, 12);
        double lambda = 0.3 * L1.of(1).lambdaMax(problem.weights(Gradients.atNull(problem)));
        Fit fit = TIGHT.fit(problem, L1.of(lambda));
        double[] gradient = Gradients.of(problem, fit);
        double[] w = fit.coefficients();
        assertThat(fit.nonzeros()).isBetween(1, 11 * loss.outputs());
        for (int j = 0; j < w.length; j++) {
            if (w[j] == 0) {
                assertThat(Math.abs(gradient[j])).isLessThan(lambda);
            } else {
                assertThat(gradient[j]).isCloseTo(-lambda * Math.signum(w[j]), within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withConjugate")
    void atLambdaMaxAllWeightsAreZeroAndJustBelowNot(Case it) {
        Weights gradient = it.problem.weights(Gradients.atNull(it.problem));
        double lambdaMax = it.regularizer.lambdaMax(gradient);
        if (it.regularizer instanceof L2) {
            assertThat(lambdaMax).isInfinite();
            return;
        }
        for (double above : new double[] {1 + 1e-12, 1.5, 1e6}) {
            Fit fit = TIGHT.fit(it.problem, it.regularizer.withLambda(above * lambdaMax));
            assertThat(fit.coefficients()).containsOnly(0);
            assertThat(fit.nonzeros()).isZero();
            assertThat(fit.converged()).isTrue();
            assertThat(fit.iterations()).isEqualTo(1);
        }
        assertThat(TIGHT.fit(it.problem, it.regularizer.withLambda(0.99 * lambdaMax))
                        .nonzeros())
                .isPositive();
    }

    @Test
    void aFitCutShortSaysSo() {
        Problem problem = TestData.problem(Loss.LOGISTIC, 3, 50, 8);
        Fit fit = Solver.standard().withMaxIterations(3).fit(problem, L1.of(0.01));
        assertThat(fit.converged()).isFalse();
        assertThat(fit.iterations()).isEqualTo(3);
        assertThat(fit.certificate().within(1e-9)).isFalse();
        assertThat(fit.toString()).contains("NOT CONVERGED after 3 steps", "l1(lambda=0.01)", "relative duality gap");
        Fit full = Solver.standard().fit(problem, L1.of(0.01));
        assertThat(full.converged()).isTrue();
        assertThat(full.certificate().within(1e-9)).isTrue();
        assertThat(full.toString()).doesNotContain("NOT CONVERGED");
    }

    @Test
    void aLooseToleranceTakesFewerSteps() {
        Problem problem = TestData.problem(Loss.LOGISTIC, 3, 50, 8);
        Fit loose = Solver.standard().withTolerance(1e-3).fit(problem, L1.of(0.01));
        assertThat(loose.converged()).isTrue();
        assertThat(loose.iterations())
                .isLessThan(Solver.standard().fit(problem, L1.of(0.01)).iterations());
    }

    @Test
    void withoutConjugateTheProximalResidualCertifies() {
        Problem problem = TestData.problem(Loss.SQUARED, 4, 50, 8);
        Fit fit = TIGHT.fit(problem, new Huber(0.5));
        assertThat(fit.converged()).isTrue();
        assertThat(fit.certificate().kind()).isEqualTo(Certificate.Kind.PROX_RESIDUAL);
        assertThat(fit.certificate().value()).isEqualTo(fit.certificate().residual());
        assertThat(fit.certificate().toString()).startsWith("relative proximal residual ");
        assertThat(TIGHT.withMaxIterations(1).fit(problem, new Huber(0.5)).converged())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void withoutStrengthTheProximalResidualCertifies(Loss loss) {
        Problem problem = TestData.problem(loss, 4, 50, 3);
        for (String text : List.of("l1(lambda=0)", "l2(lambda=0)", "elastic-net(lambda=0)", "group-l2(lambda=0)")) {
            Fit fit = TIGHT.fit(problem, Regularizers.load().parse(text));
            assertThat(fit.converged()).as(text).isTrue();
            assertThat(fit.certificate().kind()).isEqualTo(Certificate.Kind.PROX_RESIDUAL);
            assertThat(Gradients.of(problem, fit)).containsExactly(new double[3 * loss.outputs()], within(1e-10));
        }
    }
}
