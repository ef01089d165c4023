package org.ridgeline.tribuo;

import java.util.List;
import org.ridgeline.Regularizer;
import org.ridgeline.solvers.Loss;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.ModelProvenance;

/**
 * Logistic regression for two classes with any regularizer: minimises log loss + R(w), the intercept left free.
 *
 * <p>The model is Tribuo's {@link LinearSGDModel} with probabilities. The row of the class whose label sorts last holds the
 * weights, and that of the other class zeros. More than two classes are refused.
 */
public final class RegularizedLogisticTrainer extends RegularizedTrainer<Label, LinearSGDModel> {

    /**
     * Trains with the standard options.
     *
     * @param regularizer the text form of a regularizer, such as {@code elastic-net(lambda=0.1,alpha=0.5)}
     * @throws IllegalArgumentException if the text is malformed or there is no such regularizer
     */
    public RegularizedLogisticTrainer(String regularizer) {
        this(parse(regularizer), TrainingOptions.standard());
    }

    /**
     * Trains with options.
     *
     * @param regularizer the text form of a regularizer, such as {@code elastic-net(lambda=0.1,alpha=0.5)}
     * @param options how to train
     * @throws IllegalArgumentException if the text is malformed or there is no such regularizer
     */
    public RegularizedLogisticTrainer(String regularizer, TrainingOptions options) {
        this(parse(regularizer), options);
    }

    /**
     * Trains with options.
     *
     * @param regularizer the penalty
     * @param options how to train
     */
    public RegularizedLogisticTrainer(Regularizer regularizer, TrainingOptions options) {
        super(regularizer, options);
    }

    /** For configuration files. */
    private RegularizedLogisticTrainer() {}

    @Override
    Loss loss() {
        return Loss.LOGISTIC;
    }

    @Override
    List<Target> targets(ImmutableOutputInfo<Label> info, Dataset<Label> examples) {
        TwoClasses classes = TwoClasses.of(info);
        return List.of(new Target(classes.last(), classes.lastId(), i -> {
            Label label = examples.getExample(i).getOutput();
            int id = info.getID(label);
            // A domain that was fixed beforehand need not know every label.
            if (id != classes.lastId() && id != classes.otherId()) {
                throw new IllegalArgumentException("wanted one of the classes " + info.toReadableString()
                        + ", but example " + i + " is of '" + label.getLabel() + "'");
            }
            return id == classes.lastId() ? 1 : 0;
        }));
    }

    @Override
    String modelClassName() {
        return LinearSGDModel.class.getName();
    }

    @Override
    LinearSGDModel model(
            ModelProvenance provenance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Label> outputs,
            LinearParameters parameters) {
        return new StockModels().create(provenance, features, outputs, parameters);
    }

    /** Reaches the constructor of Tribuo's model, which only its own trainer may call. Nothing is trained here. */
    private static final class StockModels extends LinearSGDTrainer {

        StockModels() {
            super(new LogMulticlass(), new AdaGrad(1), 1, 1);
        }

        LinearSGDModel create(
                ModelProvenance provenance,
                ImmutableFeatureMap features,
                ImmutableOutputInfo<Label> outputs,
                LinearParameters parameters) {
            return createModel("regularized-logistic", provenance, features, outputs, parameters);
        }
    }
}
