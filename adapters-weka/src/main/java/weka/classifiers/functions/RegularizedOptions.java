package weka.classifiers.functions;

import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Standardization;
import weka.core.OptionMetadata;
import weka.core.regularizers.Regularizer;

/**
 * The options that regularized linear classifiers share. Setters take any value, as the object editor calls them at every
 * keystroke; {@code setOptions} and {@code buildClassifier} check.
 *
 * @param <S> holds the settings
 */
public abstract class RegularizedOptions<S extends RegularizedSettings> extends StrictOptions<S> {

    private static final long serialVersionUID = 1;

    /** With the default options. */
    RegularizedOptions(S defaults) {
        super(defaults);
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
     * What the penalty is added to.
     *
     * @return mean or sum
     */
    @OptionMetadata(displayName = "loss scale", description = RegularizedSettings.LOSS_SCALE, displayOrder = 10)
    public LossScale getLossScale() {
        return settings().lossScale;
    }

    /**
     * Sets what the penalty is added to.
     *
     * @param lossScale mean or sum
     */
    public void setLossScale(LossScale lossScale) {
        settings().lossScale = lossScale;
    }

    /**
     * The scale on which coefficients are penalised.
     *
     * @return none, population or sample
     */
    @OptionMetadata(displayName = "standardize", description = RegularizedSettings.STANDARDIZATION, displayOrder = 11)
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
    @OptionMetadata(displayName = "groups", description = RegularizedSettings.GROUPS, displayOrder = 12)
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
    @OptionMetadata(displayName = "tie classes", description = RegularizedSettings.TIE_CLASSES, displayOrder = 13)
    public boolean getTieClasses() {
        return settings().tieClasses;
    }

    /**
     * Sets whether a group holds the coefficients of all classes.
     *
     * @param tieClasses true if a group penalty is to keep or drop whole attributes, also with three and more classes
     */
    public void setTieClasses(boolean tieClasses) {
        settings().tieClasses = tieClasses;
    }

    /**
     * The tolerance of a fit.
     *
     * @return a number &gt; 0
     */
    @OptionMetadata(displayName = "tolerance", description = RegularizedSettings.TOLERANCE, displayOrder = 14)
    public double getTolerance() {
        return settings().tolerance;
    }

    /**
     * Sets the tolerance of a fit.
     *
     * @param tolerance a number &gt; 0
     */
    public void setTolerance(double tolerance) {
        settings().tolerance = tolerance;
    }

    /**
     * The largest number of iterations of a fit.
     *
     * @return a number ≥ 1
     */
    @OptionMetadata(
            displayName = "max. iterations",
            description = RegularizedSettings.MAX_ITERATIONS,
            displayOrder = 15)
    public int getMaxIterations() {
        return settings().maxIterations;
    }

    /**
     * Sets the largest number of iterations of a fit.
     *
     * @param maxIterations a number ≥ 1
     */
    public void setMaxIterations(int maxIterations) {
        settings().maxIterations = maxIterations;
    }
}
