package org.ridgeline.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * A layer of a network and the configurations in which its regularizations stand. Those are several where a layer is
 * wrapped: a bidirectional layer has two inside, and an initialised network may work on copies of wrapped configurations.
 *
 * @param name the layer's name
 * @param configuration what holds the layer and the settings of its training
 * @param inner the layers with parameters, without their wrappers; empty if there are none to train
 */
record TargetLayer(String name, NeuralNetConfiguration configuration, List<Layer> inner) {

    static List<TargetLayer> of(MultiLayerConfiguration configuration) {
        List<TargetLayer> targets = new ArrayList<>();
        for (int i = 0; i < configuration.getConfs().size(); i++) {
            NeuralNetConfiguration layer = configuration.getConf(i);
            String name = layer.getLayer().getLayerName();
            targets.add(of(name == null ? "layer" + i : name, layer));
        }
        return targets;
    }

    static List<TargetLayer> of(ComputationGraphConfiguration configuration) {
        List<TargetLayer> targets = new ArrayList<>();
        for (Map.Entry<String, GraphVertex> vertex : configuration.getVertices().entrySet()) {
            if (vertex.getValue() instanceof LayerVertex layer) {
                targets.add(of(vertex.getKey(), layer.getLayerConf()));
            }
        }
        return targets;
    }

    static List<TargetLayer> of(MultiLayerNetwork network) {
        List<TargetLayer> targets = of(network.getLayerWiseConfigurations());
        if (network.getLayers() != null) {
            for (int i = 0; i < targets.size(); i++) {
                targets.get(i).addCopies(network.getLayer(i));
            }
        }
        return targets;
    }

    static List<TargetLayer> of(ComputationGraph network) {
        List<TargetLayer> targets = of(network.getConfiguration());
        if (network.getLayers() != null) {
            targets.forEach(target -> target.addCopies(network.getLayer(target.name)));
        }
        return targets;
    }

    /**
     * The layers of a network.
     *
     * @throws IllegalArgumentException if it is of another kind
     */
    static List<TargetLayer> of(Model network) {
        if (network instanceof MultiLayerNetwork multiLayer) {
            return of(multiLayer);
        }
        if (network instanceof ComputationGraph graph) {
            return of(graph);
        }
        throw new IllegalArgumentException("wanted a MultiLayerNetwork or a ComputationGraph, but found "
                + network.getClass().getName());
    }

    private static TargetLayer of(String name, NeuralNetConfiguration configuration) {
        TargetLayer target = new TargetLayer(name, configuration, new ArrayList<>());
        target.add(configuration.getLayer());
        return target;
    }

    @SuppressWarnings(
            "ReferenceEquality") // Equal layers, such as the two of a bidirectional one, have lists of their own.
    private void add(Layer layer) {
        if (isFrozen(layer)) {
            return;
        }
        if (layer instanceof BaseWrapperLayer wrapper) {
            add(wrapper.getUnderlying());
        } else if (layer instanceof Bidirectional both) {
            add(both.getFwd());
            add(both.getBwd());
        } else if (inner.stream().noneMatch(known -> known == layer)) {
            inner.add(layer);
        }
    }

    private static boolean isFrozen(Layer layer) {
        return layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop;
    }

    private void addCopies(org.deeplearning4j.nn.api.Layer live) {
        Layer layer = live.conf().getLayer();
        if (isFrozen(configuration.getLayer())) {
            return;
        }
        if (layer instanceof Bidirectional both && both.getFwd() instanceof BaseWrapperLayer) {
            throw new IllegalArgumentException(
                    "layer '" + name + "' is a " + layer.getClass().getSimpleName()
                            + " around a " + both.getFwd().getClass().getSimpleName()
                            + ", whose copies in an initialised network cannot be reached: install the penalty on the"
                            + " configuration before the network is made");
        }
        add(layer);
        if (live instanceof org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer wrapper) {
            addCopies(wrapper.getUnderlying());
        }
    }

    /** The regularizations of the weights or of the biases of an inner layer. */
    static List<Regularization> regularizations(Layer layer, boolean biases) {
        List<Regularization> list = null;
        if (layer instanceof BaseLayer base) {
            list = biases ? base.getRegularizationBias() : base.getRegularization();
        } else if (layer instanceof AbstractSameDiffLayer base) {
            list = biases ? base.getRegularizationBias() : base.getRegularization();
        }
        return list == null ? List.of() : list;
    }

    /** Replaces them. */
    static void setRegularizations(Layer layer, boolean biases, List<Regularization> list) {
        if (layer instanceof BaseLayer base) {
            if (biases) {
                base.setRegularizationBias(list);
            } else {
                base.setRegularization(list);
            }
        } else if (layer instanceof AbstractSameDiffLayer base) {
            if (biases) {
                base.setRegularizationBias(list);
            } else {
                base.setRegularization(list);
            }
        }
    }

    /** The penalties installed in this layer, those of weights before those of biases; they are objects of their own. */
    List<PenaltyRegularization> penalties() {
        List<PenaltyRegularization> penalties = new ArrayList<>();
        for (boolean biases : new boolean[] {false, true}) {
            for (Layer layer : inner) {
                for (Regularization regularization : regularizations(layer, biases)) {
                    if (regularization instanceof PenaltyRegularization penalty) {
                        penalties.add(penalty);
                    }
                }
            }
        }
        return penalties;
    }
}
