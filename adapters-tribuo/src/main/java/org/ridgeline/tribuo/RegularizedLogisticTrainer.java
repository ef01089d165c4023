package org.ridgeline.tribuo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.logging.Logger;
import org.ridgeline.Regularizer;
import org.ridgeline.solvers.Loss;
import org.tribuo.Dataset;
import org.tribuo.Example;
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
 * Logistic regression with any regularizer: minimises log loss + R(w), the intercepts left free.
 *
 * <p>The model is Tribuo's {@link LinearSGDModel} with probabilities. Of two classes, the row of the one whose label sorts last holds the
 * weights, and that of the other zeros. Three and more classes have a row of weights each, fitted together with the multinomial loss; with
 * {@linkplain TrainingOptions#withTiedOutputs tied outputs} a group holds the weights of its features for all classes.
 *
 * <p>A class of the domain without examples, as a fold of a cross-validation may have, gets probability 0. A domain of a single class is
 * refused.
 */
public final class RegularizedLogisticTrainer extends RegularizedTrainer<Label, LinearSGDModel> {

    private static final Logger LOGGER = Logger.getLogger(RegularizedLogisticTrainer.class.getName());

    /**
     * Trains with the standard options.
     *
     * @param regularizer the text form of a regularizer, such as {@code elastic-net(lambda=0.1,alpha=0.5)}
     * @throws IllegalArgumentException if the text is malformed or there is no such regularizer
     */
    public RegularizedLogisticTrainer(String regularizer) {
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
    public RegularizedLogisticTrainer(String regularizer, TrainingOptions options) {
        this(InstalledRegularizers.parse(regularizer), options);
    }

    /**
     * Trains with options.
     *
     * @param regularizer the penalty
     * @param options how to train
     * @throws IllegalArgumentException if the λ of the regularizer moves but is to be chosen by cross-validation
     */
    public RegularizedLogisticTrainer(Regularizer regularizer, TrainingOptions options) {
        super(regularizer, options);
    }

    /** For configuration files. */
    private RegularizedLogisticTrainer() {}

    @Override
    RegularizedLogisticTrainer with(Regularizer regularizer, TrainingOptions options) {
        return new RegularizedLogisticTrainer(regularizer, options);
    }

    @Override
    public RegularizedLogisticTrainer withLambda(double lambda) {
        return (RegularizedLogisticTrainer) super.withLambda(lambda);
    }

    @Override
    OutputFits outputFits(ImmutableOutputInfo<Label> info, Dataset<Label> examples) {
        if (info.size() < 2) {
            throw new IllegalArgumentException(
                    "wanted at least two classes, but there is only " + info.toReadableString());
        }
        List<String> classes = classes(info, examples);
        int[] rows =
                classes.stream().mapToInt(label -> info.getID(new Label(label))).toArray();
        Map<Integer, Double> constants = new HashMap<>();
        for (Label label : info.getDomain()) {
            if (!classes.contains(label.getLabel())) {
                constants.put(info.getID(label), Double.NEGATIVE_INFINITY);
            }
        }
        if (classes.size() < 2) {
            LOGGER.warning("All examples are of the class " + classes + ", which the model will always predict");
            return new OutputFits(List.of(), constants);
        }
        double[] targets = new double[examples.size()];
        for (int i = 0; i < targets.length; i++) {
            // That of an example without weight may be missing, and is not looked at.
            targets[i] = Math.max(
                    0, classes.indexOf(examples.getExample(i).getOutput().getLabel()));
        }
        OutputFit fit = classes.size() == 2
                ? new OutputFit(classes.get(1), Loss.LOGISTIC, targets, rows[1])
                : new OutputFit(OutputFit.ALL, Loss.multinomial(classes.size()), targets, rows);
        return new OutputFits(List.of(fit), constants);
    }

    /** The labels of examples that count, sorted: Tribuo's ids follow no order. */
    private static List<String> classes(ImmutableOutputInfo<Label> info, Dataset<Label> examples) {
        TreeSet<String> classes = new TreeSet<>();
        for (int i = 0; i < examples.size(); i++) {
            Example<Label> example = examples.getExample(i);
            // A domain that was fixed beforehand need not know every label.
            if (info.getID(example.getOutput()) < 0) {
                throw new IllegalArgumentException(
                        "wanted one of the classes " + info.toReadableString() + ", but example " + i + " is of '"
                                + example.getOutput().getLabel() + "'");
            }
            if (example.getWeight() > 0) {
                classes.add(example.getOutput().getLabel());
            }
        }
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("wanted an example of positive weight, but found none");
        }
        return List.copyOf(classes);
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
