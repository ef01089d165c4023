package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Progress;
import org.ridgeline.Regularizer;
import org.ridgeline.Training;
import org.ridgeline.Weights;
import org.ridgeline.penalties.Adaptive;
import org.ridgeline.penalties.L1;

class HoldOutTest {

    private static final Solver SOLVER = Solver.standard();
    private static final HoldOut HOLD_OUT = new HoldOut(0.25, 42);
    private static final int N = 120;

    private static Problem problem(Loss loss) {
        return TestData.problem(loss, 3, N, 20).withStandardization(Standardization.POPULATION);
    }

    private static double lambdaMax(Problem problem) {
        return L1.of(1).lambdaMax(problem.weights(Gradients.atNull(problem)));
    }

    private static Adaptive adaptive(Problem problem) {
        double high = lambdaMax(problem);
        return new Adaptive(L1.of(high), 1e-4 * high, high, 0.7, 1, 1);
    }

    /** A penalty that tries some λ, remembers what it is told of each, and settles on the last. */
    private static final class Recorder implements Regularizer {
        private final List<Double> lambdas;
        private final List<Progress> told = new ArrayList<>();

        Recorder(Double... lambdas) {
            this.lambdas = List.of(lambdas);
        }

        @Override
        public double lambda() {
            return lambdas.get(0);
        }

        @Override
        public Regularizer withLambda(double lambda) {
            return L1.of(lambda);
        }

        @Override
        public double penalty(Weights weights) {
            throw new AssertionError("only what train() gives is to be fitted");
        }

        @Override
        public void addGradient(Weights weights, double scale, double[] gradient) {
            throw new AssertionError("only what train() gives is to be fitted");
        }

        @Override
        public void prox(Weights weights, double step) {
            throw new AssertionError("only what train() gives is to be fitted");
        }

        @Override
        public Training train() {
            return new Training() {
                @Override
                public Regularizer current() {
                    return L1.of(lambdas.get(Math.min(told.size(), lambdas.size() - 1)));
                }

                @Override
                public void observe(Progress progress) {
                    told.add(progress);
                }

                @Override
                public boolean settled() {
                    return told.size() == lambdas.size();
                }
            };
        }
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void theLambdaFoundIsNoWorseThanItsNeighbours(Loss loss) {
        Problem problem = problem(loss);
        Adaptive adaptive = adaptive(problem);
        Fit fit = HOLD_OUT.fit(SOLVER, problem, adaptive);
        double lambda = fit.regularizer().lambda();
        assertThat(lambda).isGreaterThan(adaptive.min()).isLessThan(adaptive.max());
        Recorder neighbours = new Recorder(lambda / 0.7, lambda, lambda * 0.7);
        HOLD_OUT.fit(SOLVER, problem, neighbours);
        double[] losses =
                neighbours.told.stream().mapToDouble(Progress::validationLoss).toArray();
        assertThat(losses[1]).isLessThanOrEqualTo(losses[0]).isLessThanOrEqualTo(losses[2]);
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void theModelIsTheFitOfAllExamplesWithTheLambdaFound(Loss loss) {
        Problem problem = problem(loss);
        Fit fit = HOLD_OUT.fit(SOLVER, problem, adaptive(problem));
        assertThat(fit.regularizer()).isInstanceOf(L1.class);
        assertThat(fit.coefficients())
                .isEqualTo(SOLVER.fit(problem, fit.regularizer()).coefficients());
        assertThat(fit.converged()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void theSameSeedGivesTheSameModelAndOthersHoldOutOthers(Loss loss) {
        Problem problem = problem(loss);
        Recorder first = new Recorder(0.01);
        Recorder second = new Recorder(0.01);
        HOLD_OUT.fit(SOLVER, problem, first);
        HOLD_OUT.fit(SOLVER, problem, second);
        assertThat(second.told).isEqualTo(first.told);
        Recorder other = new Recorder(0.01);
        new HoldOut(0.25, 43).fit(SOLVER, problem, other);
        assertThat(other.told).isNotEqualTo(first.told);
        Adaptive adaptive = adaptive(problem);
        assertThat(HOLD_OUT.fit(SOLVER, problem, adaptive).coefficients())
                .isEqualTo(HOLD_OUT.fit(SOLVER, problem, adaptive).coefficients());
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void onTheSummedLossLambdaMeansTheSameForAPartAsForTheWhole(Loss loss) {
        Problem mean = problem(loss)
                .withExampleWeights(
                        IntStream.range(0, N).mapToDouble(i -> 1 + i % 3).toArray());
        Problem sum = mean.withLossScale(LossScale.SUM);
        double total = Arrays.stream(mean.exampleWeights()).sum();
        int[] part = IntStream.range(0, N).filter(i -> i % 4 != 0).toArray();
        Fit ofMean = SOLVER.withTolerance(1e-12).fit(mean.selectRows(part), L1.of(0.05));
        Fit ofSum = SOLVER.withTolerance(1e-12).fit(sum.selectRows(part), L1.of(0.05 * total));
        assertThat(ofSum.coefficients()).containsExactly(ofMean.coefficients(), within(1e-10));
        Adaptive adaptive = adaptive(mean);
        Adaptive adaptiveSum = new Adaptive(
                adaptive.base().withLambda(total * adaptive.lambda()),
                total * adaptive.min(),
                total * adaptive.max(),
                0.7,
                1,
                1);
        double found = HOLD_OUT.fit(SOLVER, mean, adaptive).regularizer().lambda();
        assertThat(HOLD_OUT.fit(SOLVER, sum, adaptiveSum).regularizer().lambda())
                .isCloseTo(total * found, within(1e-9 * total * found));
    }

    @Test
    void whatIsToldIsTheMeanLossOfEitherPart() {
        Problem problem = problem(Loss.SQUARED).withLossScale(LossScale.SUM);
        // So strong that all coefficients are 0 and every prediction is the mean m of the part that is trained on.
        Recorder recorder = new Recorder(1e12, 1e13);
        HOLD_OUT.fit(SOLVER, problem, recorder);
        assertThat(recorder.told).hasSize(2);
        Progress progress = recorder.told.get(0);
        assertThat(progress.epoch()).isZero();
        assertThat(recorder.told.get(1).epoch()).isEqualTo(1);
        assertThat(progress.converged()).isTrue();
        double[] y = problem.target();
        double mean = Arrays.stream(y).average().orElseThrow();
        double variance =
                Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        // The mean of (y − m)² over both parts is the variance and (ȳ − m)².
        double both = 0.75 * progress.trainingLoss() + 0.25 * progress.validationLoss();
        assertThat(both).isGreaterThanOrEqualTo(variance * (1 - 1e-12)).isLessThan(1.2 * variance);
    }

    @Test
    void aFixedLambdaNeedsNoHoldOut() {
        Problem tiny = TestData.problem(Loss.SQUARED, 5, 2, 1);
        assertThat(new HoldOut(0.01, 1).fit(SOLVER, tiny, L1.of(0.1)).coefficients())
                .isEqualTo(SOLVER.fit(tiny, L1.of(0.1)).coefficients());
    }

    @Test
    void eitherClassGivesTheSameShare() {
        int n = 200;
        double[] y = new double[n];
        Arrays.fill(y, 0, 20, 1);
        Problem problem = Problem.of(DenseFeatures.ofColumns(n), y, Loss.LOGISTIC);
        // Without features the loss of a part of share q of ones is the entropy of q, here the same in both parts.
        double entropy = -(0.1 * Math.log(0.1) + 0.9 * Math.log(0.9));
        for (long seed = 0; seed < 20; seed++) {
            Recorder recorder = new Recorder(1.0);
            new HoldOut(0.25, seed).fit(SOLVER, problem, recorder);
            assertThat(recorder.told.get(0).trainingLoss()).isCloseTo(entropy, within(1e-12));
            assertThat(recorder.told.get(0).validationLoss()).isCloseTo(entropy, within(1e-12));
        }
    }

    @Test
    void examplesOfNoWeightAreNotHeldOut() {
        double[] weights = new double[N];
        Arrays.fill(weights, 0, 4, 1);
        Problem problem = problem(Loss.SQUARED).withExampleWeights(weights);
        for (long seed = 0; seed < 20; seed++) {
            Recorder recorder = new Recorder(1.0);
            new HoldOut(0.25, seed).fit(SOLVER, problem, recorder);
            assertThat(recorder.told.get(0).validationLoss()).isFinite();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN})
    void theShareLiesBetweenZeroAndOne(double share) {
        assertThatThrownBy(() -> new HoldOut(share, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("share", "(0, 1)");
    }

    @Test
    void aShareThatLeavesNothingIsRefused() {
        Problem squared = TestData.problem(Loss.SQUARED, 6, 10, 2);
        for (double share : new double[] {0.01, 0.99}) {
            assertThatThrownBy(() -> new HoldOut(share, 1).fit(SOLVER, squared, adaptive(squared)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a share of " + share + " of 10 examples leaves none to train or none to validate on");
        }
        double[] y = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Problem logistic = Problem.of(squared.features(), y, Loss.LOGISTIC);
        assertThatThrownBy(() -> HOLD_OUT.fit(SOLVER, logistic, adaptive(logistic)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a share of 0.25 of 1 examples of class 1 leaves none to train or none to validate on");
    }

    /** Drawn from all rows alike, whatever their classes. */
    @Test
    void aShareThatHoldsOutAWholeClassOfAnOutputIsRefused() {
        double[] y = {0, 1, 0, 1, 0, 1, 0, 1, 1, 0, /**/ 0, 0, 0, 1, 0, 0, 0, 0, 0, 0};
        Problem problem =
                Problem.of(TestData.problem(Loss.SQUARED, 6, 10, 2).features(), y, Loss.multitask(Loss.LOGISTIC, 2));
        // The one example that is left is of one class.
        HoldOut most = new HoldOut(0.9, 1);
        assertThatThrownBy(() -> most.fit(SOLVER, problem, adaptive(problem)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "the share of 0.9 that is held out has all 5 examples of class [01] for output 0, so"
                                + " that none is left to train on");
    }
}
