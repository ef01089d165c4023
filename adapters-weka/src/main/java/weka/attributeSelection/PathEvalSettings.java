package weka.attributeSelection;

import java.io.Serializable;
import java.util.List;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.Weights;
import org.ridgeline.solvers.CrossValidation;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.InstalledRegularizers;
import org.ridgeline.weka.KeptAttributes;
import org.ridgeline.weka.Setting;
import org.ridgeline.weka.Settings;
import org.ridgeline.weka.TrainingData;
import weka.core.regularizers.L1;
import weka.core.regularizers.Regularizer;

/** What can be set of the ranking by a path. */
final class PathEvalSettings implements Serializable {

    static final String STANDARDIZATION = "Attributes are divided by their deviation before their coefficients are"
            + " penalized: none, population (1/n), or sample (1/(n-1)); the ranking is the same for these two";
    static final String GROUPS =
            "Groups for group penalties: a regular expression that is found in every attribute's name"
                    + " and whose first capturing group names the attribute's group, such as ^([^_]+)_; attributes of a group come"
                    + " in together (empty: each attribute is a group, with all columns of a nominal one)";
    static final String TIE_CLASSES =
            "With three and more classes, whether a group holds the coefficients of all classes, so that with a group"
                    + " penalty an attribute comes in for all of them at once";
    static final String LAMBDAS =
            "How many lambdas the path has, evenly on a log scale from the smallest that makes all"
                    + " coefficients zero; more rank more exactly";
    static final String RATIO =
            "The smallest lambda of the path as a share of the largest; what comes in below gets the" + " merit 0";
    static final String KEEP =
            "Which attributes keep their merit, where all others get 0: all that come in; cv, those of"
                    + " the model that is best in cross-validation; or cv-1se, those of the smallest model within one standard"
                    + " error of the best. With the threshold 0, Ranker then selects exactly these";
    static final String FOLDS = "Folds of that cross-validation; to keep all does not use it";
    static final String SEED = "Seed of its folds; to keep all does not use it";

    private static final long serialVersionUID = 1;

    private static final Parameter.Whole SEVERAL = new Parameter.Whole(2, Integer.MAX_VALUE);

    static final Settings<PathEvalSettings> OPTIONS = Settings.of(
            PathEvalSettings::new,
            List.<Setting<PathEvalSettings>>of(
                    regularizer(),
                    Setting.choice(
                            "standardize",
                            "none|population|sample",
                            STANDARDIZATION,
                            Standardization::of,
                            s -> s.standardization,
                            (s, value) -> s.standardization = value),
                    Setting.groups(GROUPS, s -> s.groups, (s, value) -> s.groups = value),
                    Setting.yesOrNo("tie-classes", TIE_CLASSES, s -> s.tieClasses, (s, value) -> s.tieClasses = value),
                    Setting.whole(
                            "lambdas",
                            "numLambdas",
                            LAMBDAS,
                            SEVERAL,
                            s -> s.numLambdas,
                            (s, value) -> s.numLambdas = value),
                    Setting.number(
                            "lambda-ratio",
                            "lambdaRatio",
                            RATIO,
                            new Parameter.Real(Interval.open(0, 1)),
                            s -> s.lambdaRatio,
                            (s, value) -> s.lambdaRatio = value),
                    Setting.choice(
                            "keep",
                            "all|cv|cv-1se",
                            KEEP,
                            KeptAttributes::of,
                            s -> s.keep,
                            (s, value) -> s.keep = value),
                    Setting.whole("folds", "folds", FOLDS, SEVERAL, s -> s.folds, (s, value) -> s.folds = value),
                    Setting.whole(
                            "S",
                            "seed",
                            SEED,
                            new Parameter.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
                            s -> s.seed,
                            (s, value) -> s.seed = value)));

    Regularizer regularizer = new L1();
    Standardization standardization = Standardization.SAMPLE;
    String groups = "";
    boolean tieClasses = true;
    int numLambdas = 100;
    double lambdaRatio = 1e-3;
    KeptAttributes keep = KeptAttributes.ALL;
    int folds = 10;
    int seed = 1;

    private static Setting<PathEvalSettings> regularizer() {
        Setting<PathEvalSettings> any =
                Setting.pathRegularizer(s -> s.regularizer, (s, value) -> s.regularizer = value);
        return any.withCheck(settings -> {
            any.check().accept(settings);
            org.ridgeline.Regularizer penalty = settings.penalty();
            if (penalty.lambdaMax(Weights.of(1)) == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("the regularizer " + penalty + " makes no coefficient zero, so that"
                        + " attributes do not come in one after the other: take one that does, such as l1, elastic-net"
                        + " or group-l2");
            }
        });
    }

    org.ridgeline.Regularizer penalty() {
        return regularizer.toRegularizer(InstalledRegularizers.load());
    }

    Problem problem(TrainingData data) {
        return data.problem(LossScale.MEAN, standardization, groups).withTiedOutputs(tieClasses);
    }

    LambdaPath path() {
        return LambdaPath.geometric(numLambdas, lambdaRatio);
    }

    CrossValidation crossValidation() {
        return CrossValidation.of(folds, seed);
    }
}
