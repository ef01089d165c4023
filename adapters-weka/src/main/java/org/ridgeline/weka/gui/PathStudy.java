package org.ridgeline.weka.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.solvers.CrossValidation;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.PathFit;
import org.ridgeline.solvers.PathWalk;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.weka.DummyCoding;
import org.ridgeline.weka.InstalledRegularizers;
import org.ridgeline.weka.Target;
import org.ridgeline.weka.TrainingData;
import org.ridgeline.weka.plot.Choices;
import org.ridgeline.weka.plot.CsvTables;
import org.ridgeline.weka.plot.PathCurves;
import weka.core.Instances;

/** A path that was computed for a data set, and everything there is to show of it. Safe for use by many threads. */
final class PathStudy {

    /** In place of an output: the norms over all outputs. */
    static final int NORMS = -1;

    private final StudySettings settings;
    private final String penalty;
    private final String relation;
    private final int instances;
    private final Target target;
    private final List<String> columns;
    private final int[] attributes;
    private final int numAttributes;
    private final PathFit path;
    private final @Nullable CrossValidationFit validation;
    private final List<KeptCoefficients> kept;
    private final List<Integer> keptAttributes;
    private final List<Boolean> converged;
    private final Map<Integer, PathCurves> curves = new ConcurrentHashMap<>();

    private PathStudy(
            StudySettings settings,
            Regularizer regularizer,
            String relation,
            TrainingData data,
            PathFit path,
            @Nullable CrossValidationFit validation) {
        this.settings = settings;
        this.penalty = Choices.withoutLambda(regularizer);
        this.relation = relation;
        this.instances = data.numInstances();
        this.target = data.target();
        DummyCoding coding = data.coding();
        this.columns = List.of(coding.names());
        this.attributes =
                IntStream.range(0, coding.size()).map(coding::attribute).toArray();
        this.numAttributes = coding.numAttributes();
        this.path = path;
        this.validation = validation;
        this.kept = new ArrayList<>();
        this.keptAttributes = new ArrayList<>();
        this.converged = new ArrayList<>();
        for (int k = 0; k < path.size(); k++) {
            Fit fit = path.fit(k);
            kept.add(KeptCoefficients.of(fit));
            keptAttributes.add(countAttributes(kept.get(k)));
            converged.add(fit.converged());
        }
    }

    /**
     * Computes a path, for as long as it takes.
     *
     * @param given with any class; not changed
     * @param settings what is asked for
     * @param listener told of each path that is fitted, or without cross-validation of each λ, by the calling thread
     * @throws IllegalArgumentException if data and settings do not go together
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     * @throws Exception if the data do not suit the classifiers
     */
    static PathStudy of(Instances given, StudySettings settings, CrossValidation.Listener listener) throws Exception {
        Instances instances = new Instances(given);
        instances.setClassIndex(settings.classIndex());
        ClassifierSetup.requireSuited(instances);
        Regularizer regularizer = settings.regularizer().toRegularizer(InstalledRegularizers.load());
        TrainingData data = TrainingData.of(instances);
        if (data.target().isConstant()) {
            throw new IllegalArgumentException("a path needs at least two classes, but only one occurs in '"
                    + data.target().name() + "'");
        }
        Problem problem = data.problem(settings.lossScale(), settings.standardization(), settings.groups());
        Solver solver = Solver.standard();
        if (!settings.validates()) {
            PathWalk walk = solver.walk(problem, regularizer, settings.path());
            while (walk.hasNext()) {
                walk.next();
                listener.finished(walk.fitted(), walk.size());
            }
            return new PathStudy(settings, regularizer, given.relationName(), data, walk.toPath(), null);
        }
        CrossValidationFit validation = CrossValidation.of(settings.folds(), settings.seed())
                .withMeasure(settings.measure())
                .withThreads(Runtime.getRuntime().availableProcessors())
                .withListener(listener)
                .run(solver, problem, regularizer, settings.path());
        return new PathStudy(settings, regularizer, given.relationName(), data, validation.path(), validation);
    }

    StudySettings settings() {
        return settings;
    }

    /** Whether the class is a label. */
    boolean isNominal() {
        return target.isNominal();
    }

    PathFit path() {
        return path;
    }

    @Nullable
    CrossValidationFit validation() {
        return validation;
    }

    int size() {
        return path.size();
    }

    /** The name of a column: an attribute, or an attribute and its value. */
    String column(int column) {
        return columns.get(column);
    }

    /** How many linear models there are. */
    int outputs() {
        return target.outputs();
    }

    /** What an output, or {@link #NORMS}, is called. */
    String output(int output) {
        return output == NORMS ? "all classes (norm)" : target.output(output);
    }

    /** The coefficients of an output, or {@link #NORMS}. */
    PathCurves curves(int output) {
        return curves.computeIfAbsent(
                output, o -> o == NORMS ? PathCurves.ofNorms(columns, path) : PathCurves.ofOutput(columns, path, o));
    }

    /** What is not zero of an output, or {@link #NORMS}, at a λ. */
    KeptCoefficients.Output kept(int k, int output) {
        return output == NORMS ? kept.get(k).norms() : kept.get(k).outputs().get(output);
    }

    boolean converged(int k) {
        return converged.get(k);
    }

    /** How many attributes have a coefficient that is not zero, for whatever class. */
    int keptAttributes(int k) {
        return keptAttributes.get(k);
    }

    private int countAttributes(KeptCoefficients coefficients) {
        return (int) coefficients.norms().rows().stream()
                .mapToInt(row -> attributes[row.column()])
                .distinct()
                .count();
    }

    /** How many attributes there are but for the class. */
    int attributes() {
        return numAttributes;
    }

    String title() {
        return penalty + " path of " + relation;
    }

    String subtitle(int output) {
        return size() + (size() == 1 ? " lambda, " : " lambdas, ") + instances + " instances, " + columns.size()
                + " coefficients of "
                + output(output)
                + (validation == null ? "" : "; mean " + validation.measure() + " of " + validation.folds() + " folds");
    }

    /** One line on what was found. */
    String summary() {
        return title() + ": " + (validation == null ? path : validation);
    }

    String pathCsv() {
        List<String> intercepts = IntStream.range(0, outputs())
                .mapToObj(output -> named("(intercept)", output))
                .toList();
        List<String> names = IntStream.range(0, outputs())
                .boxed()
                .flatMap(output -> columns.stream().map(column -> named(column, output)))
                .collect(Collectors.toList());
        return CsvTables.of(path, intercepts, names);
    }

    private String named(String what, int output) {
        return outputs() == 1 ? what : what + " [" + target.output(output) + "]";
    }
}
