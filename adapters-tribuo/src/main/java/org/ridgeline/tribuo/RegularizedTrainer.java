package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.config.ConfigurableName;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.provenance.MapProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.SparseFeatures;
import org.ridgeline.solvers.Standardization;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.WeightedExamples;
import org.tribuo.common.sgd.AbstractLinearSGDModel;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * What our trainers share: their configuration and how a dataset becomes a problem, a fit and a model.
 *
 * <p>Training is exact and deterministic. Features that an example does not have are 0. Example weights are honoured. An
 * interrupt ends training with a {@link java.util.concurrent.CancellationException}. A fit that misses its tolerance is
 * logged as a warning and marked in the {@linkplain FitSummary provenance} of the model.
 *
 * @param <T> the type of the outputs
 * @param <M> the type of the models
 */
public abstract class RegularizedTrainer<T extends Output<T>, M extends AbstractLinearSGDModel<T>>
        implements Trainer<T>, WeightedExamples {

    private static final Logger LOGGER = Logger.getLogger(RegularizedTrainer.class.getName());

    private static final TrainingOptions STANDARD = TrainingOptions.standard();

    @ConfigurableName
    private String name = "";

    // Words rather than enums: an enum in the provenance of a model would need our classes when the model is loaded.
    @Config(mandatory = true, description = "The text form of the regularizer, such as l1(lambda=0.1).")
    private String regularizer = "";

    @Config(description = "What the penalty is added to: 'mean' or 'sum' of the losses.")
    private String lossScale = STANDARD.lossScale().toString();

    @Config(description = "On which scale the weights are penalised: 'none', 'population' or 'sample'.")
    private String standardization = STANDARD.standardization().toString();

    @Config(
            description =
                    "The groups of a group penalty: 'feature', or a regular expression on the names of the features"
                            + " whose first capturing group is the group.")
    private String grouping = STANDARD.grouping();

    @Config(description = "The certificate that ends a fit: the relative duality gap, or else the proximal residual.")
    private double tolerance = STANDARD.solver().tolerance();

    @Config(description = "The largest number of iterations of a fit.")
    private int maxIterations = STANDARD.solver().maxIterations();

    @Config(description = "The share of the examples that an adaptive regularizer is validated on.")
    private double validationShare = STANDARD.holdOut().share();

    @Config(description = "Chooses the examples that an adaptive regularizer is validated on.")
    private long seed = STANDARD.holdOut().seed();

    private @Nullable Regularizer penalty;
    private TrainingOptions options = STANDARD;
    private int invocations;

    /** One fit: what it is called, its row in the model, and the target of the example of an index. */
    record Target(String name, int row, IntToDoubleFunction ofExample) {}

    /** For configuration files: {@link #postConfig()} follows. */
    RegularizedTrainer() {}

    RegularizedTrainer(Regularizer regularizer, TrainingOptions options) {
        this.penalty = regularizer;
        this.options = options;
        this.regularizer = regularizer.toString();
        this.lossScale = options.lossScale().toString();
        this.standardization = options.standardization().toString();
        this.grouping = options.grouping();
        this.tolerance = options.solver().tolerance();
        this.maxIterations = options.solver().maxIterations();
        this.validationShare = options.holdOut().share();
        this.seed = options.holdOut().seed();
    }

    abstract Loss loss();

    abstract List<Target> targets(ImmutableOutputInfo<T> info, Dataset<T> examples);

    abstract String modelClassName();

    abstract M model(
            ModelProvenance provenance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<T> outputs,
            LinearParameters parameters);

    /** Looks where this library is and, for the penalties of others, where the application's classes are. */
    static Regularizer parse(String text) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        Regularizers regularizers = context == null ? Regularizers.load() : Regularizers.load(context);
        regularizers.problems().forEach(problem -> LOGGER.warning("A regularizer cannot be used: " + problem));
        return regularizers.parse(text);
    }

    /**
     * Checks what a configuration file has set.
     *
     * @throws PropertyException if a value is wrong: which, what was found and what there is to choose from
     */
    @Override
    public synchronized void postConfig() {
        Regularizer read = checked("regularizer", regularizer, () -> parse(regularizer));
        penalty = read;
        // With the defaults filled in, so that a provenance leaves nothing to be looked up.
        regularizer = read.toString();
        options = STANDARD.withLossScale(checked("lossScale", lossScale, () -> LossScale.of(lossScale)))
                .withStandardization(
                        checked("standardization", standardization, () -> Standardization.of(standardization)));
        options = checked("grouping", grouping, () -> options.withGrouping(grouping));
        Solver solver = checked("tolerance", tolerance, () -> options.solver().withTolerance(tolerance));
        options = options.withSolver(
                        checked("maxIterations", maxIterations, () -> solver.withMaxIterations(maxIterations)))
                .withHoldOut(checked("validationShare", validationShare, () -> new HoldOut(validationShare, seed)));
    }

    private <V> V checked(String property, Object value, Supplier<V> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new PropertyException(e, name, property, "cannot be '" + value + "'");
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
        requireLabelled(examples);
        if (runProvenance.containsKey(FitSummary.KEY)) {
            throw new IllegalArgumentException("the run provenance must leave the key '" + FitSummary.KEY
                    + "' free, but it holds " + runProvenance.keySet());
        }
        TrainerProvenance trainerProvenance;
        synchronized (this) {
            if (invocationCount != INCREMENT_INVOCATION_COUNT) {
                setInvocationCount(invocationCount);
            }
            trainerProvenance = getProvenance();
            invocations++;
        }
        ImmutableFeatureMap features = examples.getFeatureIDMap();
        ImmutableOutputInfo<T> outputs = examples.getOutputIDInfo();
        LinearParameters parameters = new LinearParameters(features.size() + 1, outputs.size());
        Map<String, Provenance> fits = fit(examples, features, outputs, parameters.getWeightMatrix());
        Map<String, Provenance> instance = new LinkedHashMap<>(runProvenance);
        instance.put(FitSummary.KEY, new MapProvenance<>(fits));
        ModelProvenance provenance = new ModelProvenance(
                modelClassName(),
                OffsetDateTime.now(ZoneId.systemDefault()),
                examples.getProvenance(),
                trainerProvenance,
                instance);
        return model(provenance, features, outputs, parameters);
    }

    private void requireLabelled(Dataset<T> examples) {
        if (examples.size() == 0) {
            throw new IllegalArgumentException("wanted examples to train on, but the dataset is empty");
        }
        if (examples.getOutputInfo().getUnknownCount() > 0) {
            throw new IllegalArgumentException("wanted examples with known outputs, but "
                    + examples.getOutputInfo().getUnknownCount() + " of " + examples.size() + " are unknown");
        }
    }

    /** Fits every target and writes its weights and, last, its intercept into its row. */
    private Map<String, Provenance> fit(
            Dataset<T> examples, ImmutableFeatureMap features, ImmutableOutputInfo<T> outputs, DenseMatrix matrix) {
        Regularizer regularizer = regularizer();
        Groups groups = Grouping.of(options.grouping(), features, regularizer);
        List<Target> targets = targets(outputs, examples);
        SparseFeatures columns = SparseColumns.of(examples, features);
        double[] weights = new double[examples.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = examples.getExample(i).getWeight();
        }
        Map<String, Provenance> fits = new LinkedHashMap<>();
        for (Target target : targets) {
            double[] values = IntStream.range(0, examples.size())
                    .mapToDouble(target.ofExample())
                    .toArray();
            Problem problem = Problem.of(columns, values, loss())
                    .withExampleWeights(weights)
                    .withLossScale(options.lossScale())
                    .withStandardization(options.standardization())
                    .withGroups(groups);
            Fit fit = options.holdOut().fit(options.solver(), problem, regularizer);
            if (!fit.converged()) {
                LOGGER.warning("The fit of '" + target.name() + "' has not converged to "
                        + options.solver().tolerance() + ": " + fit
                        + ". Allow more iterations, or standardise the features.");
            }
            double[] coefficients = fit.coefficients();
            for (int j = 0; j < coefficients.length; j++) {
                matrix.set(target.row(), j, coefficients[j]);
            }
            matrix.set(target.row(), coefficients.length, fit.intercept());
            fits.put(target.name(), FitSummary.of(fit).toProvenance());
        }
        return fits;
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
