package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Logger;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.PathFit;
import org.ridgeline.solvers.PathWalk;
import org.ridgeline.solvers.Problem;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableFeatureMap;
import org.tribuo.Output;
import org.tribuo.common.sgd.AbstractLinearSGDModel;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.provenance.TrainerProvenance;

/** The problems that a dataset poses to a trainer, for one model or for those of a path. */
final class Training<T extends Output<T>, M extends AbstractLinearSGDModel<T>> {

    private static final Logger LOGGER = Logger.getLogger(RegularizedTrainer.class.getName());

    private final RegularizedTrainer<T, M> trainer;
    private final TrainingOptions options;
    private final Regularizer regularizer;
    private final Dataset<T> examples;
    private final ImmutableFeatureMap features;
    private final ImmutableOutputInfo<T> outputs;
    private final String grouping;
    private final Map<Integer, Double> constants;
    /** By the names of the fits. */
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** What is fitted at a time, and the rows of the model that it is for. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(Problem problem, int... rows) {}

    /**
     * Reads the data.
     *
     * @throws IllegalArgumentException if they cannot be trained on
     */
    Training(RegularizedTrainer<T, M> trainer, Dataset<T> examples) {
        this.trainer = trainer;
        this.options = trainer.options();
        this.regularizer = trainer.regularizer();
        this.examples = examples;
        requireLabelled(examples);
        this.features = examples.getFeatureIDMap();
        this.outputs = examples.getOutputIDInfo();
        OutputFits fits = trainer.outputFits(outputs, examples);
        this.constants = fits.constants();
        boolean grouped = regularizer.separability() != Separability.WEIGHT;
        Groups groups = grouped ? options.grouping().groups(features) : Groups.singletons(features.size());
        this.grouping = grouped
                ? options.grouping() + (options.tiedOutputs() ? ", over all outputs" : "")
                : FitSummary.NO_GROUPS;
        Features columns = FeatureColumns.of(examples, features);
        double[] weights = new double[examples.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = examples.getExample(i).getWeight();
        }
        for (OutputFit fit : fits.fits()) {
            Problem problem = Problem.of(columns, fit.targets(), fit.loss())
                    .withExampleWeights(weights)
                    .withLossScale(options.lossScale())
                    .withStandardization(options.standardization())
                    .withGroups(groups)
                    .withTiedOutputs(options.tiedOutputs());
            parts.put(fit.name(), new Part(problem, fit.rows()));
        }
    }

    static void requireLabelled(Dataset<?> examples) {
        if (examples.size() == 0) {
            throw new IllegalArgumentException("wanted examples to train on, but the dataset is empty");
        }
        if (examples.getOutputInfo().getUnknownCount() > 0) {
            throw new IllegalArgumentException("wanted examples with known outputs, but "
                    + examples.getOutputInfo().getUnknownCount() + " of " + examples.size() + " are unknown");
        }
    }

    M train(TrainerProvenance trainerProvenance, Map<String, Provenance> runProvenance) {
        Map<String, Fit> fits = new LinkedHashMap<>();
        Map<String, LambdaCurve> curves = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            if (options.lambda().isFixed()) {
                fits.put(name, options.holdOut().fit(options.solver(), part.problem(), regularizer));
            } else {
                CrossValidationFit measured = crossValidate(part.problem());
                int chosen = options.lambda().rule() == LambdaSelection.Rule.CV
                        ? measured.best()
                        : measured.oneStandardError();
                fits.put(name, measured.path().fit(chosen));
                curves.put(name, LambdaCurve.of(measured, chosen));
            }
        });
        return model(trainer, trainerProvenance, runProvenance, fits, curves);
    }

    private CrossValidationFit crossValidate(Problem problem) {
        return options.lambda()
                .crossValidation(options.holdOut().seed())
                .run(options.solver(), problem, regularizer, options.lambda().path());
    }

    private List<PathWalk> walks(LambdaPath path) {
        List<PathWalk> walks = new ArrayList<>();
        parts.values().forEach(part -> walks.add(options.solver().walk(part.problem(), regularizer, path)));
        if (walks.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to fit: every output is the same for all examples");
        }
        return walks;
    }

    double[] lambdas(LambdaPath path) {
        return largest(walks(path));
    }

    ModelPath<T, M> path(LambdaPath path) {
        List<PathWalk> walks = walks(path);
        double[] lambdas = largest(walks);
        Map<String, PathFit> fits = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            PathWalk walk = walks.get(next++);
            if (walk.lambda(0) != lambdas[0]) {
                // Each has a largest λ of its own, but a model has one λ for all of its outputs.
                walk = options.solver().walk(part.getValue().problem(), regularizer, LambdaPath.of(lambdas));
            }
            while (walk.hasNext()) {
                walk.next();
            }
            fits.put(part.getKey(), walk.toPath());
        }
        return new ModelPath<>(this, lambdas, fits);
    }

    private static double[] largest(List<PathWalk> walks) {
        PathWalk largest = walks.get(0);
        for (PathWalk walk : walks) {
            largest = walk.lambda(0) > largest.lambda(0) ? walk : largest;
        }
        double[] lambdas = new double[largest.size()];
        for (int k = 0; k < lambdas.length; k++) {
            lambdas[k] = largest.lambda(k);
        }
        return lambdas;
    }

    /** The model of some fits, as a trainer with the given λ would make it. */
    M model(double lambda, Map<String, Fit> fits) {
        RegularizedTrainer<T, M> fixed = trainer.withLambda(lambda);
        return model(fixed, fixed.getProvenance(), Map.of(), fits, Map.of());
    }

    /** How the scores that the fits give are called in the model of them, by the rows that they are for. */
    String[] scores() {
        return parts.values().stream()
                .flatMapToInt(part -> Arrays.stream(part.rows()))
                .mapToObj(String::valueOf)
                .toArray(String[]::new);
    }

    /** A model whose features are the scores that the fits give, and whose predictions are those of the models of the fits. */
    M ofScores() {
        MutableFeatureMap names = new MutableFeatureMap();
        for (String score : scores()) {
            names.add(score, 1);
        }
        ImmutableFeatureMap map = new ImmutableFeatureMap(names);
        LinearParameters parameters = parameters(map.size());
        for (String score : scores()) {
            parameters.getWeightMatrix().set(Integer.parseInt(score), map.getID(score), 1);
        }
        return trainer.model(examples, trainer.getProvenance(), Map.of(), map, outputs, parameters);
    }

    /** Weights of zero, and the intercepts of the rows that are not fitted. */
    private LinearParameters parameters(int size) {
        LinearParameters parameters = new LinearParameters(size + 1, outputs.size());
        constants.forEach((row, intercept) -> parameters.getWeightMatrix().set(row, size, intercept));
        return parameters;
    }

    FitSummary summary(Fit fit) {
        return FitSummary.of(fit, grouping);
    }

    private M model(
            RegularizedTrainer<T, M> maker,
            TrainerProvenance trainerProvenance,
            Map<String, Provenance> runProvenance,
            Map<String, Fit> fits,
            Map<String, LambdaCurve> curves) {
        LinearParameters parameters = parameters(features.size());
        DenseMatrix matrix = parameters.getWeightMatrix();
        Map<String, FitSummary> summaries = new LinkedHashMap<>();
        fits.forEach((name, fit) -> {
            warnUnlessConverged(name, fit);
            summaries.put(name, summary(fit));
            int[] rows = Objects.requireNonNull(parts.get(name)).rows();
            for (int k = 0; k < rows.length; k++) {
                double[] coefficients = fit.coefficients(k);
                for (int j = 0; j < coefficients.length; j++) {
                    matrix.set(rows[k], j, coefficients[j]);
                }
                matrix.set(rows[k], features.size(), fit.intercepts()[k]);
            }
        });
        Map<String, Provenance> instance = RegularizedTrainer.instance(runProvenance, summaries, curves);
        return maker.model(examples, trainerProvenance, instance, features, outputs, parameters);
    }

    private void warnUnlessConverged(String name, Fit fit) {
        if (!fit.converged()) {
            LOGGER.warning("The fit of '" + name + "' has not converged to "
                    + options.solver().tolerance() + ": " + fit
                    + ". Allow more iterations, or standardise the features.");
        }
    }
}
