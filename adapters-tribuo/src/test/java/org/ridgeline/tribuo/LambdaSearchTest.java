package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.solvers.CrossValidation;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.tribuo.LambdaSelection.Rule;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.Pegasos;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDModel;

/** Searches of our trainers against the solvers' own cross-validation, and what holds of all searches. */
class LambdaSearchTest {

    private static final LambdaSelection SMALL =
            LambdaSelection.best().withGrid(12, 0.01).withFolds(4);

    private static final LambdaSelection FOUR_FOLDS = LambdaSelection.best().withFolds(4);

    private static LambdaCurve curve(Model<?> model) {
        assertThat(LambdaCurve.of(model)).containsOnlyKeys("all");
        return LambdaCurve.of(model).get("all");
    }

    private static void agree(LambdaCurve found, CrossValidationFit wanted) {
        assertThat(found.points()).hasSize(wanted.size());
        for (int k = 0; k < wanted.size(); k++) {
            LambdaCurve.Point point = found.points().get(k);
            assertThat(point.lambda()).isCloseTo(wanted.lambda(k), within(1e-12));
            assertThat(point.mean()).isCloseTo(wanted.mean(k), within(1e-8));
            assertThat(point.standardError()).isCloseTo(wanted.standardError(k), within(1e-8));
        }
        assertThat(found.best()).isEqualTo(wanted.best());
        assertThat(found.oneStandardError()).isEqualTo(wanted.oneStandardError());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "FIXED")
    void theCurveOfAnExactTrainerIsThatOfTheSolvers(Rule rule) {
        double[][] rows = Toys.rows(6, 120);
        MutableDataset<Regressor> data = Toys.regression(6, 120);
        double[] weights = new double[120];
        for (int i = 0; i < 120; i++) {
            weights[i] = i % 7 == 0 ? 0 : 1 + i % 3;
            data.getExample(i).setWeight((float) weights[i]);
        }
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), Toys.targets(6, rows), Loss.SQUARED)
                .withExampleWeights(weights);
        CrossValidationFit wanted = CrossValidation.of(4, 9)
                .withMeasure(Measures.ABSOLUTE_ERROR)
                .run(Solver.standard(), problem, InstalledRegularizers.parse("l1"), LambdaPath.geometric(12, 0.01));
        RegularizedLinearRegressionTrainer exact = new RegularizedLinearRegressionTrainer("l1(lambda=7)");
        LambdaSearch<Regressor> search = new LambdaSearch<>(exact)
                .withSelection(SMALL.withRule(rule).withMeasure(Measures.ABSOLUTE_ERROR))
                .withSeed(9);
        LinearSGDModel model = (LinearSGDModel) search.train(data);
        LambdaCurve found = curve(model);
        agree(found, wanted);
        assertThat(found.oneStandardError()).isLessThan(found.best());
        assertThat(found.measure()).isEqualTo("absolute-error");
        assertThat(found.folds()).isEqualTo(4);
        assertThat(found.seed()).isEqualTo(9);
        assertThat(found.chosen()).isEqualTo(rule == Rule.CV ? wanted.best() : wanted.oneStandardError());
        // All examples are trained on with the chosen λ, and by nothing but the trainer itself.
        double lambda = found.points().get(found.chosen()).lambda();
        assertThat(FitSummary.of(model).get("y").lambda()).isEqualTo(lambda);
        assertThat(LinearCoefficients.ofRegression(model))
                .isEqualTo(
                        LinearCoefficients.ofRegression(exact.withLambda(lambda).train(data)));
        // What was given has not been trained.
        assertThat(exact.getInvocationCount()).isZero();
    }

    @Test
    void theFoldsOfClassesAreThoseOfTheSolvers() {
        double[][] rows = Toys.rows(2, 90);
        MutableDataset<Label> data = Toys.classification(2, 90);
        double[] y = data.getData().stream()
                .mapToDouble(example -> example.getOutput().getLabel().equals("low") ? 1 : 0)
                .toArray();
        CrossValidationFit wanted = CrossValidation.of(4, 1)
                .run(
                        Solver.standard(),
                        Problem.of(DenseFeatures.ofRows(rows), y, Loss.LOGISTIC),
                        InstalledRegularizers.parse("elastic-net(lambda=1,alpha=0.5)"),
                        LambdaPath.of(1, 0.1, 0.05, 0.01, 0.001));
        LambdaSearch<Label> search = new LambdaSearch<>(
                        new RegularizedLogisticTrainer("elastic-net(lambda=1,alpha=0.5)"))
                .withSelection(FOUR_FOLDS)
                .withLambdas(0.001, 0.01, 0.1, 1, 0.05, 0.1);
        agree(curve(search.train(data)), wanted);
    }

    @Test
    void oneLambdaAtATimeIsMeasuredAsAWholePath() {
        MutableDataset<Regressor> data = Toys.regression(3, 80);
        // Where the trainer hides in another, no path can be fitted.
        LambdaSearch<Regressor> hidden = new LambdaSearch<>(
                        Wrapped.scaled(new RegularizedLinearRegressionTrainer("l1")))
                .withSelection(SMALL)
                .withLargestLambda(0.8);
        LambdaSearch<Regressor> plain = new LambdaSearch<>(new RegularizedLinearRegressionTrainer("l1"))
                .withSelection(SMALL)
                .withLargestLambda(0.8);
        LambdaCurve wanted = curve(plain.train(data));
        LambdaCurve found = curve(hidden.train(data));
        assertThat(wanted.points()).hasSize(12);
        for (int k = 0; k < 12; k++) {
            assertThat(found.points().get(k).lambda())
                    .isEqualTo(wanted.points().get(k).lambda());
            assertThat(found.points().get(k).mean())
                    .isCloseTo(wanted.points().get(k).mean(), within(1e-7));
        }
        assertThat(found.points().get(11).lambda()).isCloseTo(0.008, within(1e-15));
        assertThat(found.chosen()).isEqualTo(wanted.chosen());
    }

    static Stream<LambdaSearch<Label>> searches() {
        return Stream.of(
                new LambdaSearch<>(new RegularizedLogisticTrainer("l1")).withSelection(SMALL),
                new LambdaSearch<>(stochastic(), "optimiser.baseRate")
                        .withSelection(FOUR_FOLDS)
                        .withLambdas(1, 0.1, 0.01));
    }

    private static LinearSGDTrainer stochastic() {
        return new LinearSGDTrainer(new LogMulticlass(), new Pegasos(0.1, 0.5), 3, -1, 1, 7);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void theNumberOfThreadsDoesNotMatter(LambdaSearch<Label> search) {
        MutableDataset<Label> data = Toys.classification(5, 100);
        LambdaSearch<Label> four = search.withSelection(search.selection().withThreads(4));
        for (int run = 0; run < 3; run++) {
            Model<Label> one = search.train(data, Map.of(), run);
            Model<Label> other = four.train(data, Map.of(), run);
            assertThat(curve(other)).isEqualTo(curve(one));
            assertThat(weights(other)).isEqualTo(weights(one));
        }
    }

    private static double[][] weights(Model<Label> model) {
        return ((org.tribuo.classification.sgd.linear.LinearSGDModel) model)
                .getWeightsCopy()
                .toArray();
    }

    @Test
    void theCountOfInvocationsIsThatOfEveryTraining() {
        MutableDataset<Label> data = Toys.classification(5, 100);
        LambdaSearch<Label> search = new LambdaSearch<>(stochastic(), "optimiser.baseRate")
                .withSelection(FOUR_FOLDS)
                .withLambdas(1, 0.1, 0.01);
        Model<Label> first = search.train(data);
        Model<Label> second = search.train(data);
        assertThat(search.getInvocationCount()).isEqualTo(2);
        assertThat(curve(second).points()).isNotEqualTo(curve(first).points());
        Model<Label> again = search.train(data, Map.of(), 0);
        assertThat(curve(again)).isEqualTo(curve(first));
        assertThat(weights(again)).isEqualTo(weights(first));
        search.setInvocationCount(1);
        Model<Label> secondAgain = search.train(data);
        assertThat(curve(secondAgain)).isEqualTo(curve(second));
        assertThat(weights(secondAgain)).isEqualTo(weights(second));
        // The stock trainer's own model with the same count is the same.
        LambdaCurve curve = curve(second);
        double rate = curve.points().get(curve.chosen()).lambda();
        LinearSGDTrainer stock = new LinearSGDTrainer(new LogMulticlass(), new Pegasos(rate, 0.5), 3, -1, 1, 7);
        stock.setInvocationCount(1);
        assertThat(weights(second)).isEqualTo(weights(stock.train(data)));
    }

    @Test
    void aSearchMayBeUsedByManyThreads() throws Exception {
        MutableDataset<Label> data = Toys.classification(5, 60);
        LambdaSearch<Label> search =
                new LambdaSearch<>(new RegularizedLogisticTrainer("l1")).withSelection(SMALL.withThreads(2));
        double[][] wanted = weights(search.train(data));
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            List<Callable<double[][]>> calls = new ArrayList<>();
            for (int k = 0; k < 8; k++) {
                calls.add(() -> weights(search.train(data)));
            }
            for (Future<double[][]> call : executor.invokeAll(calls)) {
                assertThat(Arrays.deepEquals(call.get(), wanted)).isTrue();
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(search.getInvocationCount()).isEqualTo(9);
    }

    @Test
    void theOrderOfTheIteratorDoesNotMatterToTheFolds() {
        MutableDataset<Regressor> data = Toys.regression(3, 60);
        LambdaSearch<Regressor> search = new LambdaSearch<>(new RegularizedLinearRegressionTrainer("l1"))
                .withSelection(SMALL)
                .withLargestLambda(1);
        LambdaCurve wanted = curve(search.train(data));
        data.shuffle(true);
        assertThat(curve(search.train(data))).isEqualTo(wanted);
    }

    @Test
    void severalDimensionsHaveOneLambda() {
        MutableDataset<Regressor> data = Toys.twoDimensions(4, 80);
        Model<Regressor> model = new LambdaSearch<>(new RegularizedLinearRegressionTrainer("l1"))
                .withSelection(SMALL)
                .train(data);
        assertThat(FitSummary.of(model)).containsOnlyKeys("y", "other");
        double lambda = curve(model).points().get(curve(model).chosen()).lambda();
        assertThat(FitSummary.of(model).values())
                .allSatisfy(fit -> assertThat(fit.lambda()).isEqualTo(lambda));
    }
}
