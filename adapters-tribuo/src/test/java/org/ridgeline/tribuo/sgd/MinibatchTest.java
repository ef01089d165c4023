package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.tribuo.RegularizedLogisticTrainer;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;

/** λ means the same whatever the minibatch size. */
class MinibatchTest {

    private static final String REGULARIZER = "l1(lambda=0.03)";

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 8", "1, 64", "0.3, 1", "0.3, 8", "0.3, 64"})
    void theModelDoesNotDependOnTheMinibatchSize(double density, int minibatchSize) {
        MutableDataset<Label> data = Rows.random(4, 1000, 20, 3, density).labelled(4);
        LinearSGDModel exact = new RegularizedLogisticTrainer(REGULARIZER).train(data);
        LinearSGDModel biases = new RegularizedLogisticTrainer("l1(lambda=1000)").train(data);
        Objective<Label> objective = Objective.ofLabels(data, REGULARIZER);
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad(REGULARIZER);
        LinearSGDModel found = train(data, optimiser.withMinibatchSize(minibatchSize), minibatchSize);
        // Measured: 2e-6 with 1 and 8, 2e-4 with 64, of whose last minibatch Tribuo makes less; uncorrected at least
        // 0.8.
        assertThat(objective.gap(found, exact, biases)).isLessThan(5e-4);
        assertThat((double) Objective.nonzeros(found))
                .isBetween(Objective.nonzeros(exact) - 1.0, Objective.nonzeros(exact) + 1.0);
        if (minibatchSize > 1) {
            LinearSGDModel uncorrected = train(data, optimiser, minibatchSize);
            assertThat(objective.gap(uncorrected, exact, biases)).isGreaterThan(0.5);
        }
    }

    private static LinearSGDModel train(MutableDataset<Label> data, RegularizedAdaGrad optimiser, int minibatchSize) {
        return new LinearSGDTrainer(new LogMulticlass(), optimiser, 150, -1, minibatchSize, 1).train(data);
    }
}
