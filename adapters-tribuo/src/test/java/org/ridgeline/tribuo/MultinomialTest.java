package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.Groups;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.dataset.DatasetView;
import org.tribuo.math.optimisers.AdaGrad;

/** Three and more classes. */
class MultinomialTest {

    private static final List<String> LABELS = List.of("setosa", "iris", "virginica");

    private final double[][] rows = Toys.rows(3, 150);
    private final int[] classes = classes();
    private final MutableDataset<Label> data = Examples.classification(
            Toys.NAMES, rows, Arrays.stream(classes).mapToObj(LABELS::get).toArray(String[]::new));

    /** Two features tell the classes apart, with noise. */
    private int[] classes() {
        SplittableRandom random = new SplittableRandom(8);
        return Arrays.stream(rows)
                .mapToInt(row -> {
                    double[] scores = {2 * row[0], -2 * row[0] + row[3], row[1]};
                    Arrays.setAll(scores, k -> scores[k] + random.nextDouble());
                    return IntStream.range(0, 3).reduce(0, (best, k) -> scores[k] > scores[best] ? k : best);
                })
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"l1(lambda=0.02); false", "group-l2(lambda=0.02); false", "group-l2(lambda=0.02); true"})
    void theModelIsTheSoftmaxFitOfTheSolvers(String regularizer, boolean tied) {
        TrainingOptions options = TrainingOptions.standard().withTiedOutputs(tied);
        LinearSGDModel model = new RegularizedLogisticTrainer(regularizer, options).train(data);
        // The solvers' classes are coded in another order than the trainer's.
        Problem problem = Problem.of(
                        DenseFeatures.ofRows(rows),
                        Arrays.stream(classes).asDoubleStream().toArray(),
                        Loss.multinomial(3))
                .withGroups(Groups.labelled(0, 0, 0, 1, 1, 1, 2))
                .withTiedOutputs(tied);
        Fit wanted = Solver.standard().fit(problem, InstalledRegularizers.parse(regularizer));
        int zeros = 0;
        for (int k = 0; k < 3; k++) {
            LinearCoefficients found = LinearCoefficients.ofClass(model, LABELS.get(k));
            double[] coefficients = wanted.coefficients(k);
            for (int j = 0; j < coefficients.length; j++) {
                double weight = found.weights().get(Toys.NAMES.get(j));
                assertThat(weight).isCloseTo(coefficients[j], within(1e-6));
                assertThat(weight == 0).isEqualTo(coefficients[j] == 0);
                zeros += weight == 0 ? 1 : 0;
            }
        }
        assertThat(zeros).isBetween(3, 18);
        FitSummary fit = FitSummary.of(model).get("all");
        assertThat(fit.objective()).isCloseTo(wanted.objective(), within(1e-9));
        assertThat(fit.nonzeros()).isEqualTo(21 - zeros);
        assertThat(fit.grouping())
                .isEqualTo(
                        regularizer.startsWith("l1")
                                ? FitSummary.NO_GROUPS
                                : FeatureGrouping.FIELD + (tied ? ", over all outputs" : ""));
    }

    @Test
    void tiedOutputsDropFieldsForAllClasses() {
        TrainingOptions options = TrainingOptions.standard().withTiedOutputs(true);
        LinearSGDModel model = new RegularizedLogisticTrainer("group-l2(lambda=0.03)", options).train(data);
        boolean[] kept = new boolean[3];
        for (String label : LABELS) {
            Map<String, Double> weights =
                    LinearCoefficients.ofClass(model, label).weights();
            for (int g = 0; g < 3; g++) {
                String field = "abc".substring(g, g + 1);
                kept[g] |= weights.entrySet().stream()
                        .anyMatch(weight -> weight.getKey().startsWith(field) && weight.getValue() != 0);
            }
        }
        for (String label : LABELS) {
            LinearCoefficients.ofClass(model, label)
                    .weights()
                    .forEach((name, weight) ->
                            assertThat(weight != 0).as(label + name).isEqualTo(kept["abc".indexOf(name.charAt(0))]));
        }
        assertThat(kept).containsExactly(true, true, false);
    }

    /** Tribuo's own trainer minimises the mean of the same log loss, if nothing is penalised. */
    @Test
    void withLittlePenaltyTribuosOwnTrainerComesNoLower() {
        LinearSGDModel ours = new RegularizedLogisticTrainer("l2(lambda=1e-9)").train(data);
        LinearSGDModel theirs = new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.5), 200, -1, 1).train(data);
        double loss = logLoss(ours);
        assertThat(FitSummary.of(ours).get("all").loss()).isCloseTo(loss, within(1e-9));
        assertThat(logLoss(theirs)).isBetween(loss, loss * 1.02);
    }

    private double logLoss(LinearSGDModel model) {
        double sum = 0;
        for (Example<Label> example : data) {
            Prediction<Label> prediction = model.predict(example);
            sum -= Math.log(prediction
                    .getOutputScores()
                    .get(example.getOutput().getLabel())
                    .getScore());
        }
        return sum / data.size();
    }

    @Test
    void aClassWithoutExamplesHasProbabilityZero() {
        for (List<String> present : List.of(List.of("setosa", "iris"), List.of("virginica"))) {
            DatasetView<Label> fold = DatasetView.createView(
                    data, example -> present.contains(example.getOutput().getLabel()), "some");
            LinearSGDModel model = new RegularizedLogisticTrainer("l2(lambda=0.1)").train(fold);
            for (Example<Label> example : data) {
                Map<String, Label> scores = model.predict(example).getOutputScores();
                double sum = 0;
                for (String label : LABELS) {
                    double probability = scores.get(label).getScore();
                    assertThat(probability > 0).as(label).isEqualTo(present.contains(label));
                    sum += probability;
                }
                assertThat(sum).isCloseTo(1, within(1e-12));
            }
            assertThat(FitSummary.of(model)).hasSize(present.size() - 1);
        }
    }

    @Test
    void anExampleWithoutWeightHasNoPart() {
        MutableDataset<Label> weighted = Examples.classification(
                Toys.NAMES, rows, Arrays.stream(classes).mapToObj(LABELS::get).toArray(String[]::new));
        weighted.forEach(example -> {
            if (example.getOutput().getLabel().equals("iris")) {
                example.setWeight(0);
            }
        });
        LinearSGDModel model = new RegularizedLogisticTrainer("l1(lambda=0.01)").train(weighted);
        assertThat(model.predict(data.getExample(0))
                        .getOutputScores()
                        .get("iris")
                        .getScore())
                .isZero();
        weighted.forEach(example -> example.setWeight(0));
        assertThatThrownBy(() -> new RegularizedLogisticTrainer("l1").train(weighted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wanted an example of positive weight, but found none");
    }

    @Test
    void aClassIsAskedForByItsLabel() {
        LinearSGDModel model = new RegularizedLogisticTrainer("l1(lambda=0.01)").train(data);
        assertThatThrownBy(() -> LinearCoefficients.ofClass(model, "rose"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no class 'rose'; there are [iris, setosa, virginica]");
        assertThatThrownBy(() -> LinearCoefficients.ofTwoClasses(model)).hasMessageContaining("wanted two classes");
    }
}
