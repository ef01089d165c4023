package org.ridgeline.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.conformance.GoldenFits;

class ProximalModeTest {

    @Test
    void l1SetsTheWeightsOfUselessInputsToZero() {
        MultiLayerNetwork ours = sixteenOutputs();
        Ridgeline.on(ours).penalty("l1(lambda=0.02)").install();
        MultiLayerNetwork gradient = sixteenOutputs();
        Ridgeline.on(gradient).penalty("l1(lambda=0.02)").mode(Mode.GRADIENT).install();
        DataSet data = fourOfTwentyInputsMatter();

        for (int i = 0; i < 300; i++) {
            ours.fit(data);
            gradient.fit(data);
        }

        assertThat(zeros(ours.getParam("0_W"))).isEqualTo(256);
        assertThat(zeros(gradient.getParam("0_W"))).isZero();
    }

    private static MultiLayerNetwork sixteenOutputs() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(7)
                .updater(new Sgd(0.5))
                .list(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(20)
                        .nOut(16)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
        network.init();
        return network;
    }

    private static DataSet fourOfTwentyInputsMatter() {
        Nd4j.getRandom().setSeed(3);
        INDArray features = Nd4j.randn(DataType.FLOAT, 400, 20);
        INDArray weights = Nd4j.zeros(DataType.FLOAT, 20, 16);
        weights.get(NDArrayIndex.interval(0, 4), NDArrayIndex.all())
                .assign(Nd4j.rand(DataType.FLOAT, 4, 16).addi(0.5));
        return new DataSet(features, features.mmul(weights));
    }

    @Test
    void groupPenaltiesRemoveWholeInputsAndWholeUnits() {
        for (Grouping grouping : new Grouping[] {Grouping.INPUT, Grouping.OUTPUT}) {
            MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                    .seed(5)
                    .updater(new Sgd(0.2))
                    .list(
                            new DenseLayer.Builder()
                                    .nIn(20)
                                    .nOut(12)
                                    .activation(Activation.TANH)
                                    .build(),
                            new OutputLayer.Builder(LossFunction.MSE)
                                    .nOut(16)
                                    .activation(Activation.IDENTITY)
                                    .build())
                    .setInputType(InputType.feedForward(20))
                    .build();
            Ridgeline.on(configuration)
                    .penalty("group-l2(lambda=0.02)")
                    .groups(grouping)
                    .layers(0)
                    .install();
            MultiLayerNetwork network = fitted(configuration, fourOfTwentyInputsMatter(), 300);

            INDArray w = network.getParam("0_W");
            boolean rows = grouping == Grouping.INPUT;
            int removed = 0;
            for (int i = 0; i < (rows ? 20 : 12); i++) {
                INDArray group = rows ? w.getRow(i) : w.getColumn(i);
                long zeros = zeros(group);
                assertThat(zeros).isIn(0L, group.length());
                removed += zeros == 0 ? 0 : 1;
            }
            assertThat(removed).as("%s removed", grouping).isBetween(1, rows ? 16 : 11);
        }
    }

    @Test
    void groupPenaltiesRemoveWholeFilters() {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Sgd(0.1))
                .list(
                        new ConvolutionLayer.Builder(3, 3)
                                .nOut(8)
                                .activation(Activation.TANH)
                                .build(),
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .build())
                .setInputType(InputType.convolutional(6, 6, 2))
                .build();
        Ridgeline.on(configuration)
                .penalty("group-l2(lambda=0.01)")
                .groups(Grouping.OUTPUT)
                .layers("layer0")
                .install();
        Nd4j.getRandom().setSeed(3);
        INDArray images = Nd4j.randn(DataType.FLOAT, 60, 2, 6, 6);
        MultiLayerNetwork network =
                fitted(configuration, new DataSet(images, images.mean(1, 2, 3).reshape(60, 1)), 300);

        INDArray w = network.getParam("0_W");
        int removed = 0;
        for (int filter = 0; filter < 8; filter++) {
            long zeros = zeros(w.get(NDArrayIndex.point(filter)).dup());
            assertThat(zeros).isIn(0L, 18L);
            removed += zeros == 0 ? 0 : 1;
        }
        assertThat(removed).isBetween(1, 7);
    }

    @Test
    void groupPenaltiesRemoveAllGatesOfAnLstmUnit() {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Sgd(0.03))
                .list(
                        new LSTM.Builder().nIn(3).nOut(6).build(),
                        new RnnOutputLayer.Builder(LossFunction.MSE)
                                .nIn(6)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .build())
                .build();
        Ridgeline.on(configuration)
                .penalty("group-l2(lambda=0.05)")
                .groups(Grouping.OUTPUT)
                .layers(0)
                .install();
        Nd4j.getRandom().setSeed(3);
        INDArray series = Nd4j.randn(DataType.FLOAT, 40, 3, 8);
        MultiLayerNetwork network = fitted(configuration, new DataSet(series, series.mean(true, 1)), 300);

        int removed = 0;
        for (String key : new String[] {"0_W", "0_RW"}) {
            INDArray w = network.getParam(key);
            for (int unit = 0; unit < 6; unit++) {
                long zeros = 0;
                for (int gate = 0; gate < 4; gate++) {
                    zeros += zeros(w.getColumn(6L * gate + unit));
                }
                assertThat(zeros).isIn(0L, 4L * w.rows());
                removed += zeros == 0 ? 0 : 1;
            }
        }
        assertThat(removed).as("removed, of %s", network.paramTable()).isBetween(1, 11);
    }

    static Stream<GoldenFit> golden() {
        return GoldenFits.all().stream()
                .filter(fit -> fit.lambda() == 3992.146 || fit.regularizer().startsWith("group-l2"));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void momentumLeadsToTheSameMinimum(GoldenFit golden) {
        double largestCurvature = 2 * Curvature.ofMeanSquares(golden.standardizedRows());
        MultiLayerConfiguration configuration =
                GoldenNetworks.configuration(golden, new Nesterovs(0.5 / largestCurvature, 0.9));
        Ridgeline.on(configuration)
                .penalty(golden.meanLossRegularizer())
                .groups("W", golden.groups())
                .install();

        MultiLayerNetwork network = fitted(configuration, GoldenNetworks.data(golden), 1000);

        assertThat(GoldenNetworks.difference(golden, network)).isLessThan(1e-6);
    }

    @Test
    void theStepFollowsTheLearningRateAndItsSchedule() {
        IUpdater scheduled = new Sgd(new MapSchedule(ScheduleType.ITERATION, Map.of(0, 0.5, 1, 0.25)));

        assertThat(afterStepsWithoutLoss(scheduled, 1)).isEqualTo(1 - 0.5);
        assertThat(afterStepsWithoutLoss(scheduled, 2)).isEqualTo(1 - 0.5 - 0.25);
    }

    @Test
    void underAdamTheThresholdIsLearningRateTimesLambda() {
        assertThat(afterStepsWithoutLoss(new Adam(0.125), 2)).isEqualTo(1 - 2 * 0.125);
    }

    /** A weight that starts at 1 and that only l1(lambda=1) moves. */
    private static double afterStepsWithoutLoss(IUpdater updater, int steps) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .updater(updater)
                .list(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(1)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build();
        Ridgeline.on(configuration).penalty("l1(lambda=1)").install();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        network.getParam("0_W").assign(1);
        for (int i = 0; i < steps; i++) {
            network.fit(new DataSet(Nd4j.zeros(1, 1), Nd4j.zeros(1, 1)));
        }
        return network.getParam("0_W").getDouble(0);
    }

    @Test
    void biasesAreLeftAloneUnlessAsked() {
        for (boolean asked : new boolean[] {false, true}) {
            MultiLayerNetwork network = sixteenOutputs();
            network.getParam("0_b").assign(1);
            PenaltyInstaller installer = Ridgeline.on(network).penalty("l1(lambda=0.5)");
            (asked ? installer.biases() : installer).install();

            network.fit(new DataSet(Nd4j.zeros(2, 20), Nd4j.ones(2, 16)));

            assertThat(network.getParam("0_b").toDoubleVector()).containsOnly(asked ? 0.75 : 1.0);
            assertThat(network.calcRegularizationScore(true))
                    .isCloseTo(
                            0.5 * network.getParam("0_W").norm1Number().doubleValue() + (asked ? 6 : 0), within(1e-5));
        }
    }

    @Test
    void whoReadsTheGradientSeesTheChange() {
        MultiLayerNetwork network = sixteenOutputs();
        Ridgeline.on(network).penalty("elastic-net(lambda=0.01,alpha=0.5)").install();
        INDArray before = network.params().dup();

        network.fit(fourOfTwentyInputsMatter());

        INDArray change = before.sub(network.params());
        double largest = change.maxNumber().doubleValue();
        INDArray reported = network.getFlattenedGradients();
        for (int i = 0; i < change.length(); i++) {
            // Where the update is 0 the weight was set at once.
            if (reported.getDouble(i) != 0) {
                assertThat(reported.getDouble(i)).isCloseTo(change.getDouble(i), within(1e-6 * largest));
            }
        }
        assertThat(zeros(reported)).isLessThan(change.length() / 4);
    }

    private static MultiLayerNetwork fitted(MultiLayerConfiguration configuration, DataSet data, int steps) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        for (int i = 0; i < steps; i++) {
            network.fit(data);
        }
        return network;
    }

    private static long zeros(INDArray array) {
        long zeros = 0;
        for (double value : array.dup().data().asDouble()) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros;
    }
}
