package org.ridgeline.tribuo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ridgeline.Regularizer;
import org.ridgeline.solvers.Loss;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.sgd.linear.LinearSGDModel;
import org.tribuo.multilabel.sgd.linear.LinearSGDTrainer;
import org.tribuo.multilabel.sgd.objectives.BinaryCrossEntropy;
import org.tribuo.provenance.ModelProvenance;

/**
 * Logistic regression of several labels that an example may have at a time, with any regularizer: for each label minimises log loss +
 * R(w), the intercept left free.
 *
 * <p>The model is Tribuo's {@link LinearSGDModel} with a probability for each label. Each label is fitted alone, with groups and, where λ is
 * to be found, a λ of its own; with {@linkplain TrainingOptions#withTiedOutputs tied outputs} a group penalty fits all of them together,
 * and the loss is the sum over the labels.
 *
 * <p>A label that no example has, or that all have, as in a fold of a cross-validation, gets probability 0 or 1.
 */
public final class RegularizedMultiLabelTrainer extends RegularizedTrainer<MultiLabel, LinearSGDModel> {

    /**
     * Trains with the standard options.
     *
     * @param regularizer the text form of a regularizer, such as {@code elastic-net(lambda=0.1,alpha=0.5)}
     * @throws IllegalArgumentException if the text is malformed or there is no such regularizer
     */
    public RegularizedMultiLabelTrainer(String regularizer) {
        this(InstalledRegularizers.parse(regularizer), TrainingOptions.standard());
    }

    /**
     * Trains with options.
     *
     * @param regularizer the text form of a regularizer, such as {@code elastic-net(lambda=0.1,alpha=0.5)}
     * @param options how to train
     * @throws IllegalArgumentException if the text is malformed or there is no such regularizer, or if its λ moves but is to be chosen by
     *     cross-validation
     */
    public RegularizedMultiLabelTrainer(String regularizer, TrainingOptions options) {
        this(InstalledRegularizers.parse(regularizer), options);
    }

    /**
     * Trains with options.
     *
     * @param regularizer the penalty
     * @param options how to train
     * @throws IllegalArgumentException if the λ of the regularizer moves but is to be chosen by cross-validation
     */
    public RegularizedMultiLabelTrainer(Regularizer regularizer, TrainingOptions options) {
        super(regularizer, options);
    }

    /** For configuration files. */
    private RegularizedMultiLabelTrainer() {}

    @Override
    RegularizedMultiLabelTrainer with(Regularizer regularizer, TrainingOptions options) {
        return new RegularizedMultiLabelTrainer(regularizer, options);
    }

    @Override
    public RegularizedMultiLabelTrainer withLambda(double lambda) {
        return (RegularizedMultiLabelTrainer) super.withLambda(lambda);
    }

    @Override
    OutputFits outputFits(ImmutableOutputInfo<MultiLabel> info, Dataset<MultiLabel> examples) {
        Map<String, Integer> rowOfLabel = new TreeMap<>();
        info.getDomain().forEach(label -> rowOfLabel.put(label.getLabelString(), info.getID(label)));
        for (int i = 0; i < examples.size(); i++) {
            Set<String> found = examples.getExample(i).getOutput().getNameSet();
            // A domain that was fixed beforehand need not know every label.
            if (!rowOfLabel.keySet().containsAll(found)) {
                throw new IllegalArgumentException(
                        "wanted labels among " + rowOfLabel.keySet() + ", but example " + i + " has " + found);
            }
        }
        List<String> names = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        List<double[]> targets = new ArrayList<>();
        Map<Integer, Double> constants = new HashMap<>();
        rowOfLabel.forEach((label, row) -> {
            double[] present = new double[examples.size()];
            double has = 0;
            double hasNot = 0;
            for (int i = 0; i < present.length; i++) {
                present[i] = examples.getExample(i).getOutput().contains(label) ? 1 : 0;
                has += present[i] * examples.getExample(i).getWeight();
                hasNot += (1 - present[i]) * examples.getExample(i).getWeight();
            }
            if (has > 0 && hasNot > 0) {
                names.add(label);
                rows.add(row);
                targets.add(present);
            } else if (has > 0 || hasNot > 0) {
                constants.put(row, has > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
            } else {
                throw new IllegalArgumentException("wanted an example of positive weight, but found none");
            }
        });
        List<OutputFit> fits = OutputFit.independent(
                Loss.LOGISTIC,
                names,
                rows.stream().mapToInt(Integer::intValue).toArray(),
                targets.toArray(new double[0][]),
                options().tiedOutputs());
        return new OutputFits(fits, constants);
    }

    @Override
    String modelClassName() {
        return LinearSGDModel.class.getName();
    }

    @Override
    LinearSGDModel model(
            ModelProvenance provenance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<MultiLabel> outputs,
            LinearParameters parameters) {
        return new StockModels().create(provenance, features, outputs, parameters);
    }

    /** Reaches the constructor of Tribuo's model, which only its own trainer may call. Nothing is trained here. */
    private static final class StockModels extends LinearSGDTrainer {

        StockModels() {
            super(new BinaryCrossEntropy(), new AdaGrad(1), 1, 1);
        }

        LinearSGDModel create(
                ModelProvenance provenance,
                ImmutableFeatureMap features,
                ImmutableOutputInfo<MultiLabel> outputs,
                LinearParameters parameters) {
            return createModel("regularized-multilabel", provenance, features, outputs, parameters);
        }
    }
}
