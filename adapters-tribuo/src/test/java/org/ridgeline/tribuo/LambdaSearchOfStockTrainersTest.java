package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.solvers.Folds;
import org.ridgeline.solvers.Measures;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.dataset.DatasetView;
import org.tribuo.math.optimisers.Pegasos;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.evaluation.RegressionEvaluator;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.SparseLinearModel;

/** Searches of Tribuo's own trainers, against Tribuo's own evaluations of the same folds. */
class LambdaSearchOfStockTrainersTest {

    private static final LambdaSelection FOUR_FOLDS = LambdaSelection.best().withFolds(4);

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** What somebody without a search would do: for each λ the errors of the folds. All folds have the same size. */
    private static <T extends Output<T>> List<double[]> byHand(
            Dataset<T> data,
            Folds folds,
            DoubleFunction<Trainer<T>> trainer,
            ToDoubleBiFunction<Model<T>, Dataset<T>> evaluation,
            double... lambdas) {
        List<double[]> errors = new ArrayList<>();
        for (double lambda : lambdas) {
            double[] values = new double[folds.count()];
            for (int fold = 0; fold < values.length; fold++) {
                Model<T> model = trainer.apply(lambda).train(new DatasetView<>(data, folds.training(fold), "training"));
                values[fold] =
                        evaluation.applyAsDouble(model, new DatasetView<>(data, folds.validation(fold), "held out"));
            }
            errors.add(values);
        }
        return errors;
    }

    private static LambdaCurve agreeing(Model<?> model, List<double[]> wanted, double... lambdas) {
        LambdaCurve curve = LambdaCurve.of(model).get("all");
        assertThat(curve.points()).hasSize(lambdas.length);
        for (int k = 0; k < lambdas.length; k++) {
            double[] folds = wanted.get(k);
            double mean = DoubleStream.of(folds).average().orElseThrow();
            double variance = DoubleStream.of(folds)
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / folds.length;
            LambdaCurve.Point point = curve.points().get(k);
            assertThat(point.lambda()).isEqualTo(lambdas[k]);
            assertThat(point.mean()).isCloseTo(mean, within(1e-10));
            assertThat(point.standardError()).isCloseTo(Math.sqrt(variance / (folds.length - 1)), within(1e-10));
        }
        return curve;
    }

    @Test
    void theAlphaOfTribuosElasticNet() {
        MutableDataset<Regressor> data = Toys.regression(7, 80);
        double[] alphas = {1, 0.3, 0.1, 0.03, 0.01, 0.001};
        Folds folds = Folds.random(4, 5, ones(80));
        DoubleFunction<Trainer<Regressor>> trainer =
                alpha -> new ElasticNetCDTrainer(alpha, 0.8, 1e-10, 10_000, false, 1);
        Regressor y = new Regressor("y", Double.NaN);
        RegressionEvaluator evaluator = new RegressionEvaluator();
        List<double[]> squared = byHand(
                data,
                folds,
                trainer,
                (model, heldOut) -> Math.pow(evaluator.evaluate(model, heldOut).rmse(y), 2),
                alphas);
        List<double[]> absolute = byHand(
                data,
                folds,
                trainer,
                (model, heldOut) -> evaluator.evaluate(model, heldOut).mae(y),
                alphas);
        LambdaSearch<Regressor> search = new LambdaSearch<>(trainer.apply(77), "alpha")
                .withSelection(FOUR_FOLDS)
                .withSeed(5)
                .withLambdas(alphas);
        Model<Regressor> model = search.train(data);
        LambdaCurve curve = agreeing(model, squared, alphas);
        assertThat(curve.measure()).isEqualTo("loss");
        agreeing(
                search.withSelection(FOUR_FOLDS.withMeasure(Measures.ABSOLUTE_ERROR))
                        .train(data),
                absolute,
                alphas);
        assertThat(curve.chosen()).isEqualTo(curve.best()).isBetween(1, 4);
        SparseLinearModel alone =
                (SparseLinearModel) trainer.apply(alphas[curve.chosen()]).train(data);
        assertThat(((SparseLinearModel) model).getWeights()).isEqualTo(alone.getWeights());
        // The curve is not flat: λ has reached the trainer.
        assertThat(curve.points().get(0).mean())
                .isGreaterThan(1.2 * curve.points().get(curve.best()).mean());
    }

    @Test
    void severalDimensionsAreAveraged() {
        MutableDataset<Regressor> data = Toys.twoDimensions(7, 80);
        double[] alphas = {0.3, 0.01};
        DoubleFunction<Trainer<Regressor>> trainer =
                alpha -> new ElasticNetCDTrainer(alpha, 0.8, 1e-10, 10_000, false, 1);
        List<double[]> wanted = byHand(
                data,
                Folds.random(4, 1, ones(80)),
                trainer,
                (model, heldOut) -> new RegressionEvaluator()
                        .evaluate(model, heldOut).rmse().values().stream()
                                .mapToDouble(rmse -> rmse * rmse)
                                .average()
                                .orElseThrow(),
                alphas);
        agreeing(
                new LambdaSearch<>(trainer.apply(1), "alpha")
                        .withSelection(FOUR_FOLDS.withMeasure(Measures.SQUARED_ERROR))
                        .withLambdas(alphas)
                        .train(data),
                wanted,
                alphas);
    }

    private static Folds foldsOfClasses(MutableDataset<Label> data) {
        return Folds.stratified(
                4,
                1,
                data.getData().stream()
                        .map(example -> example.getOutput().getLabel())
                        .toList(),
                ones(data.size()));
    }

    @Test
    void theLambdaOfAnOptimiser() {
        MutableDataset<Label> data = Toys.classification(4, 100);
        double[] lambdas = {1, 0.1, 0.02};
        DoubleFunction<Trainer<Label>> trainer =
                lambda -> new LinearSGDTrainer(new LogMulticlass(), new Pegasos(0.05, lambda), 4, -1, 1, 3);
        List<double[]> wanted = byHand(
                data,
                foldsOfClasses(data),
                trainer,
                (model, heldOut) ->
                        1 - new LabelEvaluator().evaluate(model, heldOut).accuracy(),
                lambdas);
        LambdaCurve curve = agreeing(
                new LambdaSearch<>(trainer.apply(5), "optimiser.lambda")
                        .withSelection(
                                FOUR_FOLDS.withMeasure(Measures.ERROR_RATE).withThreads(2))
                        .withLambdas(lambdas)
                        .train(data),
                wanted,
                lambdas);
        assertThat(curve.points().stream()
                        .map(LambdaCurve.Point::mean)
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    @Test
    void theCostOfLibLinearIsTheInverseOfLambda() {
        MutableDataset<Label> data = Toys.classification(4, 100);
        double[] lambdas = {100, 5, 2, 0.5};
        DoubleFunction<Trainer<Label>> trainer = lambda -> new LibLinearClassificationTrainer(
                new LinearClassificationType(LinearType.L1R_LR), 1 / lambda, 1000, 1e-3, 9);
        List<double[]> wanted = byHand(
                data,
                foldsOfClasses(data),
                trainer,
                (model, heldOut) ->
                        1 - new LabelEvaluator().evaluate(model, heldOut).accuracy(),
                lambdas);
        LambdaSearch<Label> search = new LambdaSearch<>(trainer.apply(3), "cost")
                .withInverse()
                .withSelection(LambdaSelection.oneStandardError().withFolds(4).withMeasure(Measures.ERROR_RATE))
                .withLambdas(lambdas);
        Model<Label> model = search.train(data);
        LambdaCurve curve = agreeing(model, wanted, lambdas);
        // The strongest penalty makes the worst model, and the choice is the simplest of the good ones.
        assertThat(curve.points().get(0).mean())
                .isGreaterThan(curve.points().get(curve.best()).mean());
        assertThat(curve.chosen()).isEqualTo(curve.oneStandardError()).isEqualTo(1);
        assertThat(curve.best()).isEqualTo(2);
        assertThat(model.getProvenance()
                        .getTrainerProvenance()
                        .getConfiguredParameters()
                        .get("cost")
                        .toString())
                .isEqualTo("0.2");
    }
}
