package org.ridgeline.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.dl4j.LinearNetwork.Loss;

/** The models of the golden fits, and how far a network is from them. */
final class GoldenNetworks {

    private GoldenNetworks() {}

    static LinearNetwork model(GoldenFit golden) {
        return LinearNetwork.of(
                loss(golden), PenaltyRegularization.parse(golden.meanLossRegularizer()), golden.groups());
    }

    private static Loss loss(GoldenFit golden) {
        return golden.loss().equals("squared") ? Loss.SQUARED : Loss.LOGISTIC;
    }

    /** A configuration in double precision without a penalty. */
    static MultiLayerConfiguration configuration(GoldenFit golden, IUpdater updater) {
        boolean squared = loss(golden) == Loss.SQUARED;
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(updater)
                .list(new OutputLayer.Builder(squared ? new LossMSE() : new LossBinaryXENT())
                        .nIn(golden.features().size())
                        .nOut(1)
                        .activation(squared ? Activation.IDENTITY : Activation.SIGMOID)
                        .build())
                .build();
    }

    static DataSet data(GoldenFit golden) {
        return new DataSet(
                Nd4j.createFromArray(golden.standardizedRows()),
                Nd4j.createFromArray(golden.target()).reshape(golden.target().length, 1));
    }

    /** The largest difference of a weight, relative to the largest weight. */
    static double difference(GoldenFit golden, MultiLayerNetwork network) {
        double[] found = network.getParam("0_W").toDoubleVector();
        double difference = 0;
        for (int j = 0; j < found.length; j++) {
            difference = Math.max(difference, Math.abs(found[j] - golden.coefficients()[j]));
        }
        return difference
                / Arrays.stream(golden.coefficients()).map(Math::abs).max().orElseThrow();
    }
}
