package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.common.sgd.AbstractFMModel;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
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

    /** The factors of an output, by factor and feature. */
    private static double[][] factors(AbstractFMModel<?> model, int output) {
        return ((DenseMatrix) model.getFactorsCopy()[output]).toArray();
    }

    private static long zeros(double[][] weights) {
        return Arrays.stream(weights)
                .flatMapToDouble(Arrays::stream)
                .filter(w -> w == 0)
                .count();
    }

    @Test
    void withoutAPenaltyTheyLearnAsWithAdaGrad() {
        double theirs = error(train(new AdaGrad(0.2, 0.1)));
        double ours = error(train(optimiser("l1(lambda=0)")));
        assertThat(ours).isLessThan(1.1 * theirs);
    }

    /** Each rating needs a few features only, and so a penalty costs nothing, or even helps. */
    @ParameterizedTest
    @CsvSource({"l1(lambda=0.003), 30, 25", "group-l2(lambda=0.003), 15, 25"})
    void aPenaltyMakesFactorsAndWeightsExactlyZero(String regularizer, int factors, int weights) {
        double theirs = error(train(new AdaGrad(0.2, 0.1)));
        FMRegressionModel model = train(optimiser(regularizer));
        assertThat(error(model)).isLessThan(1.05 * theirs);
        assertThat(zeros(factors(model, 0))).isGreaterThan(factors).isLessThan(135);
        assertThat(zeros(model.getLinearWeightsCopy().toArray())).isGreaterThan(weights);
    }

    /** A feature has no part in any interaction, or in all factors. */
    @Test
    void aGroupPenaltyDropsAllFactorsOfAFeature() {
        double[][] factors = factors(train(optimiser("group-l2(lambda=0.003)")), 0);
        int dropped = 0;
        for (int j = 0; j < factors[0].length; j++) {
            int zeros = 0;
            for (double[] factor : factors) {
                zeros += factor[j] == 0 ? 1 : 0;
            }
            assertThat(zeros).isIn(0, FACTORS);
            dropped += zeros == FACTORS ? 1 : 0;
        }
        assertThat(dropped).isPositive();
    }

    @Test
    void tooStrongAPenaltyLeavesNoFactors() {
        FMRegressionModel model = train(optimiser("l1(lambda=0.01)"));
        assertThat(zeros(factors(model, 0))).isEqualTo(135);
    }
}
