package weka.classifiers.functions;

import java.io.Serializable;
import java.util.List;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.InstalledRegularizers;
import org.ridgeline.weka.Setting;
import org.ridgeline.weka.TrainingData;
import weka.core.regularizers.ElasticNet;
import weka.core.regularizers.Regularizer;

/** What can be set of every batch learner: what is minimised, and how exactly. */
class RegularizedSettings implements Serializable {

    static final String REGULARIZER =
            "The regularizer: a class with its options, or a text form such as elastic-net(lambda=0.1,alpha=0.5)";
    static final String LOSS_SCALE =
            "What the penalty is added to: the mean loss or, as in LinearRegression and Logistic, the sum";
    static final String STANDARDIZATION = "Attributes are divided by their deviation before their coefficients are"
            + " penalized: none, population (1/n), or sample (1/(n-1)) as in LinearRegression and Logistic";
    static final String GROUPS =
            "Groups for group penalties: a regular expression that is found in every attribute's name"
                    + " and whose first capturing group names the attribute's group, such as ^([^_]+)_"
                    + " (empty: each attribute is a group, with all columns of a nominal one)";
    static final String TIE_CLASSES =
            "With three and more classes, whether a group holds the coefficients of all classes,"
                    + " so that a group penalty keeps or drops whole attributes";
    static final String TOLERANCE =
            "What the relative duality gap and the relative proximal residual must come down to";
    static final String MAX_ITERATIONS = "Largest number of iterations of a fit";

    static final Parameter.Real POSITIVE = new Parameter.Real(Interval.above(0));
    static final Parameter.Whole COUNT = new Parameter.Whole(1, Integer.MAX_VALUE);
    static final Parameter.Whole DECIMAL_PLACES = new Parameter.Whole(0, 100);

    private static final long serialVersionUID = 1;

    static final List<Setting<RegularizedSettings>> ALL =
            all(Setting.regularizer(REGULARIZER, s -> s.regularizer, (s, value) -> s.regularizer = value));

    Regularizer regularizer = defaultRegularizer();
    LossScale lossScale = LossScale.MEAN;
    Standardization standardization = Standardization.SAMPLE;
    String groups = "";
    boolean tieClasses;
    double tolerance = Solver.standard().tolerance();
    int maxIterations = Solver.standard().maxIterations();

    /** All settings, with that of the regularizer. */
    static List<Setting<RegularizedSettings>> all(Setting<RegularizedSettings> regularizer) {
        return List.of(
                regularizer,
                Setting.choice(
                        "loss-scale",
                        "mean|sum",
                        LOSS_SCALE,
                        LossScale::of,
                        s -> s.lossScale,
                        (s, value) -> s.lossScale = value),
                Setting.choice(
                        "standardize",
                        "none|population|sample",
                        STANDARDIZATION,
                        Standardization::of,
                        s -> s.standardization,
                        (s, value) -> s.standardization = value),
                Setting.groups(GROUPS, s -> s.groups, (s, value) -> s.groups = value),
                Setting.yesOrNo("tie-classes", TIE_CLASSES, s -> s.tieClasses, (s, value) -> s.tieClasses = value),
                Setting.number(
                        "tolerance",
                        "tolerance",
                        TOLERANCE,
                        POSITIVE,
                        s -> s.tolerance,
                        (s, value) -> s.tolerance = value),
                Setting.whole(
                        "max-iterations",
                        "maxIterations",
                        MAX_ITERATIONS,
                        COUNT,
                        s -> s.maxIterations,
                        (s, value) -> s.maxIterations = value));
    }

    private static Regularizer defaultRegularizer() {
        ElasticNet elasticNet = new ElasticNet();
        elasticNet.setLambda(0.01);
        return elasticNet;
    }

    /** The regularizer that the bean stands for. */
    org.ridgeline.Regularizer penalty() {
        return regularizer.toRegularizer(InstalledRegularizers.load());
    }

    Solver solver() {
        return new Solver(tolerance, maxIterations);
    }

    Problem problem(TrainingData data) {
        return data.problem(lossScale, standardization, groups).withTiedOutputs(tieClasses);
    }

    /** How a problem is trained, in words. */
    String training(Problem problem, TrainingData data) {
        return problem.loss() + " loss, " + lossScale + " of " + data.numInstances()
                + " instances; attributes standardized: " + standardization;
    }
}
