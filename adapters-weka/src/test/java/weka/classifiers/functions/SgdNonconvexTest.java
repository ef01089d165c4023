package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

/** Penalties that are not convex: weights come to rest where the objective has a stationary point. */
class SgdNonconvexTest {

    private static final double LAMBDA = 0.05;
    private static final double[] TRUE = {1.2, -0.8, 0.5, -0.3, 0.15, -0.08, 0, 0, 0, 0, 0, 0};

    /** Columns of unit deviation, of which those of sparse instances are mostly 0. */
    private static Instances data(boolean nominal, boolean sparse) {
        SplittableRandom random = new SplittableRandom(3);
        ArrayList<Attribute> attributes = new ArrayList<>();
        IntStream.range(0, TRUE.length).forEach(j -> attributes.add(new Attribute("x" + j)));
        attributes.add(nominal ? new Attribute("class", List.of("a", "b")) : new Attribute("class"));
        Instances data = new Instances("data", attributes, 1500);
        data.setClassIndex(TRUE.length);
        for (int i = 0; i < 1500; i++) {
            double[] values = new double[TRUE.length + 1];
            double score = 0;
            for (int j = 0; j < TRUE.length; j++) {
                double x = sparse ? (random.nextInt(4) == 0 ? 2 * random.nextGaussian() : 0) : random.nextGaussian();
                values[j] = x;
                score += TRUE[j] * x;
            }
            values[TRUE.length] = nominal
                    ? (random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0)
                    : score + 0.5 * random.nextGaussian();
            data.add(sparse ? new SparseInstance(1, values) : new DenseInstance(1, values));
        }
        return data;
    }

    @ParameterizedTest
    @CsvSource({
        "log, mcp, false",
        "log, scad, false",
        "squared, mcp, false",
        "squared, scad, false",
        "log, mcp, true",
        "squared, scad, true"
    })
    void theGradientOfTheLossIsThatOfThePenalty(String loss, String penalty, boolean sparse) throws Exception {
        Instances data = data(loss.equals("log"), sparse);
        String options = "-standardize none -regularizer " + penalty + " -R " + LAMBDA;
        RegularizedSGD model = SgdData.trained(data, options + " -epochs 1000 -loss " + loss);
        double[] w = model.coefficients(0);
        double[] gradient = gradient(data, w, model.intercept(0));

        for (int j = 0; j < w.length; j++) {
            if (w[j] == 0) {
                assertThat(Math.abs(gradient[j])).as("slope at zero %d", j).isLessThan(1.01 * LAMBDA);
            } else {
                double slope = penalty.equals("mcp") ? mcp(Math.abs(w[j])) : scad(Math.abs(w[j]));
                assertThat(gradient[j])
                        .as("slope at weight %d = %s", j, w[j])
                        .isCloseTo(-Math.signum(w[j]) * slope, within(0.1 * LAMBDA));
            }
        }
        assertThat(w).contains(0.0);
        // An exact solver of such penalties, which also finds a local optimum.
        RegularizedLinearModel exact = WekaData.trained(
                loss.equals("log") ? new RegularizedLogistic() : new RegularizedLinearRegression(), data, options);
        double objective = exact.fitSummary().objective();
        assertThat(model.objective()).isCloseTo(objective, within(1e-3 * objective));
    }

    private static double mcp(double size) {
        return Math.max(0, LAMBDA - size / 3);
    }

    private static double scad(double size) {
        return size <= LAMBDA ? LAMBDA : Math.max(0, (3.7 * LAMBDA - size) / 2.7);
    }

    private static double[] gradient(Instances data, double[] w, double intercept) {
        double[] gradient = new double[w.length];
        for (Instance instance : data) {
            double score = intercept;
            for (int j = 0; j < w.length; j++) {
                score += w[j] * instance.value(j);
            }
            double slope = data.classAttribute().isNominal()
                    ? 1 / (1 + Math.exp(-score)) - instance.classValue()
                    : 2 * (score - instance.classValue());
            for (int j = 0; j < w.length; j++) {
                gradient[j] += slope * instance.value(j) / data.numInstances();
            }
        }
        return gradient;
    }

    @Test
    void moreEpochsDoNoHarm() throws Exception {
        Instances data = data(true, false);
        String options = "-regularizer mcp(lambda=0.05) -epochs ";

        assertThat(SgdData.trained(data, options + 400).objective())
                .isLessThan(SgdData.trained(data, options + 20).objective());
    }

    @ParameterizedTest
    @CsvSource({"mcp, false", "mcp, true", "scad, true"})
    void savingInBetweenChangesNothing(String penalty, boolean sparse) throws Exception {
        Instances data = data(true, sparse);
        String options = "-regularizer " + penalty + "(lambda=0.05)";
        RegularizedSGD whole = SgdData.streamed(data, options);
        RegularizedSGD saved = SgdData.copy(SgdData.streamed(new Instances(data, 0, 600), options));
        for (Instance instance : new Instances(data, 600, 900)) {
            saved.distributionForInstance(instance);
            saved.updateClassifier(instance);
        }

        assertThat(saved.toString()).isEqualTo(whole.toString());
        assertThat(saved.coefficients(0)).isEqualTo(whole.coefficients(0));
    }

    @Test
    void mergedPartsAreNearlyWhatOneHasLearnt() throws Exception {
        Instances data = data(true, false);
        String options = "-regularizer mcp(lambda=0.05) -epochs 100";
        RegularizedSGD merged = SgdData.trained(new Instances(data, 0, 750), options)
                .aggregate(SgdData.trained(new Instances(data, 750, 750), options));
        merged.finalizeAggregation();
        RegularizedSGD whole = SgdData.trained(data, options);

        assertThat(merged.coefficients(0)).containsExactly(whole.coefficients(0), within(0.05));
        assertThat(merged.coefficients(0)).contains(0.0);
    }
}
