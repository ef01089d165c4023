package org.ridgeline.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.penalties.L2;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.solvers.conversions.Weka;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.functions.Logistic;
import weka.classifiers.functions.SGD;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;

class WekaConversionTest {

    private static Instances instances(PeerData data) {
        int p = data.rows()[0].length;
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            attributes.add(new Attribute("x" + j));
        }
        attributes.add(data.loss() == Loss.SQUARED ? new Attribute("y") : new Attribute("y", List.of("0", "1")));
        Instances instances = new Instances("data", attributes, data.size());
        instances.setClassIndex(p);
        for (int i = 0; i < data.size(); i++) {
            double[] values = Arrays.copyOf(data.rows()[i], p + 1);
            values[p] = data.target()[i];
            instances.add(new DenseInstance(1, values));
        }
        return instances;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 2})
    void linearRegressionIsOurs(double lambda) throws Exception {
        PeerData data = PeerData.raw(Loss.SQUARED);
        L2 penalty = L2.of(lambda);
        LinearRegression weka = new LinearRegression();
        weka.setOptions(Utils.splitOptions(
                "-S 1 -C -R " + Weka.LinearRegression.from(penalty, data.size()).ridge()));
        weka.buildClassifier(instances(data));
        double[] ours = data.fit(penalty, Standardization.SAMPLE, true).coefficients();
        PeerData.assertSame(Arrays.copyOf(weka.coefficients(), ours.length), ours, 1e-10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 0.5})
    void logisticIsOurs(double lambda) throws Exception {
        PeerData data = PeerData.raw(Loss.LOGISTIC);
        L2 penalty = L2.of(lambda);
        Logistic weka = new Logistic();
        weka.setOptions(Utils.splitOptions(
                "-R " + Weka.Logistic.from(penalty, data.size()).ridge()));
        weka.buildClassifier(instances(data));
        double[] ours = data.fit(penalty, Standardization.SAMPLE, true).coefficients();
        // The first row is the intercept; the coefficients are those of the class that is declared first.
        double[] theirs = Arrays.stream(weka.coefficients())
                .skip(1)
                .mapToDouble(row -> -row[0])
                .toArray();
        PeerData.assertSame(theirs, ours, 1e-4);
    }

    /** It does not converge, so only to within what a wrong factor of 2 would be far outside of. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1})
    void stochasticGradientDescentIsOursRoughly(double lambda) throws Exception {
        assertSameSgd(lambda, Loss.LOGISTIC, "-F 1 -L 0.0005 -E 3000");
        assertSameSgd(lambda, Loss.SQUARED, "-F 2 -L 0.0001 -E 2000");
    }

    private static void assertSameSgd(double lambda, Loss loss, String options) throws Exception {
        PeerData data = PeerData.standardized(loss);
        L2 penalty = L2.of(lambda);
        SGD weka = new SGD();
        weka.setOptions(Utils.splitOptions(
                options + " -N -R " + Weka.Sgd.from(penalty, loss, data.size()).lambda()));
        weka.buildClassifier(instances(data));
        double[] ours = data.fit(penalty, Standardization.NONE, true).coefficients();
        // A place for the class, and the intercept, are at the end.
        PeerData.assertSame(Arrays.copyOf(weka.getWeights(), ours.length), ours, 0.05);
    }
}
