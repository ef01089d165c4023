package org.ridgeline.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class ComputationGraphTest {

    private static final String TEXT = "group-l2(lambda=0.01)";

    private static Layer dense(int inputs) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(4)
                .activation(Activation.TANH)
                .build();
    }

    private static Layer output(int inputs) {
        return new OutputLayer.Builder(LossFunction.MSE)
                .nIn(inputs)
                .nOut(2)
                .activation(Activation.IDENTITY)
                .build();
    }

    @Test
    void aChainTrainsAsTheSameMultiLayerNetwork() {
        ComputationGraphConfiguration graph = new NeuralNetConfiguration.Builder()
                .updater(new Sgd(0.1))
                .graphBuilder()
                .addInputs("in")
                .addLayer("hidden", dense(5), "in")
                .addLayer("out", output(4), "hidden")
                .setOutputs("out")
                .build();
        MultiLayerConfiguration layers = new NeuralNetConfiguration.Builder()
                .updater(new Sgd(0.1))
                .list(dense(5), output(4))
                .build();
        Ridgeline.on(graph).penalty(TEXT).groups(Grouping.OUTPUT).install();
        Ridgeline.on(layers).penalty(TEXT).groups(Grouping.OUTPUT).install();
        ComputationGraph asGraph = new ComputationGraph(graph);
        asGraph.init();
        MultiLayerNetwork asLayers = new MultiLayerNetwork(layers);
        asLayers.init();
        asLayers.setParams(asGraph.params().dup());
        DataSet data = new DataSet(Nd4j.rand(20, 5), Nd4j.rand(20, 2));

        for (int i = 0; i < 50; i++) {
            asGraph.fit(data);
            asLayers.fit(data);
        }

        assertThat(asGraph.params()).isEqualTo(asLayers.params());
        assertThat(asGraph.score()).isCloseTo(asLayers.score(), within(1e-6));
        assertThat(asGraph.calcRegularizationScore(true)).isEqualTo(asLayers.calcRegularizationScore(true));
    }

    @Test
    void branchesAreChosenByName() {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .updater(new Sgd(0.1))
                .graphBuilder()
                .addInputs("in")
                .addLayer("left", dense(5), "in")
                .addLayer("right", dense(5), "in")
                .addVertex("both", new MergeVertex(), "left", "right")
                .addLayer("out", output(8), "both")
                .setOutputs("out")
                .build());
        graph.init();
        // Strong enough to remove all of it in one step.
        Ridgeline.on(graph)
                .penalty("group-l2(lambda=1000)")
                .groups(Grouping.LAYER)
                .layers("right")
                .install();

        graph.fit(new DataSet(Nd4j.rand(20, 5), Nd4j.rand(20, 2)));

        assertThat(graph.getParam("right_W").toDoubleMatrix()).isDeepEqualTo(new double[5][4]);
        assertThat(graph.getParam("left_W").amaxNumber().doubleValue()).isGreaterThan(0);
    }
}
