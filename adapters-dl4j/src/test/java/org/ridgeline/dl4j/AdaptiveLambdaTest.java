package org.ridgeline.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.ridgeline.Regularizer;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.conformance.GoldenFits;
import org.ridgeline.penalties.ElasticNet;

/** On the real breast cancer data: every third tumour is held out. */
class AdaptiveLambdaTest {

    private static final String ADAPTIVE = "adaptive(base=elastic-net(lambda=0.5,alpha=0.9),epochs=25)";
    private static final int EPOCHS = 600;

    private static DataSet training;
    private static DataSet held;

    @BeforeAll
    static void split() {
        GoldenFit cancer = GoldenFits.all().stream()
                .filter(fit -> fit.loss().equals("logistic"))
                .findFirst()
                .orElseThrow();
        training = part(cancer, false);
        held = part(cancer, true);
    }

    private static DataSet part(GoldenFit data, boolean third) {
        double[][] all = data.standardizedRows();
        List<double[]> rows = new ArrayList<>();
        List<double[]> targets = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if ((i % 3 == 0) == third) {
                rows.add(all[i]);
                targets.add(new double[] {data.target()[i]});
            }
        }
        return new DataSet(matrix(rows), matrix(targets));
    }

    private static INDArray matrix(List<double[]> rows) {
        return Nd4j.createFromArray(rows.toArray(double[][]::new)).castTo(Nd4j.defaultFloatingPointType());
    }

    private static DataSetIterator held() {
        return new SingletonDataSetIterator(held);
    }

    private static OutputLayer output(int inputs) {
        return new OutputLayer.Builder(LossFunction.XENT)
                .nIn(inputs)
                .nOut(1)
                .activation(Activation.SIGMOID)
                .build();
    }

    private static MultiLayerNetwork linear() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Nesterovs(0.1, 0.9))
                .list(output(30))
                .build());
        network.init();
        return network;
    }

    /** The λ after every epoch. */
    private static final class Watch extends BaseTrainingListener {
        private final List<Regularizer> seen = new ArrayList<>();

        @Override
        public void onEpochEnd(Model model) {
            seen.add(Ridgeline.penalties(model).values().iterator().next().regularizer());
        }
    }

    @Test
    void lambdaEndsWhereTheHeldOutLossIsLeast() throws IOException {
        MultiLayerNetwork network = linear();
        Ridgeline.on(network).penalty(ADAPTIVE).validation(held()).install();
        assertThat(Ridgeline.penalties(network).get("layer0").regularizer()).isEqualTo(ElasticNet.of(0.5, 0.9));
        Watch watch = new Watch();
        network.addListeners(watch);

        network.fit(new SingletonDataSetIterator(training), EPOCHS);

        Regularizer end = Ridgeline.penalties(network).get("layer0").regularizer();
        assertThat(end).isInstanceOf(ElasticNet.class);
        assertThat(end.lambda()).isStrictlyBetween(1e-4, 0.25);
        assertThat(watch.seen.stream().distinct().count()).isGreaterThan(5);
        assertThat(watch.seen.get(EPOCHS - 50)).as("settled").isEqualTo(end);
        assertThat(loss(network)).isLessThan(loss(fitted("elastic-net(lambda=0.5,alpha=0.9)")));
        assertThat(zeros(network)).isGreaterThan(0);

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, file, true);
        MultiLayerNetwork restored =
                ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file.toByteArray()));
        assertThat(Ridgeline.penalties(restored).get("layer0").regularizer()).isEqualTo(end);
    }

    private static MultiLayerNetwork fitted(String text) {
        MultiLayerNetwork network = linear();
        Ridgeline.on(network).penalty(text).install();
        network.fit(new SingletonDataSetIterator(training), EPOCHS);
        return network;
    }

    private static double loss(MultiLayerNetwork network) {
        return network.score(held, false) - network.calcRegularizationScore(true);
    }

    private static int zeros(MultiLayerNetwork network) {
        int zeros = 0;
        for (double weight : network.getParam("0_W").toDoubleVector()) {
            zeros += weight == 0 ? 1 : 0;
        }
        return zeros;
    }

    @Test
    void layersOfAGraphShareOneLambda() {
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.2))
                .graphBuilder()
                .addInputs("in")
                .addLayer(
                        "hidden",
                        new DenseLayer.Builder()
                                .nIn(30)
                                .nOut(8)
                                .activation(Activation.TANH)
                                .build(),
                        "in")
                .addLayer("out", output(8), "hidden")
                .setOutputs("out")
                .build());
        network.init();
        Ridgeline.on(network)
                .penalty("adaptive(base=group-l2(lambda=0.05),epochs=5)")
                .groups(Grouping.INPUT)
                .validation(held())
                .install();

        network.fit(new SingletonDataSetIterator(training), 60);

        assertThat(Ridgeline.penalties(network)).hasSize(2);
        Regularizer hidden = Ridgeline.penalties(network).get("hidden").regularizer();
        assertThat(hidden).isEqualTo(Ridgeline.penalties(network).get("out").regularizer());
        assertThat(hidden.lambda()).isNotEqualTo(0.05);
    }

    @Test
    void trainingThatReportsNoEpochsSaysItself() {
        MultiLayerNetwork network = linear();
        Ridgeline.on(network.getLayerWiseConfigurations()).penalty(ADAPTIVE).install();
        AdaptiveLambda lambda = AdaptiveLambda.attach(network, held());

        for (int epoch = 0; epoch < 25; epoch++) {
            network.fit(training);
            assertThat(Ridgeline.penalties(network).get("layer0").regularizer().lambda())
                    .isEqualTo(0.5);
            lambda.epochDone();
        }

        assertThat(Ridgeline.penalties(network).get("layer0").regularizer().lambda())
                .isEqualTo(0.35);
        assertThat(lambda.settled()).isFalse();
    }

    @Test
    void divergedTrainingIsReported() {
        MultiLayerNetwork network = linear();
        Ridgeline.on(network).penalty(ADAPTIVE).validation(held()).install();
        network.getParam("0_W").assign(Double.NaN);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.fit(new SingletonDataSetIterator(training), 1))
                .withMessageContainingAll("NaN", "diverged");
    }
}
