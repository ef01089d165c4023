package weka.classifiers.functions;

import java.util.List;
import java.util.Set;
import org.ridgeline.weka.CommandLine;
import org.ridgeline.weka.Setting;
import org.ridgeline.weka.Settings;
import org.ridgeline.weka.sgd.SgdLoss;
import org.ridgeline.weka.sgd.StreamSettings;

/**
 * What can be set of a learner of streams. Of what batch learners have, the penalty and its scale are shared; a sum instead
 * of a mean, a tolerance and a number of iterations mean nothing for a stream.
 */
final class SgdSettings extends RegularizedSettings {

    static final String LAMBDA = LambdaSettings.LAMBDA;
    static final String LOSS =
            "What is minimized beside the penalty: log (logistic regression, also of several classes),"
                    + " hinge (SVM, two classes), squared or huber (a number)";
    static final String DELTA =
            "From which error on the Huber loss grows linearly, in units of the class; other losses" + " do not use it";
    static final String EPOCHS = "How often a batch is gone through; a stream is learnt from once";
    static final String LEARNING_RATE =
            "About how much early steps change a score, for a number in units of its deviation";
    static final String RESUME = "Whether an iterative training goes on with the model that there is, as with Weka's"
            + " -continue-iterating, rather than with a new one";
    static final String VALIDATION_SHARE = LambdaSettings.VALIDATION_SHARE;
    static final String SEED =
            "Seed of the order of the instances, and of the choice of validation data for an adaptive" + " lambda";

    private static final long serialVersionUID = 1;

    private static final Set<String> SHARED = Set.of("regularizer", "standardize", "groups", "tie-classes");

    private static final List<Setting<SgdSettings>> OWN = List.of(
            new Setting<>(
                    "R",
                    "<number>",
                    LAMBDA,
                    s -> Double.isNaN(s.lambda) ? null : CommandLine.number(s.lambda),
                    (s, text) -> s.lambda = CommandLine.number("R", text, LambdaSettings.STRENGTH),
                    SgdSettings::checkLambda),
            Setting.choice(
                    "loss", "log|hinge|squared|huber", LOSS, SgdLoss::of, s -> s.loss, (s, value) -> s.loss = value),
            Setting.number("delta", "delta", DELTA, POSITIVE, s -> s.delta, (s, value) -> s.delta = value),
            Setting.whole("epochs", "epochs", EPOCHS, COUNT, s -> s.epochs, (s, value) -> s.epochs = value),
            Setting.number(
                    "learning-rate",
                    "learningRate",
                    LEARNING_RATE,
                    POSITIVE,
                    s -> s.learningRate,
                    (s, value) -> s.learningRate = value),
            Setting.flag("resume", RESUME, s -> s.resume, (s, value) -> s.resume = value),
            Setting.number(
                    "validation-share",
                    "validationShare",
                    VALIDATION_SHARE,
                    LambdaSettings.SHARE,
                    s -> s.validationShare,
                    (s, value) -> s.validationShare = value),
            Setting.whole("S", "seed", SEED, LambdaSettings.ANY, s -> s.seed, (s, value) -> s.seed = value));

    static final Settings<SgdSettings> OPTIONS = Settings.of(
            SgdSettings::new,
            Settings.concat(
                    ALL.stream()
                            .filter(setting -> SHARED.contains(setting.flag()))
                            .toList(),
                    OWN));

    double lambda = Double.NaN;
    SgdLoss loss = SgdLoss.LOG;
    double delta = 1;
    int epochs = 20;
    double learningRate = 0.5;
    boolean resume;
    double validationShare = 0.2;
    int seed = 1;

    private void checkLambda() {
        if (!Double.isNaN(lambda)) {
            CommandLine.require("lambda", LambdaSettings.STRENGTH, lambda);
        }
    }

    @Override
    org.ridgeline.Regularizer penalty() {
        return Double.isNaN(lambda) ? super.penalty() : super.penalty().withLambda(lambda);
    }

    StreamSettings stream(org.ridgeline.Regularizer fixed) {
        return new StreamSettings(loss, delta, fixed.toString(), learningRate, standardization, groups, tieClasses);
    }
}
