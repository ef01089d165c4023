package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.tribuo.FeatureGrouping;
import org.ridgeline.tribuo.RegularizedLogisticTrainer;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGradRDA;

/** What a penalty does to the weights of Tribuo's linear models. */
class PenaltyEffectsTest {

    private final Rows rows = Rows.random(5, 600, 16, 3, 0.4);
    private final MutableDataset<Label> data = rows.labelled(5);

    private LinearSGDModel train(StochasticGradientOptimiser optimiser) {
        return new LinearSGDTrainer(new LogMulticlass(), optimiser, 20, 1).train(data);
    }

    /** Tribuo's own optimiser with penalties fails this: its weights do not depend on l1. */
    @Test
    void weightsChangeWithLambda() {
        double[][] unpenalised = Objective.weights(train(new RegularizedAdaGrad("l1(lambda=0)")));
        double[][] penalised = Objective.weights(train(new RegularizedAdaGrad("l1(lambda=0.02)")));
        assertThat(changed(unpenalised, penalised)).isTrue();
        double[][] theirs = Objective.weights(train(new AdaGradRDA(0.1, 0.1, 0, 0, 1)));
        double[][] theirsPenalised = Objective.weights(train(new AdaGradRDA(0.1, 0.1, 1000, 0, 1)));
        assertThat(changed(theirs, theirsPenalised)).isFalse();
    }

    private static boolean changed(double[][] some, double[][] others) {
        return !Arrays.deepEquals(some, others);
    }

    @Test
    void theLargerLambdaTheMoreZeros() {
        double[] lambdas = {0, 0.001, 0.01, 0.03, 0.1, 1};
        long[] nonzeros = Arrays.stream(lambdas)
                .mapToLong(lambda -> Objective.nonzeros(train(new RegularizedAdaGrad("l1(lambda=" + lambda + ")"))))
                .toArray();
        assertThat(nonzeros[0]).isEqualTo(48);
        assertThat(nonzeros[2]).isBetween(8L, 24L);
        assertThat(nonzeros[5]).isZero();
        for (int k = 1; k < nonzeros.length; k++) {
            assertThat(nonzeros[k]).isLessThanOrEqualTo(nonzeros[k - 1]);
        }
    }

    @Test
    void groupsDropFeaturesForAllOutputs() {
        double[][] weights = Objective.weights(train(new RegularizedAdaGrad("group-l2(lambda=0.02)")));
        assertThat(IntStream.range(0, 16).map(j -> nonzerosOf(weights, j)).toArray())
                .containsOnly(0, 3)
                .startsWith(3, 3, 3, 3)
                .endsWith(0, 0, 0, 0);
    }

    private static int nonzerosOf(double[][] weights, int feature) {
        return (int) Arrays.stream(weights).filter(row -> row[feature] != 0).count();
    }

    @Test
    void groupsDropOutputsOrFieldsOrWeights() {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad("group-l2(lambda=0.02)");
        double[][] byField = Objective.weights(
                train(optimiser.withFeatureGroups(FeatureGrouping.byField(), data.getFeatureIDMap())));
        for (int j = 0; j < 16; j += 2) {
            assertThat(nonzerosOf(byField, j)).isIn(0, 3).isEqualTo(nonzerosOf(byField, j + 1));
        }
        assertThat(nonzerosOf(byField, 0)).isEqualTo(3);
        assertThat(nonzerosOf(byField, 12)).isZero();

        double[][] byOutput =
                Objective.weights(train(new RegularizedAdaGrad("group-l2(lambda=0.2)").withGrouping("output")));
        assertThat(List.of(byOutput))
                .allSatisfy(
                        row -> assertThat(Arrays.stream(row).filter(w -> w != 0).count())
                                .isIn(0L, 16L));
        assertThat(Arrays.stream(byOutput).filter(row -> row[0] == 0)).isNotEmpty();

        // A group of one is a lasso.
        double[][] byWeight = Objective.weights(train(optimiser.withGrouping("weight")));
        double[][] lasso = Objective.weights(train(new RegularizedAdaGrad("l1(lambda=0.02)")));
        assertThat(distance(byWeight, lasso)).isLessThan(1e-12);
    }

    private static double distance(double[][] some, double[][] others) {
        double largest = 0;
        for (int i = 0; i < some.length; i++) {
            for (int j = 0; j < some[i].length; j++) {
                largest = Math.max(largest, Math.abs(some[i][j] - others[i][j]));
            }
        }
        return largest;
    }

    @Test
    void biasesArePenalisedOnlyIfAskedFor() {
        RegularizedAdaGrad strong = new RegularizedAdaGrad("l1(lambda=1000)");
        LinearSGDModel model = train(strong);
        assertThat(Objective.nonzeros(model)).isZero();
        assertThat(biases(model)).doesNotContain(0);
        // What biases alone predict are the shares of the classes.
        Example<Label> example = data.getExample(0);
        for (Label label : data.getOutputInfo().getDomain()) {
            long count = data.getData().stream()
                    .filter(one -> one.getOutput().equals(label))
                    .count();
            assertThat(model.predict(example)
                            .getOutputScores()
                            .get(label.getLabel())
                            .getScore())
                    .isCloseTo(count / (double) data.size(), within(0.02));
        }
        for (String regularizer : new String[] {"l1(lambda=1000)", "group-l2(lambda=1000)", "slope(lambda=1000)"}) {
            assertThat(biases(train(new RegularizedAdaGrad(regularizer).withPenalisedBias(true))))
                    .containsOnly(0);
            assertThat(biases(train(new RegularizedAdaGrad(regularizer)))).doesNotContain(0);
        }
    }

    private static double[] biases(LinearSGDModel model) {
        DenseMatrix weights = model.getWeightsCopy();
        return weights.getColumn(weights.getDimension2Size() - 1).toArray();
    }

    /** Tribuo makes a dense vector of an example that has all features, be they 0. */
    @Test
    void zerosMayBeWrittenOut() {
        MutableDataset<Label> written = new MutableDataset<>(data.getProvenance(), new LabelFactory());
        for (int i = 0; i < data.size(); i++) {
            if (i % 2 == 0) {
                String[] names = rows.names().toArray(new String[0]);
                written.add(new ArrayExample<>(data.getExample(i).getOutput(), names, rows.values()[i]));
            } else {
                written.add(data.getExample(i));
            }
        }
        for (String regularizer : new String[] {"l1(lambda=0.01)", "mcp(lambda=0.02)", "group-l2(lambda=0.01)"}) {
            LinearSGDTrainer trainer =
                    new LinearSGDTrainer(new LogMulticlass(), new RegularizedAdaGrad(regularizer), 5, 1);
            LinearSGDTrainer same =
                    new LinearSGDTrainer(new LogMulticlass(), new RegularizedAdaGrad(regularizer), 5, 1);
            assertThat(distance(Objective.weights(trainer.train(data)), Objective.weights(same.train(written))))
                    .isLessThan(1e-10);
        }
    }

    /** An example of weight 3 counts as three, and one of weight 0 as none. */
    @Test
    void examplesMayBeWeighted() {
        MutableDataset<Label> weighted = new MutableDataset<>(data.getProvenance(), new LabelFactory());
        for (int i = 0; i < data.size(); i++) {
            Example<Label> example = data.getExample(i).copy();
            example.setWeight(i % 5 == 0 ? 3 : i % 5 == 1 ? 0 : 1);
            weighted.add(example);
        }
        String regularizer = "l1(lambda=0.03)";
        LinearSGDModel exact = new RegularizedLogisticTrainer(regularizer).train(weighted);
        LinearSGDModel biases = new RegularizedLogisticTrainer("l1(lambda=1000)").train(weighted);
        Objective<Label> objective = Objective.ofLabels(weighted, regularizer);
        LinearSGDTrainer trainer =
                new LinearSGDTrainer(new LogMulticlass(), new RegularizedAdaGrad(regularizer), 150, 1);
        assertThat(objective.gap(trainer.train(weighted), exact, biases)).isLessThan(1e-5);
        assertThat(objective.gap(trainer.train(data), exact, biases)).isGreaterThan(4e-3);
    }
}
