package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ridgeline.tribuo.sgd.RegularizedAdaGrad;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;

/** The regularizer of an optimiser is found, and its λ reaches the weights. */
class LambdaSearchOfAdaGradTest {

    private static LinearSGDTrainer trainer(double lambda) {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad("l1(lambda=" + lambda + ")");
        return new LinearSGDTrainer(new LogMulticlass(), optimiser, 20, -1, 1, 7);
    }

    private static double[][] weights(Model<Label> model) {
        return ((LinearSGDModel) model).getWeightsCopy().toArray();
    }

    @Test
    void theRegularizerOfAnOptimiserIsSearched() {
        MutableDataset<Label> data = Toys.classification(4, 200);
        LambdaSearch<Label> search = new LambdaSearch<>(trainer(1))
                .withSelection(LambdaSelection.best().withFolds(4).withThreads(2))
                .withLambdas(1, 0.1, 0.01, 0.001);
        Model<Label> model = search.train(data);
        LambdaCurve curve = LambdaCurve.of(model).get("all");
        assertThat(curve.points()).hasSize(4);
        assertThat(curve.points().get(0).mean())
                .isGreaterThan(1.2 * curve.points().get(curve.best()).mean());
        assertThat(curve.chosen()).isBetween(2, 3);
        double lambda = curve.points().get(curve.chosen()).lambda();
        assertThat(weights(model)).isEqualTo(weights(trainer(lambda).train(data)));
        assertThat(weights(trainer(1).train(data))[0]).startsWith(0.0, 0.0, 0.0);
    }
}
