package weka.classifiers.functions;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ridgeline.solvers.PathFit;
import org.ridgeline.solvers.PathWalk;
import org.ridgeline.solvers.Problem;
import org.ridgeline.weka.Interruption;
import org.ridgeline.weka.LinearModel;
import org.ridgeline.weka.LinearPath;
import org.ridgeline.weka.ModelText;
import org.ridgeline.weka.TrainingData;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WeightedInstancesHandler;

/**
 * A linear model whose training goes down a path of λ, one λ an iteration, each from the last: iteration 0 is the largest λ.
 * Squared error of a number, log loss of labels; the model at a λ is that of {@link RegularizedLinearRegression} or {@link
 * RegularizedLogistic} with this λ. {@code IterativeClassifierOptimizer} finds the best iteration.
 */
public class RegularizationPath extends RegularizationPathOptions implements WeightedInstancesHandler {

    private static final long serialVersionUID = 1;

    /** As many λ as are shown at a time. */
    private static final int ROWS = 20;

    /** What has been fitted; null before training, after it has failed, and where only one class occurs. */
    private @Nullable LinearPath path;
    /** That of the last λ; null before training and after it has failed. */
    private @Nullable LinearModel model;
    /** What training goes on with; null after it has ended for good. */
    private @Nullable Instances data;
    /** What the fits depended on when the path began. */
    private List<String> begun = List.of();
    /** Whether training has come to an end that is not for good. */
    private boolean paused;
    /** How many iterations have been done since the training began or was resumed. */
    private int iterations;
    /** Between iterations of one process only: all it holds follows from the data and the number of fits. */
    private transient @Nullable PathWalk walk;

    /** With the default options. */
    public RegularizationPath() {}

    /**
     * What this is.
     *
     * @return help for the object editor
     */
    public String globalInfo() {
        return "Linear or logistic regression with any regularizer along a path of lambdas: the first model, at the largest"
                + " lambda, has no coefficients but the intercept, and every iteration goes on to a smaller lambda. Use it in"
                + " weka.classifiers.meta.IterativeClassifierOptimizer, which finds the best iteration by"
                + " cross-validation, or by itself to see how attributes come in. The regularizer's own lambda is not"
                + " used. A numeric class is learnt with the squared error, a nominal one with the log loss.";
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
     * Trains from the largest λ to that of the last iteration. Instances without class are left out. Interrupting the thread
     * ends the training.
     *
     * @param instances with a class
     * @throws InterruptedException if the thread has been interrupted; there is no model then
     * @throws Exception if an option is wrong, or the data cannot be learnt from
     */
    @Override
    public void buildClassifier(Instances instances) throws Exception {
        forget();
        boolean built = false;
        try {
            initializeClassifier(instances);
            while (next()) {
                report();
            }
            done();
            built = true;
        } finally {
            if (!built) {
                forget();
            }
        }
    }

    private void report() {
        if (getDebug() && path != null) {
            System.out.println("RegularizationPath: lambda " + path.size() + " of " + path.length() + " is fitted");
        }
    }

    private void forget() {
        path = null;
        model = null;
        data = null;
        walk = null;
        paused = false;
    }

    /**
     * Begins with the largest λ. If an earlier training has ended so that it can be resumed, and neither the data nor what the
     * fits depend on have changed, nothing is fitted, and {@link #next()} goes on.
     *
     * @param instances with a class
     * @throws InterruptedException if the thread has been interrupted
     * @throws Exception if an option is wrong, or the data cannot be learnt from
     */
    @Override
    public void initializeClassifier(Instances instances) throws Exception {
        options().check(settings());
        getCapabilities().testWithFail(instances);
        iterations = 0;
        if (paused && data != null && settings().ofFits().equals(begun) && isSame(data, instances)) {
            return;
        }
        forget();
        TrainingData training = TrainingData.of(instances);
        if (training.target().isConstant()) {
            model = LinearModel.constant(training, "one class", settings().penalty());
            return;
        }
        Instances kept = new Instances(instances);
        Problem problem = settings().problem(training);
        Interruption.translated(() -> {
            PathWalk begin = settings()
                    .solver()
                    .walk(problem, settings().penalty(), settings().path());
            LinearPath first = new LinearPath(training, settings().training(problem, training), begin.size());
            begin.next();
            add(first, begin);
            path = first;
            walk = begin;
            return first;
        });
        data = kept;
        begun = settings().ofFits();
    }

    private static boolean isSame(Instances one, Instances other) {
        if (!one.equalHeaders(other) || one.numInstances() != other.numInstances()) {
            return false;
        }
        for (int i = 0; i < one.numInstances(); i++) {
            Instance a = one.instance(i);
            Instance b = other.instance(i);
            if (a.weight() != b.weight() || !Arrays.equals(a.toDoubleArray(), b.toDoubleArray())) {
                return false;
            }
        }
        return true;
    }

    private void add(LinearPath to, PathWalk from) {
        PathFit fits = from.toPath();
        int last = fits.size() - 1;
        to.add(fits.fit(last), fits.explained(last));
        model = to.model(last);
    }

    /**
     * Goes on to the next λ.
     *
     * @return false if there is none, or as many iterations have been done as were wanted
     * @throws InterruptedException if the thread has been interrupted; the model is still that of the last λ
     * @throws IllegalStateException if training has not begun, or has ended for good
     */
    @Override
    public boolean next() throws Exception {
        model();
        LinearPath fitted = path;
        if (fitted == null || fitted.size() == fitted.length() || iterations == settings().numIterations) {
            return false;
        }
        Instances training = data;
        if (training == null) {
            throw new IllegalStateException("the training has ended with done(), and its data are gone: call"
                    + " setResume(true) before, or initializeClassifier to begin anew");
        }
        if (!settings().ofFits().equals(begun)) {
            throw new IllegalStateException(
                    "options have been changed since the path began: call initializeClassifier to" + " begin anew");
        }
        Interruption.translated(() -> {
            PathWalk further = walk == null ? walkAgain(training, fitted.size()) : walk;
            walk = null;
            further.next();
            add(fitted, further);
            walk = further;
            return fitted;
        });
        iterations++;
        return true;
    }

    /** Goes down the λ that are fitted once more, so that the next fit is the same whether or not there was a pause. */
    private PathWalk walkAgain(Instances training, int fits) {
        PathWalk again = settings()
                .solver()
                .walk(
                        settings().problem(TrainingData.of(training)),
                        settings().penalty(),
                        settings().path());
        for (int k = 0; k < fits; k++) {
            again.next();
        }
        return again;
    }

    /** Ends the training: for now if it can be resumed, else for good. */
    @Override
    public void done() {
        paused = getResume();
        if (!paused) {
            walk = null;
            data = null;
        }
    }

    /**
     * The model of the last λ that was fitted.
     *
     * @return also its coefficients
     * @throws IllegalStateException if there is none yet
     */
    public LinearModel model() {
        if (model == null) {
            throw new IllegalStateException("no model has been built yet: call buildClassifier first");
        }
        return model;
    }

    /**
     * The whole path until the last λ that was fitted.
     *
     * @return the models of all iterations
     * @throws IllegalStateException if there is none yet, or there is no path as only one class occurs
     */
    public LinearPath path() {
        model();
        if (path == null) {
            throw new IllegalStateException("there is no path, as only one class occurs in the training data");
        }
        return path;
    }

    /**
     * The names of the p features, as {@link RegularizedLinearModel#featureNames()}.
     *
     * @return p names
     * @throws IllegalStateException if no model has been built yet
     */
    public String[] featureNames() {
        return model().coding().names();
    }

    @Override
    public double[] distributionForInstance(Instance instance) {
        double[] scores = model().scores(instance);
        return model().target().isNominal() ? model().target().distribution(scores) : scores;
    }

    /**
     * The model of the last λ, and how the path came there.
     *
     * @return lines of text
     */
    @Override
    public String toString() {
        String title = getClass().getSimpleName();
        if (model == null) {
            return title + ": No model built yet.";
        }
        return ModelText.of(model, title, getNumDecimalPlaces()) + (path == null ? "" : "\n" + path.table(ROWS));
    }

    /**
     * Runs the classifier from the command line.
     *
     * @param arguments Weka's general options and those of this classifier
     */
    public static void main(String[] arguments) {
        runClassifier(new RegularizationPath(), arguments);
    }
}
