package org.ridgeline.benchmarks;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.solvers.conversions.Smile;
import smile.classification.LogisticRegression;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.regression.LASSO;
import smile.regression.RidgeRegression;

class SmileConversionTest {

    private static final Formula FORMULA = Formula.lhs("y");
    private static final PeerData DATA = PeerData.raw(Loss.SQUARED);
    private static final int N = DATA.size();

    private static DataFrame frame() {
        return DataFrame.of(DATA.rows(), "a b c d e f g h i j".split(" ")).merge(DoubleVector.of("y", DATA.target()));
    }

    private static double[] ours(Regularizer penalty) {
        return DATA.fit(penalty, Standardization.POPULATION, true).coefficients();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.3, 20})
    void ridgeIsOurs(double lambda) {
        L2 penalty = L2.of(lambda);
        double strength = Smile.Ridge.from(penalty, N).lambda();
        PeerData.assertSame(RidgeRegression.fit(FORMULA, frame(), strength).coefficients(), ours(penalty), 1e-10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1, 20})
    void lassoIsOurs(double lambda) {
        L1 penalty = L1.of(lambda);
        double strength = Smile.Lasso.from(penalty, N).lambda();
        PeerData.assertSame(LASSO.fit(FORMULA, frame(), strength, 1e-12, 10_000).coefficients(), ours(penalty), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.5", "2,0.9", "10,0.2"})
    void elasticNetIsOurs(double lambda, double alpha) {
        ElasticNet penalty = ElasticNet.of(lambda, alpha);
        Smile.ElasticNet setting = Smile.ElasticNet.from(penalty, N);
        double[] theirs = smile.regression.ElasticNet.fit(
                        FORMULA, frame(), setting.lambda1(), setting.lambda2(), 1e-12, 10_000)
                .coefficients();
        PeerData.assertSame(theirs, ours(penalty), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 1})
    void logisticIsOurs(double lambda) {
        PeerData data = PeerData.standardized(Loss.LOGISTIC);
        L2 penalty = L2.of(lambda);
        double strength = Smile.LogisticRegression.from(penalty, data.size()).lambda();
        int[] labels = Arrays.stream(data.target()).mapToInt(y -> (int) y).toArray();
        double[] theirs = LogisticRegression.binomial(data.rows(), labels, strength, 1e-12, 10_000)
                .coefficients();
        double[] ours = data.fit(penalty, Standardization.NONE, true).coefficients();
        PeerData.assertSame(Arrays.copyOf(theirs, ours.length), ours, 1e-5);
    }

    @Test
    void anElasticNetWithoutBothPartsIsRefusedThereToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> smile.regression.ElasticNet.fit(FORMULA, frame(), 1, 0))
                .withMessageContaining("LASSO");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> smile.regression.ElasticNet.fit(FORMULA, frame(), 0, 1))
                .withMessageContaining("Ridge");
    }
}
