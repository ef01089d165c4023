package org.ridgeline.dl4j;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.ridgeline.Weights;
import org.ridgeline.conformance.AdapterConformance;

/**
 * A one-layer network that is trained on features of zero, so that the loss has no gradient in the weights and a step of
 * training is the proximal step alone. The target is the bias, so that the bias has no gradient either.
 */
abstract class Dl4jAdapterConformance extends AdapterConformance {

    private final DataType type;
    private final MultiLayerNetwork network;

    Dl4jAdapterConformance(DataType type) {
        this.type = type;
        this.network = new MultiLayerNetwork(configuration(size()));
        network.init();
    }

    @Override
    protected double stored(double value) {
        return type == DataType.FLOAT ? (float) value : value;
    }

    @Override
    protected Step step(String text, Weights weights, double step) {
        trained(text, weights, 0, step);
        // The score includes the loss, which is 0 here.
        return new Step(network.getParam("0_W").toDoubleVector(), network.score(data(weights.size(), 0), false));
    }

    @Override
    protected double intercept(String text, double bias, double step) {
        return trained(text, Weights.of(new double[size()]), bias, step)
                .getParam("0_b")
                .getDouble(0);
    }

    @Override
    protected String configured(String text) {
        MultiLayerConfiguration configuration = configuration(size());
        Ridgeline.on(configuration).penalty(text).groups(Grouping.INPUT).install();
        MultiLayerConfiguration restored = MultiLayerConfiguration.fromYaml(
                MultiLayerConfiguration.fromJson(configuration.toJson()).toYaml());
        return Ridgeline.penalties(restored).get("layer0").text();
    }

    private MultiLayerNetwork trained(String text, Weights weights, double bias, double step) {
        DataSet data = data(weights.size(), bias);
        PenaltyInstaller installer = Ridgeline.on(network).penalty(text).groups("W", weights.groups());
        network.setListeners();
        (text.startsWith("adaptive") ? installer.validation(new SingletonDataSetIterator(data)) : installer).install();
        network.setLearningRate(step);
        network.setParam(
                "0_W", Nd4j.createFromArray(weights.values()).castTo(type).reshape(weights.size(), 1));
        network.setParam("0_b", Nd4j.scalar(type, bias).reshape(1, 1));
        network.fit(data);
        return network;
    }

    private MultiLayerConfiguration configuration(int size) {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(type)
                .updater(new Sgd(1))
                .list(new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nIn(size)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build();
    }

    private DataSet data(int size, double target) {
        INDArray features = Nd4j.zeros(type, 2, size);
        return new DataSet(features, Nd4j.valueArrayOf(new long[] {2, 1}, target, type));
    }
}
