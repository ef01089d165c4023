package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Example;
import org.tribuo.ImmutableDataset;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.dataset.DatasetView;
import org.tribuo.impl.ArrayExample;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.multilabel.evaluation.MultiLabelEvaluator;
import org.tribuo.multilabel.sgd.linear.LinearSGDModel;

class MultiLabelTest {

    private static final List<String> LABELS = List.of("red", "round", "sweet");

    private final double[][] rows = Toys.rows(5, 120);
    private final boolean[][] has = has();
    private final MutableDataset<MultiLabel> data =
            Examples.dataset(new MultiLabelFactory(), Toys.NAMES, rows, i -> new MultiLabel(labels(i)));

    private boolean[][] has() {
        SplittableRandom random = new SplittableRandom(4);
        boolean[][] drawn = new boolean[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            drawn[i] = new boolean[] {
                row[0] + random.nextDouble(-0.5, 0.5) > 0.2,
                row[3] - row[0] + random.nextDouble(-0.5, 0.5) > 0,
                random.nextDouble(-0.5, 0.5) > 0.1
            };
        }
        return drawn;
    }

    private Set<Label> labels(int i) {
        Set<Label> labels = new HashSet<>();
        for (int k = 0; k < LABELS.size(); k++) {
            if (has[i][k]) {
                labels.add(new Label(LABELS.get(k)));
            }
        }
        return labels;
    }

    @ParameterizedTest
    @ValueSource(strings = {"l1(lambda=0.03)", "group-l2(lambda=0.05)", "adaptive(base=l2(lambda=1))"})
    void everyLabelIsATwoClassFitOfItsOwn(String regularizer) {
        LinearSGDModel model = new RegularizedMultiLabelTrainer(regularizer).train(data);
        assertThat(FitSummary.of(model)).containsOnlyKeys(LABELS);
        for (int k = 0; k < LABELS.size(); k++) {
            int label = k;
            MutableDataset<Label> alone = Examples.dataset(
                    new org.tribuo.classification.LabelFactory(),
                    Toys.NAMES,
                    rows,
                    i -> new Label(has[i][label] ? "yes" : "no"));
            var wanted = new RegularizedLogisticTrainer(regularizer).train(alone);
            assertThat(LinearCoefficients.ofLabel(model, LABELS.get(k)))
                    .isEqualTo(LinearCoefficients.ofTwoClasses(wanted));
            for (Example<Label> example : alone) {
                double probability =
                        wanted.predict(example).getOutputScores().get("yes").getScore();
                Example<MultiLabel> same = data.getExample(alone.getData().indexOf(example));
                assertThat(probability(model, same, LABELS.get(k))).isCloseTo(probability, within(1e-12));
            }
        }
    }

    private static double probability(LinearSGDModel model, Example<MultiLabel> example, String label) {
        return model.predict(example)
                .getOutputScores()
                .get(label)
                .getLabelScore(new Label(label))
                .orElseThrow();
    }

    @Test
    void tribuoEvaluatesTheModel() {
        var evaluation = new MultiLabelEvaluator()
                .evaluate(new RegularizedMultiLabelTrainer("l2(lambda=0.01)").train(data), data);
        assertThat(evaluation.recall(new MultiLabel("red"))).isGreaterThan(0.7);
        assertThat(evaluation.recall(new MultiLabel("round"))).isGreaterThan(0.7);
    }

    @Test
    void aLabelThatAllOrNoneHaveIsCertain() {
        DatasetView<MultiLabel> fold = DatasetView.createView(
                data,
                example -> example.getOutput().contains("red")
                        && !example.getOutput().contains("round"),
                "red but not round");
        for (boolean tied : new boolean[] {false, true}) {
            LinearSGDModel model = new RegularizedMultiLabelTrainer(
                            "group-l2(lambda=0.1)", TrainingOptions.standard().withTiedOutputs(tied))
                    .train(fold);
            assertThat(FitSummary.of(model)).containsOnlyKeys("sweet");
            for (Example<MultiLabel> example : data) {
                assertThat(probability(model, example, "red")).isOne();
                assertThat(probability(model, example, "round")).isZero();
                assertThat(probability(model, example, "sweet")).isBetween(0.01, 0.99);
            }
        }
    }

    @Test
    void aLabelThatTheDomainDoesNotKnowIsRefused() {
        ArrayExample<MultiLabel> other =
                new ArrayExample<>(new MultiLabel("blue"), new String[] {"a@1"}, new double[] {1});
        ImmutableDataset<MultiLabel> mixed = new ImmutableDataset<>(
                List.of(data.getExample(0), other),
                data.getProvenance(),
                data.getOutputFactory(),
                data.getFeatureIDMap(),
                data.getOutputIDInfo(),
                false);
        assertThatThrownBy(() -> new RegularizedMultiLabelTrainer("l2").train(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wanted labels among [red, round, sweet], but example 1 has [blue]");
        LinearSGDModel model = new RegularizedMultiLabelTrainer("l2").train(data);
        assertThatThrownBy(() -> LinearCoefficients.ofLabel(model, "blue"))
                .hasMessage("there is no label 'blue'; there are [red, round, sweet]");
    }
}
