package weka.classifiers.functions;

import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.Settings;
import org.ridgeline.weka.sgd.SgdLoss;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.regularizers.Regularizer;

/** The options of a classifier that learns from streams. */
public abstract class SgdOptions extends StrictOptions<SgdSettings> implements Randomizable {

    private static final long serialVersionUID = 1;

    /** With the default options. */
    SgdOptions() {
        super(new SgdSettings());
    }

    @Override
    final Settings<SgdSettings> options() {
        return SgdSettings.OPTIONS;
    }

    /**
     * The regularizer.
     *
     * @return a bean
     */
    @OptionMetadata(displayName = "regularizer", description = RegularizedSettings.REGULARIZER, displayOrder = 1)
    public Regularizer getRegularizer() {
        return settings().regularizer;
    }

    /**
     * Sets the regularizer.
     *
     * @param regularizer a bean
     */
    public void setRegularizer(Regularizer regularizer) {
        settings().regularizer = regularizer;
    }

    /**
     * The strength λ in place of the regularizer's own, or NaN for that.
     *
     * @return λ ≥ 0 or NaN
     */
    @OptionMetadata(displayName = "lambda", description = SgdSettings.LAMBDA, displayOrder = 2)
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
     * What is minimised beside the penalty.
     *
     * @return log, hinge, squared or huber
     */
    @OptionMetadata(displayName = "loss", description = SgdSettings.LOSS, displayOrder = 3)
    public SgdLoss getLoss() {
        return settings().loss;
    }

    /**
     * Sets what is minimised beside the penalty.
     *
     * @param loss log, hinge, squared or huber
     */
    public void setLoss(SgdLoss loss) {
        settings().loss = loss;
    }

    /**
     * From which error on the Huber loss grows linearly.
     *
     * @return δ &gt; 0, in units of the class
     */
    @OptionMetadata(displayName = "delta", description = SgdSettings.DELTA, displayOrder = 4)
    public double getDelta() {
        return settings().delta;
    }

    /**
     * Sets from which error on the Huber loss grows linearly.
     *
     * @param delta δ &gt; 0, in units of the class
     */
    public void setDelta(double delta) {
        settings().delta = delta;
    }

    /**
     * How often a batch is gone through.
     *
     * @return a number ≥ 1
     */
    @OptionMetadata(displayName = "epochs", description = SgdSettings.EPOCHS, displayOrder = 5)
    public int getEpochs() {
        return settings().epochs;
    }

    /**
     * Sets how often a batch is gone through.
     *
     * @param epochs a number ≥ 1
     */
    public void setEpochs(int epochs) {
        settings().epochs = epochs;
    }

    /**
     * About how far the first steps go.
     *
     * @return a number &gt; 0, in units of the standardised coefficients
     */
    @OptionMetadata(displayName = "learning rate", description = SgdSettings.LEARNING_RATE, displayOrder = 6)
    public double getLearningRate() {
        return settings().learningRate;
    }

    /**
     * Sets about how far the first steps go.
     *
     * @param learningRate a number &gt; 0, in units of the standardised coefficients
     */
    public void setLearningRate(double learningRate) {
        settings().learningRate = learningRate;
    }

    /**
     * The scale on which coefficients are penalised.
     *
     * @return none, population or sample
     */
    @OptionMetadata(displayName = "standardize", description = RegularizedSettings.STANDARDIZATION, displayOrder = 7)
    public Standardization getStandardization() {
        return settings().standardization;
    }

    /**
     * Sets the scale on which coefficients are penalised.
     *
     * @param standardization none, population or sample
     */
    public void setStandardization(Standardization standardization) {
        settings().standardization = standardization;
    }

    /**
     * The pattern that groups attributes for group penalties.
     *
     * @return a regular expression with a capturing group, or empty: each attribute is a group
     */
    @OptionMetadata(displayName = "groups", description = RegularizedSettings.GROUPS, displayOrder = 8)
    public String getGroups() {
        return settings().groups;
    }

    /**
     * Sets the pattern that groups attributes for group penalties.
     *
     * @param groups a regular expression with a capturing group, or empty: each attribute is a group
     */
    public void setGroups(String groups) {
        settings().groups = groups;
    }

    /**
     * Whether a group holds the coefficients of all classes.
     *
     * @return true if a group penalty keeps or drops whole attributes, also with three and more classes
     */
    @OptionMetadata(displayName = "tie classes", description = RegularizedSettings.TIE_CLASSES, displayOrder = 9)
    public boolean getTieClasses() {
        return settings().tieClasses;
    }

    /**
     * Sets whether a group holds the coefficients of all classes.
     *
     * @param tieClasses true if a group penalty keeps or drops whole attributes, also with three and more classes
     */
    public void setTieClasses(boolean tieClasses) {
        settings().tieClasses = tieClasses;
    }

    /**
     * The share of the training data on which an adaptive λ is judged.
     *
     * @return a number in (0, 1)
     */
    @OptionMetadata(displayName = "validation share", description = SgdSettings.VALIDATION_SHARE, displayOrder = 10)
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
     * Whether an iterative training goes on with the model that there is.
     *
     * @return false to begin with a new model
     */
    @OptionMetadata(displayName = "resume", description = SgdSettings.RESUME, displayOrder = 11)
    public boolean getResume() {
        return settings().resume;
    }

    /**
     * Sets whether an iterative training goes on with the model that there is.
     *
     * @param resume false to begin with a new model
     */
    public void setResume(boolean resume) {
        settings().resume = resume;
    }

    /**
     * The seed of the order of the instances and of the choice of validation data.
     *
     * @return any number
     */
    @Override
    @OptionMetadata(displayName = "seed", description = SgdSettings.SEED, displayOrder = 12)
    public int getSeed() {
        return settings().seed;
    }

    /**
     * Sets the seed of the order of the instances and of the choice of validation data.
     *
     * @param seed any number
     */
    @Override
    public void setSeed(int seed) {
        settings().seed = seed;
    }
}
