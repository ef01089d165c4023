package org.ridgeline.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;

/** Collects what a penalty is to be and to act on; {@link #install()} puts it there. Made by {@link Ridgeline}. */
public final class PenaltyInstaller {

    private final List<TargetLayer> targets;
    private final @Nullable Model network;
    private final Map<String, Groups> explicit = new LinkedHashMap<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private @Nullable Regularizer regularizer;
    private @Nullable Grouping grouping;
    private @Nullable DataSetIterator validation;
    private Mode mode = Mode.PROXIMAL;
    private boolean biases;
    private boolean replacing;

    PenaltyInstaller(List<TargetLayer> targets, @Nullable Model network) {
        this.targets = targets;
        this.network = network;
    }

    /**
     * Which penalty, by its text form. Found are the regularizers that this library's class loader and the thread's context
     * class loader can see.
     *
     * @param text such as {@code elastic-net(lambda=0.01,alpha=0.5)}
     * @return this
     * @throws IllegalArgumentException if the text is wrong
     */
    public PenaltyInstaller penalty(String text) {
        regularizer = PenaltyRegularization.parse(text);
        return this;
    }

    /**
     * Which penalty. A saved network holds its text form, so that must be readable.
     *
     * @param value a regularizer whose provider is announced to {@link java.util.ServiceLoader}
     * @return this
     * @throws IllegalArgumentException if its text form does not give an equal regularizer
     */
    public PenaltyInstaller penalty(Regularizer value) {
        Regularizer read = PenaltyRegularization.parse(value.toString());
        if (!read.equals(value)) {
            throw new IllegalArgumentException(
                    "the text form " + value + " of " + value.getClass().getName()
                            + " gives another regularizer, " + read + " of "
                            + read.getClass().getName()
                            + ", so a saved network could not be restored");
        }
        regularizer = value;
        return this;
    }

    /**
     * How the weights of each parameter are grouped. A penalty on groups needs this or {@link #groups(String, Groups)}; to
     * others it makes no difference.
     *
     * @param how which weights belong together
     * @return this
     */
    public PenaltyInstaller groups(Grouping how) {
        grouping = how;
        return this;
    }

    /**
     * Groups of one parameter, instead of those of {@link #groups(Grouping)}.
     *
     * @param parameter its name, such as {@code W} or {@code RW}
     * @param groups for the numbers of {@code network.getParam(…)} in the order of its memory: column by column for the
     *     matrices of dense and recurrent layers, row by row for the kernels [nOut, nIn, height, width] of convolutions
     * @return this
     */
    public PenaltyInstaller groups(String parameter, Groups groups) {
        explicit.put(parameter, groups);
        return this;
    }

    /**
     * Which layers, by name. Without a call, all that have weights to train.
     *
     * @param names names of layers
     * @return this
     * @throws IllegalArgumentException if there is no such layer
     */
    public PenaltyInstaller layers(String... names) {
        Set<String> known =
                targets.stream().map(TargetLayer::name).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("there is no layer '" + name + "'; there are " + known);
            }
            chosen.add(name);
        }
        return this;
    }

    /**
     * Which layers, by number. Without a call, all that have weights to train.
     *
     * @param indices numbers of layers, from 0; for a graph in the order of its configuration
     * @return this
     * @throws IllegalArgumentException if there is no such layer
     */
    public PenaltyInstaller layers(int... indices) {
        for (int index : indices) {
            if (index < 0 || index >= targets.size()) {
                throw new IllegalArgumentException(
                        "there is no layer " + index + "; there are layers 0 to " + (targets.size() - 1));
            }
            chosen.add(targets.get(index).name());
        }
        return this;
    }

    /**
     * How the penalty takes part in a training step; {@link Mode#PROXIMAL} unless this is called.
     *
     * @param how the mode
     * @return this
     */
    public PenaltyInstaller mode(Mode how) {
        mode = how;
        return this;
    }

    /**
     * Penalises biases as well as weights, each bias by itself. Otherwise biases are left alone.
     *
     * @return this
     */
    public PenaltyInstaller biases() {
        biases = true;
        return this;
    }

    /**
     * Removes regularizations that a layer already has, such as Deeplearning4j's l1, l2 and weight decay. Without this they
     * are an error, as they would add to the penalty. A penalty of Ridgeline is replaced in any case.
     *
     * @return this
     */
    public PenaltyInstaller replacing() {
        replacing = true;
        return this;
    }

    /**
     * Data on which {@code adaptive(…)} judges λ after each epoch.
     *
     * @param data held-out examples; can be reset, and is by each use
     * @return this
     * @throws IllegalArgumentException if it cannot be reset
     */
    public PenaltyInstaller validation(DataSetIterator data) {
        AdaptiveLambda.requireReset(data);
        validation = data;
        return this;
    }

    /**
     * Puts the penalty on the layers. Nothing is changed if it fails.
     *
     * @throws IllegalArgumentException if the penalty, its groups, the layers and their training settings do not go
     *     together
     */
    public void install() {
        Regularizer penalty = requirePenalty();
        List<Runnable> changes = new ArrayList<>();
        Set<String> parameters = new LinkedHashSet<>();
        for (TargetLayer target : targets) {
            if (chosen.isEmpty() || chosen.contains(target.name())) {
                int before = changes.size();
                for (Layer layer : target.inner()) {
                    prepare(target, layer, false, penalty, parameters, changes);
                    if (biases) {
                        prepare(target, layer, true, penalty, parameters, changes);
                    }
                }
                if (!chosen.isEmpty() && changes.size() == before) {
                    throw new IllegalArgumentException("layer '" + target.name() + "' has no weights to train");
                }
            }
        }
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("no layer has weights to train");
        }
        for (String parameter : explicit.keySet()) {
            if (!parameters.contains(parameter)) {
                throw new IllegalArgumentException(
                        "there are groups for the parameter '" + parameter + "', but the layers have " + parameters);
            }
        }
        changes.forEach(Runnable::run);
        if (network != null && validation != null) {
            AdaptiveLambda.attach(network, validation);
        }
    }

    private Regularizer requirePenalty() {
        Regularizer penalty = regularizer;
        if (penalty == null) {
            throw new IllegalArgumentException("which penalty? Call penalty(\"l1(lambda=0.01)\") or the like");
        }
        boolean moves = !penalty.train().settled();
        if (validation != null && !moves) {
            throw new IllegalArgumentException(
                    "validation data is for adaptive(...), but the lambda of " + penalty + " does not move");
        }
        if (validation != null && network == null) {
            throw new IllegalArgumentException("validation data goes with a network, but this is a configuration: call"
                    + " AdaptiveLambda.attach(network, data) on the network made of it");
        }
        if (moves && network != null && validation == null) {
            throw new IllegalArgumentException(
                    penalty + " judges lambda by the loss on held-out data: call validation(iterator)");
        }
        return penalty;
    }

    private void prepare(
            TargetLayer target,
            Layer layer,
            boolean ofBiases,
            Regularizer penalty,
            Set<String> parameters,
            List<Runnable> changes) {
        LayerGroups layerGroups = new LayerGroups(target.name(), layer);
        List<String> keys = layerGroups.keys(ofBiases);
        if (keys.isEmpty()) {
            return;
        }
        if (!ofBiases) {
            requireGrouping(target.name(), keys, penalty);
        }
        StepSize.requireMeanLoss(target.name(), target.configuration());
        requireAlone(target.name(), TargetLayer.regularizations(layer, ofBiases));
        double step = mode == Mode.PROXIMAL
                ? StepSize.perLearningRate(target.name(), target.configuration(), layer.getUpdaterByParam(keys.get(0)))
                : 1;
        List<ParameterGroups> groups = layerGroups.groups(
                target.configuration(), ofBiases, grouping == null ? Grouping.WEIGHT : grouping, explicit);
        parameters.addAll(keys);
        PenaltyRegularization installed = new PenaltyRegularization(penalty, mode, step, groups);
        // A list of its own that can grow, as Deeplearning4j's builders add to it.
        changes.add(() ->
                TargetLayer.setRegularizations(layer, ofBiases, new ArrayList<Regularization>(List.of(installed))));
    }

    private void requireGrouping(String layer, List<String> keys, Regularizer penalty) {
        if (grouping == null
                && penalty.separability() == Separability.GROUP
                && !explicit.keySet().containsAll(keys)) {
            throw new IllegalArgumentException(penalty + " acts on groups of weights, but there are no groups for "
                    + keys + " of layer '" + layer + "': call groups(...) with one of "
                    + Arrays.toString(Grouping.values()) + ", or with groups of your own for each");
        }
    }

    private void requireAlone(String layer, List<Regularization> present) {
        for (Regularization other : present) {
            if (!replacing && !(other instanceof PenaltyRegularization)) {
                throw new IllegalArgumentException("layer '" + layer + "' already has "
                        + other.getClass().getSimpleName()
                        + ", which would add to the penalty: call replacing() to remove it, or do not set it");
            }
        }
    }
}
