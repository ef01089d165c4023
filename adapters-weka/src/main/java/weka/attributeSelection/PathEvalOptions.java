package weka.attributeSelection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.CommandLine;
import org.ridgeline.weka.KeptAttributes;
import org.ridgeline.weka.Setting;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.regularizers.Regularizer;

/**
 * The options of the ranking by a path. Setters take any value, as the object editor calls them at every keystroke; {@code
 * setOptions} and {@code buildEvaluator} check.
 */
public abstract class PathEvalOptions extends ASEvaluation implements OptionHandler, Randomizable {

    private static final long serialVersionUID = 1;

    private static final String DO_NOT_CHECK_CAPABILITIES = "do-not-check-capabilities";

    /** What has been set. */
    private PathEvalSettings settings = new PathEvalSettings();

    /** With the default options. */
    PathEvalOptions() {}

    final PathEvalSettings settings() {
        return settings;
    }

    // Only from Weka 3.8.5 and 3.9.5 on has ASEvaluation options of its own, so nothing is left to it.

    @Override
    public Enumeration<Option> listOptions() {
        List<Option> options = new ArrayList<>(PathEvalSettings.OPTIONS.list());
        options.add(CommandLine.option(
                DO_NOT_CHECK_CAPABILITIES,
                "",
                "If set, what the data are is not checked before the evaluation (use with caution)"));
        return Collections.enumeration(options);
    }

    @Override
    public String[] getOptions() {
        List<String> options = new ArrayList<>();
        PathEvalSettings.OPTIONS.write(settings, options);
        if (getDoNotCheckCapabilities()) {
            options.add("-" + DO_NOT_CHECK_CAPABILITIES);
        }
        return options.toArray(new String[0]);
    }

    /**
     * Sets all options; those that are not given get their defaults.
     *
     * @param options as {@link #listOptions()} describes them; what is read becomes empty
     * @throws Exception if an option is unknown or its value wrong; then none has changed
     */
    @Override
    public void setOptions(String[] options) throws Exception {
        CommandLine line = new CommandLine(options);
        PathEvalSettings read = PathEvalSettings.OPTIONS.read(line);
        boolean unchecked = line.flag(DO_NOT_CHECK_CAPABILITIES);
        line.requireEmpty(Collections.list(listOptions()), List.of());
        settings = read;
        setDoNotCheckCapabilities(unchecked);
    }

    /**
     * The regularizer, whose own λ is not used.
     *
     * @return a bean
     */
    @OptionMetadata(displayName = "regularizer", description = Setting.PATH_REGULARIZER, displayOrder = 1)
    public Regularizer getRegularizer() {
        return settings.regularizer;
    }

    /**
     * Sets the regularizer, whose own λ is not used.
     *
     * @param regularizer a bean
     */
    public void setRegularizer(Regularizer regularizer) {
        settings.regularizer = regularizer;
    }

    /**
     * The scale on which coefficients are penalised.
     *
     * @return none, population or sample
     */
    @OptionMetadata(displayName = "standardize", description = PathEvalSettings.STANDARDIZATION, displayOrder = 2)
    public Standardization getStandardization() {
        return settings.standardization;
    }

    /**
     * Sets the scale on which coefficients are penalised.
     *
     * @param standardization none, population or sample
     */
    public void setStandardization(Standardization standardization) {
        settings.standardization = standardization;
    }

    /**
     * The pattern that groups attributes for group penalties.
     *
     * @return a regular expression with a capturing group, or empty: each attribute is a group
     */
    @OptionMetadata(displayName = "groups", description = PathEvalSettings.GROUPS, displayOrder = 3)
    public String getGroups() {
        return settings.groups;
    }

    /**
     * Sets the pattern that groups attributes for group penalties.
     *
     * @param groups a regular expression with a capturing group, or empty: each attribute is a group
     */
    public void setGroups(String groups) {
        settings.groups = groups;
    }

    /**
     * Whether a group holds the coefficients of all classes.
     *
     * @return true if an attribute comes in for all classes at once
     */
    @OptionMetadata(displayName = "tie classes", description = PathEvalSettings.TIE_CLASSES, displayOrder = 4)
    public boolean getTieClasses() {
        return settings.tieClasses;
    }

    /**
     * Sets whether a group is to hold the coefficients of all classes.
     *
     * @param tieClasses true if an attribute comes in for all classes at once
     */
    public void setTieClasses(boolean tieClasses) {
        settings.tieClasses = tieClasses;
    }

    /**
     * How many λ the path has.
     *
     * @return a number ≥ 2
     */
    @OptionMetadata(displayName = "number of lambdas", description = PathEvalSettings.LAMBDAS, displayOrder = 5)
    public int getNumLambdas() {
        return settings.numLambdas;
    }

    /**
     * Sets how many λ the path has.
     *
     * @param numLambdas a number ≥ 2
     */
    public void setNumLambdas(int numLambdas) {
        settings.numLambdas = numLambdas;
    }

    /**
     * The smallest λ of the path as a share of the largest.
     *
     * @return a number in (0, 1)
     */
    @OptionMetadata(displayName = "lambda ratio", description = PathEvalSettings.RATIO, displayOrder = 6)
    public double getLambdaRatio() {
        return settings.lambdaRatio;
    }

    /**
     * Sets the smallest λ of the path as a share of the largest.
     *
     * @param lambdaRatio a number in (0, 1)
     */
    public void setLambdaRatio(double lambdaRatio) {
        settings.lambdaRatio = lambdaRatio;
    }

    /**
     * Which attributes keep their merit.
     *
     * @return all, or those of a model chosen by cross-validation
     */
    @OptionMetadata(displayName = "keep", description = PathEvalSettings.KEEP, displayOrder = 7)
    public KeptAttributes getKeep() {
        return settings.keep;
    }

    /**
     * Sets which attributes keep their merit.
     *
     * @param keep all, or those of a model chosen by cross-validation
     */
    public void setKeep(KeptAttributes keep) {
        settings.keep = keep;
    }

    /**
     * The folds of the cross-validation that chooses what is kept.
     *
     * @return a number ≥ 2
     */
    @OptionMetadata(displayName = "folds", description = PathEvalSettings.FOLDS, displayOrder = 8)
    public int getFolds() {
        return settings.folds;
    }

    /**
     * Sets the folds of the cross-validation that chooses what is kept.
     *
     * @param folds a number ≥ 2
     */
    public void setFolds(int folds) {
        settings.folds = folds;
    }

    /**
     * The seed of the folds.
     *
     * @return any number
     */
    @Override
    @OptionMetadata(displayName = "seed", description = PathEvalSettings.SEED, displayOrder = 9)
    public int getSeed() {
        return settings.seed;
    }

    /**
     * Sets the seed of the folds.
     *
     * @param seed any number
     */
    @Override
    public void setSeed(int seed) {
        settings.seed = seed;
    }
}
