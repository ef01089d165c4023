package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDModel;

class ModelPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"l1", "elastic-net(alpha=0.5)", "group-l2", "l2", "slope(q=0.1)"})
    void theModelsAreThoseOfEachLambdaAlone(String regularizer) {
        MutableDataset<Regressor> data = Toys.regression(3, 80);
        RegularizedLinearRegressionTrainer trainer = new RegularizedLinearRegressionTrainer(regularizer);
        ModelPath<Regressor, LinearSGDModel> path = trainer.path(data, 12, 0.01);
        assertThat(path.size()).isEqualTo(12);
        assertThat(path.converged()).isTrue();
        for (int k = 0; k < path.size(); k++) {
            LinearSGDModel model = path.model(k);
            LinearSGDModel alone = trainer.withLambda(path.lambda(k)).train(data);
            LinearCoefficients wanted = LinearCoefficients.ofRegression(alone);
            LinearCoefficients found = LinearCoefficients.ofRegression(model);
            wanted.weights()
                    .forEach((name, weight) ->
                            assertThat(found.weights().get(name)).as(name).isCloseTo(weight, within(1e-6)));
            assertThat(path.nonzeros(k))
                    .isEqualTo(found.weights().values().stream()
                            .filter(weight -> weight != 0)
                            .count());
            // A model says of itself what a trainer of its λ would.
            assertThat(FitSummary.of(model)).isEqualTo(path.fits(k));
            assertThat(model.getProvenance().getTrainerProvenance().getConfiguredParameters())
                    .isEqualTo(alone.getProvenance().getTrainerProvenance().getConfiguredParameters());
        }
        assertThat(path.nonzeros(0)).isEqualTo(regularizer.equals("l2") ? 7 : 0);
    }

    @Test
    void severalDimensionsShareTheirLambdas() {
        MutableDataset<Regressor> data = Toys.twoDimensions(3, 80);
        RegularizedLinearRegressionTrainer trainer = new RegularizedLinearRegressionTrainer("l1");
        ModelPath<Regressor, LinearSGDModel> path = trainer.path(data, 5, 0.1);
        // The largest λ leaves no weight in either dimension, the next some in one at least.
        assertThat(path.nonzeros(0)).isZero();
        assertThat(path.nonzeros(1)).isPositive();
        for (int k = 0; k < path.size(); k++) {
            assertThat(path.fits(k)).containsOnlyKeys("y", "other");
            double lambda = path.lambda(k);
            assertThat(path.fits(k).values())
                    .allSatisfy(fit -> assertThat(fit.lambda()).isEqualTo(lambda));
        }
    }

    @Test
    void lambdasMayBeGiven() {
        MutableDataset<Label> data = Toys.classification(3, 80);
        var path = new RegularizedLogisticTrainer("l1").path(data, 0.01, 0.1, 0.03);
        assertThat(path).hasToString("3 models from lambda 0.1 to 0.01");
        assertThat(path.lambda(1)).isEqualTo(0.03);
        assertThat(Map.copyOf(path.fits(2))).containsOnlyKeys("low");
        assertThatThrownBy(() -> new RegularizedLogisticTrainer("l1").path(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one lambda");
        assertThatThrownBy(() -> new RegularizedLogisticTrainer("l1").path(data, -1))
                .hasMessageContaining("lambda");
        assertThatThrownBy(() -> new RegularizedLogisticTrainer("adaptive(base=l1)").path(data, 1))
                .hasMessageContaining("but lambda is also to go along a path");
    }
}
