package weka.classifiers.functions;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.weka.CommandLine;
import org.ridgeline.weka.Setting;
import org.ridgeline.weka.Settings;

/** What can be set of a learner that walks down a path: also which λ there are, and how far it goes. */
final class PathSettings extends RegularizedSettings {

    static final String LAMBDAS = "How many lambdas the path has, evenly on a log scale";
    static final String RATIO = "The smallest lambda of the path as a share of the smallest that makes all coefficients"
            + " zero (for l2, which makes none zero: of that for l1), or of the given largest";
    static final String MAXIMUM = "The largest lambda, where the path starts, so that the folds of a cross-validation"
            + " have the same lambdas (not given, or NaN in the object editor: for each training set the smallest that"
            + " makes all its coefficients zero)";
    static final String ITERATIONS = "How many lambdas further down from the largest the training goes, or goes on"
            + " where it resumes (-1: to the end of the path)";
    static final String RESUME =
            "Whether the training can go on after its iterations; the model then holds the training"
                    + " data, also when it is saved";

    /** As the number of iterations: all that there are. */
    static final int ALL_ITERATIONS = -1;

    private static final long serialVersionUID = 1;

    private static final Parameter.Real POSITIVE = new Parameter.Real(Interval.above(0));

    /** What the fits depend on. */
    private static final Settings<PathSettings> PATH = Settings.of(
            PathSettings::new,
            Settings.<PathSettings>concat(
                    all(Setting.pathRegularizer(s -> s.regularizer, (s, value) -> s.regularizer = value)),
                    List.<Setting<PathSettings>>of(
                            Setting.whole(
                                    "lambdas",
                                    "numLambdas",
                                    LAMBDAS,
                                    LambdaSettings.SEVERAL,
                                    s -> s.numLambdas,
                                    (s, value) -> s.numLambdas = value),
                            Setting.number(
                                    "lambda-ratio",
                                    "lambdaRatio",
                                    RATIO,
                                    LambdaSettings.SHARE,
                                    s -> s.lambdaRatio,
                                    (s, value) -> s.lambdaRatio = value),
                            new Setting<>(
                                    "lambda-max",
                                    "<number>",
                                    MAXIMUM,
                                    s -> Double.isNaN(s.lambdaMax) ? null : CommandLine.number(s.lambdaMax),
                                    (s, text) -> s.lambdaMax = CommandLine.number("lambda-max", text, POSITIVE),
                                    PathSettings::checkMaximum))));

    static final Settings<PathSettings> OPTIONS = PATH.and(List.of(
            Setting.whole(
                    "I",
                    "numIterations",
                    ITERATIONS,
                    new Parameter.Whole(ALL_ITERATIONS, Integer.MAX_VALUE),
                    s -> s.numIterations,
                    (s, value) -> s.numIterations = value),
            Setting.flag("resume", RESUME, s -> s.resume, (s, value) -> s.resume = value)));

    int numLambdas = 100;
    double lambdaRatio = 1e-3;
    double lambdaMax = Double.NaN;
    int numIterations = ALL_ITERATIONS;
    boolean resume;

    private static void checkMaximum(PathSettings settings) {
        if (!Double.isNaN(settings.lambdaMax)) {
            CommandLine.require("lambdaMax", POSITIVE, settings.lambdaMax);
        }
    }

    LambdaPath path() {
        return Double.isNaN(lambdaMax)
                ? LambdaPath.geometric(numLambdas, lambdaRatio)
                : LambdaPath.geometric(lambdaMax, numLambdas, lambdaRatio);
    }

    /** All that the fits depend on, as text. */
    List<String> ofFits() {
        List<String> options = new ArrayList<>();
        PATH.write(this, options);
        return options;
    }
}
