package org.ridgeline.solvers.conversions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizers;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;
import org.ridgeline.solvers.Loss;

class ConversionErrorsTest {

    private static final ElasticNet MIXED = ElasticNet.of(0.1, 0.5);

    private static void assertRefused(ThrowingCallable conversion, String... parts) {
        assertThatIllegalArgumentException().isThrownBy(conversion).withMessageContainingAll(parts);
    }

    @Test
    void aLassoTakesNoL2Part() {
        String found = "but found elastic-net(lambda=0.1,alpha=0.5)";
        assertRefused(() -> ScikitLearn.Lasso.from(MIXED), "Lasso of scikit-learn has an l1 penalty only", found);
        assertRefused(() -> Smile.Lasso.from(MIXED, 10), "LASSO of Smile", "wanted l1", found);
        assertRefused(() -> Spark.L1Updater.from(MIXED, Loss.SQUARED), "L1Updater of Spark", found);
        assertRefused(() -> ScikitLearn.Lasso.from(L2.of(2)), "alpha=1", "found l2(lambda=2)");
    }

    @Test
    void aRidgeTakesNoL1Part() {
        assertRefused(() -> ScikitLearn.Ridge.from(MIXED, 10), "Ridge of scikit-learn has an l2 penalty only");
        assertRefused(() -> Weka.Logistic.from(MIXED, 10), "Logistic of Weka", "wanted l2");
        assertRefused(() -> Weka.LinearRegression.from(L1.of(1), 10), "LinearRegression of Weka", "l1(lambda=1)");
        assertRefused(() -> Weka.Sgd.from(MIXED, Loss.LOGISTIC, 10), "SGD of Weka");
        assertRefused(() -> Smile.Ridge.from(MIXED, 10), "RidgeRegression of Smile");
        assertRefused(() -> Smile.LogisticRegression.from(MIXED, 10), "LogisticRegression of Smile");
        assertRefused(() -> Deeplearning4j.WeightDecay.from(MIXED), "WeightDecay of Deeplearning4j");
        assertRefused(() -> WeightDecay.from(MIXED), "weight_decay", "alpha=0");
        assertRefused(() -> Spark.SquaredL2Updater.from(MIXED, Loss.SQUARED), "SquaredL2Updater of Spark");
    }

    @Test
    void aPartWithoutStrengthDoesNotCount() {
        assertThat(ScikitLearn.Lasso.from(ElasticNet.of(0, 0.5)).alpha()).isZero();
        assertThat(ScikitLearn.Ridge.from(ElasticNet.of(0, 0.5), 3).alpha()).isZero();
    }

    @Test
    void liblinearTakesOnePartThatIsThere() {
        assertRefused(() -> Liblinear.from(MIXED, 10), "l1 or l2, not both", "alpha=0 or alpha=1", "alpha=0.5");
        assertRefused(() -> Liblinear.from(L1.of(0), 10), "cannot leave out the penalty: lambda must be a number > 0");
        assertThat(Liblinear.from(L1.of(0.01), 50).solver()).isEqualTo(Liblinear.Solver.L1R_LR);
        assertThat(Liblinear.from(L2.of(0.01), 50).solver()).isEqualTo(Liblinear.Solver.L2R_LR);
    }

    @Test
    void tribuoNeedsAnL1Part() {
        assertRefused(() -> Tribuo.ElasticNetCDTrainer.from(L2.of(1)), "needs an l1 part", "found l2(lambda=1)");
        assertRefused(() -> Tribuo.ElasticNetCDTrainer.from(ElasticNet.of(1, 1e-13)), "alpha at least 2e-12");
        assertRefused(() -> new Tribuo.ElasticNetCDTrainer(1, 0), "l1Ratio must be a number in [1e-12, 1], but is 0.0");
    }

    @Test
    void smilesElasticNetNeedsBothParts() {
        assertRefused(() -> Smile.ElasticNet.from(L1.of(1), 9), "needs both parts", "LASSO or RidgeRegression");
        assertRefused(() -> Smile.ElasticNet.from(L2.of(1), 9), "found l2(lambda=1)");
        assertRefused(() -> new Smile.ElasticNet(0, 1), "lambda1 must be a number > 0, but is 0.0");
        assertRefused(() -> new Smile.ElasticNet(1, 0), "lambda2 must be");
    }

    @Test
    void otherPenaltiesCannotBeConverted() {
        assertRefused(() -> Keras.L1L2.from(GroupL2.of(1)), "wanted l1, l2 or elastic-net", "found group-l2(lambda=1)");
        assertRefused(
                () -> Keras.L1L2.from(Regularizers.load().parse("adaptive(base=l1)")),
                "found adaptive(",
                "convert the penalty that a fit ended with");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void theNumberOfExamplesIsPositive(double n) {
        String message = "the number of examples, or the sum of their weights, must be a number > 0, but is " + n;
        assertRefused(() -> ScikitLearn.Ridge.from(L2.of(1), n), message);
        assertRefused(() -> new Smile.Lasso(1).toRidgeline(n), message);
        assertRefused(() -> Glmnet.Gaussian.from(L1.of(1), n), "the deviation of y must be a number > 0, but is " + n);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.NEGATIVE_INFINITY})
    void settingsAreCheckedUnderTheirOwnNames(double bad) {
        assertRefused(() -> new ScikitLearn.Lasso(bad), "alpha must be a number >= 0, but is " + bad);
        assertRefused(() -> new ScikitLearn.ElasticNet(1, bad), "l1_ratio must be a number in [0, 1], but is " + bad);
        assertRefused(() -> new ScikitLearn.LogisticRegression(bad, 1), "C must be a number > 0");
        assertRefused(() -> new Glmnet.Binomial(bad, 1), "lambda must be");
        assertRefused(() -> new Glmnet.Gaussian(1, bad), "alpha must be a number in [0, 1]");
        assertRefused(() -> new Spark.LogisticRegression(1, bad), "elasticNetParam must be");
        assertRefused(() -> new Weka.Logistic(bad), "ridge must be");
        assertRefused(() -> new WeightDecay(bad), "weight_decay must be");
        assertRefused(() -> new VowpalWabbit(1, bad), "l2 must be");
    }

    @Test
    void noPenaltyIsAnInfiniteCInScikitLearn() {
        assertThat(ScikitLearn.LogisticRegression.from(L2.of(0), 9).c()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new ScikitLearn.LogisticRegression(Double.POSITIVE_INFINITY, 0)
                        .toRidgeline(9)
                        .lambda())
                .isZero();
    }
}
