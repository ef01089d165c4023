package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.tribuo.FeatureGrouping;
import org.ridgeline.tribuo.RegularizedLinearRegressionTrainer;
import org.ridgeline.tribuo.RegularizedLogisticTrainer;
import org.ridgeline.tribuo.RegularizedMultiLabelTrainer;
import org.ridgeline.tribuo.TrainingOptions;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.sgd.objectives.BinaryCrossEntropy;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/** Tribuo's SGD trainers come close to the minima that our exact trainers find, with the same weights that are 0. */
class OptimumTest {

    private static final int EPOCHS = 50;
    /** Measured: at most 8e-4. */
    private static final double CLOSE = 2e-3;

    private static LinearSGDTrainer classes(RegularizedAdaGrad optimiser) {
        return new LinearSGDTrainer(new LogMulticlass(), optimiser, EPOCHS, 1);
    }

    private static org.tribuo.regression.sgd.linear.LinearSGDTrainer squares(RegularizedAdaGrad optimiser) {
        return new org.tribuo.regression.sgd.linear.LinearSGDTrainer(new SquaredLoss(), optimiser, EPOCHS, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4, l1(lambda=0.01)",
        "0.2, 4, l1(lambda=0.01)",
        "1, 4, l2(lambda=0.01)",
        "0.2, 4, 'elastic-net(lambda=0.02,alpha=0.5)'",
        "1, 4, group-l2(lambda=0.01)",
        "0.2, 4, group-l2(lambda=0.01)",
        "0.2, 4, 'sparse-group-l2(lambda=0.02,alpha=0.5)'"
    })
    void severalClasses(double density, int classes, String regularizer) {
        MutableDataset<Label> data = Rows.random(1, 1000, 20, classes, density).labelled(1);
        TrainingOptions options =
                TrainingOptions.standard().withGrouping(FeatureGrouping.FEATURE).withTiedOutputs(true);
        LinearSGDModel exact = new RegularizedLogisticTrainer(regularizer, options).train(data);
        LinearSGDModel found = classes(new RegularizedAdaGrad(regularizer)).train(data);
        assertThat(Objective.ofLabels(data, regularizer).gap(found, exact, biases(data)))
                .isLessThan(CLOSE);
        assertThat((double) Objective.nonzeros(found))
                .isBetween(0.8 * Objective.nonzeros(exact), 1.0 * Objective.nonzeros(exact));
    }

    private static LinearSGDModel biases(MutableDataset<Label> data) {
        return new RegularizedLogisticTrainer("l1(lambda=1000)").train(data);
    }

    /** With l1 it does not matter how the weights of two classes are shared between their rows. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1})
    void twoClasses(double density) {
        MutableDataset<Label> data = Rows.random(2, 1000, 20, 2, density).labelled(2);
        LinearSGDModel exact = new RegularizedLogisticTrainer("l1(lambda=0.01)").train(data);
        LinearSGDModel found =
                classes(new RegularizedAdaGrad("l1(lambda=0.01)")).train(data);
        assertThat(Objective.ofLabels(data, "l1(lambda=0.01)").gap(found, exact, biases(data)))
                .isLessThan(CLOSE);
    }

    /** l2 divides a weight equally between the two rows, so that its double does what it does with one row. */
    @Test
    void twoRowsTakeTwiceTheRidge() {
        MutableDataset<Label> data = Rows.random(3, 1000, 20, 2, 0.3).labelled(3);
        LinearSGDModel exact = new RegularizedLogisticTrainer("l2(lambda=0.01)").train(data);
        LinearSGDModel doubled =
                classes(new RegularizedAdaGrad("l2(lambda=0.02)")).train(data);
        Objective<Label> loss = Objective.ofLabels(data, "l1(lambda=0)");
        assertThat(loss.value(doubled)).isBetween(loss.value(exact) - 1e-3, loss.value(exact) + 1e-3);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, l1(lambda=1)", "0.2, 1, 'elastic-net(lambda=0.2,alpha=0.5)'", "0.2, 3, l1(lambda=0.2)"})
    void squares(double density, int outputs, String regularizer) {
        MutableDataset<Regressor> data =
                Rows.random(1, 1000, 20, outputs, density).regression(1);
        var exact = new RegularizedLinearRegressionTrainer(regularizer).train(data);
        var biases = new RegularizedLinearRegressionTrainer("l1(lambda=1000)").train(data);
        var found =
                squares(new RegularizedAdaGrad(regularizer).withLossFactor(2)).train(data);
        Objective<Regressor> objective = Objective.ofSquares(data, regularizer);
        assertThat(objective.gap(found, exact, biases)).isLessThan(CLOSE);
        assertThat(Objective.nonzeros(found)).isEqualTo(Objective.nonzeros(exact));
        // Tribuo's half of the squares alone is another problem.
        var halves = squares(new RegularizedAdaGrad(regularizer)).train(data);
        assertThat(objective.gap(halves, exact, biases)).isGreaterThan(5 * CLOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"l1(lambda=0.01)", "elastic-net(lambda=0.01,alpha=0.5)", "l2(lambda=0.01)"})
    void severalLabels(String regularizer) {
        MutableDataset<MultiLabel> data = Rows.random(1, 1000, 20, 3, 0.3).multiLabelled(1);
        var exact = new RegularizedMultiLabelTrainer(regularizer).train(data);
        var biases = new RegularizedMultiLabelTrainer("l1(lambda=1000)").train(data);
        var found = new org.tribuo.multilabel.sgd.linear.LinearSGDTrainer(
                        new BinaryCrossEntropy(), new RegularizedAdaGrad(regularizer), EPOCHS, 1)
                .train(data);
        assertThat(Objective.ofMultiLabels(data, regularizer).gap(found, exact, biases))
                .isLessThan(CLOSE);
        assertThat(Objective.nonzeros(found)).isEqualTo(Objective.nonzeros(exact));
    }

    /** mcp and scad are not convex: what counts is that they leave large weights alone, and others at 0. */
    @ParameterizedTest
    @ValueSource(strings = {"mcp(lambda=0.1,gamma=3)", "scad(lambda=0.1,a=3.7)"})
    void penaltiesThatAreNotConvex(String regularizer) {
        MutableDataset<Regressor> data = Rows.random(1, 1000, 20, 1, 0.5).regression(1);
        var exact = new RegularizedLinearRegressionTrainer(regularizer).train(data);
        var biases = new RegularizedLinearRegressionTrainer("l1(lambda=1000)").train(data);
        var found =
                squares(new RegularizedAdaGrad(regularizer).withLossFactor(2)).train(data);
        assertThat(Objective.ofSquares(data, regularizer).gap(found, exact, biases))
                .isLessThan(CLOSE);
        assertThat(Objective.nonzeros(found)).isBetween(Objective.nonzeros(exact), Objective.nonzeros(exact) + 1);
    }
}
