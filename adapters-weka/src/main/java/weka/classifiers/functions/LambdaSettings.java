package weka.classifiers.functions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.solvers.CrossValidation;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.Measures;
import org.ridgeline.weka.CommandLine;
import org.ridgeline.weka.LambdaSelection;
import org.ridgeline.weka.Setting;
import org.ridgeline.weka.Settings;

/** What can be set of a learner of one model: also where its λ comes from. */
final class LambdaSettings extends RegularizedSettings {

    static final String LAMBDA = "Strength lambda in place of the regularizer's own; where lambda adapts, its start"
            + " (not given, or NaN in the object editor: the regularizer's own)";
    static final String SELECTION = "Where lambda comes from: fixed (a number), cv (the best in cross-validation), or"
            + " cv-1se (the largest within one standard error of the best)";
    static final String FOLDS = "Folds of the cross-validation that chooses lambda; fixed lambdas do not use it";
    static final String MEASURE = "What is compared in the cross-validation that chooses lambda: loss, error-rate,"
            + " absolute-error or squared-error; fixed lambdas do not use it";
    static final String LAMBDAS = "How many lambdas the cross-validation compares, evenly on a log scale from the"
            + " smallest that makes all coefficients zero; fixed lambdas do not use it";
    static final String RATIO = "The smallest of the lambdas that the cross-validation compares, as a share of the"
            + " smallest that makes all coefficients zero (for l2, which makes none zero: of that for l1); fixed lambdas do not use it";
    static final String SLOTS = "How many folds are fitted at a time; the model does not depend on it";
    static final String VALIDATION_SHARE =
            "Share of the training data on which an adaptive lambda is judged; other regularizers do not use it";
    static final String SEED = "Seed of the folds, and of the choice of validation data for an adaptive lambda";

    static final Parameter.Real SHARE = new Parameter.Real(Interval.open(0, 1));
    static final Parameter.Whole SEVERAL = new Parameter.Whole(2, Integer.MAX_VALUE);

    private static final long serialVersionUID = 1;

    static final Parameter.Real STRENGTH = new Parameter.Real(Interval.atLeast(0));
    static final Parameter.Whole ANY = new Parameter.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);

    private static final List<Setting<LambdaSettings>> OWN = List.of(
            new Setting<>(
                    "R",
                    "<number|cv|cv-1se>",
                    LAMBDA + ", or chosen by cross-validation: cv (the best) or cv-1se (the largest within one standard"
                            + " error of the best)",
                    LambdaSettings::writeLambda,
                    LambdaSettings::readLambda,
                    LambdaSettings::checkLambda),
            Setting.whole("folds", "folds", FOLDS, SEVERAL, s -> s.folds, (s, value) -> s.folds = value),
            Setting.choice(
                    "measure",
                    "loss|error-rate|absolute-error|squared-error",
                    MEASURE,
                    Measures::of,
                    s -> s.measure,
                    (s, value) -> s.measure = value),
            Setting.whole(
                    "lambdas", "numLambdas", LAMBDAS, SEVERAL, s -> s.numLambdas, (s, value) -> s.numLambdas = value),
            Setting.number(
                    "lambda-ratio",
                    "lambdaRatio",
                    RATIO,
                    SHARE,
                    s -> s.lambdaRatio,
                    (s, value) -> s.lambdaRatio = value),
            Setting.whole(
                    "num-slots",
                    "numExecutionSlots",
                    SLOTS,
                    COUNT,
                    s -> s.numExecutionSlots,
                    (s, value) -> s.numExecutionSlots = value),
            Setting.number(
                    "validation-share",
                    "validationShare",
                    VALIDATION_SHARE,
                    SHARE,
                    s -> s.validationShare,
                    (s, value) -> s.validationShare = value),
            Setting.whole("S", "seed", SEED, ANY, s -> s.seed, (s, value) -> s.seed = value));

    static final Settings<LambdaSettings> OPTIONS =
            // λ next to the regularizer, where a line of options that is cut off still shows it.
            Settings.of(
                    LambdaSettings::new,
                    Settings.<LambdaSettings>concat(
                            Settings.<LambdaSettings>concat(ALL.subList(0, 1), OWN.subList(0, 1)),
                            Settings.<LambdaSettings>concat(ALL.subList(1, ALL.size()), OWN.subList(1, OWN.size()))));

    double lambda = Double.NaN;
    LambdaSelection selection = LambdaSelection.FIXED;
    int folds = 10;
    Measures measure = Measures.LOSS;
    int numLambdas = 100;
    double lambdaRatio = 1e-3;
    int numExecutionSlots = 1;
    double validationShare = 0.2;
    int seed = 1;

    private static @Nullable String writeLambda(LambdaSettings settings) {
        if (settings.selection != LambdaSelection.FIXED) {
            return settings.selection.toString();
        }
        return Double.isNaN(settings.lambda) ? null : CommandLine.number(settings.lambda);
    }

    private static void readLambda(LambdaSettings settings, String text) {
        String word = text.strip();
        boolean selected = word.equals(LambdaSelection.CV.toString()) || word.equals(LambdaSelection.CV_1SE.toString());
        settings.selection = selected ? LambdaSelection.of(word) : LambdaSelection.FIXED;
        settings.lambda = selected ? Double.NaN : strength(word);
    }

    private static double strength(String text) {
        try {
            return CommandLine.number("R", text, STRENGTH);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "-R must be " + STRENGTH.wanted() + ", cv or cv-1se, but is '" + text + "'", e);
        }
    }

    private static void checkLambda(LambdaSettings settings) {
        if (!Double.isNaN(settings.lambda)) {
            CommandLine.require("lambda", STRENGTH, settings.lambda);
            if (settings.selection != LambdaSelection.FIXED) {
                throw new IllegalArgumentException("lambda is " + CommandLine.number(settings.lambda)
                        + ", but is also to be chosen by " + settings.selection
                        + ": set lambda to NaN, or its selection to " + LambdaSelection.FIXED);
            }
        }
        if (settings.selection != LambdaSelection.FIXED
                && !settings.penalty().train().settled()) {
            throw new IllegalArgumentException("the regularizer " + settings.penalty()
                    + " finds lambda itself, but lambda is also to be chosen by " + settings.selection
                    + ": take its base as regularizer, or set the selection of lambda to " + LambdaSelection.FIXED);
        }
    }

    /** The regularizer with the λ that was asked for, where that is known before training. */
    @Override
    org.ridgeline.Regularizer penalty() {
        return Double.isNaN(lambda) ? super.penalty() : super.penalty().withLambda(lambda);
    }

    LambdaPath path() {
        return LambdaPath.geometric(numLambdas, lambdaRatio);
    }

    CrossValidation crossValidation() {
        return CrossValidation.of(folds, seed).withMeasure(measure).withThreads(numExecutionSlots);
    }
}
