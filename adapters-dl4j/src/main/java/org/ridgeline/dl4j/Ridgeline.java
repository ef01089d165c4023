package org.ridgeline.dl4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Puts penalties on the layers of a Deeplearning4j network.
 *
 * <pre>{@code
 * Ridgeline.on(configuration).penalty("group-l2(lambda=0.01)").groups(Grouping.OUTPUT).layers("hidden").install();
 * }</pre>
 *
 * <p>They go on a <em>built</em> configuration or network, because what is set on Deeplearning4j's global builder is added
 * to each layer's own list and can be applied twice.
 */
public final class Ridgeline {

    private Ridgeline() {}

    /**
     * Starts putting a penalty on the layers of a built configuration, of which networks are made later.
     *
     * @param configuration the configuration
     * @return what collects the rest
     */
    public static PenaltyInstaller on(MultiLayerConfiguration configuration) {
        return new PenaltyInstaller(TargetLayer.of(configuration), null);
    }

    /**
     * Starts putting a penalty on the layers of a built configuration, of which networks are made later.
     *
     * @param configuration the configuration
     * @return what collects the rest
     */
    public static PenaltyInstaller on(ComputationGraphConfiguration configuration) {
        return new PenaltyInstaller(TargetLayer.of(configuration), null);
    }

    /**
     * Starts putting a penalty on the layers of a network, trained or not.
     *
     * @param network the network
     * @return what collects the rest
     */
    public static PenaltyInstaller on(MultiLayerNetwork network) {
        return new PenaltyInstaller(TargetLayer.of(network), network);
    }

    /**
     * Starts putting a penalty on the layers of a network, trained or not.
     *
     * @param network the network
     * @return what collects the rest
     */
    public static PenaltyInstaller on(ComputationGraph network) {
        return new PenaltyInstaller(TargetLayer.of(network), network);
    }

    /**
     * The penalties that are installed in a network, such as one that was read from a file.
     *
     * @param network a MultiLayerNetwork or ComputationGraph
     * @return by name of layer, in the order of layers; where weights and biases have one, that of the weights
     * @throws IllegalArgumentException if the network is of another kind
     */
    public static Map<String, PenaltyRegularization> penalties(Model network) {
        return byLayer(TargetLayer.of(network));
    }

    /**
     * The penalties that are installed in a configuration.
     *
     * @param configuration the configuration
     * @return by name of layer, in the order of layers; where weights and biases have one, that of the weights
     */
    public static Map<String, PenaltyRegularization> penalties(MultiLayerConfiguration configuration) {
        return byLayer(TargetLayer.of(configuration));
    }

    /**
     * The penalties that are installed in a configuration.
     *
     * @param configuration the configuration
     * @return by name of layer, in the order of layers; where weights and biases have one, that of the weights
     */
    public static Map<String, PenaltyRegularization> penalties(ComputationGraphConfiguration configuration) {
        return byLayer(TargetLayer.of(configuration));
    }

    private static Map<String, PenaltyRegularization> byLayer(List<TargetLayer> layers) {
        Map<String, PenaltyRegularization> penalties = new LinkedHashMap<>();
        for (TargetLayer layer : layers) {
            layer.penalties().stream().findFirst().ifPresent(penalty -> penalties.put(layer.name(), penalty));
        }
        return penalties;
    }
}
