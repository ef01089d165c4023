package org.ridgeline.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.ridgeline.Groups;

/** Where the groups lie in the parameters of a layer. */
final class LayerGroups {

    /** The gain of layer normalisation, which Deeplearning4j counts among the weights. */
    private static final String GAIN = "g";

    private final String name;
    private final Layer layer;
    private final ParamInitializer initializer;

    LayerGroups(String name, Layer layer) {
        this.name = name;
        this.layer = layer;
        this.initializer = layer.initializer();
    }

    /** The names of the weights, or of the biases, that the layer trains and lets be regularized. */
    List<String> keys(boolean biases) {
        List<String> keys = biases ? initializer.biasKeys(layer) : initializer.weightKeys(layer);
        return keys.stream()
                .filter(key -> layer.getRegularizationByParam(key) != null)
                .toList();
    }

    /**
     * The groups of the weights, or of the biases.
     *
     * @param grouping how parameters without groups of their own are grouped
     * @param explicit groups of parameters by name
     * @throws IllegalArgumentException if the groups do not fit
     */
    List<ParameterGroups> groups(
            NeuralNetConfiguration configuration, boolean biases, Grouping grouping, Map<String, Groups> explicit) {
        List<String> keys = keys(biases);
        List<ParameterGroups> all = new ArrayList<>();
        if (keys.isEmpty()) {
            return all;
        }
        Map<String, INDArray> shaped = shaped(configuration);
        for (String key : keys) {
            INDArray parameter = shaped.get(key);
            if (parameter == null) {
                throw new IllegalArgumentException("layer '" + name + "' counts '" + key + "' among its parameters "
                        + keys + ", but its " + layer.getClass().getSimpleName() + " makes only " + shaped.keySet());
            }
            Groups groups = explicit.get(key);
            if (groups != null) {
                all.add(explicit(key, groups, parameter));
            } else if (key.equals(GAIN)) {
                all.add(ParameterGroups.unpenalised(key, size(key, parameter)));
            } else {
                all.add(grouped(key, biases ? ofBias(grouping) : grouping, parameter));
            }
        }
        requireDistinct(all);
        return all;
    }

    /** A bias has no row or column; each is by itself. */
    private static Grouping ofBias(Grouping grouping) {
        return grouping == Grouping.LAYER ? Grouping.LAYER : Grouping.WEIGHT;
    }

    /** The parameters in their true shapes and orders, for which the layer's own initializer is asked. */
    private Map<String, INDArray> shaped(NeuralNetConfiguration configuration) {
        if (layer instanceof FeedForwardLayer sized && (sized.getNIn() <= 0 || sized.getNOut() <= 0)) {
            throw new IllegalArgumentException("layer '" + name + "' has nIn=" + sized.getNIn() + " and nOut="
                    + sized.getNOut() + ", but a penalty needs to know the shape of its weights: set both, or let"
                    + " setInputType(...) work out nIn");
        }
        NeuralNetConfiguration copy = configuration.clone();
        copy.setLayer(layer);
        copy.clearVariables();
        return initializer.init(copy, Nd4j.create(DataType.FLOAT, initializer.numParams(copy)), false);
    }

    private int size(String key, INDArray parameter) {
        if (parameter.length() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a penalty takes at most " + Integer.MAX_VALUE + " weights, but "
                    + described(key, parameter) + " has " + parameter.length());
        }
        return (int) parameter.length();
    }

    private ParameterGroups explicit(String key, Groups groups, INDArray parameter) {
        if (groups.size() != parameter.length()) {
            throw new IllegalArgumentException("wanted groups of the " + parameter.length() + " weights of "
                    + described(key, parameter) + ", but found " + groups);
        }
        return ParameterGroups.labelled(key, groups);
    }

    private ParameterGroups grouped(String key, Grouping grouping, INDArray parameter) {
        int size = size(key, parameter);
        return switch (grouping) {
            case WEIGHT -> ParameterGroups.strided(key, size, 1, size);
            case LAYER -> ParameterGroups.strided(key, size, size, 1);
            case INPUT -> along(key, parameter, inputAxis(parameter), grouping);
            case OUTPUT ->
                isLstm()
                        ? ParameterGroups.strided(key, size, (int) parameter.size(0), (int) ((LSTM) layer).getNOut())
                        : along(key, parameter, outputAxis(parameter), grouping);
        };
    }

    /** Groups of the weights that agree in one index: group(i) = (i / inner) % count. */
    private ParameterGroups along(String key, INDArray parameter, int axis, Grouping grouping) {
        if (axis < 0) {
            throw new IllegalArgumentException("there are no groups by " + grouping + " for "
                    + described(key, parameter)
                    + " of a " + layer.getClass().getSimpleName() + "; choose Grouping.WEIGHT, Grouping.LAYER or"
                    + " groups(\"" + key + "\", Groups.labelled(...))");
        }
        long[] shape = parameter.shape();
        boolean columnMajor = parameter.ordering() == 'f';
        long inner = 1;
        for (int d = columnMajor ? 0 : axis + 1; d < (columnMajor ? axis : shape.length); d++) {
            inner *= shape[d];
        }
        return ParameterGroups.strided(key, size(key, parameter), (int) inner, (int) shape[axis]);
    }

    /** A plain LSTM, whose columns are nOut units for each of four gates; one with peepholes has other columns too. */
    private boolean isLstm() {
        return layer.getClass() == LSTM.class;
    }

    private boolean isMatrixOfInputsAndOutputs(INDArray parameter) {
        boolean known = layer instanceof DenseLayer
                || layer instanceof BaseOutputLayer
                || layer instanceof EmbeddingLayer
                || layer instanceof EmbeddingSequenceLayer
                || layer instanceof AutoEncoder
                || layer instanceof SimpleRnn;
        return known && parameter.rank() == 2;
    }

    private int inputAxis(INDArray parameter) {
        if (isLstm() || isMatrixOfInputsAndOutputs(parameter)) {
            return 0;
        }
        if (layer instanceof SeparableConvolution2D || !(layer instanceof ConvolutionLayer)) {
            return -1;
        }
        if (layer instanceof DepthwiseConvolution2D) {
            return 2;
        }
        return layer instanceof Deconvolution3D ? 4 : layer instanceof Deconvolution2D ? 0 : 1;
    }

    private int outputAxis(INDArray parameter) {
        if (isMatrixOfInputsAndOutputs(parameter)) {
            return 1;
        }
        if (layer instanceof SeparableConvolution2D
                || layer instanceof DepthwiseConvolution2D
                || !(layer instanceof ConvolutionLayer)) {
            return -1;
        }
        return layer instanceof Deconvolution3D ? 3 : layer instanceof Deconvolution2D ? 1 : 0;
    }

    /** Parameters are told apart by their sizes, so of one size there can be only one grouping. */
    private void requireDistinct(List<ParameterGroups> all) {
        for (ParameterGroups first : all) {
            for (ParameterGroups second : all) {
                if (first.size() == second.size() && !first.sameGroups(second)) {
                    throw new IllegalArgumentException("layer '" + name + "' has two parameters of "
                            + first.size() + " weights with different groups, " + first + " and " + second
                            + ", which Deeplearning4j does not let a penalty tell apart; give both the same groups");
                }
            }
        }
    }

    private String described(String key, INDArray parameter) {
        return key + " " + Arrays.toString(parameter.shape()) + " of layer '" + name + "'";
    }
}
