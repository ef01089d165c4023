package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.config.ConfigurableName;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.provenance.MapProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.solvers.Stopping;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.WeightedExamples;
import org.tribuo.common.sgd.AbstractLinearSGDModel;
import org.tribuo.math.LinearParameters;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * What our trainers share: their configuration and how a dataset becomes a problem, fits and a model.
 *
 * <p>Training is exact and deterministic. Features that an example does not have are 0. Example weights are honoured. An
 * interrupt ends training with a {@link java.util.concurrent.CancellationException}. A fit that misses its tolerance is
 * logged as a warning and marked in the {@linkplain FitSummary provenance} of the model. Trainers may be used by several threads at a time.
 *
 * @param <T> the type of the outputs
 * @param <M> the type of the models
 */
public abstract class RegularizedTrainer<T extends Output<T>, M extends AbstractLinearSGDModel<T>>
        implements Trainer<T>, WeightedExamples {

    private static final TrainingOptions STANDARD = TrainingOptions.standard();

    @ConfigurableName
    private String name = "";

    // Words rather than enums: an enum in the provenance of a model would need our classes when the model is loaded.
    @Config(
            mandatory = true,
            description =
                    "The text form of the regularizer, such as l1(lambda=0.1), or its name if there are parameters.")
    private String regularizer = "";

    @Config(description = "The parameters of the regularizer by name, where its text form is the name alone.")
    private Map<String, String> parameters = new HashMap<>();

    @Config(description = "What the penalty is added to: 'mean' or 'sum' of the losses.")
    private String lossScale = STANDARD.lossScale().toString();

    @Config(description = "On which scale the weights are penalised: 'none', 'population' or 'sample'.")
    private String standardization = STANDARD.standardization().toString();

    @Config(
            description =
                    "The groups of a group penalty: 'feature', or a regular expression on the names of the features"
                            + " whose first capturing group is the group.")
    private String grouping = STANDARD.grouping().toString();

    @Config(description = "The groups of a group penalty one by one: by the name of a feature the name of its group.")
    private Map<String, String> groups = new HashMap<>();

    @Config(description = "Whether the groups of a group penalty extend over all outputs.")
    private boolean tiedOutputs = STANDARD.tiedOutputs();

    @Config(description = "The certificate that ends a fit: the relative duality gap, or else the proximal residual.")
    private double tolerance = STANDARD.solver().tolerance();

    @Config(
            description =
                    "What the tolerance is for: 'coefficients', or 'objective' where predictions are all that counts.")
    private String stopping = STANDARD.solver().stopping().toString();

    @Config(description = "The largest number of iterations of a fit.")
    private int maxIterations = STANDARD.solver().maxIterations();

    @Config(
            description =
                    "Where lambda comes from: 'fixed' is the regularizer's own, 'cv' the best in cross-validation,"
                            + " 'cv-1se' the largest within one standard error of the best.")
    private String lambdaSelection = STANDARD.lambda().rule().toString();

    @Config(description = "How many lambdas a cross-validation compares.")
    private int numLambdas = STANDARD.lambda().numLambdas();

    @Config(description = "The smallest lambda that a cross-validation compares as a share of the largest.")
    private double lambdaRatio = STANDARD.lambda().lambdaRatio();

    @Config(description = "The folds of a cross-validation.")
    private int folds = STANDARD.lambda().folds();

    @Config(
            description =
                    "What a cross-validation compares: 'loss', 'error-rate', 'absolute-error' or 'squared-error'.")
    private String measure = STANDARD.lambda().measure().toString();

    @Config(description = "How many folds of a cross-validation are fitted at a time; the model does not depend on it.")
    private int threads = STANDARD.lambda().threads();

    @Config(description = "The share of the examples that an adaptive regularizer is validated on.")
    private double validationShare = STANDARD.holdOut().share();

    @Config(
            description = "Chooses the examples that an adaptive regularizer is validated on, and the folds of a"
                    + " cross-validation.")
    private long seed = STANDARD.holdOut().seed();

    private @Nullable Regularizer penalty;
    private TrainingOptions options = STANDARD;
    private int invocations;

    /** For configuration files: {@link #postConfig()} follows. */
    RegularizedTrainer() {}

    RegularizedTrainer(Regularizer regularizer, TrainingOptions options) {
        requireSelectable(regularizer, options.lambda());
        this.penalty = regularizer;
        this.options = options;
        this.regularizer = regularizer.toString();
        this.lossScale = options.lossScale().toString();
        this.standardization = options.standardization().toString();
        this.groups = new HashMap<>(options.grouping().groupOfFeature());
        this.grouping = (groups.isEmpty() ? options : STANDARD).grouping().toString();
        this.tiedOutputs = options.tiedOutputs();
        this.tolerance = options.solver().tolerance();
        this.stopping = options.solver().stopping().toString();
        this.maxIterations = options.solver().maxIterations();
        this.lambdaSelection = options.lambda().rule().toString();
        this.numLambdas = options.lambda().numLambdas();
        this.lambdaRatio = options.lambda().lambdaRatio();
        this.folds = options.lambda().folds();
        this.measure = options.lambda().measure().toString();
        this.threads = options.lambda().threads();
        this.validationShare = options.holdOut().share();
        this.seed = options.holdOut().seed();
    }

    abstract OutputFits outputFits(ImmutableOutputInfo<T> info, Dataset<T> examples);

    /** A trainer of this kind with another penalty and other options. */
    abstract RegularizedTrainer<T, M> with(Regularizer regularizer, TrainingOptions options);

    abstract String modelClassName();

    abstract M model(
            ModelProvenance provenance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<T> outputs,
            LinearParameters parameters);

    /**
     * The same trainer, not trained yet, with a given λ.
     *
     * @param lambda λ ≥ 0
     * @return a trainer whose λ is fixed
     * @throws IllegalArgumentException if λ is negative, infinite or NaN, or the λ of the regularizer moves
     */
    public RegularizedTrainer<T, M> withLambda(double lambda) {
        requireFixed(regularizer(), "to be set");
        return with(
                regularizer().withLambda(lambda),
                options.withLambda(options.lambda().withRule(LambdaSelection.Rule.FIXED)));
    }

    /**
     * Checks what a configuration file has set.
     *
     * @throws PropertyException if a value is wrong: which, what was found and what there is to choose from
     */
    @Override
    public synchronized void postConfig() {
        Regularizer read =
                checked("regularizer", regularizer, () -> InstalledRegularizers.read(regularizer, parameters));
        penalty = read;
        // With the defaults filled in, so that a provenance leaves nothing to be looked up.
        regularizer = read.toString();
        parameters = new HashMap<>();
        options = STANDARD.withTiedOutputs(tiedOutputs)
                .withLossScale(checked("lossScale", lossScale, () -> LossScale.of(lossScale)))
                .withStandardization(
                        checked("standardization", standardization, () -> Standardization.of(standardization)))
                .withGrouping(readGrouping())
                .withSolver(readSolver())
                .withHoldOut(checked("validationShare", validationShare, () -> new HoldOut(validationShare, seed)))
                .withLambda(new PropertyCheck(name)
                        .readSelection(lambdaSelection, numLambdas, lambdaRatio, folds, measure, threads));
        checked("lambdaSelection", lambdaSelection, () -> requireSelectable(read, options.lambda()));
    }

    private FeatureGrouping readGrouping() {
        FeatureGrouping pattern = checked("grouping", grouping, () -> FeatureGrouping.of(grouping));
        if (groups.isEmpty()) {
            return pattern;
        }
        if (!pattern.equals(STANDARD.grouping())) {
            throw new PropertyException(
                    name, "grouping", "cannot be '" + grouping + "' where 'groups' says the groups one by one");
        }
        return FeatureGrouping.of(groups);
    }

    private Solver readSolver() {
        Solver solver = checked("tolerance", tolerance, () -> STANDARD.solver().withTolerance(tolerance));
        Solver stopped = checked("stopping", stopping, () -> solver.withStopping(Stopping.of(stopping)));
        return checked("maxIterations", maxIterations, () -> stopped.withMaxIterations(maxIterations));
    }

    private <V> V checked(String property, Object value, Supplier<V> read) {
        return new PropertyCheck(name).read(property, value, read);
    }

    private static LambdaSelection requireSelectable(Regularizer regularizer, LambdaSelection selection) {
        if (!selection.isFixed()) {
            requireFixed(regularizer, "to be chosen by " + selection.rule());
        }
        return selection;
    }

    static void requireFixed(Regularizer regularizer, String otherwise) {
        if (!regularizer.train().settled()) {
            throw new IllegalArgumentException(
                    "the regularizer " + regularizer + " finds lambda itself, but lambda is also " + otherwise
                            + ": take its base as regularizer, or leave lambda to it");
        }
    }

    @Override
    public M train(Dataset<T> examples) {
        return train(examples, Collections.emptyMap());
    }

    @Override
    public M train(Dataset<T> examples, Map<String, Provenance> runProvenance) {
        return train(examples, runProvenance, INCREMENT_INVOCATION_COUNT);
    }

    /**
     * Trains a model, as the shorter forms of this method do.
     *
     * @param examples the data
     * @param runProvenance what the model's provenance is to hold of this run
     * @param invocationCount what the count of invocations is set to, or {@link Trainer#INCREMENT_INVOCATION_COUNT}
     * @return the model
     * @throws IllegalArgumentException if the data cannot be trained on: what was wanted and what was found
     */
    @Override
    public M train(Dataset<T> examples, Map<String, Provenance> runProvenance, int invocationCount) {
        requireFree(runProvenance, FitSummary.KEY);
        if (!options.lambda().isFixed()) {
            requireFree(runProvenance, LambdaCurve.KEY);
        }
        TrainerProvenance trainerProvenance = invoke(invocationCount);
        return new Training<>(this, examples).train(trainerProvenance, runProvenance);
    }

    /**
     * Fits one λ after the other, each from the last: far faster than training for each λ alone.
     *
     * @param examples the data
     * @param lambdas at least one λ ≥ 0; sorted, and doubles dropped, by this method
     * @return a model for each λ, largest first
     * @throws IllegalArgumentException if a λ is negative, infinite or NaN or there is none, if the λ of the regularizer moves, or if the
     *     data cannot be trained on
     */
    public ModelPath<T, M> path(Dataset<T> examples, double... lambdas) {
        return path(examples, LambdaPath.of(lambdas));
    }

    /**
     * Fits one λ after the other, evenly on a log scale from the smallest that makes all weights zero. For a penalty that makes none zero,
     * such as l2, the largest is 500 times and the smallest ratio times what it would be for l1.
     *
     * @param examples the data
     * @param numLambdas how many λ, ≥ 2
     * @param lambdaRatio the smallest as a share of the largest, in (0, 1)
     * @return a model for each λ, largest first
     * @throws IllegalArgumentException if a number is out of bounds, if the λ of the regularizer moves, or if the data cannot be trained
     *     on
     */
    public ModelPath<T, M> path(Dataset<T> examples, int numLambdas, double lambdaRatio) {
        return path(examples, LambdaPath.geometric(numLambdas, lambdaRatio));
    }

    private ModelPath<T, M> path(Dataset<T> examples, LambdaPath path) {
        requireFixed(regularizer(), "to go along a path");
        return new Training<>(this, examples).path(path);
    }

    /** The λ that {@code path} fits. */
    double[] lambdas(Dataset<T> examples, LambdaPath path) {
        return new Training<>(this, examples).lambdas(path);
    }

    /** Counts another call, and gives the provenance of this trainer in it. */
    private synchronized TrainerProvenance invoke(int invocationCount) {
        if (invocationCount != INCREMENT_INVOCATION_COUNT) {
            setInvocationCount(invocationCount);
        }
        TrainerProvenance provenance = getProvenance();
        invocations++;
        return provenance;
    }

    static void requireFree(Map<String, Provenance> runProvenance, String key) {
        if (runProvenance.containsKey(key)) {
            throw new IllegalArgumentException(
                    "the run provenance must leave the key '" + key + "' free, but it holds " + runProvenance.keySet());
        }
    }

    /** A stock model with the given weights. */
    M model(
            Dataset<T> examples,
            TrainerProvenance trainer,
            Map<String, Provenance> instance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<T> outputs,
            LinearParameters weights) {
        ModelProvenance provenance = new ModelProvenance(
                modelClassName(),
                OffsetDateTime.now(ZoneId.systemDefault()),
                examples.getProvenance(),
                trainer,
                instance);
        return model(provenance, features, outputs, weights);
    }

    /** The instance values of a model: those of the run, and what came out of its fits. */
    static Map<String, Provenance> instance(
            Map<String, Provenance> runProvenance, Map<String, FitSummary> fits, Map<String, LambdaCurve> curves) {
        Map<String, Provenance> instance = new LinkedHashMap<>(runProvenance);
        Map<String, Provenance> summaries = new LinkedHashMap<>();
        fits.forEach((fit, summary) -> summaries.put(fit, summary.toProvenance()));
        instance.put(FitSummary.KEY, new MapProvenance<>(summaries));
        if (!curves.isEmpty()) {
            Map<String, Provenance> measured = new LinkedHashMap<>();
            curves.forEach((fit, curve) -> measured.put(fit, curve.toProvenance()));
            instance.put(LambdaCurve.KEY, new MapProvenance<>(measured));
        }
        return instance;
    }

    /**
     * The penalty that is trained with.
     *
     * @return the regularizer
     */
    public Regularizer regularizer() {
        if (penalty == null) {
            throw new IllegalStateException("this trainer has no regularizer yet: postConfig() has not been called");
        }
        return penalty;
    }

    /**
     * How this trainer trains, apart from its regularizer.
     *
     * @return the options
     */
    public TrainingOptions options() {
        return options;
    }

    @Override
    public synchronized int getInvocationCount() {
        return invocations;
    }

    /**
     * Sets the count of invocations. Models do not depend on it, as no training has a random state that the next one finds.
     *
     * @param invocationCount the count, ≥ 0
     * @throws IllegalArgumentException if it is negative
     */
    @Override
    public synchronized void setInvocationCount(int invocationCount) {
        if (invocationCount < 0) {
            throw new IllegalArgumentException("the count of invocations must be >= 0, but is " + invocationCount);
        }
        invocations = invocationCount;
    }

    @Override
    public TrainerProvenance getProvenance() {
        return new TrainerProvenanceImpl(this);
    }

    /** The class, the regularizer and the options. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "(" + regularizer + "," + options + ")";
    }
}
