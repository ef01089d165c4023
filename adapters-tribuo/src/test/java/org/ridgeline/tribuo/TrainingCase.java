package org.ridgeline.tribuo;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.solvers.Stopping;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.common.sgd.AbstractLinearSGDModel;
import org.tribuo.dataset.DatasetView;
import org.tribuo.math.la.DenseMatrix;

/** A trainer with data that it can train on. */
record TrainingCase<T extends Output<T>>(String name, RegularizedTrainer<T, ?> trainer, Dataset<T> data) {

    private static final TrainingOptions STANDARD = TrainingOptions.standard();

    /** One for each kind of stock model that comes out. */
    static Stream<TrainingCase<?>> kindsOfModels() {
        return Stream.of(
                new TrainingCase<>(
                        "regression",
                        new RegularizedLinearRegressionTrainer("l1(lambda=0.05)"),
                        Toys.regression(1, 80)),
                new TrainingCase<>(
                        "two dimensions",
                        new RegularizedLinearRegressionTrainer("group-l2(lambda=0.05)"),
                        Toys.twoDimensions(1, 80)),
                new TrainingCase<>(
                        "two classes",
                        new RegularizedLogisticTrainer("elastic-net(lambda=0.02,alpha=0.5)"),
                        Toys.classification(1, 80)),
                new TrainingCase<>(
                        "three classes",
                        new RegularizedLogisticTrainer("group-l2(lambda=0.01)"),
                        Toys.severalClasses(1, 80)),
                new TrainingCase<>(
                        "three classes without one of them",
                        new RegularizedLogisticTrainer("l2(lambda=0.01)"),
                        without("other", Toys.severalClasses(1, 80))),
                new TrainingCase<>(
                        "labels", new RegularizedMultiLabelTrainer("l1(lambda=0.01)"), Toys.severalLabels(1, 80)));
    }

    /** One for each way of training. */
    static Stream<TrainingCase<?>> waysOfTraining() {
        LambdaSelection small = LambdaSelection.best().withGrid(15, 0.01).withFolds(4);
        return Stream.of(
                new TrainingCase<>(
                        "cv",
                        new RegularizedLinearRegressionTrainer("l1", STANDARD.withLambda(small.withThreads(2))),
                        Toys.regression(2, 80)),
                new TrainingCase<>(
                        "cv-1se",
                        new RegularizedLogisticTrainer(
                                "group-l2",
                                STANDARD.withLambda(small.withRule(LambdaSelection.Rule.CV_1SE))
                                        .withHoldOut(new HoldOut(0.2, 77))),
                        Toys.severalClasses(2, 80)),
                new TrainingCase<>(
                        "cv of labels",
                        new RegularizedMultiLabelTrainer("elastic-net(lambda=1,alpha=0.5)", STANDARD.withLambda(small)),
                        Toys.severalLabels(2, 80)),
                new TrainingCase<>(
                        "adaptive",
                        new RegularizedLinearRegressionTrainer(
                                "adaptive(base=l1(lambda=1))", STANDARD.withHoldOut(new HoldOut(0.3, 5))),
                        Toys.twoDimensions(2, 80)),
                new TrainingCase<>(
                        "tied classes",
                        new RegularizedLogisticTrainer("group-l2(lambda=0.02)", STANDARD.withTiedOutputs(true)),
                        Toys.severalClasses(2, 80)),
                new TrainingCase<>(
                        "tied dimensions",
                        new RegularizedLinearRegressionTrainer("group-l2(lambda=0.2)", STANDARD.withTiedOutputs(true)),
                        Toys.twoDimensions(2, 80)),
                new TrainingCase<>(
                        "cv of tied labels",
                        new RegularizedMultiLabelTrainer(
                                "group-l2", STANDARD.withTiedOutputs(true).withLambda(small)),
                        Toys.severalLabels(2, 80)),
                new TrainingCase<>(
                        "explicit groups",
                        new RegularizedLogisticTrainer(
                                "sparse-group-l2(lambda=0.02,alpha=0.5)",
                                STANDARD.withGroups(Map.of("a@1", "odd", "a@3", "odd", "b@1", "odd", "b@2", "even"))),
                        Toys.classification(2, 80)),
                new TrainingCase<>(
                        "every option",
                        new RegularizedLinearRegressionTrainer(
                                "group-l2(lambda=3)",
                                STANDARD.withLossScale(LossScale.SUM)
                                        .withStandardization(Standardization.SAMPLE)
                                        .withGrouping("@(.)$")
                                        .withSolver(new Solver(1e-4, 500, Stopping.OBJECTIVE))),
                        Toys.regression(2, 80)));
    }

    private static DatasetView<Label> without(String label, MutableDataset<Label> data) {
        return DatasetView.createView(
                data, example -> !example.getOutput().getLabel().equals(label), "without " + label);
    }

    Model<T> train() {
        return trainer.train(data);
    }

    /** The model of another trainer of the same kind of output. */
    @SuppressWarnings("unchecked")
    Model<T> train(Trainer<?> other) {
        return ((Trainer<T>) other).train(data);
    }

    /** A row for each output, with the intercept at its end, bit for bit: Tribuo's matrices are equal to within a tolerance. */
    static double[][] weights(Model<?> model) {
        DenseMatrix weights = ((AbstractLinearSGDModel<?>) model).getWeightsCopy();
        return IntStream.range(0, weights.getDimension1Size())
                .mapToObj(row -> weights.getRow(row).toArray())
                .toArray(double[][]::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
