package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ridgeline.solvers.Measures;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.regression.Regressor;

/** Errors of predictions, against numbers worked out by hand. */
class OutputErrorsTest {

    private static final MutableDataset<Label> CLASSES = Toys.classification(1, 20);
    private static final MutableDataset<Regressor> NUMBERS = Toys.twoDimensions(1, 20);
    private static final MutableDataset<MultiLabel> LABELS = Examples.dataset(
            new MultiLabelFactory(),
            List.of("a"),
            new double[][] {{1}, {2}},
            i -> new MultiLabel(Set.of(new Label("red"), new Label(i == 0 ? "round" : "sweet"))));

    private static Prediction<Label> classes(String predicted, double high, double low, boolean probabilities) {
        Example<Label> example = new ArrayExample<>(new Label("high"), new String[] {"a"}, new double[] {1});
        return new Prediction<>(
                new Label(predicted),
                Map.of("high", new Label("high", high), "low", new Label("low", low)),
                1,
                example,
                probabilities);
    }

    @Test
    void logLossOfClasses() {
        OutputErrors<Label> loss = OutputErrors.of(Measures.LOSS, CLASSES);
        Prediction<Label> predicted = classes("low", 0.25, 0.75, true);
        assertThat(loss.of(new Label("high"), predicted)).isCloseTo(2 * Math.log(2), within(1e-15));
        assertThat(loss.of(new Label("low"), predicted)).isCloseTo(Math.log(4.0 / 3), within(1e-15));
        // A probability of 0, and a class of which the model says nothing, count as 1e-15.
        double largest = 15 * Math.log(10);
        assertThat(loss.of(new Label("high"), classes("low", 0, 1, true))).isCloseTo(largest, within(1e-12));
        assertThat(loss.of(new Label("new"), predicted)).isCloseTo(largest, within(1e-12));
        assertThat(loss.of(new Label("high"), classes("low", Double.NaN, 1, true)))
                .isNaN();
        assertThatThrownBy(() -> loss.of(new Label("high"), classes("low", -2, 1, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("needs probabilities", "error-rate");
    }

    @Test
    void errorRateOfClasses() {
        OutputErrors<Label> rate = OutputErrors.of(Measures.ERROR_RATE, CLASSES);
        assertThat(rate.of(new Label("high"), classes("low", -2, 1, false))).isEqualTo(1);
        assertThat(rate.of(new Label("low"), classes("low", -2, 1, false))).isZero();
    }

    @Test
    void errorsOfNumbersAreAveragedOverTheDimensions() {
        Regressor truth = new Regressor(new String[] {"y", "other"}, new double[] {1, -2});
        // In another order.
        Prediction<Regressor> predicted = new Prediction<>(
                new Regressor(new String[] {"other", "y"}, new double[] {1, 2}), 1, NUMBERS.getExample(0));
        assertThat(OutputErrors.of(Measures.LOSS, NUMBERS).of(truth, predicted)).isEqualTo((1 + 9) / 2.0);
        assertThat(OutputErrors.of(Measures.SQUARED_ERROR, NUMBERS).of(truth, predicted))
                .isEqualTo(5);
        assertThat(OutputErrors.of(Measures.ABSOLUTE_ERROR, NUMBERS).of(truth, predicted))
                .isEqualTo((1 + 3) / 2.0);
        Prediction<Regressor> lacking = new Prediction<>(new Regressor("y", 1), 1, NUMBERS.getExample(0));
        assertThatThrownBy(() -> OutputErrors.of(Measures.LOSS, NUMBERS).of(truth, lacking))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wanted a prediction of the dimensions [other, y], but found one of [y]");
    }

    private static MultiLabel scored(String label, double score) {
        return new MultiLabel(new Label(label, score));
    }

    @Test
    void errorsOfLabelsAreAveragedOverTheLabels() {
        MultiLabel truth = new MultiLabel(Set.of(new Label("red"), new Label("round")));
        Prediction<MultiLabel> predicted = new Prediction<>(
                new MultiLabel(Set.of(new Label("red", 0.5), new Label("sweet", 0.75))),
                Map.of("red", scored("red", 0.5), "round", scored("round", 0.125), "sweet", scored("sweet", 0.75)),
                1,
                LABELS.getExample(0),
                true);
        // −log ½ − log ⅛ − log(1 − ¾) = (1 + 3 + 2) log 2.
        assertThat(OutputErrors.of(Measures.LOSS, LABELS).of(truth, predicted))
                .isCloseTo(6 * Math.log(2) / 3, within(1e-15));
        assertThat(OutputErrors.of(Measures.ERROR_RATE, LABELS).of(truth, predicted))
                .isEqualTo(2.0 / 3);
        assertThatThrownBy(() -> OutputErrors.of(Measures.SQUARED_ERROR, LABELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no measure 'squared-error' of labels; there are [loss, error-rate]");
    }

    @Test
    void labelsAreSearchedFor() {
        double[][] rows = Toys.rows(3, 80);
        MutableDataset<MultiLabel> data = Examples.dataset(
                new MultiLabelFactory(),
                Toys.NAMES,
                rows,
                i -> new MultiLabel(
                        rows[i][0] > 0
                                ? Set.of(new Label("red"), new Label(rows[i][1] > 0 ? "round" : "sweet"))
                                : Set.of(new Label("sweet"))));
        for (Measures measure : List.of(Measures.LOSS, Measures.ERROR_RATE)) {
            LambdaCurve curve = LambdaCurve.of(new LambdaSearch<>(new RegularizedMultiLabelTrainer("l1"))
                            .withSelection(LambdaSelection.best().withFolds(3).withMeasure(measure))
                            .withLambdas(1, 0.1, 0.001)
                            .train(data))
                    .get("all");
            assertThat(curve.best()).as(curve.toString()).isEqualTo(2);
            assertThat(curve.points().get(0).mean())
                    .isGreaterThan(2 * curve.points().get(2).mean());
        }
    }
}
