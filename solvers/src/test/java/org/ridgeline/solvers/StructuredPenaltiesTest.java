package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Conjugate;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.Slope;
import org.ridgeline.penalties.SparseGroupL2;

/** The sparse group lasso and SLOPE, alone and along paths, with the certificates of their dual norms. */
class StructuredPenaltiesTest {

    private static final Solver SOLVER = Solver.standard().withTolerance(1e-11);
    private static final LambdaPath PATH = LambdaPath.geometric(12, 0.02);
    private static final int P = 12;

    private static Problem problem(Loss loss, long seed) {
        return TestData.problem(loss, seed, 60, P)
                .withGroups(TestData.threes(P))
                .withStandardization(Standardization.POPULATION);
    }

    private record Case(Loss loss, long seed, Regularizer penalty) {}

    static Stream<Case> cases() {
        return TestData.scalarLosses()
                .flatMap(loss -> Stream.of(1L, 2L)
                        .flatMap(seed -> Stream.of(
                                        SparseGroupL2.of(0.03, 0.5),
                                        SparseGroupL2.of(0.03, 0.05),
                                        SparseGroupL2.of(0.03, 0.95),
                                        Slope.of(0.03, 0.1),
                                        Slope.of(0.03, 0.9))
                                .map(penalty -> new Case(loss, seed, penalty))));
    }

    /** −∇ is in ∂R(w) where it is in the unit ball of the dual norm and ⟨−∇, w⟩ = R(w). */
    private static void assertOptimal(Problem problem, Fit fit) {
        double[] gradient = Gradients.of(problem, fit);
        double product = -TestData.dot(gradient, fit.standardizedCoefficients());
        Weights dual = problem.weights(gradient);
        assertThat(((Conjugate) fit.regularizer()).dualScale(dual)).isCloseTo(1, within(1e-7));
        assertThat(product).isCloseTo(fit.penalty(), within(1e-8 * (1 + fit.penalty())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFitIsCertifiedByItsGapAndOptimal(Case it) {
        Problem problem = problem(it.loss, it.seed);
        Fit fit = SOLVER.fit(problem, it.penalty);
        assertThat(fit.converged()).as("%s", fit).isTrue();
        assertThat(fit.certificate().kind()).isEqualTo(Certificate.Kind.DUALITY_GAP);
        assertOptimal(problem, fit);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPathIsTheFitsOneByOne(Case it) {
        Problem problem = problem(it.loss, it.seed);
        PathFit path = SOLVER.path(problem, it.penalty, PATH);
        assertThat(path.converged()).isTrue();
        assertThat(path.nonzeros(0)).isZero();
        assertThat(path.nonzeros(PATH.count() - 1)).isGreaterThanOrEqualTo(P / 2);
        for (int k = 0; k < path.size(); k++) {
            assertThat(path.certificate(k).kind()).isEqualTo(Certificate.Kind.DUALITY_GAP);
            Fit alone = SOLVER.fit(problem, it.penalty.withLambda(path.lambda(k)));
            assertThat(path.fit(k).coefficients()).containsExactly(alone.coefficients(), within(1e-7));
            assertOptimal(problem, path.fit(k));
        }
    }

    private static void assertSame(Loss loss, DoubleFunction<Regularizer> one, DoubleFunction<Regularizer> other) {
        Problem problem = problem(loss, 3);
        PathFit path = SOLVER.path(problem, one.apply(1), PATH);
        PathFit wanted = SOLVER.path(problem, other.apply(1), PATH);
        assertThat(path.lambdaMax()).isCloseTo(wanted.lambdaMax(), within(1e-9 * wanted.lambdaMax()));
        for (int k = 0; k < path.size(); k++) {
            assertThat(path.fit(k).coefficients()).containsExactly(wanted.fit(k).coefficients(), within(1e-8));
            double lambda = path.lambda(k);
            assertThat(SOLVER.fit(problem, one.apply(lambda)).coefficients())
                    .containsExactly(SOLVER.fit(problem, other.apply(lambda)).coefficients(), within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#scalarLosses")
    void theEndsOfTheSparseGroupLassoAreTheGroupLassoAndTheLasso(Loss loss) {
        assertSame(loss, lambda -> SparseGroupL2.of(lambda, 0), GroupL2::of);
        assertSame(loss, lambda -> SparseGroupL2.of(lambda, 1), L1::of);
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#scalarLosses")
    void slopeWithAConstantSequenceIsTheLasso(Loss loss) {
        assertSame(loss, lambda -> Slope.of(lambda, 0), L1::of);
    }

    @Test
    void theSparseGroupLassoHasZerosOfBothKinds() {
        Problem problem = problem(Loss.SQUARED, 1);
        PathFit path = SOLVER.path(problem, SparseGroupL2.of(1, 0.5), PATH);
        boolean whole = false;
        boolean within = false;
        for (int k = 1; k < path.size(); k++) {
            double[] w = path.fit(k).coefficients();
            for (int g = 0; g < P; g += 3) {
                long zeros =
                        Arrays.stream(w, g, g + 3).filter(weight -> weight == 0).count();
                whole |= zeros == 3;
                within |= zeros == 1 || zeros == 2;
            }
        }
        assertThat(whole && within).isTrue();
    }

    @Test
    void featuresInNoGroupHaveTheLassoPart() {
        int[] labels = TestData.threes(P).labels();
        labels[4] = -1;
        Problem problem = problem(Loss.SQUARED, 2).withGroups(Groups.labelled(labels));
        for (double lambda : new double[] {0.1, 1}) {
            Fit fit = SOLVER.fit(problem, SparseGroupL2.of(lambda, 0.25));
            assertThat(fit.converged()).isTrue();
            double slope = Gradients.of(problem, fit)[4];
            double weight = fit.coefficients()[4];
            assertThat(Math.abs(slope)).isLessThanOrEqualTo(0.25 * lambda + 1e-9);
            assertThat(weight == 0 || Math.abs(slope + 0.25 * lambda * Math.signum(weight)) < 1e-9)
                    .isTrue();
        }
    }

    /** Of two features that are the same up to noise SLOPE makes one, with one coefficient. */
    @Test
    void slopeGivesCorrelatedFeaturesOneCoefficient() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] rows = new double[80][4];
        double[] y = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double shared = random.nextDouble(-1, 1);
            rows[i][0] = shared + random.nextDouble(-0.05, 0.05);
            rows[i][1] = -shared + random.nextDouble(-0.05, 0.05);
            rows[i][2] = random.nextDouble(-1, 1);
            rows[i][3] = random.nextDouble(-1, 1);
            y[i] = 2 * rows[i][0] - rows[i][1] + rows[i][2] + random.nextDouble(-0.5, 0.5);
        }
        Problem problem =
                Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED).withStandardization(Standardization.POPULATION);
        double[] slope = SOLVER.fit(problem, Slope.of(0.3, 0.5)).standardizedCoefficients();
        double[] lasso = SOLVER.fit(problem, L1.of(0.3)).standardizedCoefficients();
        assertThat(slope[0]).isPositive().isEqualTo(-slope[1]);
        assertThat(lasso[0]).isNotCloseTo(-lasso[1], within(0.1));
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#scalarLosses")
    void slopeLeavesUnpenalisedFeaturesWhereTheLossWantsThem(Loss loss) {
        double[] factors = new double[P];
        Arrays.fill(factors, 2);
        factors[3] = 0;
        Problem problem = problem(loss, 4).withPenaltyFactors(factors);
        Fit fit = SOLVER.fit(problem, Slope.of(0.05, 0.2));
        assertThat(fit.converged()).isTrue();
        assertThat(Gradients.of(problem, fit)[3]).isCloseTo(0, within(1e-9));
        assertThat(SOLVER.fit(problem, Slope.of(1e6, 0.2)).nonzeros()).isEqualTo(1);
        factors[5] = 3;
        assertThatThrownBy(() -> SOLVER.fit(problem.withPenaltyFactors(factors), Slope.of(0.05, 0.2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2.0 and 3.0");
    }
}
