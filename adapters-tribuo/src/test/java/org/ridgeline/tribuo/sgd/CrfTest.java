package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.crf.CRFModel;
import org.tribuo.classification.sgd.crf.CRFParameters;
import org.tribuo.classification.sgd.crf.CRFTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.sequence.MutableSequenceDataset;
import org.tribuo.sequence.SequenceExample;

/** Tribuo's CRFs, at whose optimum the gradients that Tribuo computes balance those of the penalty. */
class CrfTest {

    private static final int LABELS = 3;
    private static final int FEATURES = 12;
    private static final double LAMBDA = 0.08;
    /** Measured: at most 2.4e-3. */
    private static final double CLOSE = 5e-3;

    private final MutableSequenceDataset<Label> data = sequences();

    /** A label mostly stays what it is; the first three features each tell one of them, and the others are noise. */
    private static MutableSequenceDataset<Label> sequences() {
        SplittableRandom random = new SplittableRandom(3);
        List<SequenceExample<Label>> sequences = new ArrayList<>();
        for (int n = 0; n < 150; n++) {
            List<Example<Label>> sequence = new ArrayList<>();
            int label = random.nextInt(LABELS);
            for (int t = 0; t < 6; t++) {
                label = random.nextDouble() < 0.7 ? label : random.nextDouble() < 0.5 ? 0 : random.nextInt(LABELS);
                ArrayExample<Label> example = new ArrayExample<>(new Label("c" + label));
                for (int j = 0; j < FEATURES; j++) {
                    if (random.nextDouble() < (j == label ? 0.8 : 0.3)) {
                        example.add("f" + (char) ('a' + j), 1);
                    }
                }
                example.add("z", 0.01);
                sequence.add(example);
            }
            sequences.add(new SequenceExample<>(sequence));
        }
        LabelFactory factory = new LabelFactory();
        return new MutableSequenceDataset<>(
                sequences, new SimpleDataSourceProvenance("made in a test", factory), factory);
    }

    private CRFModel train(RegularizedAdaGrad optimiser, int epochs) {
        return (CRFModel) new CRFTrainer(optimiser, epochs, 1).train(data);
    }

    /** Those of the biases, of the features by label, and of the transitions. */
    private static double[][][] weights(CRFModel model) {
        return Arrays.stream(SavedSgdModel.tensors(model))
                .map(SavedSgdModel::numbers)
                .toArray(double[][][]::new);
    }

    /** The mean ascent gradients of the logarithm of the likelihood of a sequence. */
    private double[][][] gradients(CRFModel model) {
        CRFParameters parameters = (CRFParameters) SavedSgdModel.parameters(model);
        Tensor[] sums = parameters.getEmptyCopy();
        for (SequenceExample<Label> sequence : data) {
            Pair<int[], SGDVector[]> pair =
                    CRFModel.convertToVector(sequence, data.getFeatureIDMap(), data.getOutputIDInfo());
            Tensor[] gradients =
                    parameters.valueAndGradient(pair.getB(), pair.getA()).getB();
            for (int i = 0; i < sums.length; i++) {
                sums[i].intersectAndAddInPlace(gradients[i], g -> g / data.size());
            }
        }
        return Arrays.stream(sums).map(SavedSgdModel::numbers).toArray(double[][][]::new);
    }

    /** At 0 the penalty takes up to λ, and elsewhere λ in the direction of the weights. */
    private static void assertBalanced(double lambda, double[] weights, double[] gradients) {
        double size = norm(weights);
        if (size == 0) {
            assertThat(norm(gradients)).isLessThan(lambda + CLOSE);
            return;
        }
        for (int k = 0; k < weights.length; k++) {
            assertThat(gradients[k]).isCloseTo(lambda * weights[k] / size, within(CLOSE));
        }
    }

    private static double norm(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }

    private static double[] column(double[][] matrix, int column) {
        return Arrays.stream(matrix).mapToDouble(row -> row[column]).toArray();
    }

    /** A transition is alone, and a bias is free. */
    private static void assertBalancedAlone(double lambda, double[][] weights, double[][] gradients) {
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                assertBalanced(lambda, new double[] {weights[i][j]}, new double[] {gradients[i][j]});
            }
        }
    }

    @Test
    void lasso() {
        CRFModel model = train(new RegularizedAdaGrad("l1(lambda=" + LAMBDA + ")"), 1000);
        double[][][] weights = weights(model);
        double[][][] gradients = gradients(model);
        assertBalancedAlone(0, weights[0], gradients[0]);
        assertBalancedAlone(LAMBDA, weights[1], gradients[1]);
        assertBalancedAlone(LAMBDA, weights[2], gradients[2]);
        assertOnlyUseful(weights);
        // Not all labels need each of them.
        assertThat(Arrays.stream(weights[1]).mapToLong(CrfTest::nonzeros).sum()).isLessThan(LABELS * LABELS);
    }

    @Test
    void groupsOfTheLabelsOfAFeature() {
        CRFModel model = train(new RegularizedAdaGrad("group-l2(lambda=" + LAMBDA + ")"), 1000);
        double[][][] weights = weights(model);
        double[][][] gradients = gradients(model);
        assertBalancedAlone(0, weights[0], gradients[0]);
        for (int j = 0; j < weights[1][0].length; j++) {
            assertBalanced(LAMBDA * Math.sqrt(LABELS), column(weights[1], j), column(gradients[1], j));
        }
        assertBalancedAlone(LAMBDA, weights[2], gradients[2]);
        assertOnlyUseful(weights);
        assertThat(Arrays.stream(weights[1]).mapToLong(CrfTest::nonzeros)).containsOnly((long) LABELS);
    }

    /** The features that tell labels, and that a label stays what it is. */
    private static void assertOnlyUseful(double[][][] weights) {
        for (double[] label : weights[1]) {
            assertThat(nonzeros(label)).isPositive();
            assertThat(Arrays.copyOfRange(label, LABELS, label.length)).containsOnly(0);
        }
        for (int k = 0; k < LABELS; k++) {
            assertThat(weights[1][k][k]).isPositive();
            assertThat(weights[2][k][k]).isPositive();
        }
        assertThat(Arrays.stream(weights[2]).mapToLong(CrfTest::nonzeros).sum()).isLessThan(LABELS * LABELS);
    }

    private static long nonzeros(double[] weights) {
        return Arrays.stream(weights).filter(w -> w != 0).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"l1(lambda=1000)", "group-l2(lambda=1000)", "slope(lambda=1000)"})
    void onlyBiasesStayWithoutPenalty(String regularizer) {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad(regularizer);
        double[][][] weights = weights(train(optimiser, 5));
        assertThat(weights[0][0]).doesNotContain(0);
        assertThat(Arrays.stream(weights[1]).flatMapToDouble(Arrays::stream)).containsOnly(0.0);
        assertThat(Arrays.stream(weights[2]).flatMapToDouble(Arrays::stream)).containsOnly(0.0);
        assertThat(weights(train(optimiser.withPenalisedBias(true), 5))[0][0]).containsOnly(0);
    }
}
