package org.ridgeline.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Gradients checked by Deeplearning4j's own gradient check, and training by Deeplearning4j's own l1 and l2. */
class GradientModeTest {

    @BeforeAll
    static void doubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void floats() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"l1(lambda=0.3)", "l2(lambda=0.2)", "elastic-net(lambda=0.3,alpha=0.4)", "group-l2(lambda=0.1)"})
    void gradientsAreThoseOfTheScore(String text) {
        for (Grouping grouping : new Grouping[] {Grouping.INPUT, Grouping.OUTPUT}) {
            MultiLayerConfiguration dense = dense(new NoOp(), 0, 0);
            check(dense, text, grouping, Nd4j.rand(5, 4), Nd4j.rand(5, 2));
            check(convolution(), text, grouping, Nd4j.rand(3, 2, 5, 5), Nd4j.rand(3, 2));
            check(recurrent(), text, grouping, Nd4j.rand(3, 4, 5), Nd4j.rand(3, 2, 5));
        }
    }

    private static void check(
            MultiLayerConfiguration configuration, String text, Grouping grouping, INDArray input, INDArray labels) {
        Ridgeline.on(configuration)
                .penalty(text)
                .groups(grouping)
                .mode(Mode.GRADIENT)
                .biases()
                .install();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        // Away from 0, where l1 has no gradient.
        network.params().addi(Nd4j.rand(network.params().shape()).subi(0.5));
        assertThat(network.calcRegularizationScore(true)).isGreaterThan(0.1);

        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                        .net(network)
                        .input(input)
                        .labels(labels)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)))
                .as("%s by %s", text, grouping)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0.03, 0,    l1(lambda=0.03)",
        "0,    0.04, l2(lambda=0.02)",
        "0.03, 0.04, 'elastic-net(lambda=0.05,alpha=0.6)'"
    })
    void trainsAsNativeL1AndL2(double l1, double l2, String text) {
        MultiLayerNetwork theirs = new MultiLayerNetwork(dense(new Adam(0.01), l1, l2));
        theirs.init();
        MultiLayerConfiguration configuration = dense(new Adam(0.01), 0, 0);
        Ridgeline.on(configuration).penalty(text).mode(Mode.GRADIENT).install();
        MultiLayerNetwork ours = new MultiLayerNetwork(configuration);
        ours.init();
        ours.setParams(theirs.params().dup());

        for (int i = 0; i < 50; i++) {
            // Of different sizes, as the penalty adds to the mean.
            int size = 1 + i % 4;
            DataSet batch = new DataSet(Nd4j.rand(size, 4), Nd4j.rand(size, 2));
            theirs.fit(batch);
            ours.fit(batch);
            assertThat(ours.score()).isCloseTo(theirs.score(), within(1e-12));
        }
        assertThat(ours.params().sub(theirs.params()).amaxNumber().doubleValue())
                .isLessThan(1e-9);
    }

    @Test
    void theScoreIsMeanSquaredErrorPlusPenalty() {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .list(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(2)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build();
        Ridgeline.on(configuration)
                .penalty("l2(lambda=0.5)")
                .mode(Mode.GRADIENT)
                .install();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        network.setParam("0_W", Nd4j.createFromArray(3.0, -1).reshape(2, 1));

        double score = network.score(new DataSet(
                Nd4j.createFromArray(new double[][] {{1, 2}, {1, 0}}),
                Nd4j.createFromArray(3.0, 1).reshape(2, 1)));

        assertThat(score).isCloseTo((2.0 * 2 + 2 * 2) / 2 + 0.5 * (9 + 1), within(1e-12));
    }

    private static MultiLayerConfiguration dense(IUpdater updater, double l1, double l2) {
        return configuration(
                updater,
                l1,
                l2,
                InputType.feedForward(4),
                new DenseLayer.Builder().nOut(3).activation(Activation.TANH).build(),
                new OutputLayer.Builder(LossFunction.MSE)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build());
    }

    private static MultiLayerConfiguration convolution() {
        return configuration(
                new NoOp(),
                0,
                0,
                InputType.convolutional(5, 5, 2),
                new ConvolutionLayer.Builder(2, 2)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .build(),
                new OutputLayer.Builder(LossFunction.MSE)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build());
    }

    private static MultiLayerConfiguration recurrent() {
        return configuration(
                new NoOp(),
                0,
                0,
                InputType.recurrent(4, 5),
                new LSTM.Builder().nOut(3).build(),
                new RnnOutputLayer.Builder(LossFunction.MSE)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build());
    }

    private static MultiLayerConfiguration configuration(
            IUpdater updater, double l1, double l2, InputType input, Layer... layers) {
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                .seed(11)
                .dataType(DataType.DOUBLE)
                .updater(updater);
        if (l1 > 0) {
            builder.l1(l1);
        }
        if (l2 > 0) {
            builder.l2(l2);
        }
        return builder.list(layers).setInputType(input).build();
    }
}
