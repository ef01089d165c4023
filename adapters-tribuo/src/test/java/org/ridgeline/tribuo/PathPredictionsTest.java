package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Dataset;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.dataset.DatasetView;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.regression.Regressor;

/** Predictions of a whole path, against those of its models one by one. */
class PathPredictionsTest {

    private static final double[][] ROWS = Toys.rows(3, 80);

    /** A part of the data, of the same domain. */
    private static <T extends Output<T>> Dataset<T> part(Dataset<T> data, int from, int to) {
        return new DatasetView<>(data, IntStream.range(from, to).toArray(), "part");
    }

    /** Compares the predictions of the last 20 examples by models of the first 60. */
    private static <T extends Output<T>> void agree(RegularizedTrainer<T, ?> trainer, MutableDataset<T> data) {
        ModelPath<T, ?> path = trainer.path(part(data, 0, 60), 0.1, 0.01, 0.0001);
        Dataset<T> heldOut = part(data, 60, 80);
        PathPredictions<T> found = path.predictions(heldOut);
        for (int k = 0; k < 3; k++) {
            List<Prediction<T>> wanted = path.model(k).predict(heldOut);
            assertThat(found.of(k)).hasSize(20);
            for (int i = 0; i < 20; i++) {
                Prediction<T> prediction = found.of(k).get(i);
                assertThat(prediction.hasProbabilities())
                        .isEqualTo(wanted.get(i).hasProbabilities());
                equal(prediction.getOutput(), wanted.get(i).getOutput());
                Map<String, T> scores = wanted.get(i).getOutputScores();
                assertThat(prediction.getOutputScores()).containsOnlyKeys(scores.keySet());
                scores.forEach(
                        (name, score) -> equal(prediction.getOutputScores().get(name), score));
            }
        }
    }

    private static <T extends Output<T>> void equal(T found, T wanted) {
        assertThat(found).isEqualTo(wanted);
        if (wanted instanceof Label label) {
            assertThat(((Label) found).getScore()).isCloseTo(label.getScore(), within(1e-12));
        }
        if (wanted instanceof MultiLabel labels) {
            for (Label label : labels.getLabelSet()) {
                assertThat(((MultiLabel) found).getLabelScore(label).orElseThrow())
                        .isCloseTo(label.getScore(), within(1e-12));
            }
        }
        if (wanted instanceof Regressor regressor) {
            for (Regressor.DimensionTuple dimension : regressor) {
                assertThat(((Regressor) found)
                                .getDimension(dimension.getName())
                                .orElseThrow()
                                .getValue())
                        .isCloseTo(dimension.getValue(), within(1e-12));
            }
        }
    }

    @Test
    void numbers() {
        agree(new RegularizedLinearRegressionTrainer("l1"), Toys.regression(3, 80));
        agree(new RegularizedLinearRegressionTrainer("l2"), Toys.twoDimensions(3, 80));
    }

    @Test
    void twoClasses() {
        agree(new RegularizedLogisticTrainer("l1"), Toys.classification(3, 80));
    }

    @Test
    void threeClassesAndOneThatIsNotTrainedOn() {
        String[] labels = new String[80];
        for (int i = 0; i < 80; i++) {
            labels[i] = i >= 70 ? "late" : ROWS[i][0] > 0.2 ? "high" : ROWS[i][1] > 0 ? "middle" : "low";
        }
        agree(new RegularizedLogisticTrainer("l1"), Examples.classification(Toys.NAMES, ROWS, labels));
    }

    @Test
    void labelsAndOneThatIsNotTrainedOn() {
        agree(new RegularizedMultiLabelTrainer("l1"), Examples.dataset(new MultiLabelFactory(), Toys.NAMES, ROWS, i -> {
            Label first = new Label(ROWS[i][0] > 0 ? "red" : "green");
            Label second = new Label(i >= 70 ? "late" : ROWS[i][1] > 0 ? "round" : "sweet");
            return new MultiLabel(Set.of(first, second));
        }));
    }
}
