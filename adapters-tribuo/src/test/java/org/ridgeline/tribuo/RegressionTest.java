package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.solvers.Solver;
import org.tribuo.Example;
import org.tribuo.ImmutableDataset;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDModel;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.SparseLinearModel;

class RegressionTest {

    @ParameterizedTest
    @CsvSource({"0.1, 0.5", "0.3, 0.9", "0.02, 0.25", "0.05, 1"})
    void tribuosElasticNetIsOurs(double alpha, double ratio) {
        // (1/2n)·RSS + αρ‖w‖₁ + ½α(1−ρ)‖w‖² is half of the mean squared error + 2αρ‖w‖₁ + α(1−ρ)‖w‖².
        double l1 = 2 * alpha * ratio;
        double l2 = alpha * (1 - ratio);
        MutableDataset<Regressor> data = Toys.regression(7, 80);
        SparseLinearModel theirs =
                (SparseLinearModel) new ElasticNetCDTrainer(alpha, ratio, 1e-14, 100_000, false, 1).train(data);
        LinearCoefficients ours = LinearCoefficients.ofRegression(new RegularizedLinearRegressionTrainer(
                        "elastic-net(lambda=" + (l1 + l2) + ",alpha=" + l1 / (l1 + l2) + ")",
                        TrainingOptions.standard().withSolver(Solver.standard().withTolerance(1e-12)))
                .train(data));
        var weights = theirs.getWeights().get("y");
        assertThat(weights.numActiveElements()).isPositive();
        ours.weights()
                .forEach((name, weight) -> assertThat(weight)
                        .as(name)
                        .isCloseTo(weights.get(theirs.getFeatureIDMap().getID(name)), within(1e-8)));
        // SparseLinearModel takes the means off the features that an example has only, and so is wrong on sparse ones.
        Example<Regressor> example = data.getData().stream()
                .filter(one -> one.size() == Toys.NAMES.size())
                .findFirst()
                .orElseThrow();
        assertThat(predict(ours, example))
                .isCloseTo(theirs.predict(example).getOutput().getValues()[0], within(1e-8));
    }

    @Test
    void predictionsAreTheLinearFunction() {
        MutableDataset<Regressor> data = Toys.regression(1, 40);
        LinearSGDModel model = new RegularizedLinearRegressionTrainer("l2(lambda=0.1)").train(data);
        LinearCoefficients linear = LinearCoefficients.ofRegression(model);
        for (Example<Regressor> example : data) {
            assertThat(model.predict(example).getOutput().getValues()[0])
                    .isCloseTo(predict(linear, example), within(1e-12));
        }
    }

    /** SparseLinearModel predicts the mean + 1 here, which is one reason why it is not the model that is made. */
    @Test
    void whereAllWeightsAreZeroTheMeanIsPredicted() {
        MutableDataset<Regressor> data = Toys.regression(1, 40);
        LinearSGDModel model = new RegularizedLinearRegressionTrainer("l1(lambda=1000)").train(data);
        double mean = data.getData().stream()
                .mapToDouble(example -> example.getOutput().getValues()[0])
                .average()
                .orElseThrow();
        assertThat(LinearCoefficients.ofRegression(model).weights().values()).containsOnly(0.0);
        assertThat(model.predict(data.getExample(0)).getOutput().getValues()[0]).isCloseTo(mean, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"l1(lambda=0.05)", "group-l2(lambda=0.05)", "adaptive(base=l2(lambda=1))"})
    void everyDimensionIsAFitOfItsOwn(String regularizer) {
        MutableDataset<Regressor> both = Toys.twoDimensions(5, 60);
        RegularizedLinearRegressionTrainer trainer = new RegularizedLinearRegressionTrainer(regularizer);
        LinearSGDModel model = trainer.train(both);
        Map<String, FitSummary> fits = FitSummary.of(model);
        assertThat(fits).containsOnlyKeys("y", "other");
        for (String dimension : fits.keySet()) {
            MutableDataset<Regressor> one = only(both, dimension);
            LinearSGDModel alone = trainer.train(one);
            assertThat(LinearCoefficients.ofRegression(model, dimension))
                    .isEqualTo(LinearCoefficients.ofRegression(alone));
            assertThat(FitSummary.of(alone)).containsExactly(Map.entry(dimension, fits.get(dimension)));
            assertThat(value(model, both, dimension)).isEqualTo(value(alone, one, dimension));
        }
        assertThatThrownBy(() -> LinearCoefficients.ofRegression(model, "z"))
                .hasMessage("there is no dimension 'z'; there are [other, y]");
        assertThatThrownBy(() -> LinearCoefficients.ofRegression(model)).hasMessageContaining("[other, y]");
    }

    @Test
    void tiedOutputsKeepOrDropFieldsForAllDimensions() {
        MutableDataset<Regressor> both = Toys.twoDimensions(5, 60);
        TrainingOptions tied = TrainingOptions.standard().withTiedOutputs(true);
        RegularizedLinearRegressionTrainer trainer =
                new RegularizedLinearRegressionTrainer("group-l2(lambda=0.5)", tied);
        LinearSGDModel model = trainer.train(both);
        assertThat(FitSummary.of(model)).containsOnlyKeys("all");
        assertThat(FitSummary.of(model).get("all").converged()).isTrue();
        for (String dimension : List.of("y", "other")) {
            LinearCoefficients.ofRegression(model, dimension)
                    .weights()
                    .forEach((name, weight) ->
                            assertThat(weight != 0).as(dimension + name).isEqualTo(name.startsWith("a")));
        }
        // Without a penalty that looks at groups they are the fits of each dimension.
        LinearSGDModel lasso = new RegularizedLinearRegressionTrainer("l1(lambda=0.1)", tied).train(both);
        LinearSGDModel alone = new RegularizedLinearRegressionTrainer("l1(lambda=0.1)").train(both);
        for (String dimension : List.of("y", "other")) {
            LinearCoefficients wanted = LinearCoefficients.ofRegression(alone, dimension);
            LinearCoefficients.ofRegression(lasso, dimension)
                    .weights()
                    .forEach((name, weight) ->
                            assertThat(weight).isCloseTo(wanted.weights().get(name), within(1e-7)));
        }
        // The path and the search for λ are joint as well.
        assertThat(trainer.path(both, 5, 0.1).fits(2)).containsOnlyKeys("all");
        LinearSGDModel searched = new RegularizedLinearRegressionTrainer(
                        "group-l2",
                        tied.withLambda(LambdaSelection.oneStandardError().withGrid(20, 0.01)))
                .train(both);
        assertThat(LambdaCurve.of(searched)).containsOnlyKeys("all");
    }

    private static double value(LinearSGDModel model, MutableDataset<Regressor> data, String dimension) {
        return model.predict(data.getExample(0))
                .getOutput()
                .getDimension(dimension)
                .orElseThrow()
                .getValue();
    }

    private static MutableDataset<Regressor> only(MutableDataset<Regressor> both, String dimension) {
        MutableDataset<Regressor> one = new MutableDataset<>(
                new SimpleDataSourceProvenance("one dimension", new RegressionFactory()), new RegressionFactory());
        for (Example<Regressor> example : both) {
            ArrayExample<Regressor> copy = new ArrayExample<>(new Regressor(
                    dimension,
                    example.getOutput().getDimension(dimension).orElseThrow().getValue()));
            example.forEach(copy::add);
            one.add(copy);
        }
        return one;
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "y,z", "y,other,z"})
    void anExampleOfOtherDimensionsIsRefused(String dimensions) {
        MutableDataset<Regressor> both = Toys.twoDimensions(5, 10);
        String[] names = dimensions.split(",", -1);
        ArrayExample<Regressor> other = new ArrayExample<>(
                new Regressor(names, new double[names.length]), new String[] {"a@1"}, new double[] {1});
        ImmutableDataset<Regressor> mixed = new ImmutableDataset<>(
                List.of(both.getExample(0), other),
                both.getProvenance(),
                both.getOutputFactory(),
                both.getFeatureIDMap(),
                both.getOutputIDInfo(),
                false);
        assertThatThrownBy(() -> new RegularizedLinearRegressionTrainer("l2").train(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("wanted an output with the dimensions [other, y], but example 1 has [");
    }

    @Test
    void anIntegerWeightCountsAsSoManyCopies() {
        MutableDataset<Regressor> weighted = Toys.regression(9, 30);
        MutableDataset<Regressor> copied = Toys.regression(9, 30);
        for (int i = 0; i < 10; i++) {
            weighted.getExample(i).setWeight(3);
            copied.add(copied.getExample(i));
            copied.add(copied.getExample(i));
        }
        RegularizedLinearRegressionTrainer trainer =
                new RegularizedLinearRegressionTrainer("elastic-net(lambda=0.1,alpha=0.5)");
        LinearCoefficients wanted = LinearCoefficients.ofRegression(trainer.train(copied));
        LinearCoefficients found = LinearCoefficients.ofRegression(trainer.train(weighted));
        wanted.weights()
                .forEach((name, weight) -> assertThat(found.weights().get(name)).isCloseTo(weight, within(1e-7)));
        assertThat(found.intercept()).isCloseTo(wanted.intercept(), within(1e-7));
    }

    @Test
    void examplesThatCannotBeTrainedOnAreRefused() {
        RegularizedLinearRegressionTrainer trainer = new RegularizedLinearRegressionTrainer("l2");
        MutableDataset<Regressor> empty =
                new MutableDataset<>(Toys.regression(1, 1).getSourceProvenance(), new RegressionFactory());
        assertThatThrownBy(() -> trainer.train(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the dataset is empty");
        MutableDataset<Regressor> unknown = Toys.regression(1, 3);
        unknown.add(new ArrayExample<>(RegressionFactory.UNKNOWN_REGRESSOR, new String[] {"a@1"}, new double[] {1}));
        assertThatThrownBy(() -> trainer.train(unknown)).hasMessageContaining("1 of 4 are unknown");
        MutableDataset<Regressor> negative = Toys.regression(1, 3);
        negative.getExample(1).setWeight(-1);
        assertThatThrownBy(() -> trainer.train(negative)).hasMessageContaining("the weight of row 1");
    }

    @Test
    void anInterruptEndsTraining() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() ->
                            new RegularizedLinearRegressionTrainer("l1(lambda=0.01)").train(Toys.regression(1, 40)))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    private static double predict(LinearCoefficients linear, Example<Regressor> example) {
        double[] sum = {linear.intercept()};
        example.forEach(feature -> sum[0] += linear.weights().get(feature.getName()) * feature.getValue());
        return sum[0];
    }
}
