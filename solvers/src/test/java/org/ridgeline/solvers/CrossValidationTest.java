package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

class CrossValidationTest {

    private static final Solver SOLVER = Solver.standard().withTolerance(1e-12);
    private static final LambdaPath GRID = LambdaPath.geometric(12, 1e-3);
    private static final int N = 61;
    private static final int P = 9;

    /** A loss of numbers and one of classes. */
    static Loss[] losses() {
        return new Loss[] {Loss.SQUARED, Loss.LOGISTIC};
    }

    private static Problem problem(Loss loss) {
        return TestData.problem(loss, 3, N, P).withStandardization(Standardization.POPULATION);
    }

    private static double[] weights() {
        return new SplittableRandom(11).doubles(N, 0.2, 3).toArray();
    }

    private static int[] cyclic(int folds) {
        return IntStream.range(0, N).map(i -> i * 7 % folds).toArray();
    }

    /** Fits each λ of each fold alone, from nothing, and measures it by the definition. */
    private static double[][] slowCurves(Problem problem, Regularizer regularizer, double[] lambdas, int[] foldOfRow) {
        int folds = Arrays.stream(foldOfRow).max().orElseThrow() + 1;
        double[][] curves = new double[folds][lambdas.length];
        for (int f = 0; f < folds; f++) {
            int fold = f;
            int[] training =
                    IntStream.range(0, N).filter(i -> foldOfRow[i] != fold).toArray();
            int[] validation =
                    IntStream.range(0, N).filter(i -> foldOfRow[i] == fold).toArray();
            for (int k = 0; k < lambdas.length; k++) {
                Fit fit = SOLVER.fit(problem.selectRows(training), regularizer.withLambda(lambdas[k]));
                double[] scores = fit.scores(problem.features().selectRows(validation));
                double sum = 0;
                double total = 0;
                for (int i = 0; i < validation.length; i++) {
                    double s = problem.exampleWeights()[validation[i]];
                    sum += s * lossByDefinition(problem, problem.targets()[validation[i]], scores[i]);
                    total += s;
                }
                curves[f][k] = sum / total;
            }
        }
        return curves;
    }

    private static double lossByDefinition(Problem problem, double y, double f) {
        return problem.loss() == Loss.SQUARED
                ? (y - f) * (y - f)
                : -Math.log(y == 1 ? 1 / (1 + Math.exp(-f)) : 1 / (1 + Math.exp(f)));
    }

    private static double[] lambdas(CrossValidationFit fit) {
        return IntStream.range(0, fit.size()).mapToDouble(fit::lambda).toArray();
    }

    private static void assertSameAsSlowTwin(
            Problem problem, Regularizer regularizer, LambdaPath path, int[] foldOfRow) {
        CrossValidationFit fit =
                CrossValidation.ofFolds(foldOfRow).withThreads(2).run(SOLVER, problem, regularizer, path);
        double[][] slow = slowCurves(problem, regularizer, lambdas(fit), foldOfRow);
        double[] foldWeights = new double[slow.length];
        for (int i = 0; i < N; i++) {
            foldWeights[foldOfRow[i]] += problem.exampleWeights()[i];
        }
        double total = Arrays.stream(foldWeights).sum();
        for (int k = 0; k < fit.size(); k++) {
            double mean = 0;
            double variance = 0;
            for (int f = 0; f < slow.length; f++) {
                assertThat(fit.curve(f)[k]).isCloseTo(slow[f][k], within(1e-7 * slow[f][k]));
                mean += foldWeights[f] / total * slow[f][k];
            }
            for (int f = 0; f < slow.length; f++) {
                variance += foldWeights[f] / total * Math.pow(slow[f][k] - mean, 2);
            }
            assertThat(fit.mean(k)).isCloseTo(mean, within(1e-7 * mean));
            assertThat(fit.standardError(k)).isCloseTo(Math.sqrt(variance / (slow.length - 1)), within(1e-6 * mean));
        }
        assertThat(fit.converged()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void curvesAreThoseOfFitsMadeOneByOne(Loss loss) {
        assertSameAsSlowTwin(problem(loss).withExampleWeights(weights()), ElasticNet.of(1, 0.8), GRID, cyclic(5));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void groupsFactorsAndTheOtherSettingsHoldInTheFoldsToo(Loss loss) {
        double[] factors = TestData.ones(P);
        // Classes that some unpenalised features tell apart have no finite optimum.
        Arrays.fill(factors, 0, 3, loss == Loss.SQUARED ? 0 : 0.2);
        Problem problem = problem(loss)
                .withGroups(TestData.threes(P))
                .withPenaltyFactors(factors)
                .withStandardization(Standardization.SAMPLE);
        assertSameAsSlowTwin(problem, GroupL2.of(1), GRID, cyclic(3));
        assertSameAsSlowTwin(problem.withIntercept(false), GroupL2.of(1), GRID, cyclic(3));
    }

    @Test
    void aPenaltyOfNoSeparablePartsHasAPathToo() {
        assertSameAsSlowTwin(problem(Loss.SQUARED), new Huber(1), LambdaPath.of(2, 0.5, 0.1), cyclic(4));
    }

    @Test
    void leavingOneOutIsAsManyFoldsAsRows() {
        int[] own = IntStream.range(0, N).toArray();
        CrossValidationFit given = CrossValidation.ofFolds(own).run(SOLVER, problem(Loss.SQUARED), L1.of(1), GRID);
        CrossValidationFit drawn = CrossValidation.of(N, 5).run(SOLVER, problem(Loss.SQUARED), L1.of(1), GRID);
        assertThat(drawn.foldOfRow()).doesNotHaveDuplicates().isNotEqualTo(own);
        for (int k = 0; k < given.size(); k++) {
            assertThat(drawn.mean(k)).isCloseTo(given.mean(k), within(1e-12 * given.mean(k)));
            assertThat(drawn.standardError(k)).isCloseTo(given.standardError(k), within(1e-12 * given.mean(k)));
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void thePathIsThatOfAllExamples(Loss loss) {
        CrossValidationFit fit = CrossValidation.of(5, 1).run(SOLVER, problem(loss), L1.of(1), GRID);
        PathFit path = SOLVER.path(problem(loss), L1.of(1), GRID);
        assertThat(fit.size()).isEqualTo(path.size());
        for (int k = 0; k < path.size(); k++) {
            assertThat(fit.lambda(k)).isEqualTo(path.lambda(k));
            assertThat(fit.nonzeros(k)).isEqualTo(path.nonzeros(k));
        }
        assertThat(fit.path().toString()).isEqualTo(path.toString());
        assertThat(fit.bestFit().coefficients()).isEqualTo(path.fit(fit.best()).coefficients());
        assertThat(fit.oneStandardErrorFit().coefficients())
                .isEqualTo(path.fit(fit.oneStandardError()).coefficients());
        assertThat(fit.oneStandardErrorFit().nonzeros()).isEqualTo(fit.nonzeros(fit.oneStandardError()));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theNumberOfThreadsChangesNoBit(Loss loss) {
        CrossValidation one = CrossValidation.of(7, 9);
        CrossValidationFit wanted = one.run(SOLVER, problem(loss), L1.of(1), GRID);
        for (int threads : new int[] {2, 3, 20}) {
            CrossValidationFit fit = one.withThreads(threads).run(SOLVER, problem(loss), L1.of(1), GRID);
            for (int fold = 0; fold < 7; fold++) {
                assertThat(fit.curve(fold)).isEqualTo(wanted.curve(fold));
            }
            assertThat(fit.foldOfRow()).isEqualTo(wanted.foldOfRow());
            assertThat(fit).hasToString(wanted.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void anIntegerWeightCountsAsSoManyCopies(Loss loss) {
        Problem problem = problem(loss);
        double[] weights = IntStream.range(0, N).mapToDouble(i -> i % 4).toArray();
        int[] copies = IntStream.range(0, N)
                .flatMap(i -> IntStream.generate(() -> i).limit(i % 4))
                .toArray();
        int[] folds = cyclic(5);
        CrossValidationFit weighted =
                CrossValidation.ofFolds(folds).run(SOLVER, problem.withExampleWeights(weights), L1.of(1), GRID);
        CrossValidationFit copied = CrossValidation.ofFolds(
                        Arrays.stream(copies).map(i -> folds[i]).toArray())
                .run(SOLVER, problem.selectRows(copies), L1.of(1), GRID);
        assertThat(weighted.size()).isEqualTo(copied.size());
        for (int k = 0; k < copied.size(); k++) {
            assertThat(weighted.mean(k)).isCloseTo(copied.mean(k), within(1e-7 * copied.mean(k)));
            assertThat(weighted.standardError(k)).isCloseTo(copied.standardError(k), within(1e-6 * copied.mean(k)));
        }
        assertThat(weighted.foldOfRow()[4]).isEqualTo(-1);
        assertThat(weighted.foldOfRow()[5]).isEqualTo(folds[5]);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void onTheSummedLossTheCurveIsTheSame(Loss loss) {
        CrossValidationFit mean = CrossValidation.of(5, 1).run(SOLVER, problem(loss), L1.of(1), GRID);
        CrossValidationFit sum =
                CrossValidation.of(5, 1).run(SOLVER, problem(loss).withLossScale(LossScale.SUM), L1.of(1), GRID);
        for (int k = 0; k < mean.size(); k++) {
            assertThat(sum.lambda(k)).isCloseTo(N * mean.lambda(k), within(1e-9 * sum.lambda(k)));
            assertThat(sum.mean(k)).isCloseTo(mean.mean(k), within(1e-7 * mean.mean(k)));
        }
    }

    @Test
    void aPathThatEndsEarlyEndsThereInTheFoldsToo() {
        Problem problem = problem(Loss.SQUARED);
        CrossValidationFit whole = CrossValidation.of(5, 1).run(SOLVER, problem, L1.of(1), GRID);
        CrossValidationFit ended = CrossValidation.of(5, 1).run(SOLVER, problem, L1.of(1), GRID.untilExplained(0.5));
        assertThat(ended.size()).isBetween(2, whole.size() - 1);
        assertThat(ended.path().explained(ended.size() - 1)).isGreaterThanOrEqualTo(0.5);
        for (int fold = 0; fold < 5; fold++) {
            assertThat(ended.curve(fold)).containsExactly(Arrays.copyOf(whole.curve(fold), ended.size()), within(1e-7));
        }
    }

    @Test
    void aPenaltyWithoutALambdaMaxNeedsGivenLambdas() {
        double[] lambdas = {1, 0.1, 0};
        CrossValidationFit fit =
                CrossValidation.of(5, 1).run(SOLVER, problem(Loss.SQUARED), L2.of(1), LambdaPath.of(lambdas));
        assertThat(lambdas(fit)).containsExactly(lambdas);
        double[][] slow = slowCurves(problem(Loss.SQUARED), L2.of(1), lambdas, fit.foldOfRow());
        for (int fold = 0; fold < 5; fold++) {
            assertThat(fit.curve(fold)).containsExactly(slow[fold], within(1e-7));
        }
    }

    @Test
    void aTargetWithoutVariationHasOneLambda() {
        double[][] rows = TestData.rows(new SplittableRandom(1), 10, 2);
        double[] y = new double[10];
        Arrays.fill(y, 4);
        CrossValidationFit fit = CrossValidation.of(3, 1)
                .run(SOLVER, Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED), L1.of(1), GRID);
        assertThat(fit.size()).isEqualTo(1);
        assertThat(fit.best()).isZero();
        assertThat(fit.mean(0)).isZero();
        assertThat(fit.standardError(0)).isZero();
    }

    @Test
    void aGridMayNameALambdaTwice() {
        LambdaPath tight = LambdaPath.geometric(4, Math.nextDown(1.0));
        CrossValidationFit fit = CrossValidation.of(3, 1).run(SOLVER, problem(Loss.SQUARED), L1.of(1), tight);
        assertThat(lambdas(fit)).hasSize(4);
        assertThat(Arrays.stream(lambdas(fit)).distinct().count()).isLessThan(4);
        assertThat(fit.mean(0)).isCloseTo(fit.mean(3), within(1e-9));
    }

    @Test
    void whatComesOutSaysHowItCameAbout() {
        CrossValidationFit drawn = CrossValidation.of(5, 8)
                .withMeasure(Measures.ERROR_RATE)
                .run(SOLVER.withMaxIterations(1), problem(Loss.LOGISTIC), L1.of(1), GRID);
        assertThat(drawn.seed()).isEqualTo(OptionalLong.of(8));
        assertThat(drawn.folds()).isEqualTo(5);
        assertThat(drawn.measure()).isEqualTo(Measures.ERROR_RATE);
        assertThat(drawn.converged()).isFalse();
        assertThat(drawn.toString())
                .startsWith("5 folds of seed 8, 12 lambdas: best is lambda " + drawn.lambda(drawn.best())
                        + " with error-rate " + drawn.mean(drawn.best()))
                .contains("within one standard error is lambda " + drawn.lambda(drawn.oneStandardError()))
                .endsWith("NOT ALL CONVERGED");
        CrossValidationFit given = CrossValidation.ofFolds(drawn.foldOfRow())
                .withMeasure(Measures.ERROR_RATE)
                .run(SOLVER.withMaxIterations(1), problem(Loss.LOGISTIC), L1.of(1), GRID);
        assertThat(given.seed()).isEmpty();
        assertThat(given.curve(2)).isEqualTo(drawn.curve(2));
        assertThat(given.toString()).startsWith("5 folds, 12 lambdas");
    }
}
