package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.LambdaSelection;
import weka.classifiers.meta.CVParameterSelection;
import weka.core.CheckOptionHandler;
import weka.core.Instances;
import weka.core.Option;
import weka.core.Utils;
import weka.core.regularizers.ElasticNet;
import weka.core.regularizers.TextRegularizer;

class OptionsTest {

    private static final String ALL = "-regularizer \"weka.core.regularizers.ElasticNet -L 0.25 -A 0.75\""
            + " -R 0.125 -loss-scale sum -standardize none -groups ^([^_]+)_ -tie-classes yes -tolerance 1e-7 -max-iterations 77"
            + " -folds 4 -measure error-rate -lambdas 30 -lambda-ratio 0.05 -num-slots 2 -validation-share 0.3"
            + " -S -5 -num-decimal-places 9";

    private static RegularizedLogistic with(String options) throws Exception {
        RegularizedLogistic classifier = new RegularizedLogistic();
        classifier.setOptions(Utils.splitOptions(options));
        return classifier;
    }

    @Test
    void everyOptionIsReadAndWritten() throws Exception {
        RegularizedLogistic classifier = with(ALL);

        assertThat(((ElasticNet) classifier.getRegularizer()).getLambda()).isEqualTo(0.25);
        assertThat(((ElasticNet) classifier.getRegularizer()).getAlpha()).isEqualTo(0.75);
        assertThat(classifier.getLambda()).isEqualTo(0.125);
        assertThat(classifier.getLossScale()).isEqualTo(LossScale.SUM);
        assertThat(classifier.getStandardization()).isEqualTo(Standardization.NONE);
        assertThat(classifier.getGroups()).isEqualTo("^([^_]+)_");
        assertThat(classifier.getTolerance()).isEqualTo(1e-7);
        assertThat(classifier.getMaxIterations()).isEqualTo(77);
        assertThat(classifier.getValidationShare()).isEqualTo(0.3);
        assertThat(classifier.getSeed()).isEqualTo(-5);
        assertThat(classifier.getTieClasses()).isTrue();
        assertThat(classifier.getLambdaSelection()).isEqualTo(LambdaSelection.FIXED);
        assertThat(classifier.getFolds()).isEqualTo(4);
        assertThat(classifier.getMeasure()).isEqualTo(Measures.ERROR_RATE);
        assertThat(classifier.getNumLambdas()).isEqualTo(30);
        assertThat(classifier.getLambdaRatio()).isEqualTo(0.05);
        assertThat(classifier.getNumExecutionSlots()).isEqualTo(2);
        assertThat(Utils.joinOptions(classifier.getOptions())).isEqualTo(ALL);
    }

    @Test
    void whatIsNotGivenHasItsDefault() throws Exception {
        RegularizedLogistic classifier = with(ALL);
        classifier.setOptions(new RegularizedLogistic().getOptions());

        assertThat(classifier.getOptions()).isEqualTo(new RegularizedLogistic().getOptions());
        classifier = with(ALL);
        classifier.setOptions(new String[0]);
        assertThat(classifier.getNumDecimalPlaces()).isEqualTo(4);
        assertThat(Utils.joinOptions(classifier.getOptions()))
                .startsWith("-regularizer \"weka.core.regularizers.ElasticNet -L 0.01 -A 0.5\" -loss-scale mean");
        assertThat(classifier.getLambda()).isNaN();
    }

    @Test
    void wekasOwnOptionsAreKept() throws Exception {
        String own = "-output-debug-info -do-not-check-capabilities -batch-size 7";

        assertThat(Utils.joinOptions(with(own + " -num-decimal-places 2").getOptions()))
                .endsWith("-num-decimal-places 2 " + own);
    }

    @Test
    void helpListsEveryOption() throws Exception {
        assertThat(Collections.list(new RegularizedLogistic().listOptions()))
                .extracting(Option::name)
                .contains(
                        "regularizer",
                        "R",
                        "loss-scale",
                        "standardize",
                        "groups",
                        "tolerance",
                        "max-iterations",
                        "validation-share",
                        "S",
                        "num-decimal-places")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Regression", "Logistic"})
    void wekasOwnCheckOfOptionsPasses(String kind) throws Exception {
        CheckOptionHandler check = new CheckOptionHandler();
        check.setSilent(true);
        check.setOptionHandler(kind.equals("Logistic") ? new RegularizedLogistic() : new RegularizedLinearRegression());
        check.setUserOptions(Utils.splitOptions(ALL));
        check.doTests();

        assertThat(check.getSuccess()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-regularizer no-such(lambda=1) | no-such | adaptive, elastic-net, group-l2, l1, l2, mcp, scad, slope, sparse-group-l2",
                "-regularizer weka.core.regularizers.Ridge | weka.core.regularizers.Ridge | weka.core.regularizers.ElasticNet",
                "-regularizer weka.core.regularizers.Ridge | weka.core.regularizers.Ridge | elastic-net, group-l2, l1, l2",
                "-regularizer Ridge | weka.core.regularizers.Ridge | weka.core.regularizers.ElasticNet",
                "-regularizer weka.classifiers.functions.Logistic | not a regularizer | weka.core.regularizers.L1",
                "-regularizer weka.core.regularizers.ProviderRegularizer | constructor | weka.core.regularizers.L1",
                "-regularizer \"weka.core.regularizers.L1 -L -1\" | lambda must be a number >= 0 | -1",
                "-regularizer \"weka.core.regularizers.L1 -L\" | -L needs a value | last",
                "-regularizer \"weka.core.regularizers.L1 -A 0.5\" | unknown or repeated option '-A' | there are -L",
                "-regularizer \"weka.core.regularizers.ElasticNet -A 2\" | alpha must be a number in [0, 1] | 2",
                "-regularizer \"weka.core.regularizers.Mcp -G 0\" | gamma must be a number > 0 | 0",
                "-regularizer \"weka.core.regularizers.Scad -A 2\" | a must be a number > 2 | 2",
                "-regularizer \"weka.core.regularizers.Slope -Q 1\" | q must be a number in [0, 1) | 1",
                "-regularizer \"weka.core.regularizers.SparseGroupL2 -A -1\" | alpha must be a number in [0, 1] | -1",
                "-regularizer \"weka.core.regularizers.ElasticNet -A half\" | alpha must be a number in [0, 1] | half",
                "-regularizer \"weka.core.regularizers.AdaptiveLambda -B no-such\" | no-such | group-l2",
                "-regularizer \"weka.core.regularizers.AdaptiveLambda -min 2 -max 1\" | min <= max | 2 and 1",
                "-regularizer \"weka.core.regularizers.AdaptiveLambda -E 1.5\" | epochs must be a whole number | 1.5",
                "-regularizer \"weka.core.regularizers.TextRegularizer -text l1(lambda=\" | a regularizer | the end",
                "-regularizer elastic-net(lamda=1) | lamda | lambda, alpha",
                "-regularizer l1(lambda=1 | ',' or ')' | the end",
                "-regularizer \"\" | the name of a regularizer | the end",
                "-regularizer | -regularizer needs a value | last",
                "-R -1 | -R must be a number >= 0 | -1",
                "-R abc | -R must be a number >= 0, cv or cv-1se | abc",
                "-R NaN | -R must be a number >= 0 | NaN",
                "-R Infinity | -R must be a number >= 0 | Infinity",
                "-R \"\" | -R must be a number >= 0 | ''",
                "-R 1 -R 2 | unknown or repeated option '-R' | -loss-scale",
                "-R 0x1p3 | -R must be a number >= 0 | 0x1p3",
                "-R CV | -R must be a number >= 0, cv or cv-1se | CV",
                "-R cv -regularizer adaptive(base=l1) | finds lambda itself | cv",
                "-folds 1 | -folds must be a whole number from 2 | 1",
                "-measure auc | there is no measure 'auc' | loss, error-rate",
                "-lambdas 1 | -lambdas must be a whole number from 2 | 1",
                "-lambda-ratio 1 | -lambda-ratio must be a number in (0, 1) | 1",
                "-num-slots 0 | -num-slots must be a whole number from 1 | 0",
                "-tie-classes maybe | -tie-classes must be yes or no | maybe",
                "-loss-scale Mean | there is no loss scale 'Mean' | mean, sum",
                "-standardize yes | there is no standardization 'yes' | none, population, sample",
                "-groups [a | regular expression with a capturing group | [a",
                "-groups ^a_ | capturing group | ^a_",
                "-tolerance 0 | -tolerance must be a number > 0 | 0",
                "-tolerance -1e-3 | -tolerance must be a number > 0 | -0.001",
                "-max-iterations 0 | -max-iterations must be a whole number from 1 | 0",
                "-max-iterations 1.5 | -max-iterations must be a whole number from 1 | 1.5",
                "-max-iterations 3000000000 | -max-iterations must be a whole number from 1 | 3000000000",
                "-validation-share 0 | -validation-share must be a number in (0, 1) | 0",
                "-validation-share 1 | -validation-share must be a number in (0, 1) | 1",
                "-S few | -S must be a whole number | few",
                "-lambda 1 | unknown or repeated option '-lambda' | -regularizer, -R, -loss-scale, -standardize, -groups",
                "-Regularizer l1 | unknown or repeated option '-Regularizer' | -batch-size",
                "stray | unknown or repeated option 'stray' | -R",
                "-batch-size 5 -batch-size 6 | unknown or repeated option | -batch-size",
                "-num-decimal-places few | -num-decimal-places must be a whole number | few"
            })
    void whatIsWrongIsRefusedWithAReason(String options, String said, String named) throws Exception {
        RegularizedLogistic classifier = with(ALL);

        assertThatThrownBy(() -> classifier.setOptions(Utils.splitOptions(options)))
                .hasMessageContaining(said)
                .hasMessageContaining(named);
        assertThat(Utils.joinOptions(classifier.getOptions()))
                .as("nothing has changed")
                .contains("-R 0.125");
    }

    @Test
    void settersTakeAnythingAndTrainingChecks() throws Exception {
        Instances data = WekaData.mixed(1, true);
        assertRefused(data, c -> c.setLambda(-1), "lambda must be a number >= 0, but is -1");
        assertRefused(data, c -> c.setTolerance(0), "tolerance must be a number > 0, but is 0");
        assertRefused(data, c -> c.setMaxIterations(-3), "maxIterations must be a whole number from 1");
        assertRefused(
                data, c -> c.setValidationShare(Double.NaN), "validationShare must be a number in (0, 1), but is NaN");
        assertRefused(data, c -> c.setGroups("("), "groups must be a regular expression");
        assertRefused(data, c -> c.setGroups("size"), "needs a capturing group");
        assertRefused(data, c -> c.setRegularizer(new TextRegularizer("l3")), "there is no regularizer 'l3'");
        ElasticNet wrong = new ElasticNet();
        assertThatCode(() -> wrong.setAlpha(7)).doesNotThrowAnyException();
        assertRefused(data, c -> c.setRegularizer(wrong), "alpha must be a number in [0, 1], but is 7");
    }

    @Test
    void aNumberAndAChoiceOfLambdaContradictEachOther() throws Exception {
        RegularizedLogistic classifier = with("-R cv");
        assertThat(classifier.getLambdaSelection()).isEqualTo(LambdaSelection.CV);
        assertThat(classifier.getLambda()).isNaN();
        assertThat(with("-R cv-1se").getOptions()).containsSubsequence("-R", "cv-1se");
        classifier.setLambda(0.5);
        assertThatThrownBy(() -> classifier.buildClassifier(WekaData.mixed(1, true)))
                .hasMessageContaining("lambda is 0.5, but is also to be chosen by cv")
                .hasMessageContaining("set lambda to NaN, or its selection to fixed");
    }

    private static void assertRefused(Instances data, Consumer<RegularizedLogistic> setting, String message) {
        RegularizedLogistic classifier = new RegularizedLogistic();
        setting.accept(classifier);
        assertThatThrownBy(() -> classifier.buildClassifier(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThatCode(classifier::getOptions).doesNotThrowAnyException();
    }

    @Test
    void bothFormsOfARegularizerGiveTheSameModel() throws Exception {
        Instances data = WekaData.mixed(1, true);
        RegularizedLogistic bean = WekaData.trained(
                new RegularizedLogistic(), data, "-regularizer \"weka.core.regularizers.ElasticNet -L 0.03 -A 0.25\"");
        RegularizedLogistic brief =
                WekaData.trained(new RegularizedLogistic(), data, "-regularizer \"ElasticNet -L 0.03 -A 0.25\"");
        RegularizedLogistic text = WekaData.trained(
                new RegularizedLogistic(), data, "-regularizer \"elastic-net(lambda = 0.03, alpha = 0.25)\"");

        assertThat(bean.coefficients()).isEqualTo(text.coefficients()).isEqualTo(brief.coefficients());
        assertThat(bean.fitSummary().regularizer()).isEqualTo("elastic-net(lambda=0.03,alpha=0.25)");
        assertThat(Utils.joinOptions(text.getOptions())).contains("\"elastic-net(lambda = 0.03, alpha = 0.25)\"");
    }

    @Test
    void lambdaReplacesTheRegularizersOwn() throws Exception {
        Instances data = WekaData.mixed(1, true);
        RegularizedLogistic replaced =
                WekaData.trained(new RegularizedLogistic(), data, "-regularizer l1(lambda=5) -R 0.02");
        RegularizedLogistic own = WekaData.trained(new RegularizedLogistic(), data, "-regularizer l1(lambda=0.02)");

        assertThat(replaced.coefficients()).isEqualTo(own.coefficients());
        assertThat(replaced.fitSummary().regularizer()).isEqualTo("l1(lambda=0.02)");
    }

    @Test
    void wekasParameterSelectionTunesLambda() throws Exception {
        Instances data = WekaData.mixed(3, true);
        CVParameterSelection selection = new CVParameterSelection();
        selection.setClassifier(with("-regularizer elastic-net(lambda=7,alpha=0.5)"));
        selection.setCVParameters(new String[] {"R 0.01 1.01 11"});
        selection.buildClassifier(data);

        // Of 0.01, 0.11, …, 1.01 all but the smallest are far too strong for these data.
        assertThat(Utils.joinOptions(selection.getBestClassifierOptions())).contains("-R 0.01 ");
        assertThat(selection.toString()).contains("elastic-net(lambda=0.01,alpha=0.5)");
    }
}
