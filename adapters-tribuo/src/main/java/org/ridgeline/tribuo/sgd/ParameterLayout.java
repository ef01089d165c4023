package org.ridgeline.tribuo.sgd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.tribuo.common.sgd.FMParameters;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.Parameters;
import org.tribuo.math.la.Tensor;

/** Which weights of which tensors are penalised, and with which others: that depends on the kind of the parameters. */
final class ParameterLayout {

    // By name, as who trains no CRF need not have its module.
    private static final String CRF = "org.tribuo.classification.sgd.crf.CRFParameters";

    private final Settings settings;
    private final int[] groupOfFeature;

    private ParameterLayout(Settings settings, int features) {
        this.settings = settings;
        groupOfFeature = settings.labels();
        if (groupOfFeature.length > 0 && groupOfFeature.length != features) {
            throw new IllegalArgumentException("wanted the feature groups of " + features
                    + " features, in the order of Tribuo's ids, but found those of " + groupOfFeature.length);
        }
    }

    /**
     * A plan for each tensor.
     *
     * @throws IllegalArgumentException if the parameters are of no known kind, or do not go with the settings
     */
    static List<TensorPlan> of(Parameters parameters, Settings settings) {
        Tensor[] tensors = parameters.get();
        if (parameters instanceof LinearParameters) {
            // The last column is that of the bias.
            int columns = tensors[0].getShape()[1];
            int penalised = settings.penaliseBias() ? columns : columns - 1;
            return List.of(new TensorPlan(penalised, new ParameterLayout(settings, columns - 1).groups(penalised)));
        }
        boolean crf = parameters.getClass().getName().equals(CRF);
        if (!crf && !(parameters instanceof FMParameters)) {
            throw new IllegalArgumentException("wanted LinearParameters, FMParameters or CRFParameters, as Tribuo's"
                    + " trainers of linear models, factorization machines and CRFs have, but found "
                    + parameters.getClass().getName() + ": which of its weights are biases is not known");
        }
        if (crf && settings.minibatchSize() > 1) {
            throw new IllegalArgumentException("Tribuo's CRFTrainer learns from the first example of each minibatch"
                    + " only: wanted the minibatch size 1 there and here, but found " + settings.minibatchSize());
        }
        int features = tensors[1].getShape()[1];
        ParameterLayout layout = new ParameterLayout(settings, features);
        List<TensorPlan> plans =
                new ArrayList<>(List.of(layout.biases(tensors[0].getShape()[0])));
        plans.add(new TensorPlan(features, layout.groups(features)));
        for (int i = 2; i < tensors.length; i++) {
            int columns = tensors[i].getShape()[1];
            // The transitions between the labels of a CRF belong to no feature.
            IntBinaryOperator groups = crf ? (row, column) -> row * columns + column : layout.groups(columns);
            plans.add(new TensorPlan(columns, groups));
        }
        return plans;
    }

    private TensorPlan biases(int outputs) {
        if (!settings.penaliseBias()) {
            return TensorPlan.FREE;
        }
        boolean together = settings.grouping() == WeightGrouping.FEATURE;
        return new TensorPlan(outputs, (row, column) -> together ? 0 : column);
    }

    private IntBinaryOperator groups(int penalised) {
        int[] group = groupOfFeature;
        if (settings.grouping() == WeightGrouping.OUTPUT) {
            return (row, column) -> row;
        }
        int named = Arrays.stream(group).max().orElse(-1) + 1;
        // A penalised bias is a group of its own.
        IntUnaryOperator ofColumn = column -> column < group.length ? group[column] : column - group.length + named;
        int count = penalised - group.length + named;
        return settings.grouping() == WeightGrouping.FEATURE
                ? (row, column) -> ofColumn.applyAsInt(column)
                : (row, column) -> ofColumn.applyAsInt(column) < 0 ? -1 : row * count + ofColumn.applyAsInt(column);
    }
}
