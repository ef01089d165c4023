package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Groups;
import org.ridgeline.Weights;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

/** Penalty factors and groups. */
class PenaltyLayoutTest {

    private static final Solver SOLVER = Solver.standard().withTolerance(1e-13);
    private static final int P = 6;

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void aFactorOfTheLassoIsTheSameAsAScaleOfTheFeature(Loss loss) {
        SplittableRandom random = new SplittableRandom(2);
        double[][] rows = TestData.rows(random, 40, P);
        double[] y = TestData.targets(loss, random, rows);
        double[] factors = {1, 0.5, 2, 1, 4, 0.25};
        double[][] scaled = new double[rows.length][P];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < P; j++) {
                scaled[i][j] = rows[i][j] / factors[j];
            }
        }
        L1 l1 = L1.of(0.08);
        Fit fit = SOLVER.fit(Problem.of(DenseFeatures.ofRows(rows), y, loss).withPenaltyFactors(factors), l1);
        Fit wanted = SOLVER.fit(Problem.of(DenseFeatures.ofRows(scaled), y, loss), l1);
        assertThat(fit.converged()).isTrue();
        for (int j = 0; j < P; j++) {
            assertThat(fit.coefficients()[j]).isCloseTo(wanted.coefficients()[j] / factors[j], within(1e-9));
        }
        assertThat(fit.penalty()).isCloseTo(wanted.penalty(), within(1e-9));
    }

    @Test
    void aFactorOfRidgeIsAnOwnStrength() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] rows = TestData.rows(random, 40, P);
        double[] y = TestData.numbers(random, rows);
        double[] factors = {0, 1, 2, 0.5, 0, 30};
        double[] strengths = Arrays.stream(factors).map(f -> f * 4).toArray();
        double[] wanted = TestData.ridge(rows, y, TestData.ones(40), strengths, true);
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED)
                .withLossScale(LossScale.SUM)
                .withPenaltyFactors(factors);
        Fit fit = SOLVER.fit(problem, L2.of(4));
        assertThat(fit.coefficients()).containsExactly(Arrays.copyOf(wanted, P), within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void aFeatureOfFactorZeroIsLeftWhereTheLossWantsIt(Loss loss) {
        Problem problem = TestData.problem(loss, 4, 40, P).withPenaltyFactors(0, 1, 1, 1, 1, 1);
        Fit fit = SOLVER.fit(problem, L1.of(1e6));
        assertThat(fit.nonzeros()).isEqualTo(loss.outputs());
        assertThat(fit.penalty()).isZero();
        double[] gradient = Gradients.of(problem, fit);
        for (int k = 0; k < loss.outputs(); k++) {
            assertThat(gradient[k * P]).isCloseTo(0, within(1e-10));
        }
        assertThat(fit.converged()).isTrue();
    }

    @Test
    void groupsBecomeZeroAsAWhole() {
        Problem problem = TestData.problem(Loss.SQUARED, 5, 60, 9)
                .withGroups(TestData.threes(9))
                .withStandardization(Standardization.POPULATION);
        double lambdaMax = GroupL2.of(1).lambdaMax(problem.weights(Gradients.atNull(problem)));
        boolean some = false;
        for (double share : new double[] {0.9, 0.6, 0.3, 0.1}) {
            Fit fit = SOLVER.fit(problem, GroupL2.of(share * lambdaMax));
            double[] w = fit.coefficients();
            for (int j = 0; j < 9; j++) {
                assertThat(w[j] == 0).isEqualTo(w[j / 3 * 3] == 0);
            }
            some |= fit.nonzeros() > 0 && fit.nonzeros() < 9;
        }
        assertThat(some).isTrue();
    }

    @Test
    void aGroupOfOneIsTheLasso() {
        Problem problem = TestData.problem(Loss.LOGISTIC, 6, 50, P);
        assertThat(SOLVER.fit(problem, GroupL2.of(0.03)).coefficients())
                .containsExactly(SOLVER.fit(problem, L1.of(0.03)).coefficients(), within(1e-10));
    }

    @Test
    void featuresInNoGroupAreLeftAlone() {
        Problem problem = TestData.problem(Loss.SQUARED, 7, 50, P).withGroups(Groups.labelled(0, 0, -1, 1, 1, -1));
        Fit fit = SOLVER.fit(problem, GroupL2.of(1e9));
        double[] w = fit.coefficients();
        assertThat(new double[] {w[0], w[1], w[3], w[4]}).containsOnly(0);
        double[] gradient = Gradients.of(problem, fit);
        assertThat(gradient[2]).isCloseTo(0, within(1e-10));
        assertThat(gradient[5]).isCloseTo(0, within(1e-10));
    }

    @Test
    void groupsResetFactorsAndFactorsKeepGroups() {
        Problem problem = TestData.problem(Loss.SQUARED, 7, 20, P).withPenaltyFactors(1, 2, 3, 4, 5, 6);
        Groups groups = TestData.threes(P);
        Weights grouped = problem.withGroups(groups).weights(new double[P]);
        assertThat(grouped.hasFactors()).isFalse();
        Weights both =
                problem.withGroups(groups).withPenaltyFactors(1, 1, 1, 2, 2, 2).weights(new double[P]);
        assertThat(both.groups()).isEqualTo(groups);
        assertThat(both.factor(4)).isEqualTo(2);
    }

    @Test
    void layoutsThatDoNotFitAreRefused() {
        Problem problem = TestData.problem(Loss.SQUARED, 8, 20, P);
        assertThatThrownBy(() -> problem.withGroups(Groups.singletons(P + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("groups", "6", "7");
        assertThatThrownBy(() -> problem.withPenaltyFactors(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("penalty factors", "6", "2");
        assertThatThrownBy(() -> problem.withPenaltyFactors(1, 1, 1, -1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("penalty factor", ">= 0", "-1");
        Problem torn = problem.withGroups(TestData.threes(P)).withPenaltyFactors(1, 2, 1, 1, 1, 1);
        assertThatThrownBy(() -> SOLVER.fit(torn, GroupL2.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("must share one penalty factor", "group 0", "1.0", "2.0");
        assertThat(SOLVER.fit(torn, ElasticNet.of(0.1, 0.5)).converged()).isTrue();
    }
}
