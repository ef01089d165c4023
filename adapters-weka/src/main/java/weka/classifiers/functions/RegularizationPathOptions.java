package weka.classifiers.functions;

import org.ridgeline.weka.Setting;
import org.ridgeline.weka.Settings;
import weka.classifiers.IterativeClassifier;
import weka.core.OptionMetadata;
import weka.core.regularizers.Regularizer;

/** The options of a classifier that walks down a path of λ. */
public abstract class RegularizationPathOptions extends RegularizedOptions<PathSettings>
        implements IterativeClassifier {

    private static final long serialVersionUID = 1;

    /** With the default options. */
    RegularizationPathOptions() {
        super(new PathSettings());
    }

    @Override
    final Settings<PathSettings> options() {
        return PathSettings.OPTIONS;
    }

    /**
     * The regularizer, whose own λ is not used.
     *
     * @return a bean
     */
    @Override
    @OptionMetadata(displayName = "regularizer", description = Setting.PATH_REGULARIZER, displayOrder = 1)
    public Regularizer getRegularizer() {
        return super.getRegularizer();
    }

    /**
     * How many λ the path has.
     *
     * @return a number ≥ 2
     */
    @OptionMetadata(displayName = "number of lambdas", description = PathSettings.LAMBDAS, displayOrder = 2)
    public int getNumLambdas() {
        return settings().numLambdas;
    }

    /**
     * Sets how many λ the path has.
     *
     * @param numLambdas a number ≥ 2
     */
    public void setNumLambdas(int numLambdas) {
        settings().numLambdas = numLambdas;
    }

    /**
     * The smallest λ of the path as a share of the largest.
     *
     * @return a number in (0, 1)
     */
    @OptionMetadata(displayName = "lambda ratio", description = PathSettings.RATIO, displayOrder = 3)
    public double getLambdaRatio() {
        return settings().lambdaRatio;
    }

    /**
     * Sets the smallest λ of the path as a share of the largest.
     *
     * @param lambdaRatio a number in (0, 1)
     */
    public void setLambdaRatio(double lambdaRatio) {
        settings().lambdaRatio = lambdaRatio;
    }

    /**
     * The largest λ, or NaN where the training data give it.
     *
     * @return a number &gt; 0 or NaN
     */
    @OptionMetadata(displayName = "largest lambda", description = PathSettings.MAXIMUM, displayOrder = 4)
    public double getLambdaMax() {
        return settings().lambdaMax;
    }

    /**
     * Sets the largest λ, or NaN where the training data are to give it.
     *
     * @param lambdaMax a number &gt; 0 or NaN
     */
    public void setLambdaMax(double lambdaMax) {
        settings().lambdaMax = lambdaMax;
    }

    /**
     * How many λ further down the training goes.
     *
     * @return a number ≥ 0, or −1 for all
     */
    @OptionMetadata(displayName = "number of iterations", description = PathSettings.ITERATIONS, displayOrder = 5)
    public int getNumIterations() {
        return settings().numIterations;
    }

    /**
     * Sets how many λ further down the training goes.
     *
     * @param numIterations a number ≥ 0, or −1 for all
     */
    public void setNumIterations(int numIterations) {
        settings().numIterations = numIterations;
    }

    /**
     * Whether the training can go on after {@link #done()}.
     *
     * @return true if the training data are kept
     */
    @Override
    @OptionMetadata(displayName = "resume", description = PathSettings.RESUME, displayOrder = 6)
    public boolean getResume() {
        return settings().resume;
    }

    /**
     * Sets whether the training can go on after {@link #done()}.
     *
     * @param resume true to keep the training data
     */
    @Override
    public void setResume(boolean resume) {
        settings().resume = resume;
    }
}
