package weka.classifiers.functions;

import org.ridgeline.solvers.Measures;
import org.ridgeline.weka.LambdaSelection;
import org.ridgeline.weka.Settings;
import weka.core.OptionMetadata;
import weka.core.Randomizable;

/** The options of a classifier that is one model, whose λ is given or chosen. */
public abstract class RegularizedModelOptions extends RegularizedOptions<LambdaSettings> implements Randomizable {

    private static final long serialVersionUID = 1;

    /** With the default options. */
    RegularizedModelOptions() {
        super(new LambdaSettings());
    }

    @Override
    final Settings<LambdaSettings> options() {
        return LambdaSettings.OPTIONS;
    }

    /**
     * The strength λ in place of the regularizer's own, or NaN for that.
     *
     * @return λ ≥ 0 or NaN
     */
    @OptionMetadata(displayName = "lambda", description = LambdaSettings.LAMBDA, displayOrder = 2)
    public double getLambda() {
        return settings().lambda;
    }

    /**
     * Sets the strength λ in place of the regularizer's own, or NaN for that.
     *
     * @param lambda λ ≥ 0 or NaN
     */
    public void setLambda(double lambda) {
        settings().lambda = lambda;
    }

    /**
     * Where λ comes from.
     *
     * @return fixed, or chosen by cross-validation
     */
    @OptionMetadata(displayName = "lambda selection", description = LambdaSettings.SELECTION, displayOrder = 3)
    public LambdaSelection getLambdaSelection() {
        return settings().selection;
    }

    /**
     * Sets where λ comes from.
     *
     * @param lambdaSelection fixed, or chosen by cross-validation
     */
    public void setLambdaSelection(LambdaSelection lambdaSelection) {
        settings().selection = lambdaSelection;
    }

    /**
     * The folds of the cross-validation that chooses λ.
     *
     * @return a number ≥ 2
     */
    @OptionMetadata(displayName = "folds", description = LambdaSettings.FOLDS, displayOrder = 4)
    public int getFolds() {
        return settings().folds;
    }

    /**
     * Sets the folds of the cross-validation that chooses λ.
     *
     * @param folds a number ≥ 2
     */
    public void setFolds(int folds) {
        settings().folds = folds;
    }

    /**
     * What is compared in the cross-validation that chooses λ.
     *
     * @return a measure that suits the class
     */
    @OptionMetadata(displayName = "measure", description = LambdaSettings.MEASURE, displayOrder = 5)
    public Measures getMeasure() {
        return settings().measure;
    }

    /**
     * Sets what is compared in the cross-validation that chooses λ.
     *
     * @param measure a measure that suits the class
     */
    public void setMeasure(Measures measure) {
        settings().measure = measure;
    }

    /**
     * How many λ the cross-validation compares.
     *
     * @return a number ≥ 2
     */
    @OptionMetadata(displayName = "number of lambdas", description = LambdaSettings.LAMBDAS, displayOrder = 6)
    public int getNumLambdas() {
        return settings().numLambdas;
    }

    /**
     * Sets how many λ the cross-validation compares.
     *
     * @param numLambdas a number ≥ 2
     */
    public void setNumLambdas(int numLambdas) {
        settings().numLambdas = numLambdas;
    }

    /**
     * The smallest λ that the cross-validation compares, as a share of the largest.
     *
     * @return a number in (0, 1)
     */
    @OptionMetadata(displayName = "lambda ratio", description = LambdaSettings.RATIO, displayOrder = 7)
    public double getLambdaRatio() {
        return settings().lambdaRatio;
    }

    /**
     * Sets the smallest λ that the cross-validation compares, as a share of the largest.
     *
     * @param lambdaRatio a number in (0, 1)
     */
    public void setLambdaRatio(double lambdaRatio) {
        settings().lambdaRatio = lambdaRatio;
    }

    /**
     * How many folds are fitted at a time.
     *
     * @return a number ≥ 1
     */
    @OptionMetadata(displayName = "number of execution slots", description = LambdaSettings.SLOTS, displayOrder = 8)
    public int getNumExecutionSlots() {
        return settings().numExecutionSlots;
    }

    /**
     * Sets how many folds are fitted at a time.
     *
     * @param numExecutionSlots a number ≥ 1
     */
    public void setNumExecutionSlots(int numExecutionSlots) {
        settings().numExecutionSlots = numExecutionSlots;
    }

    /**
     * The share of the training data on which an adaptive λ is judged.
     *
     * @return a number in (0, 1)
     */
    @OptionMetadata(displayName = "validation share", description = LambdaSettings.VALIDATION_SHARE, displayOrder = 9)
    public double getValidationShare() {
        return settings().validationShare;
    }

    /**
     * Sets the share of the training data on which an adaptive λ is judged.
     *
     * @param validationShare a number in (0, 1)
     */
    public void setValidationShare(double validationShare) {
        settings().validationShare = validationShare;
    }

    /**
     * The seed of folds and of the choice of validation data.
     *
     * @return any number
     */
    @Override
    @OptionMetadata(displayName = "seed", description = LambdaSettings.SEED, displayOrder = 16)
    public int getSeed() {
        return settings().seed;
    }

    /**
     * Sets the seed of folds and of the choice of validation data.
     *
     * @param seed any number
     */
    @Override
    public void setSeed(int seed) {
        settings().seed = seed;
    }
}
