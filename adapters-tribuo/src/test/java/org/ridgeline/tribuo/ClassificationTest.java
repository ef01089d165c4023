package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.ImmutableDataset;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;

class ClassificationTest {

    private static final List<String> NAMES = List.of("x", "z");
    private static final double[][] ROWS = {{1, 1}, {2, -1}, {-1, 2}, {-2, 1}, {0.5, 2}, {-0.5, 1}};

    @ParameterizedTest
    @CsvSource({"no, yes", "yes, no"})
    void theWeightsAreThoseOfTheClassThatSortsLast(String first, String second) {
        String[] labels = {first, first, second, second, first, second};
        LinearSGDModel model =
                new RegularizedLogisticTrainer("l2(lambda=0.1)").train(Examples.classification(NAMES, ROWS, labels));
        // x is positive in the class of the first example.
        double sign = first.equals("yes") ? 1 : -1;
        LinearCoefficients linear = LinearCoefficients.ofTwoClasses(model);
        assertThat(linear.weights().get("x") * sign).isPositive();
        DenseMatrix matrix = model.getWeightsCopy();
        int other = model.getOutputIDInfo().getID(new Label("no"));
        int last = model.getOutputIDInfo().getID(new Label("yes"));
        for (int j = 0; j <= NAMES.size(); j++) {
            assertThat(matrix.get(other, j)).isZero();
        }
        assertThat(matrix.get(last, 2)).isEqualTo(linear.intercept());
        assertThat(FitSummary.of(model)).containsOnlyKeys("yes");
    }

    @Test
    void probabilitiesAreThoseOfTheLogOdds() {
        MutableDataset<Label> data = Toys.classification(4, 60);
        LinearSGDModel model = new RegularizedLogisticTrainer("elastic-net(lambda=0.01,alpha=0.5)").train(data);
        LinearCoefficients linear = LinearCoefficients.ofTwoClasses(model);
        double loss = 0;
        for (Example<Label> example : data) {
            double[] logOdds = {linear.intercept()};
            example.forEach(feature -> logOdds[0] += linear.weights().get(feature.getName()) * feature.getValue());
            Prediction<Label> prediction = model.predict(example);
            assertThat(prediction.hasProbabilities()).isTrue();
            Map<String, Label> scores = prediction.getOutputScores();
            double probability = 1 / (1 + Math.exp(-logOdds[0]));
            assertThat(scores.get("low").getScore()).isCloseTo(probability, within(1e-12));
            assertThat(scores.get("high").getScore()).isCloseTo(1 - probability, within(1e-12));
            assertThat(prediction.getOutput().getLabel()).isEqualTo(probability > 0.5 ? "low" : "high");
            loss -= Math.log(scores.get(example.getOutput().getLabel()).getScore());
        }
        assertThat(FitSummary.of(model).get("low").loss()).isCloseTo(loss / data.size(), within(1e-12));
    }

    @Test
    void oneClassIsNotEnough() {
        assertThatThrownBy(() -> new RegularizedLogisticTrainer("l2(lambda=0.1)")
                        .train(Examples.classification(NAMES, ROWS, new String[] {"a", "a", "a", "a", "a", "a"})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wanted at least two classes, but there is only")
                .hasMessageContaining("a");
    }

    @Test
    void aLabelThatTheDomainDoesNotKnowIsRefused() {
        MutableDataset<Label> known = Examples.classification(NAMES, ROWS, new String[] {"a", "b", "a", "b", "a", "b"});
        ArrayExample<Label> other = new ArrayExample<>(new Label("c"), new String[] {"x"}, new double[] {1});
        Dataset<Label> mixed = new ImmutableDataset<>(
                List.of(known.getExample(0), known.getExample(1), other),
                known.getProvenance(),
                known.getOutputFactory(),
                known.getFeatureIDMap(),
                known.getOutputIDInfo(),
                false);
        assertThatThrownBy(() -> new RegularizedLogisticTrainer("l2(lambda=0.1)").train(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example 2 is of 'c'");
    }
}
