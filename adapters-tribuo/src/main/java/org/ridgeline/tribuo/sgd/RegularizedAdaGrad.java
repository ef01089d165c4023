package org.ridgeline.tribuo.sgd;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.config.ConfigurableName;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Interval;
import org.ridgeline.Regularizer;
import org.ridgeline.tribuo.FeatureGrouping;
import org.ridgeline.tribuo.InstalledRegularizers;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.optimisers.ParameterAveraging;

/**
 * An optimiser with any regularizer for Tribuo's SGD trainers of linear models, factorization machines and CRFs. What it
 * minimises is the mean of the trainer's loss, by example weights, plus R(w) of all weights but biases.
 *
 * <p>It follows the proximally regularised leader (FTRL-Proximal) with the step sizes of AdaGrad. Zeros are exact. What an
 * example does not have costs nothing, and the models are Tribuo's own. Weights can be read at any time while they are
 * trained, but only the trainer changes them.
 *
 * <p>Immutable but for the training itself, of which Tribuo's trainers give each its own {@linkplain #copy() copy}; each
 * {@code with…} gives a changed one.
 *
 * <p>Source: McMahan, "Follow-the-regularized-leader and mirror descent", AISTATS 2011.
 */
public final class RegularizedAdaGrad implements StochasticGradientOptimiser {

    @ConfigurableName
    private String name = "";

    @Config(
            mandatory = true,
            description =
                    "The text form of the regularizer, such as l1(lambda=0.1), or its name if there are parameters.")
    private String regularizer = "";

    @Config(description = "The parameters of the regularizer by name, where its text form is the name alone.")
    private Map<String, String> parameters = new HashMap<>();

    @Config(description = "About how far the first step of a weight goes.")
    private double learningRate = Settings.LEARNING_RATE;

    @Config(description = "What the root of the sum of the squared gradients of a weight starts from.")
    private double epsilon = Settings.EPSILON;

    @Config(description = "The minibatch size of the trainer, which the optimiser cannot see.")
    private int minibatchSize = 1;

    @Config(
            description =
                    "What the loss of the trainer is multiplied by: 2 for SquaredLoss and Huber, which are halves.")
    private double lossFactor = 1;

    @Config(
            description = "The groups of a group penalty: 'feature', with its weights for all outputs, 'output', with"
                    + " its weights for all features, or 'weight', each alone.")
    private String grouping = WeightGrouping.FEATURE.toString();

    @Config(
            description = "Features that are grouped together: for each, by id, the number of its group, from 0 without"
                    + " a gap, or -1 for none.")
    private int[] featureGroups = {};

    @Config(description = "Whether biases are penalised too.")
    private boolean penaliseBias;

    private @Nullable Settings settings;
    private @Nullable Run run;

    /** What is being trained, and its tensors. */
    private record Run(Parameters parameters, List<Led> tensors) {}

    /** For configuration files: {@link #postConfig()} follows. */
    private RegularizedAdaGrad() {}

    /**
     * An optimiser with the text form of a regularizer.
     *
     * @param regularizer such as {@code l1(lambda=0.01)}
     * @throws IllegalArgumentException if there is no such regularizer, or it cannot be trained with here: if λ is adaptive, or
     *     it is neither convex nor penalises each weight alone
     */
    public RegularizedAdaGrad(String regularizer) {
        this(InstalledRegularizers.parse(regularizer));
    }

    /**
     * An optimiser with a regularizer.
     *
     * @param regularizer any that is in the class path as a provider too, as its text form is what goes into a provenance
     * @throws IllegalArgumentException if it cannot be trained with here: if λ is adaptive, or it is neither convex nor
     *     penalises each weight alone
     */
    public RegularizedAdaGrad(Regularizer regularizer) {
        this(Settings.standard(regularizer));
    }

    private RegularizedAdaGrad(Settings settings) {
        this.settings = settings;
        regularizer = settings.regularizer().toString();
        learningRate = settings.learningRate();
        epsilon = settings.epsilon();
        minibatchSize = settings.minibatchSize();
        lossFactor = settings.lossFactor();
        grouping = settings.grouping().toString();
        featureGroups = settings.labels();
        penaliseBias = settings.penaliseBias();
    }

    /**
     * Checks what a configuration file has set.
     *
     * @throws PropertyException if a value is wrong: which, what was found and what there is to choose from
     */
    @Override
    public synchronized void postConfig() {
        Settings read = checked(
                "regularizer", regularizer, text -> Settings.standard(InstalledRegularizers.read(text, parameters)));
        // With the defaults filled in, so that a provenance leaves nothing to be looked up.
        regularizer = read.regularizer().toString();
        parameters = new HashMap<>();
        read = checked("learningRate", learningRate, read::withLearningRate);
        read = checked("epsilon", epsilon, read::withEpsilon);
        read = checked("minibatchSize", minibatchSize, read::withMinibatchSize);
        read = checked("lossFactor", lossFactor, read::withLossFactor);
        read = checked("grouping", grouping, read::withGrouping);
        read = checked("featureGroups", featureGroups, read::withFeatureGroups);
        settings = read.withPenalisedBias(penaliseBias);
    }

    private <V> Settings checked(String property, V value, Function<V, Settings> read) {
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            String shown = value instanceof int[] labels ? Arrays.toString(labels) : value.toString();
            throw new PropertyException(e, name, property, "cannot be '" + shown + "'");
        }
    }

    private Settings settings() {
        if (settings == null) {
            throw new IllegalStateException("this optimiser has no regularizer yet: postConfig() has not been called");
        }
        return settings;
    }

    /**
     * The penalty that is trained with.
     *
     * @return the regularizer
     */
    public Regularizer regularizer() {
        return settings().regularizer();
    }

    /**
     * Sets η: a step goes about η times what the curvature of the loss suggests, and the first step of a weight about η.
     *
     * @param learningRate between 1e-100 and 1e100; 0.1 unless set
     * @return a copy with it
     * @throws IllegalArgumentException if it is not
     */
    public RegularizedAdaGrad withLearningRate(double learningRate) {
        return new RegularizedAdaGrad(settings().withLearningRate(learningRate));
    }

    /**
     * Sets ε, what the root of the sum of the squared gradients of a weight starts from. The larger, the longer the random
     * factors that a factorization machine starts from are kept up against the penalty.
     *
     * @param epsilon between 1e-100 and 1e100; 0.1 unless set
     * @return a copy with it
     * @throws IllegalArgumentException if it is not
     */
    public RegularizedAdaGrad withEpsilon(double epsilon) {
        return new RegularizedAdaGrad(settings().withEpsilon(epsilon));
    }

    /**
     * Tells the minibatch size B of the trainer. Tribuo hands over B² times the mean gradient of a minibatch, which is
     * divided by that.
     *
     * @param minibatchSize ≥ 1; 1 unless set
     * @return a copy with it
     * @throws IllegalArgumentException if it is less
     */
    public RegularizedAdaGrad withMinibatchSize(int minibatchSize) {
        return new RegularizedAdaGrad(settings().withMinibatchSize(minibatchSize));
    }

    /**
     * Multiplies the loss of the trainer. With 2 Tribuo's {@code SquaredLoss} and {@code Huber}, which have a factor of ½,
     * become those of the other trainers of this library, and so the same regularizer gives the same model.
     *
     * @param lossFactor between 1e-100 and 1e100; 1 unless set
     * @return a copy with it
     * @throws IllegalArgumentException if it is not
     */
    public RegularizedAdaGrad withLossFactor(double lossFactor) {
        return new RegularizedAdaGrad(settings().withLossFactor(lossFactor));
    }

    /**
     * Groups weights for a group penalty. Of a factorization machine each output has a matrix of factors; there {@code
     * feature} groups all factors of a feature, and {@code output} one factor of all features. A transition between the labels of
     * a CRF is always a group of its own.
     *
     * @param grouping {@code feature}: the weights of a feature for all outputs form a group, as unless set; {@code output}:
     *     those of an output for all features; {@code weight}: each weight alone
     * @return a copy with it
     * @throws IllegalArgumentException if it is none of these, or {@code output} where features are grouped together
     */
    public RegularizedAdaGrad withGrouping(String grouping) {
        return new RegularizedAdaGrad(settings().withGrouping(grouping));
    }

    /**
     * Groups features together for a group penalty: with the grouping {@code feature} all weights of the features of a group
     * form one, with {@code weight} those for each output.
     *
     * @param labels for each feature, in the order of Tribuo's ids, the number of its group, from 0 without a gap, or −1 for
     *     none, which leaves it alone; empty: each feature is a group
     * @return a copy with it
     * @throws IllegalArgumentException if the numbers have a gap, or the grouping is {@code output}
     */
    public RegularizedAdaGrad withFeatureGroups(int... labels) {
        return new RegularizedAdaGrad(settings().withFeatureGroups(labels));
    }

    /**
     * Groups features together for a group penalty, by their names.
     *
     * @param grouping which belong together, such as {@link FeatureGrouping#byField()}
     * @param features of the data that will be trained on, as the optimiser itself sees no names
     * @return a copy with it
     * @throws IllegalArgumentException if a name tells no group, the names are hashed, or the grouping of weights is {@code
     *     output}
     */
    public RegularizedAdaGrad withFeatureGroups(FeatureGrouping grouping, ImmutableFeatureMap features) {
        return withFeatureGroups(grouping.groups(features).labels());
    }

    /**
     * Penalises biases too, or not, as unless set.
     *
     * @param penalised whether they are
     * @return a copy with it
     */
    public RegularizedAdaGrad withPenalisedBias(boolean penalised) {
        return new RegularizedAdaGrad(settings().withPenalisedBias(penalised));
    }

    /**
     * Takes over the weights: they stay in the parameters, but are evaluated when they are read.
     *
     * @param parameters of a linear model, a factorization machine or a CRF
     * @throws IllegalArgumentException if they are others, or do not go with the settings
     * @throws IllegalStateException if this optimiser is inside a {@link ParameterAveraging}, which does not end its training
     */
    @Override
    public void initialise(Parameters parameters) {
        refuseAveraging();
        List<TensorPlan> plans = ParameterLayout.of(parameters, settings());
        Tensor[] start = parameters.get();
        Led[] tensors = new Led[start.length];
        for (int i = 0; i < start.length; i++) {
            tensors[i] = start[i] instanceof DenseMatrix matrix
                    ? new LeaderMatrix(matrix, plans.get(i), settings())
                    : new LeaderVector((DenseVector) start[i], plans.get(i), settings());
        }
        // An array that can hold the plain ones again.
        parameters.set(Arrays.copyOf(tensors, tensors.length, Tensor[].class));
        run = new Run(parameters, List.of(tensors));
    }

    private static void refuseAveraging() {
        boolean averaged = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.anyMatch(frame -> frame.getDeclaringClass() == ParameterAveraging.class));
        if (averaged) {
            throw new IllegalStateException(
                    "RegularizedAdaGrad cannot be inside a ParameterAveraging: that averages the"
                            + " gradients it is handed as if they were the steps, and does not end the training of what is inside."
                            + " What RegularizedAdaGrad follows is an average already; use it by itself");
        }
    }

    private Run run() {
        if (run == null) {
            throw new IllegalStateException("wanted initialise() first, which tells what is trained");
        }
        return run;
    }

    /**
     * Announces a step, which {@link Parameters#update} takes.
     *
     * @param updates the gradients, which are not changed
     * @param weight that of the example, or the mean of the minibatch
     * @return the same gradients
     * @throws IllegalArgumentException if the weight is negative or not finite
     */
    @Override
    public Tensor[] step(Tensor[] updates, double weight) {
        Interval.atLeast(0).require("the weight of an example", weight);
        double size = settings().minibatchSize();
        for (Led tensor : run().tensors()) {
            tensor.leader().announce(weight * settings().lossFactor() / (size * size), weight);
        }
        return updates;
    }

    /**
     * Puts Tribuo's own tensors back, with the weights that have been trained.
     *
     * @throws IllegalStateException if one is not finite
     */
    @Override
    public void finalise() {
        Tensor[] plain = run().tensors().stream().map(Led::plain).toArray(Tensor[]::new);
        for (Tensor tensor : plain) {
            if (!Double.isFinite(tensor.twoNorm())) {
                throw Leader.diverged();
            }
        }
        run().parameters().set(plain);
    }

    @Override
    public void reset() {
        run = null;
    }

    /**
     * An optimiser with the same settings that trains nothing yet.
     *
     * @return a copy
     */
    @Override
    public RegularizedAdaGrad copy() {
        return new RegularizedAdaGrad(settings());
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new ConfiguredObjectProvenanceImpl(this, "StochasticGradientOptimiser");
    }

    /** The class and the settings. */
    @Override
    public String toString() {
        return "RegularizedAdaGrad(regularizer=" + regularizer + ",learningRate=" + learningRate + ",epsilon=" + epsilon
                + ",minibatchSize=" + minibatchSize + ",lossFactor=" + lossFactor + ",grouping=" + grouping
                + ",featureGroups=" + Arrays.toString(featureGroups) + ",penaliseBias=" + penaliseBias + ")";
    }
}
