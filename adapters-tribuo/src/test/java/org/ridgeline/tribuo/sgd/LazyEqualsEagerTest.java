package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.la.SparseVector;

/** Weights that are evaluated when they are read are those of the slow definition, after every step. */
class LazyEqualsEagerTest {

    private static final int OUTPUTS = 3;
    private static final int FEATURES = 12;
    private static final int STEPS = 300;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "l1(lambda=0.02)",
                "l1(lambda=3)",
                "l2(lambda=0.02)",
                "elastic-net(lambda=0.02,alpha=0.5)",
                "group-l2(lambda=0.01)",
                "sparse-group-l2(lambda=0.02,alpha=0.5)",
                "mcp(lambda=0.03,gamma=3)",
                "scad(lambda=0.03,a=3.7)",
                "slope(lambda=0.02,q=0.1)"
            })
    void onSparseDenseAndMixedRows(String regularizer) {
        for (double density : new double[] {0.2, 0.8, 1}) {
            assertEqual(new RegularizedAdaGrad(regularizer), density, label("feature", new int[0]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "group-l2(lambda=0.01), output",
        "group-l2(lambda=0.02), weight",
        "sparse-group-l2(lambda=0.02), output",
        "slope(lambda=0.02), output"
    })
    void withEveryGrouping(String regularizer, String grouping) {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad(regularizer).withGrouping(grouping);
        assertEqual(optimiser, 0.3, label(grouping, new int[0]));
        assertEqual(optimiser, 1, label(grouping, new int[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "group-l2(lambda=0.01), feature",
        "group-l2(lambda=0.01), weight",
        "sparse-group-l2(lambda=0.01), feature"
    })
    void withFeaturesGroupedTogether(String regularizer, String grouping) {
        int[] groups = {0, 0, 1, 2, 2, 2, -1, 3, 1, 0, -1, 4};
        RegularizedAdaGrad optimiser =
                new RegularizedAdaGrad(regularizer).withGrouping(grouping).withFeatureGroups(groups);
        assertEqual(optimiser, 0.3, label(grouping, groups));
        assertEqual(optimiser, 1, label(grouping, groups));
    }

    /** Groups of the weights, row by row, without the bias. */
    private static int[] label(String grouping, int[] featureGroups) {
        int[] ofFeature = featureGroups.length > 0
                ? featureGroups
                : IntStream.range(0, FEATURES).toArray();
        int count = Arrays.stream(ofFeature).max().orElseThrow() + 1;
        return IntStream.range(0, OUTPUTS * FEATURES)
                .map(w -> {
                    int group = ofFeature[w % FEATURES];
                    return switch (grouping) {
                        case "output" -> w / FEATURES;
                        case "weight" -> group < 0 ? -1 : w / FEATURES * count + group;
                        default -> group;
                    };
                })
                .toArray();
    }

    private static void assertEqual(RegularizedAdaGrad optimiser, double density, int[] groups) {
        Rows rows = Rows.random(7, 40, FEATURES, OUTPUTS, density);
        LinearParameters parameters = new LinearParameters(FEATURES + 1, OUTPUTS);
        EagerTwin twin =
                new EagerTwin(new double[OUTPUTS][FEATURES + 1], FEATURES, groups, optimiser.regularizer(), 0.1, 0.1);
        LogMulticlass objective = new LogMulticlass();
        optimiser.initialise(parameters);
        for (int step = 0; step < STEPS; step++) {
            int i = (step * 17) % rows.values().length;
            double weight = 0.5 + step % 3;
            double[] example = Arrays.copyOf(rows.values()[i], FEATURES + 1);
            example[FEATURES] = 1;
            SGDVector vector = vector(example);
            SGDVector scores = parameters.predict(vector);
            double[] eager = twin.multiply(example);
            assertClose(scores.toArray(), eager);
            Pair<Double, SGDVector> loss = objective.lossAndGradient(step % OUTPUTS, scores);
            parameters.update(optimiser.step(parameters.gradients(loss, vector), weight));
            double[] slopes = objective
                    .lossAndGradient(step % OUTPUTS, DenseVector.createDenseVector(eager))
                    .getB()
                    .toArray();
            double[][] gradients = new double[OUTPUTS][FEATURES + 1];
            for (int k = 0; k < OUTPUTS; k++) {
                for (int j = 0; j <= FEATURES; j++) {
                    gradients[k][j] = slopes[k] * example[j];
                }
            }
            twin.step(gradients, weight, weight);
            if (step % 50 == 20) {
                assertClose(parameters.getWeightMatrix().getRow(1).toArray(), twin.weights[1]);
            }
        }
        optimiser.finalise();
        assertThat(parameters.getWeightMatrix().getClass()).isEqualTo(DenseMatrix.class);
        double[][] lazy = parameters.getWeightMatrix().toArray();
        for (int k = 0; k < OUTPUTS; k++) {
            assertClose(lazy[k], twin.weights[k]);
        }
        assertThat(Arrays.stream(lazy).flatMapToDouble(Arrays::stream)).anyMatch(w -> w != 0);
    }

    /** As Tribuo has it: dense if nothing is missing. */
    private static SGDVector vector(double[] example) {
        int[] present =
                IntStream.range(0, example.length).filter(j -> example[j] != 0).toArray();
        return present.length == example.length
                ? DenseVector.createDenseVector(example)
                : SparseVector.createSparseVector(
                        example.length,
                        present,
                        Arrays.stream(present).mapToDouble(j -> example[j]).toArray());
    }

    private static void assertClose(double[] lazy, double[] eager) {
        double size = Arrays.stream(eager).map(Math::abs).max().orElseThrow();
        for (int j = 0; j < eager.length; j++) {
            assertThat(lazy[j]).isCloseTo(eager[j], within(1e-12 * Math.max(1e-3, size)));
            assertThat(lazy[j] == 0).isEqualTo(eager[j] == 0);
        }
    }
}
