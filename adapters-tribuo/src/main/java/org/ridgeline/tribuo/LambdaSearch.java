package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.config.ConfigurableName;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.provenance.MapProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.MeanCurve;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * Chooses the λ of another trainer by cross-validation, and trains that trainer with it on all examples. Immutable but for the count of
 * invocations; each {@code with…} gives a changed copy.
 *
 * <p>Any trainer will do that has λ in a property: the trainers of this library, which fit whole paths of λ, and all that can be made from
 * their configuration, of which every λ of every fold trains a copy of its own. The trainer that is given is never trained itself. All of a
 * search's trainings begin with the same count of invocations, which is that of the search, so that λ are compared with the same random
 * numbers, and the model depends neither on the number of threads nor on what else has been trained.
 *
 * <p>The folds of classes have about the same share of each class. Those of classes, and those of numbers, are the ones that {@link
 * LambdaSelection} has with the same seed. Examples of weight zero are in no fold. An example that a model cannot predict, because it knows
 * none of its features, ends the search with an exception, as it ends Tribuo's own evaluations.
 *
 * <p>The model is that of the trainer, and so is its provenance, with the λ that was chosen: trained again from its configuration, it comes out the
 * same, without a search. Its instance values hold, besides, what was measured, for {@link LambdaCurve#of(Model)}, and the provenance of the
 * search, for {@link #provenance(Model)}, from whose configuration the search can be repeated. Training is ended by an interrupt with a {@link
 * java.util.concurrent.CancellationException}, as soon as the trainers that run do end. Searches may be used by several threads at a time.
 *
 * @param <T> the type of the outputs: Label, Regressor or MultiLabel
 */
public final class LambdaSearch<T extends Output<T>> implements Trainer<T> {

    /** The key of the instance values that holds the provenance of the search. */
    public static final String KEY = "ridgeline-lambda-search";

    private static final LambdaSelection STANDARD = LambdaSelection.best();

    @ConfigurableName
    private String name = "";

    @Config(mandatory = true, description = "The trainer whose lambda is chosen.")
    private @Nullable Trainer<T> trainer;

    @Config(
            description =
                    "The path of the property that holds lambda, as a number or in the text form of a regularizer,"
                            + " such as 'optimiser.lambda'; by default the only regularizer that there is.")
    private String property = "";

    @Config(description = "Whether the property is 1/lambda: the larger, the weaker.")
    private boolean inverse;

    @Config(description = "The lambdas to compare one by one, in place of a grid.")
    private double[] lambdas = {};

    @Config(
            description = "The largest lambda of a grid; 0 for the smallest that makes all weights zero, which is known"
                    + " for the trainers of this library only.")
    private double largestLambda;

    @Config(description = "How many lambdas there are in a grid, evenly on a log scale.")
    private int numLambdas = STANDARD.numLambdas();

    @Config(description = "The smallest lambda of a grid as a share of the largest.")
    private double lambdaRatio = STANDARD.lambdaRatio();

    @Config(
            description = "Which lambda is chosen: 'cv' the best, 'cv-1se' the largest within one standard error of the"
                    + " best.")
    private String lambdaSelection = STANDARD.rule().toString();

    @Config(description = "How many folds.")
    private int folds = STANDARD.folds();

    @Config(description = "What is compared: 'loss', 'error-rate', 'absolute-error' or 'squared-error'.")
    private String measure = STANDARD.measure().toString();

    @Config(description = "How many trainings run at a time; the model does not depend on it.")
    private int threads = STANDARD.threads();

    @Config(description = "Chooses the folds.")
    private long seed = TrainingOptions.standard().holdOut().seed();

    private @Nullable LambdaModels<T> models;
    private LambdaSelection selection = STANDARD;
    private LambdaPath path = STANDARD.path();
    private int invocations;

    /** For configuration files: {@link #postConfig()} follows. */
    private LambdaSearch() {}

    /**
     * Searches the λ of the only regularizer that a trainer has.
     *
     * @param trainer a trainer of this library, or another that has a property {@code regularizer}, itself or in one of its components
     * @throws IllegalArgumentException if there is none or more than one, or its λ moves, or the trainer cannot be made from its
     *     configuration, or chooses λ itself
     */
    public LambdaSearch(Trainer<T> trainer) {
        this(trainer, "");
    }

    /**
     * Searches the λ of a property.
     *
     * @param trainer any trainer that can be made from its configuration
     * @param property the path of the property that holds λ, such as {@code alpha} or {@code optimiser.lambda}: a real number, or the text
     *     form of a regularizer
     * @throws IllegalArgumentException if there is no such property, or it holds no λ, or one that moves, or the trainer cannot be made from
     *     its configuration, or chooses λ itself
     */
    public LambdaSearch(Trainer<T> trainer, String property) {
        this(trainer, LambdaModels.of(trainer, property, false), property, false);
    }

    private LambdaSearch(Trainer<T> trainer, LambdaModels<T> models, String property, boolean inverse) {
        this.trainer = trainer;
        this.models = models;
        this.property = property;
        this.inverse = inverse;
    }

    private LambdaSearch(
            LambdaSearch<T> other, LambdaSelection selection, double[] lambdas, double largestLambda, long seed) {
        this.trainer = other.trainer;
        this.models = other.models;
        this.property = other.property;
        this.inverse = other.inverse;
        this.selection = requireChoice(selection);
        this.path = path(selection, lambdas, largestLambda, inverse);
        this.lambdas = lambdas.clone();
        this.largestLambda = largestLambda;
        this.numLambdas = selection.numLambdas();
        this.lambdaRatio = selection.lambdaRatio();
        this.lambdaSelection = selection.rule().toString();
        this.folds = selection.folds();
        this.measure = selection.measure().toString();
        this.threads = selection.threads();
        this.seed = seed;
    }

    /**
     * The same for a property that is 1/λ, such as the cost of LibLinear. λ itself is what is compared, and what the curve is of: the largest
     * makes the simplest model.
     *
     * @return a changed copy
     * @throws IllegalArgumentException if the property is the text form of a regularizer, or a λ is 0
     */
    public LambdaSearch<T> withInverse() {
        Trainer<T> searched = Objects.requireNonNull(trainer);
        LambdaSearch<T> changed =
                new LambdaSearch<>(searched, LambdaModels.of(searched, property, true), property, true);
        return new LambdaSearch<>(changed, selection, lambdas, largestLambda, seed);
    }

    /**
     * The same with another rule, grid, number of folds, measure or number of threads.
     *
     * @param selection any but that of a fixed λ
     * @return a changed copy
     * @throws IllegalArgumentException if λ is to be fixed, or the λ are given one by one and a grid is, too
     */
    public LambdaSearch<T> withSelection(LambdaSelection selection) {
        return new LambdaSearch<>(this, selection, lambdas, largestLambda, seed);
    }

    /**
     * The same with given λ in place of a grid.
     *
     * @param lambdas at least one λ ≥ 0, in any order
     * @return a changed copy
     * @throws IllegalArgumentException if there is none, or one is negative, infinite or NaN, or is 0 where the property is 1/λ, or the grid
     *     is not the standard one
     */
    public LambdaSearch<T> withLambdas(double... lambdas) {
        LambdaPath.of(lambdas);
        return new LambdaSearch<>(this, selection, lambdas, 0, seed);
    }

    /**
     * The same with a grid that begins with a given λ, and is as the selection says else.
     *
     * @param largestLambda &gt; 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is not
     */
    public LambdaSearch<T> withLargestLambda(double largestLambda) {
        LambdaPath.geometric(largestLambda, selection.numLambdas(), selection.lambdaRatio());
        return new LambdaSearch<>(this, selection, new double[0], largestLambda, seed);
    }

    /**
     * The same with other folds.
     *
     * @param seed any number; the same seed gives the same folds
     * @return a changed copy
     */
    public LambdaSearch<T> withSeed(long seed) {
        return new LambdaSearch<>(this, selection, lambdas, largestLambda, seed);
    }

    /**
     * Checks what a configuration file has set.
     *
     * @throws PropertyException if a value is wrong: which, what was found and what there is to choose from
     */
    @Override
    public synchronized void postConfig() {
        PropertyCheck check = new PropertyCheck(name);
        Trainer<T> searched = Objects.requireNonNull(trainer);
        LambdaModels<T> found = check.read("property", property, () -> LambdaModels.of(searched, property, inverse));
        LambdaSelection read = check.readSelection(lambdaSelection, numLambdas, lambdaRatio, folds, measure, threads);
        selection = check.read("lambdaSelection", lambdaSelection, () -> requireChoice(read));
        path = lambdas.length > 0
                ? check.read("lambdas", Arrays.toString(lambdas), () -> path(read, lambdas, largestLambda, inverse))
                : check.read("largestLambda", largestLambda, () -> path(read, lambdas, largestLambda, inverse));
        models = found;
        check.read("largestLambda", largestLambda, () -> requireGrid(found));
    }

    private static LambdaSelection requireChoice(LambdaSelection selection) {
        if (selection.isFixed()) {
            throw new IllegalArgumentException(
                    "wanted one of the lambdas to be chosen, by 'cv' or 'cv-1se', but the selection is '"
                            + selection.rule() + "'");
        }
        return selection;
    }

    private static LambdaPath path(LambdaSelection selection, double[] lambdas, double largestLambda, boolean inverse) {
        if (lambdas.length == 0) {
            return largestLambda == 0
                    ? selection.path()
                    : LambdaPath.geometric(largestLambda, selection.numLambdas(), selection.lambdaRatio());
        }
        if (largestLambda != 0
                || selection.numLambdas() != STANDARD.numLambdas()
                || selection.lambdaRatio() != STANDARD.lambdaRatio()) {
            throw new IllegalArgumentException("wanted lambdas one by one or a grid of them, but found both: "
                    + Arrays.toString(lambdas) + ", and " + selection.numLambdas() + " from "
                    + (largestLambda == 0 ? "the largest" : largestLambda) + " to " + selection.lambdaRatio()
                    + " of that");
        }
        if (inverse && Arrays.stream(lambdas).anyMatch(lambda -> lambda == 0)) {
            throw new IllegalArgumentException(
                    "wanted every lambda > 0 where the property is 1/lambda, but found " + Arrays.toString(lambdas));
        }
        return LambdaPath.of(lambdas);
    }

    /** Checks that there will be λ to compare. */
    private LambdaModels<T> requireGrid(LambdaModels<T> found) {
        if (path.lambdas().isEmpty()) {
            found.requireLargest();
        }
        return found;
    }

    @Override
    public Model<T> train(Dataset<T> examples) {
        return train(examples, Map.of());
    }

    @Override
    public Model<T> train(Dataset<T> examples, Map<String, Provenance> runProvenance) {
        return train(examples, runProvenance, INCREMENT_INVOCATION_COUNT);
    }

    /**
     * Searches and trains, as the shorter forms of this method do.
     *
     * @param examples the data
     * @param runProvenance what the model's provenance is to hold of this run
     * @param invocationCount what the count of invocations is set to, or {@link Trainer#INCREMENT_INVOCATION_COUNT}
     * @return the trainer's model with the λ that was chosen
     * @throws IllegalArgumentException if the data cannot be trained on, dealt out into folds or measured; of a training of the trainer the
     *     message says which λ and fold
     * @throws java.util.concurrent.CompletionException if a training fails in another way
     * @throws ArithmeticException if the measure is finite for no λ
     */
    @Override
    public Model<T> train(Dataset<T> examples, Map<String, Provenance> runProvenance, int invocationCount) {
        RegularizedTrainer.requireFree(runProvenance, LambdaCurve.KEY);
        RegularizedTrainer.requireFree(runProvenance, KEY);
        Training.requireLabelled(examples);
        LambdaModels<T> searched = requireGrid(models());
        TrainerProvenance provenance;
        int count;
        synchronized (this) {
            if (invocationCount != INCREMENT_INVOCATION_COUNT) {
                setInvocationCount(invocationCount);
            }
            provenance = getProvenance();
            count = invocations++;
        }
        LambdaCurve curve = curve(searched, examples, count);
        double lambda = curve.points().get(curve.chosen()).lambda();
        Map<String, Provenance> instance = new LinkedHashMap<>(runProvenance);
        instance.put(LambdaCurve.KEY, new MapProvenance<>(Map.of(OutputFit.ALL, curve.toProvenance())));
        instance.put(KEY, provenance);
        return HeldOutCurve.named(
                "lambda " + lambda + ", all examples",
                () -> searched.trainer(lambda, count).train(examples, instance));
    }

    private LambdaCurve curve(LambdaModels<T> searched, Dataset<T> examples, int count) {
        HeldOutCurve<T> heldOut =
                new HeldOutCurve<>(searched, examples, selection.measure(), selection.folds(), seed, count);
        double[] compared = path.lambdas().isEmpty()
                ? Arrays.stream(searched.lambdas(examples, path)).distinct().toArray()
                : path.lambdas().stream().mapToDouble(Double::doubleValue).toArray();
        MeanCurve means = heldOut.measure(compared, selection.threads());
        int chosen = selection.rule() == LambdaSelection.Rule.CV ? means.best() : means.oneStandardError();
        return LambdaCurve.of(selection.measure(), selection.folds(), seed, compared, means, chosen);
    }

    /**
     * The provenance of the search that a model comes from, with the trainer as it was before the search. {@link
     * com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil#extractConfiguration} of it gives the configuration of the search.
     *
     * @param model a model, perhaps a loaded one
     * @return the provenance of a {@code LambdaSearch}
     * @throws IllegalArgumentException if the model comes from no search
     */
    public static TrainerProvenance provenance(Model<?> model) {
        if (model.getProvenance().getInstanceProvenance().getMap().get(KEY) instanceof TrainerProvenance found) {
            return found;
        }
        throw new IllegalArgumentException("wanted a model that comes from a search for lambda, but '" + model.getName()
                + "' has no '" + KEY + "' in its provenance");
    }

    private LambdaModels<T> models() {
        if (models == null) {
            throw new IllegalStateException("this search has no trainer yet: postConfig() has not been called");
        }
        return models;
    }

    /**
     * How λ is chosen.
     *
     * @return rule, grid, folds, measure and threads
     */
    public LambdaSelection selection() {
        return selection;
    }

    @Override
    public synchronized int getInvocationCount() {
        return invocations;
    }

    /**
     * Sets the count of invocations, with which all trainings of the next search begin.
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

    /** The trainer, and how its λ is chosen. */
    @Override
    public String toString() {
        return "LambdaSearch(" + trainer + (property.isEmpty() ? "" : "," + property) + (inverse ? ",inverse" : "")
                + "," + (path.lambdas().isEmpty() ? selection : path.lambdas() + "," + selection) + ")";
    }
}
