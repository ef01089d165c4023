package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;

/** Group penalties that tie the weights of a feature over several outputs with targets of their own. */
class TiedOutputsTest {

    private static final Solver SOLVER = Solver.standard().withTolerance(1e-12);
    private static final int OUTPUTS = 3;
    private static final int N = 60;
    private static final int P = 9;

    private record Case(Problem problem, Regularizer regularizer) {}

    private static Problem problem(ScalarLoss base, boolean groups) {
        Problem problem = TestData.problem(Loss.multitask(base, OUTPUTS), 4, N, P)
                .withStandardization(Standardization.POPULATION)
                .withTiedOutputs(true);
        return groups ? problem.withGroups(TestData.threes(P)) : problem;
    }

    static Stream<Case> cases() {
        return TestData.scalarLosses()
                .flatMap(base -> Stream.of(false, true).map(groups -> problem(base, groups)))
                .flatMap(problem -> Stream.of(
                                GroupL2.of(1),
                                Regularizers.load().parse("sparse-group-l2(alpha=0.5)"),
                                new GroupElasticNet(1, 0.7))
                        .map(regularizer -> new Case(problem, regularizer)));
    }

    /** From the definition: the norms of the groups' gradients, over the root of how many weights they hold. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aGroupHasTheWeightsOfItsFeaturesForAllOutputs(boolean groups) {
        Problem problem = problem(Loss.SQUARED, groups);
        double[] gradient = Gradients.atNull(problem);
        int size = groups ? 3 : 1;
        double largest = 0;
        for (int g = 0; g < P / size; g++) {
            double squares = 0;
            for (int k = 0; k < OUTPUTS; k++) {
                for (int j = g * size; j < (g + 1) * size; j++) {
                    squares += gradient[k * P + j] * gradient[k * P + j];
                }
            }
            largest = Math.max(largest, Math.sqrt(squares) / Math.sqrt(OUTPUTS * size));
        }
        PathFit path = SOLVER.path(problem, GroupL2.of(1), LambdaPath.geometric(5, 0.1));
        assertThat(path.lambdaMax()).isCloseTo(largest, within(1e-12 * largest));
        assertThat(path.nonzeros(0)).isZero();
        assertThat(path.nonzeros(4)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fitPathAndProximalGradientAgree(Case it) {
        PathFit path = SOLVER.path(it.problem, it.regularizer, LambdaPath.geometric(7, 0.05));
        assertThat(path.converged()).isTrue();
        for (int k : new int[] {2, 4, 6}) {
            Regularizer regularizer = it.regularizer.withLambda(path.lambda(k));
            Fit found = path.fit(k);
            Fit alone = SOLVER.fit(it.problem, regularizer);
            Fit other = TestData.proximalGradient(new Solver(1e-11, 1_000_000), it.problem, regularizer);
            double largest = TestData.largest(found.standardizedCoefficients());
            assertThat(alone.converged() && other.converged()).isTrue();
            assertThat(alone.standardizedCoefficients())
                    .containsExactly(found.standardizedCoefficients(), within(1e-9 * largest));
            assertThat(other.standardizedCoefficients())
                    .containsExactly(found.standardizedCoefficients(), within(1e-7 * largest));
            assertThat(alone.intercepts()).containsExactly(found.intercepts(), within(1e-7));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#scalarLosses")
    void aFeatureIsInForEveryOutputOrForNone(ScalarLoss base) {
        PathFit path = SOLVER.path(problem(base, false), GroupL2.of(1), LambdaPath.geometric(12, 0.05));
        boolean some = false;
        for (int l = 0; l < path.size(); l++) {
            double[] w = path.fit(l).coefficients();
            for (int c = 0; c < w.length; c++) {
                assertThat(w[c] == 0).isEqualTo(w[c % P] == 0);
            }
            some |= path.nonzeros(l) > 0 && path.nonzeros(l) < OUTPUTS * P;
        }
        assertThat(some).isTrue();
    }

    /** More tied weights than the Gram matrix holds, so that residuals are descended on. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void ofMoreFeaturesThanExamplesToo(int groupSize) {
        int p = 160;
        Problem problem = TestData.problem(Loss.multitask(Loss.SQUARED, 4), 9, 70, p)
                .withStandardization(Standardization.POPULATION)
                .withGroups(groupSize == 1 ? Groups.singletons(p) : TestData.threes(p))
                .withTiedOutputs(true);
        PathFit path = SOLVER.path(problem, GroupL2.of(1), LambdaPath.geometric(10, 0.005));
        assertThat(path.converged()).isTrue();
        // A working set of more than these features does not fit into 64 columns.
        assertThat(path.nonzeros(9)).isGreaterThan(64 * 4);
        Fit last = path.fit(9);
        Fit other = TestData.proximalGradient(new Solver(1e-10, 1_000_000), problem, last.regularizer());
        assertThat(other.converged()).isTrue();
        assertThat(last.objective()).isCloseTo(other.objective(), within(1e-9 * other.objective()));
        assertThat(last.standardizedCoefficients())
                .containsExactly(
                        other.standardizedCoefficients(),
                        within(1e-5 * TestData.largest(other.standardizedCoefficients())));
    }

    /** Ended early, so that there is a gap; primal and dual are computed here from their definitions. */
    @ParameterizedTest
    @ValueSource(strings = {"squared", "logistic"})
    void theGapIsThatOfTheDefinition(String loss) {
        ScalarLoss base = (ScalarLoss) Loss.of(loss);
        Problem problem = problem(base, false);
        double lambda = 0.3 * GroupL2.of(1).lambdaMax(problem.weights(Gradients.atNull(problem)));
        for (int steps : new int[] {1, 2, 3}) {
            Fit fit = SOLVER.withMaxIterations(steps).fit(problem, GroupL2.of(lambda));
            double[] scores = fit.scores(problem.features());
            double[] correlations = Gradients.of(problem, fit);
            // The dual point: slopes shrunk until no group's correlation is longer than λ√K.
            double factor = 1;
            for (int j = 0; j < P; j++) {
                double squares = 0;
                for (int k = 0; k < OUTPUTS; k++) {
                    squares += correlations[k * P + j] * correlations[k * P + j];
                }
                factor = Math.min(factor, lambda * Math.sqrt(OUTPUTS) / Math.sqrt(squares));
            }
            double[] y = problem.targets();
            double primal = GroupL2.of(lambda).penalty(problem.weights(fit.standardizedCoefficients()));
            double conjugate = 0;
            double nullLoss = 0;
            for (int i = 0; i < y.length; i++) {
                double mean =
                        Arrays.stream(y, i / N * N, (i / N + 1) * N).average().orElseThrow();
                if (base.equals(Loss.SQUARED)) {
                    double v = factor * 2 * (scores[i] - y[i]);
                    primal += Math.pow(y[i] - scores[i], 2) / N;
                    conjugate += (v * v / 4 + v * y[i]) / N;
                    nullLoss += Math.pow(y[i] - mean, 2) / N;
                } else {
                    double right = y[i] == 1 ? 1 / (1 + Math.exp(-scores[i])) : 1 / (1 + Math.exp(scores[i]));
                    double wrong = factor * (1 - right);
                    primal -= Math.log(right) / N;
                    conjugate += (wrong * Math.log(wrong) + (1 - wrong) * Math.log(1 - wrong)) / N;
                    nullLoss -= (y[i] * Math.log(mean) + (1 - y[i]) * Math.log(1 - mean)) / N;
                }
            }
            assertThat(fit.certificate().kind()).isEqualTo(Certificate.Kind.DUALITY_GAP);
            double gap = (primal + conjugate) / nullLoss;
            assertThat(gap).as("%s steps", steps).isGreaterThan(1e-9);
            assertThat(fit.certificate().value()).isCloseTo(gap, within(1e-6 * gap));
        }
    }

    @Test
    void crossValidationOfTiedOutputsMeasuresFoldsByHand() {
        Problem problem = problem(Loss.SQUARED, false);
        CrossValidationFit fit = CrossValidation.of(4, 2)
                .withThreads(2)
                .run(SOLVER, problem, GroupL2.of(1), LambdaPath.geometric(5, 0.05));
        assertThat(fit.converged()).isTrue();
        for (int fold = 0; fold < 4; fold++) {
            Folds folds = new Folds(4, fit.foldOfRow());
            int[] held = folds.validation(fold);
            Fit alone = SOLVER.fit(problem.selectRows(folds.training(fold)), GroupL2.of(fit.lambda(3)));
            double[] scores = alone.scores(problem.features().selectRows(held));
            double sum = 0;
            for (int i = 0; i < scores.length; i++) {
                double y = problem.targets()[i / held.length * N + held[i % held.length]];
                sum += Math.pow(y - scores[i], 2);
            }
            assertThat(fit.curve(fold)[3]).isCloseTo(sum / held.length, within(1e-8 * sum));
        }
    }

    @Test
    void crossValidationOfUntiedOutputsIsTheSumOfEachAlone() {
        Problem problem = problem(Loss.LOGISTIC, false);
        int[] folds = IntStream.range(0, N).map(i -> i % 3).toArray();
        CrossValidationFit joint =
                CrossValidation.ofFolds(folds).run(SOLVER, problem, L1.of(1), LambdaPath.geometric(5, 0.05));
        double[] lambdas =
                IntStream.range(0, joint.size()).mapToDouble(joint::lambda).toArray();
        double[] sums = new double[lambdas.length];
        for (int k = 0; k < OUTPUTS; k++) {
            Problem one = Problem.of(
                            problem.features(),
                            Arrays.copyOfRange(problem.targets(), k * N, (k + 1) * N),
                            Loss.LOGISTIC)
                    .withStandardization(Standardization.POPULATION);
            CrossValidationFit alone =
                    CrossValidation.ofFolds(folds).run(SOLVER, one, L1.of(1), LambdaPath.of(lambdas));
            Arrays.setAll(sums, l -> sums[l] + alone.mean(l));
        }
        for (int l = 0; l < sums.length; l++) {
            assertThat(joint.mean(l)).isCloseTo(sums[l], within(1e-8));
        }
    }
}
