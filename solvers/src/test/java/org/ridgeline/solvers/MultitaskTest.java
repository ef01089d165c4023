package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

/** Several outputs that no penalty ties are the fits of each alone. */
class MultitaskTest {

    private static final Solver SOLVER = Solver.standard().withTolerance(1e-13);
    private static final int OUTPUTS = 3;
    private static final int N = 60;
    private static final int P = 9;

    /** A way to set a problem up; offsets are of the output alone. */
    private enum Setting {
        PLAIN(problem -> problem),
        STANDARDIZED(problem -> problem.withStandardization(Standardization.SAMPLE)),
        THROUGH_THE_ORIGIN(problem -> problem.withIntercept(false).withStandardization(Standardization.POPULATION)),
        SUMMED_AND_WEIGHTED(problem -> problem.withExampleWeights(
                        IntStream.range(0, N).mapToDouble(i -> i % 4).toArray())
                .withStandardization(Standardization.POPULATION)),
        FACTORS(problem -> problem.withPenaltyFactors(2, 2, 2, 0.5, 0.5, 0.5, 1, 1, 1)),
        BOUNDS(problem -> problem.withBounds(filled(-0.1), filled(0.2)));

        private final UnaryOperator<Problem> change;

        Setting(UnaryOperator<Problem> change) {
            this.change = change;
        }

        private static double[] filled(double bound) {
            double[] bounds = new double[P];
            Arrays.fill(bounds, bound);
            return bounds;
        }
    }

    private record Case(ScalarLoss base, Regularizer regularizer, Setting setting, boolean sparse) {

        private double[][] rows() {
            double[][] rows = TestData.rows(new SplittableRandom(5), N, P);
            for (int i = 0; i < N && sparse; i++) {
                for (int j = 0; j < P; j++) {
                    rows[i][j] = (i + j) % 3 == 0 ? rows[i][j] : 0;
                }
            }
            return rows;
        }

        private double[] targets() {
            return TestData.targets(Loss.multitask(base, OUTPUTS), new SplittableRandom(6), rows());
        }

        private double[] offsets() {
            double[] offsets = new double[OUTPUTS * N];
            Arrays.setAll(offsets, i -> 0.1 * (i % 7) - 0.3);
            return offsets;
        }

        private Problem problem(Loss loss, double[] targets, double[] offsets) {
            Features features = sparse ? sparseOf(rows()) : DenseFeatures.ofRows(rows());
            return setting.change
                    .apply(Problem.of(features, targets, loss).withGroups(TestData.threes(P)))
                    .withLossScale(setting == Setting.SUMMED_AND_WEIGHTED ? LossScale.SUM : LossScale.MEAN)
                    .withOffsets(offsets);
        }

        Problem joint() {
            return problem(Loss.multitask(base, OUTPUTS), targets(), offsets());
        }

        Problem alone(int k) {
            return problem(base, part(targets(), k, N), part(offsets(), k, N));
        }

        Regularizer scaled() {
            return setting == Setting.SUMMED_AND_WEIGHTED
                    ? regularizer.withLambda(N * regularizer.lambda())
                    : regularizer;
        }
    }

    private static Features sparseOf(double[][] rows) {
        int[] start = new int[P + 1];
        int[] row = new int[N * P];
        double[] value = new double[N * P];
        int count = 0;
        for (int j = 0; j < P; j++) {
            for (int i = 0; i < N; i++) {
                if (rows[i][j] != 0) {
                    row[count] = i;
                    value[count++] = rows[i][j];
                }
            }
            start[j + 1] = count;
        }
        return SparseFeatures.ofColumns(N, start, Arrays.copyOf(row, count), Arrays.copyOf(value, count));
    }

    private static double[] part(double[] all, int output, int size) {
        return Arrays.copyOfRange(all, output * size, (output + 1) * size);
    }

    static Stream<Case> cases() {
        return TestData.scalarLosses()
                .flatMap(base -> Stream.of(L1.of(0.05), ElasticNet.of(0.05, 0.6), L2.of(0.1), GroupL2.of(0.03))
                        .flatMap(regularizer -> Arrays.stream(Setting.values())
                                .filter(setting ->
                                        setting != Setting.BOUNDS || regularizer.separability() == Separability.WEIGHT)
                                .flatMap(setting -> Stream.of(false, true)
                                        .map(sparse -> new Case(base, regularizer, setting, sparse)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void untiedOutputsAreTheFitsOfEachAlone(Case it) {
        Fit joint = SOLVER.fit(it.joint(), it.scaled());
        assertThat(joint.converged()).as("%s", joint).isTrue();
        double objective = 0;
        for (int k = 0; k < OUTPUTS; k++) {
            Fit alone = SOLVER.fit(it.alone(k), it.scaled());
            assertThat(alone.converged()).isTrue();
            double[] wanted = alone.standardizedCoefficients();
            double[] found = part(joint.standardizedCoefficients(), k, P);
            assertThat(found).containsExactly(wanted, within(1e-9 * TestData.largest(wanted)));
            for (int j = 0; j < P; j++) {
                assertThat(found[j] == 0).isEqualTo(wanted[j] == 0);
            }
            assertThat(joint.intercepts()[k])
                    .isCloseTo(alone.intercept(), within(1e-9 * (1 + Math.abs(alone.intercept()))));
            objective += alone.objective();
        }
        assertThat(joint.objective()).isCloseTo(objective, within(1e-11 * objective));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theirPathIsThatOfEachAlone(Case it) {
        PathFit joint = SOLVER.path(it.joint(), it.scaled(), LambdaPath.geometric(6, 0.05));
        double[] lambdas =
                IntStream.range(0, joint.size()).mapToDouble(joint::lambda).toArray();
        double lambdaMax = 0;
        for (int k = 0; k < OUTPUTS; k++) {
            PathFit alone = SOLVER.path(it.alone(k), it.scaled(), LambdaPath.of(lambdas));
            lambdaMax = Math.max(lambdaMax, alone.lambdaMax());
            for (int l = 0; l < lambdas.length; l++) {
                double[] wanted = alone.fit(l).standardizedCoefficients();
                assertThat(part(joint.fit(l).standardizedCoefficients(), k, P))
                        .containsExactly(wanted, within(1e-9 * (1 + TestData.largest(wanted))));
            }
        }
        assertThat(joint.converged()).isTrue();
        if (lambdaMax == Double.POSITIVE_INFINITY) {
            assertThat(joint.lambdaMax()).isInfinite();
        } else {
            assertThat(joint.lambdaMax()).isCloseTo(lambdaMax, within(1e-9 * lambdaMax));
        }
    }

    /** More features than the Gram matrix holds, and than examples. */
    @ParameterizedTest
    @MethodSource("wide")
    void ofMoreFeaturesThanExamplesToo(Case it) {
        int n = 40;
        int p = 150;
        SplittableRandom random = new SplittableRandom(8);
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> random.doubles(p, -1, 1).toArray());
        Loss loss = Loss.multitask(it.base, OUTPUTS);
        double[] y = TestData.targets(loss, random, rows);
        PathFit joint = SOLVER.path(
                Problem.of(DenseFeatures.ofRows(rows), y, loss).withGroups(TestData.threes(p)),
                it.regularizer,
                LambdaPath.geometric(8, 0.02));
        double[] lambdas =
                IntStream.range(0, joint.size()).mapToDouble(joint::lambda).toArray();
        assertThat(joint.converged()).isTrue();
        for (int k = 0; k < OUTPUTS; k++) {
            Problem one = Problem.of(DenseFeatures.ofRows(rows), part(y, k, n), it.base)
                    .withGroups(TestData.threes(p));
            PathFit alone = SOLVER.path(one, it.regularizer, LambdaPath.of(lambdas));
            for (int l = 0; l < lambdas.length; l++) {
                double[] wanted = alone.fit(l).coefficients();
                assertThat(part(joint.fit(l).coefficients(), k, p))
                        .containsExactly(wanted, within(1e-8 * TestData.largest(wanted) + 1e-12));
            }
        }
    }

    static Stream<Case> wide() {
        return Stream.of(Loss.SQUARED, Loss.LOGISTIC)
                .flatMap(base -> Stream.of(L1.of(1), GroupL2.of(1), L2.of(1))
                        .map(regularizer -> new Case(base, regularizer, Setting.PLAIN, false)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSingleOutputIsTheFitOfItsLossBitForBit(Case it) {
        Problem one = it.alone(0);
        double[] targets = part(it.targets(), 0, N);
        double[] offsets = part(it.offsets(), 0, N);
        Problem several =
                it.problem(Loss.multitask(it.base, 1), targets, offsets).withTiedOutputs(true);
        Fit wanted = SOLVER.fit(one, it.scaled());
        Fit found = SOLVER.fit(several, it.scaled());
        assertThat(found.coefficients()).isEqualTo(wanted.coefficients());
        assertThat(found.intercept()).isEqualTo(wanted.intercept());
        assertThat(found.certificate()).isEqualTo(wanted.certificate());
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#scalarLosses")
    void rowsAreSelectedForEveryOutput(ScalarLoss base) {
        Case it = new Case(base, L1.of(0.05), Setting.SUMMED_AND_WEIGHTED, false);
        int[] rows = IntStream.range(0, N).filter(i -> i % 5 != 1).toArray();
        Problem some = it.joint().selectRows(rows);
        double[] wanted = IntStream.range(0, OUTPUTS)
                .mapToObj(k -> it.alone(k).selectRows(rows).targets())
                .flatMapToDouble(DoubleStream::of)
                .toArray();
        assertThat(some.targets()).isEqualTo(wanted);
        double[] scores = new SplittableRandom(1).doubles(wanted.length).toArray();
        double sum = 0;
        for (int k = 0; k < OUTPUTS; k++) {
            sum += it.alone(k).selectRows(rows).meanLoss(part(scores, k, rows.length));
        }
        assertThat(some.meanLoss(scores)).isCloseTo(sum, within(1e-12 * sum));
    }
}
