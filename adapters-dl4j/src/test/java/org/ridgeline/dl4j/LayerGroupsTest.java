package org.ridgeline.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.ridgeline.Groups;
import org.ridgeline.penalties.GroupL2;

/** Groups are checked on the shaped arrays of a real network, index by index. */
class LayerGroupsTest {

    private static final int IN = 3;
    private static final int OUT = 4;

    private static Arguments layer(
            String name,
            Layer layer,
            InputType input,
            String parameter,
            Grouping grouping,
            ToIntFunction<long[]> group) {
        return Arguments.of(name, layer, input, parameter, grouping, group);
    }

    static Stream<Arguments> layouts() {
        DenseLayer dense = new DenseLayer.Builder().nIn(IN).nOut(OUT).build();
        EmbeddingLayer embedding =
                new EmbeddingLayer.Builder().nIn(IN).nOut(OUT).build();
        LSTM lstm = new LSTM.Builder().nIn(IN).nOut(OUT).build();
        SimpleRnn rnn = new SimpleRnn.Builder().nIn(IN).nOut(OUT).build();
        ConvolutionLayer conv =
                new ConvolutionLayer.Builder(2, 5).nIn(IN).nOut(OUT).build();
        Convolution1DLayer conv1 =
                new Convolution1DLayer.Builder(5).nIn(IN).nOut(OUT).build();
        Convolution3D conv3 =
                new Convolution3D.Builder(2, 3, 5).nIn(IN).nOut(OUT).build();
        Deconvolution2D deconv =
                new Deconvolution2D.Builder(2, 5).nIn(IN).nOut(OUT).build();
        Deconvolution3D deconv3 = new Deconvolution3D.Builder()
                .kernelSize(2, 3, 5)
                .nIn(IN)
                .nOut(OUT)
                .build();
        DepthwiseConvolution2D depthwise = new DepthwiseConvolution2D.Builder(2, 5)
                .depthMultiplier(2)
                .nIn(IN)
                .nOut(2 * IN)
                .build();
        InputType flat = InputType.feedForward(IN);
        InputType series = InputType.recurrent(IN, 6);
        InputType image = InputType.convolutional(8, 8, IN);
        InputType volume = InputType.convolutional3D(8, 8, 8, IN);
        return Stream.of(
                layer("dense row", dense, flat, "W", Grouping.INPUT, i -> (int) i[0]),
                layer("dense column", dense, flat, "W", Grouping.OUTPUT, i -> (int) i[1]),
                layer("dense, all", dense, flat, "W", Grouping.LAYER, i -> 0),
                layer("embedding row", embedding, InputType.feedForward(1), "W", Grouping.INPUT, i -> (int) i[0]),
                layer("LSTM input", lstm, series, "W", Grouping.INPUT, i -> (int) i[0]),
                layer("LSTM unit", lstm, series, "W", Grouping.OUTPUT, i -> (int) i[1] % OUT),
                layer("LSTM unit, recurrent", lstm, series, "RW", Grouping.OUTPUT, i -> (int) i[1] % OUT),
                layer("recurrent unit", rnn, series, "RW", Grouping.OUTPUT, i -> (int) i[1]),
                layer("filter", conv, image, "W", Grouping.OUTPUT, i -> (int) i[0]),
                layer("channel", conv, image, "W", Grouping.INPUT, i -> (int) i[1]),
                layer("filter 1D", conv1, series, "W", Grouping.OUTPUT, i -> (int) i[0]),
                layer("channel 1D", conv1, series, "W", Grouping.INPUT, i -> (int) i[1]),
                layer("filter 3D", conv3, volume, "W", Grouping.OUTPUT, i -> (int) i[0]),
                layer("channel 3D", conv3, volume, "W", Grouping.INPUT, i -> (int) i[1]),
                layer("deconvolution output", deconv, image, "W", Grouping.OUTPUT, i -> (int) i[1]),
                layer("deconvolution input", deconv, image, "W", Grouping.INPUT, i -> (int) i[0]),
                layer("deconvolution 3D output", deconv3, volume, "W", Grouping.OUTPUT, i -> (int) i[3]),
                layer("deconvolution 3D input", deconv3, volume, "W", Grouping.INPUT, i -> (int) i[4]),
                layer("depthwise channel", depthwise, image, "W", Grouping.INPUT, i -> (int) i[2]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void groupsAreThoseOfTheShapedArray(
            String name, Layer layer, InputType input, String key, Grouping grouping, ToIntFunction<long[]> group) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .updater(new Sgd(1))
                .list(layer.clone())
                .build();
        Ridgeline.on(configuration).penalty(GroupL2.of(1)).groups(grouping).install();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        INDArray parameter = network.getParam("0_" + key);
        parameter.assign(Nd4j.rand(parameter.shape()).subi(0.5));

        // Each group of the reference has its own norm, so a wrong grouping changes the sum.
        double wanted = penalty(parameter, group);

        PenaltyRegularization penalty = Ridgeline.penalties(network).get("layer0");
        assertThat(penalty.score(parameter, 0, 0)).isCloseTo(wanted, within(1e-9 * wanted));
        INDArray flat = parameter.reshape(parameter.ordering(), new long[] {parameter.length()});
        assertThat(penalty.score(flat, 0, 0)).isEqualTo(penalty.score(parameter, 0, 0));
    }

    private static double penalty(INDArray parameter, ToIntFunction<long[]> group) {
        int size = (int) parameter.length();
        double[] squares = new double[size];
        int[] members = new int[size];
        for (int k = 0; k < size; k++) {
            long[] index = Shape.ind2subC(parameter.shape(), k);
            double value = parameter.getDouble(index);
            squares[group.applyAsInt(index)] += value * value;
            members[group.applyAsInt(index)]++;
        }
        double sum = 0;
        for (int g = 0; g < size; g++) {
            sum += Math.sqrt(members[g] * squares[g]);
        }
        return sum;
    }

    static Stream<Arguments> unknownLayouts() {
        return Stream.of(
                Arguments.of(new GravesLSTM.Builder().nIn(IN).nOut(OUT).build(), Grouping.OUTPUT),
                Arguments.of(
                        new SeparableConvolution2D.Builder(2, 2)
                                .nIn(IN)
                                .nOut(OUT)
                                .build(),
                        Grouping.OUTPUT),
                Arguments.of(
                        new DepthwiseConvolution2D.Builder(2, 2)
                                .depthMultiplier(2)
                                .nIn(IN)
                                .nOut(2 * IN)
                                .build(),
                        Grouping.OUTPUT));
    }

    @ParameterizedTest
    @MethodSource("unknownLayouts")
    void layersWithoutSuchGroupsAreRefused(Layer layer, Grouping grouping) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .updater(new Sgd(1))
                .list(layer)
                .build();
        PenaltyInstaller installer =
                Ridgeline.on(configuration).penalty("group-l2(lambda=1)").groups(grouping);

        assertThatIllegalArgumentException()
                .isThrownBy(installer::install)
                .withMessageContainingAll(
                        "OUTPUT", layer.getClass().getSimpleName(), "layer0", "Grouping.LAYER", "Groups.labelled");
    }

    @Test
    void wrappedLayersAreReachedInConfigurationsAndNetworks() {
        List<Layer> wrapped = new ArrayList<>();
        wrapped.add(new LastTimeStep(new LSTM.Builder().nIn(IN).nOut(OUT).build()));
        wrapped.add(new Bidirectional(new LSTM.Builder().nIn(IN).nOut(OUT).build()));
        for (Layer layer : wrapped) {
            for (boolean initialised : new boolean[] {false, true}) {
                MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                        .updater(new Sgd(1))
                        .list(layer.clone())
                        .build();
                MultiLayerNetwork network = new MultiLayerNetwork(configuration);
                if (initialised) {
                    network.init();
                    Ridgeline.on(network).penalty("l1(lambda=1)").install();
                } else {
                    Ridgeline.on(configuration).penalty("l1(lambda=1)").install();
                    network.init();
                }
                double sum = 0;
                for (String key : network.paramTable().keySet()) {
                    sum += key.endsWith("W")
                            ? network.getParam(key).norm1Number().doubleValue()
                            : 0;
                }

                assertThat(network.calcRegularizationScore(true))
                        .as("%s, initialised %s", layer, initialised)
                        .isCloseTo(sum, within(1e-5 * sum));
            }
        }
    }

    @Test
    void aWrapperInsideABidirectionalLayerIsReachedOnlyBeforeTheNetworkIsMade() {
        LSTM lstm = new LSTM.Builder()
                .nIn(IN)
                .nOut(OUT)
                // The defaults of the global builder do not get through two wrappers.
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.TANH)
                .updater(new Sgd(1))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration(new Bidirectional(new LastTimeStep(lstm))));
        network.init();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ridgeline.on(network))
                .withMessageContainingAll("Bidirectional", "LastTimeStep", "configuration");
    }

    @Test
    void explicitGroupsMustFitTheParameter() {
        PenaltyInstaller installer = Ridgeline.on(configuration(
                        new DenseLayer.Builder().nIn(IN).nOut(OUT).build(),
                        new OutputLayer.Builder().nIn(OUT).nOut(2).build()))
                .penalty("group-l2(lambda=1)")
                .groups("W", Groups.strided(1, 3, 9))
                .layers("layer0");

        assertThatIllegalArgumentException()
                .isThrownBy(installer::install)
                .withMessageContainingAll("12 weights", "W [3, 4]", "layer0", "3 groups of 9 weights");
    }

    @Test
    void parametersOfOneSizeMustHaveOneGrouping() {
        LSTM square = new LSTM.Builder().nIn(OUT).nOut(OUT).build();
        int size = 4 * OUT * OUT;
        PenaltyInstaller installer = Ridgeline.on(configuration(square))
                .penalty("group-l2(lambda=1)")
                .groups("W", Groups.whole(size))
                .groups("RW", Groups.singletons(size));

        assertThatIllegalArgumentException()
                .isThrownBy(installer::install)
                .withMessageContainingAll("two parameters of " + size + " weights", "W", "RW", "same groups");
        installer.groups("RW", Groups.whole(size)).install();
    }

    @Test
    void attentionLayersTrainWithThePenalty() {
        MultiLayerNetwork network = new MultiLayerNetwork(configurationOf(
                InputType.recurrent(IN, 6),
                new SelfAttentionLayer.Builder()
                        .nIn(IN)
                        .nOut(OUT)
                        .nHeads(1)
                        .projectInput(true)
                        .build(),
                new RnnOutputLayer.Builder()
                        .nIn(OUT)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build()));
        network.init();
        // Strong enough to remove all of it in one step.
        Ridgeline.on(network)
                .penalty("group-l2(lambda=1000)")
                .groups(Grouping.LAYER)
                .layers(0)
                .install();

        network.fit(Nd4j.rand(5, IN, 6), Nd4j.rand(5, 2, 6));

        network.getLayer(0)
                .paramTable()
                .forEach((key, parameter) ->
                        assertThat(parameter.amaxNumber().doubleValue()).as(key).isZero());
        assertThat(network.getParam("1_W").amaxNumber().doubleValue()).isGreaterThan(0);
    }

    @Test
    void theGainOfLayerNormalisationIsNoWeight() {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration(
                new DenseLayer.Builder().nIn(IN).nOut(OUT).hasLayerNorm(true).build()));
        network.init();
        Ridgeline.on(network).penalty("l1(lambda=1)").install();

        assertThat(network.calcRegularizationScore(true))
                .isCloseTo(network.getParam("0_W").norm1Number().doubleValue(), within(1e-5));
    }

    @Test
    void unknownSizesOfInputsAreRefused() {
        PenaltyInstaller installer = Ridgeline.on(
                        configuration(new DenseLayer.Builder().nOut(OUT).build()))
                .penalty("l1(lambda=1)");

        assertThatIllegalArgumentException()
                .isThrownBy(installer::install)
                .withMessageContainingAll("layer0", "nIn=0", "setInputType");
    }

    private static MultiLayerConfiguration configurationOf(InputType input, Layer... layers) {
        return new NeuralNetConfiguration.Builder()
                .updater(new Sgd(1))
                .list(layers)
                .setInputType(input)
                .build();
    }

    private static MultiLayerConfiguration configuration(Layer... layers) {
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().updater(new Sgd(1)).list();
        Arrays.stream(layers).forEach(list::layer);
        return list.build();
    }
}
