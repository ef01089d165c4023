package weka.classifiers.functions;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ridgeline.Groups;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.CommandLine;
import org.ridgeline.weka.DummyCoding;
import org.ridgeline.weka.InstalledRegularizers;
import org.ridgeline.weka.RegularizerText;
import weka.core.Option;
import weka.core.regularizers.ElasticNet;
import weka.core.regularizers.Regularizer;

/** Everything that can be set of a regularized linear classifier, with its help and its options. */
final class RegularizedSettings implements Serializable {

    static final String REGULARIZER =
            "The regularizer: a class with its options, or a text form such as elastic-net(lambda=0.1,alpha=0.5)";
    static final String LAMBDA = "Strength lambda in place of the regularizer's own; where lambda adapts, its start"
            + " (not given, or NaN in the object editor: the regularizer's own)";
    static final String LOSS_SCALE =
            "What the penalty is added to: the mean loss or, as in LinearRegression and Logistic, the sum";
    static final String STANDARDIZATION = "Attributes are divided by their deviation before their coefficients are"
            + " penalized: none, population (1/n), or sample (1/(n-1)) as in LinearRegression and Logistic";
    static final String GROUPS =
            "Groups for group penalties: a regular expression that is found in every attribute's name"
                    + " and whose first capturing group names the attribute's group, such as ^([^_]+)_"
                    + " (empty: each attribute is a group, with all columns of a nominal one)";
    static final String TOLERANCE =
            "What the relative duality gap and the relative proximal residual must come down to";
    static final String MAX_ITERATIONS = "Largest number of iterations of a fit";
    static final String VALIDATION_SHARE =
            "Share of the training data on which an adaptive lambda is judged; other regularizers do not use it";
    static final String SEED = "Seed of the choice of validation data";

    static final Parameter.Whole DECIMAL_PLACES = new Parameter.Whole(0, 100);

    private static final long serialVersionUID = 1;

    private static final Parameter.Real STRENGTH = new Parameter.Real(Interval.atLeast(0));
    private static final Parameter.Real POSITIVE = new Parameter.Real(Interval.above(0));
    private static final Parameter.Real SHARE = new Parameter.Real(Interval.open(0, 1));
    private static final Parameter.Whole COUNT = new Parameter.Whole(1, Integer.MAX_VALUE);
    private static final Parameter.Whole ANY = new Parameter.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);

    Regularizer regularizer = defaultRegularizer();
    double lambda = Double.NaN;
    LossScale lossScale = LossScale.MEAN;
    Standardization standardization = Standardization.SAMPLE;
    String groups = "";
    double tolerance = Solver.standard().tolerance();
    int maxIterations = Solver.standard().maxIterations();
    double validationShare = 0.2;
    int seed = 1;

    private static Regularizer defaultRegularizer() {
        ElasticNet elasticNet = new ElasticNet();
        elasticNet.setLambda(0.01);
        return elasticNet;
    }

    static List<Option> list() {
        RegularizedSettings unset = new RegularizedSettings();
        return List.of(
                CommandLine.option(
                        "regularizer",
                        "<class or text form>",
                        REGULARIZER + " (default " + RegularizerText.of(unset.regularizer) + ")"),
                CommandLine.option("R", "<number>", LAMBDA),
                CommandLine.option("loss-scale", "<mean|sum>", LOSS_SCALE + " (default " + unset.lossScale + ")"),
                CommandLine.option(
                        "standardize",
                        "<none|population|sample>",
                        STANDARDIZATION + " (default " + unset.standardization + ")"),
                CommandLine.option("groups", "<pattern>", GROUPS),
                CommandLine.option(
                        "tolerance", "<number>", TOLERANCE + " (default " + CommandLine.number(unset.tolerance) + ")"),
                CommandLine.option(
                        "max-iterations", "<number>", MAX_ITERATIONS + " (default " + unset.maxIterations + ")"),
                CommandLine.option(
                        "validation-share", "<number>", VALIDATION_SHARE + " (default " + unset.validationShare + ")"),
                CommandLine.option("S", "<number>", SEED + " (default " + unset.seed + ")"));
    }

    /** Takes the settings off a command line; what is not there has its default. */
    static RegularizedSettings read(CommandLine line) throws Exception {
        RegularizedSettings read = new RegularizedSettings();
        String regularizer = line.text("regularizer");
        if (regularizer != null) {
            read.regularizer = RegularizerText.parse(regularizer);
        }
        read.lambda = line.number("R", STRENGTH, read.lambda);
        String lossScale = line.text("loss-scale");
        if (lossScale != null) {
            read.lossScale = LossScale.of(lossScale);
        }
        String standardization = line.text("standardize");
        if (standardization != null) {
            read.standardization = Standardization.of(standardization);
        }
        String groups = line.text("groups");
        if (groups != null) {
            read.groups = groups;
        }
        read.tolerance = line.number("tolerance", POSITIVE, read.tolerance);
        read.maxIterations = line.whole("max-iterations", COUNT, read.maxIterations);
        read.validationShare = line.number("validation-share", SHARE, read.validationShare);
        read.seed = line.whole("S", ANY, read.seed);
        read.check();
        return read;
    }

    /** What {@link #read} reads. */
    void write(List<String> options) {
        options.addAll(List.of("-regularizer", RegularizerText.of(regularizer)));
        if (!Double.isNaN(lambda)) {
            options.addAll(List.of("-R", CommandLine.number(lambda)));
        }
        options.addAll(List.of("-loss-scale", lossScale.toString(), "-standardize", standardization.toString()));
        if (!groups.isEmpty()) {
            options.addAll(List.of("-groups", groups));
        }
        options.addAll(List.of("-tolerance", CommandLine.number(tolerance)));
        options.addAll(List.of("-max-iterations", Integer.toString(maxIterations)));
        options.addAll(List.of("-validation-share", CommandLine.number(validationShare)));
        options.addAll(List.of("-S", Integer.toString(seed)));
    }

    /**
     * Checks what setters have taken unchecked.
     *
     * @return the regularizer with the λ that was asked for
     * @throws IllegalArgumentException if something is wrong
     */
    org.ridgeline.Regularizer check() {
        CommandLine.require("tolerance", POSITIVE, tolerance);
        CommandLine.require("maxIterations", COUNT, maxIterations);
        CommandLine.require("validationShare", SHARE, validationShare);
        groupPattern();
        org.ridgeline.Regularizer own = regularizer.toRegularizer(InstalledRegularizers.load());
        if (Double.isNaN(lambda)) {
            return own;
        }
        CommandLine.require("lambda", STRENGTH, lambda);
        return own.withLambda(lambda);
    }

    Groups groups(DummyCoding coding) {
        return groups.isEmpty() ? coding.groupsByAttribute() : coding.groupsByName(groupPattern());
    }

    private Pattern groupPattern() {
        Pattern pattern;
        try {
            pattern = Pattern.compile(groups);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "groups must be a regular expression with a capturing group, as in ^([^_]+)_, but is '" + groups
                            + "': " + e.getDescription(),
                    e);
        }
        if (!groups.isEmpty()) {
            // Says so at once if there is no capturing group.
            Groups.named(List.of(), pattern);
        }
        return pattern;
    }
}
