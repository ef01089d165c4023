package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.VariableIDInfo;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.classification.sgd.fm.FMClassificationModel;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.sgd.AbstractFMModel;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.multilabel.evaluation.MultiLabelEvaluator;
import org.tribuo.multilabel.sgd.fm.FMMultiLabelModel;
import org.tribuo.multilabel.sgd.fm.FMMultiLabelTrainer;
import org.tribuo.multilabel.sgd.objectives.BinaryCrossEntropy;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.fm.FMRegressionModel;
import org.tribuo.regression.sgd.fm.FMRegressionTrainer;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/** Factorization machines, of which the factors are penalised too. */
class FactorizationMachineTest {

    private static final int FACTORS = 3;

    private final MutableDataset<Regressor> ratings = Interactions.ratings(1, 3000);
    private final MutableDataset<Regressor> later = Interactions.ratings(2, 1000);

    private FMRegressionModel train(StochasticGradientOptimiser optimiser) {
        return (FMRegressionModel)
                new FMRegressionTrainer(new SquaredLoss(), optimiser, 20, 1, FACTORS, 0.1, false).train(ratings);
    }

    private double error(FMRegressionModel model) {
        double sum = 0;
        for (Example<Regressor> example : later) {
            double error = example.getOutput().getValues()[0]
                    - model.predict(example).getOutput().getValues()[0];
            sum += error * error;
        }
        return sum / later.size();
    }

    private static RegularizedAdaGrad optimiser(String regularizer) {
        return new RegularizedAdaGrad(regularizer).withLossFactor(2).withLearningRate(0.2);
    }

    /** Of each factor of an output, by feature. */
    private static double[][] factors(AbstractFMModel<?> model, int output) {
        return ((DenseMatrix) model.getFactorsCopy()[output]).toArray();
    }

    private static long zeros(double[][] weights) {
        return Arrays.stream(weights)
                .flatMapToDouble(Arrays::stream)
                .filter(w -> w == 0)
                .count();
    }

    /** The features that have no factors of an output; each has all of them or none. */
    private static List<String> withoutFactors(AbstractFMModel<?> model, int output) {
        double[][] factors = factors(model, output);
        List<String> without = new ArrayList<>();
        for (VariableIDInfo feature : features(model)) {
            long zeros = Arrays.stream(factors)
                    .filter(row -> row[feature.getID()] == 0)
                    .count();
            assertThat(zeros).as(feature.getName()).isIn(0L, (long) FACTORS);
            if (zeros > 0) {
                without.add(feature.getName());
            }
        }
        return without;
    }

    private static List<VariableIDInfo> features(AbstractFMModel<?> model) {
        ImmutableFeatureMap features = model.getFeatureIDMap();
        return IntStream.range(0, features.size()).mapToObj(features::get).toList();
    }

    @Test
    void withoutAPenaltyTheyLearnAsWithAdaGrad() {
        double theirs = error(train(new AdaGrad(0.2, 0.1)));
        FMRegressionModel model = train(optimiser("l1(lambda=0)"));
        // Measured: 0.0957 and 0.0960, and the noise alone is 0.09.
        assertThat(error(model)).isBetween(0.97 * theirs, 1.03 * theirs);
        assertThat(zeros(factors(model, 0))).isZero();
    }

    @Test
    void factorsAreSparse() {
        FMRegressionModel model = train(optimiser("l1(lambda=0.003)"));
        assertThat(error(model)).isLessThan(error(train(optimiser("l1(lambda=0)"))));
        // A taste has two factors of the three, and hours have none.
        assertThat(zeros(factors(model, 0))).isGreaterThan(Interactions.USERS + Interactions.ITEMS);
        assertThat(zeros(model.getLinearWeightsCopy().toArray())).isGreaterThan(Interactions.HOURS);
    }

    @Test
    void groupsDropAllFactorsOfAFeature() {
        FMRegressionModel model = train(optimiser("group-l2(lambda=0.003)"));
        assertThat(error(model)).isLessThan(error(train(optimiser("l1(lambda=0)"))));
        assertThat(withoutFactors(model, 0))
                .hasSizeGreaterThan(Interactions.HOURS / 2)
                .allSatisfy(name -> assertThat(name).startsWith("hour"));
        // Its linear weight is another group.
        assertThat(zeros(model.getLinearWeightsCopy().toArray())).isGreaterThan(Interactions.HOURS);
    }

    /** What somebody likes is a product of factors of the user and the item. */
    @Test
    void eachOutputHasItsGroups() {
        RegularizedAdaGrad optimiser = optimiser("group-l2(lambda=0.001)");
        FMClassificationModel likes =
                (FMClassificationModel) new FMClassificationTrainer(new LogMulticlass(), optimiser, 20, 1, FACTORS, 0.1)
                        .train(Interactions.likes(1, 3000));
        // Measured: 0.917.
        assertThat(new LabelEvaluator()
                        .evaluate(likes, Interactions.likes(2, 1000))
                        .accuracy())
                .isGreaterThan(0.9);
        assertThat(withoutFactors(likes, 0)).isNotEmpty().isNotEqualTo(withoutFactors(likes, 1));
        assertThat(withoutFactors(likes, 1)).isNotEmpty();

        FMMultiLabelModel reactions =
                (FMMultiLabelModel) new FMMultiLabelTrainer(new BinaryCrossEntropy(), optimiser, 20, 1, FACTORS, 0.1)
                        .train(Interactions.reactions(1, 3000));
        // Measured: 0.929.
        assertThat(new MultiLabelEvaluator()
                        .evaluate(reactions, Interactions.reactions(2, 1000))
                        .microAveragedF1())
                .isGreaterThan(0.9);
        assertThat(IntStream.range(0, 4).mapToObj(k -> withoutFactors(reactions, k)))
                .anyMatch(List::isEmpty)
                .anyMatch(without -> !without.isEmpty());
    }
}
