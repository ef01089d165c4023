package weka.attributeSelection;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.PathFit;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.weka.DummyCoding;
import org.ridgeline.weka.Interruption;
import org.ridgeline.weka.KeptAttributes;
import org.ridgeline.weka.PathEntries;
import org.ridgeline.weka.TrainingData;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instances;
import weka.core.WeightedInstancesHandler;

/**
 * Ranks attributes by when they come into the path of a regularized linear model, of a number or of two and more classes, as
 * λ falls. The merit of an attribute is the largest λ at which one of its coefficients is not zero, as a share of the
 * smallest λ at which all coefficients are: 1 for what comes in first, and 0 for what does not come in at all.
 */
public class RegularizationPathAttributeEval extends PathEvalOptions
        implements AttributeEvaluator, WeightedInstancesHandler {

    private static final long serialVersionUID = 1;

    /** Of each attribute of the data; null before an evaluation and after it has failed. */
    private double @Nullable [] merits;
    /** What was found, in words. */
    private String found = "";

    /** With the default options. */
    public RegularizationPathAttributeEval() {}

    /**
     * What this is.
     *
     * @return help for the object editor
     */
    public String globalInfo() {
        return "Ranks attributes by when they come into a regularized linear or logistic regression as lambda falls from"
                + " where all coefficients are zero: with the lasso, in the order of its path. The merit is the lambda at"
                + " which the first coefficient of an attribute is not zero, as a share of the largest; attributes that"
                + " never come in get 0. A nominal attribute counts as one, whichever of its values comes in; with group-l2"
                + " all of them do at once. Use it with Ranker, whose threshold 0 drops what gets 0.";
    }

    @Override
    public Capabilities getCapabilities() {
        Capabilities capabilities = super.getCapabilities();
        TrainingData.enableAttributes(capabilities);
        capabilities.enable(Capability.NUMERIC_CLASS);
        capabilities.enable(Capability.DATE_CLASS);
        capabilities.enable(Capability.NOMINAL_CLASS);
        return capabilities;
    }

    /**
     * Fits the path. Instances without class are left out. Interrupting the thread ends it.
     *
     * @param data with a class
     * @throws InterruptedException if the thread has been interrupted
     * @throws IllegalArgumentException if an option is wrong, or the regularizer makes no coefficient zero
     * @throws Exception if the data cannot be learnt from
     */
    @Override
    public void buildEvaluator(Instances data) throws Exception {
        merits = null;
        PathEvalSettings.OPTIONS.check(settings());
        getCapabilities().testWithFail(data);
        TrainingData training = TrainingData.of(data);
        if (training.target().isConstant()) {
            found = "\tOnly one class occurs, so that no attribute comes in\n";
            merits = new double[data.numAttributes()];
        } else {
            merits = Interruption.translated(() -> merits(training, data.numAttributes()));
        }
    }

    private double[] merits(TrainingData training, int attributes) {
        PathEvalSettings settings = settings();
        Solver solver = Solver.standard();
        Problem problem = settings.problem(training);
        if (settings.keep == KeptAttributes.ALL) {
            PathFit path = solver.path(problem, settings.penalty(), settings.path());
            describe(path, "all that come in");
            return merits(path, null, training.coding(), attributes);
        }
        CrossValidationFit chosen =
                settings.crossValidation().run(solver, problem, settings.penalty(), settings.path());
        boolean best = settings.keep == KeptAttributes.CV;
        Fit kept = best ? chosen.bestFit() : chosen.oneStandardErrorFit();
        describe(
                chosen.path(),
                String.format(
                        Locale.ROOT,
                        "those of lambda %.6g, %s by %d-fold cross-validation, seed %d",
                        kept.regularizer().lambda(),
                        best ? "the best" : "the largest within one standard error of the best",
                        settings.folds,
                        settings.seed));
        return merits(chosen.path(), kept, training.coding(), attributes);
    }

    private void describe(PathFit path, String kept) {
        found = String.format(
                Locale.ROOT,
                "\tMerit: the lambda where an attribute comes in, as a share of that where the first does\n"
                        + "\tPath: %d lambdas from %s down to %.6g\n\tKept: %s\n%s",
                path.size(),
                path.fit(0).regularizer(),
                path.lambda(path.size() - 1),
                kept,
                path.converged() ? "" : String.format("\t*** NOT CONVERGED: do not trust this ranking\n"));
    }

    /** In the order of the data; what a fit does not keep, if there is one, gets 0. */
    private static double[] merits(PathFit path, @Nullable Fit kept, DummyCoding coding, int attributes) {
        double[] shares = PathEntries.shares(path, coding);
        double[] merits = new double[attributes];
        double[] coefficients = kept == null ? new double[0] : kept.coefficients();
        for (int j = 0; j < coding.size(); j++) {
            boolean counts = kept == null;
            for (int c = j; c < coefficients.length; c += coding.size()) {
                counts |= coefficients[c] != 0;
            }
            if (counts) {
                merits[coding.attributeIndex(j)] = shares[coding.attribute(j)];
            }
        }
        return merits;
    }

    /**
     * The merit of an attribute.
     *
     * @param attribute its index in the data
     * @return a share in [0, 1]; 0 if it does not come in, and for the class
     * @throws IllegalStateException if {@link #buildEvaluator} has not been called
     */
    @Override
    public double evaluateAttribute(int attribute) {
        if (merits == null) {
            throw new IllegalStateException("nothing has been evaluated yet: call buildEvaluator first");
        }
        return merits[attribute];
    }

    /**
     * How the ranking was found.
     *
     * @return lines of text
     */
    @Override
    public String toString() {
        return merits == null
                ? "RegularizationPathAttributeEval: nothing has been evaluated yet."
                : "\tRegularization path attribute evaluator\n" + found;
    }

    /**
     * Runs the evaluator from the command line, with a search.
     *
     * @param arguments Weka's general options and those of this evaluator
     */
    public static void main(String[] arguments) {
        runEvaluator(new RegularizationPathAttributeEval(), arguments);
    }
}
