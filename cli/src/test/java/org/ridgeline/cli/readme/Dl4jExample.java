package org.ridgeline.cli.readme;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.ridgeline.dl4j.Grouping;
import org.ridgeline.dl4j.Ridgeline;

/** The README's lines for Deeplearning4j. */
final class Dl4jExample {

    private Dl4jExample() {}

    static MultiLayerNetwork train(MultiLayerConfiguration configuration, DataSetIterator batches) {
        Ridgeline.on(configuration) // a built configuration
                .penalty("group-l2(lambda=0.05)")
                .groups(Grouping.OUTPUT) // whole units become exactly zero
                .layers("hidden")
                .install();

        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        network.fit(batches, 50); // saved and restored with the network
        return network;
    }
}
