package org.ridgeline.tribuo.sgd;

import java.util.Arrays;
import java.util.List;
import org.ridgeline.Groups;
import org.ridgeline.Interval;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;

/**
 * How an optimiser trains. Immutable; each {@code with…} gives a changed copy.
 *
 * @param regularizer the penalty
 * @param learningRate η &gt; 0
 * @param epsilon h of a weight before its first gradient, &gt; 0
 * @param minibatchSize that of the trainer
 * @param lossFactor what gradients are multiplied by, &gt; 0
 * @param grouping the groups of a group penalty
 * @param featureGroups for each feature the label of its group, or −1 for none; empty: each feature is one
 * @param penaliseBias whether biases are penalised too
 */
record Settings(
        Regularizer regularizer,
        double learningRate,
        double epsilon,
        int minibatchSize,
        double lossFactor,
        WeightGrouping grouping,
        List<Integer> featureGroups,
        boolean penaliseBias) {

    static final double LEARNING_RATE = 0.1;
    static final double EPSILON = 0.1;

    /** Positive numbers whose products do not overflow. */
    private static final Interval SENSIBLE = Interval.closed(1e-100, 1e100);

    Settings {
        requireTrainable(regularizer);
        learningRate = SENSIBLE.require("the learning rate", learningRate);
        epsilon = SENSIBLE.require("epsilon", epsilon);
        if (minibatchSize < 1) {
            throw new IllegalArgumentException("the minibatch size must be >= 1, but is " + minibatchSize);
        }
        lossFactor = SENSIBLE.require("the loss factor", lossFactor);
        featureGroups = List.copyOf(featureGroups);
        Groups.labelled(labels(featureGroups));
        if (grouping == WeightGrouping.OUTPUT && !featureGroups.isEmpty()) {
            throw new IllegalArgumentException("groups of features go with the grouping feature or weight, but it is"
                    + " output, which puts all features of an output into one group");
        }
    }

    /** The defaults, which are those of a configuration file too. */
    static Settings standard(Regularizer regularizer) {
        return new Settings(regularizer, LEARNING_RATE, EPSILON, 1, 1, WeightGrouping.FEATURE, List.of(), false);
    }

    private static void requireTrainable(Regularizer regularizer) {
        if (!regularizer.train().settled()) {
            throw new IllegalArgumentException(regularizer
                    + " moves its lambda with the loss on validation data, which an optimiser does not have: wanted a fixed lambda,"
                    + " chosen by LambdaSearch, or one of the exact trainers, which hold data out");
        }
        if (!regularizer.convex() && regularizer.separability() != Separability.WEIGHT) {
            throw new IllegalArgumentException(
                    regularizer + " is not convex and penalises several weights together:"
                            + " wanted a penalty that is convex, such as group-l2, or penalises each weight alone, such as mcp");
        }
    }

    /** The feature groups as an array. */
    int[] labels() {
        return labels(featureGroups);
    }

    private static int[] labels(List<Integer> featureGroups) {
        return featureGroups.stream().mapToInt(Integer::intValue).toArray();
    }

    Settings withLearningRate(double rate) {
        return new Settings(
                regularizer, rate, epsilon, minibatchSize, lossFactor, grouping, featureGroups, penaliseBias);
    }

    Settings withEpsilon(double value) {
        return new Settings(
                regularizer, learningRate, value, minibatchSize, lossFactor, grouping, featureGroups, penaliseBias);
    }

    Settings withMinibatchSize(int size) {
        return new Settings(
                regularizer, learningRate, epsilon, size, lossFactor, grouping, featureGroups, penaliseBias);
    }

    Settings withLossFactor(double factor) {
        return new Settings(
                regularizer, learningRate, epsilon, minibatchSize, factor, grouping, featureGroups, penaliseBias);
    }

    Settings withGrouping(String word) {
        return new Settings(
                regularizer,
                learningRate,
                epsilon,
                minibatchSize,
                lossFactor,
                WeightGrouping.of(word),
                featureGroups,
                penaliseBias);
    }

    Settings withFeatureGroups(int... labels) {
        return new Settings(
                regularizer,
                learningRate,
                epsilon,
                minibatchSize,
                lossFactor,
                grouping,
                Arrays.stream(labels).boxed().toList(),
                penaliseBias);
    }

    Settings withPenalisedBias(boolean penalised) {
        return new Settings(
                regularizer, learningRate, epsilon, minibatchSize, lossFactor, grouping, featureGroups, penalised);
    }
}
