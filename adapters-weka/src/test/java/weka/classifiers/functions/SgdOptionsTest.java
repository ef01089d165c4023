package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.weka.sgd.SgdLoss;
import weka.classifiers.meta.CVParameterSelection;
import weka.classifiers.meta.IterativeClassifierOptimizer;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Instances;
import weka.core.Option;
import weka.core.Utils;
import weka.core.regularizers.TextRegularizer;

class SgdOptionsTest {

    private static final String ALL =
            "-regularizer l1(lambda=0.5) -standardize none -groups ^(.) -tie-classes yes -R 0.25"
                    + " -loss huber -delta 2 -epochs 3 -learning-rate 0.125 -resume -validation-share 0.5 -S 7"
                    + " -num-decimal-places 6";

    @Test
    void optionsAreWrittenAsTheyWereRead() throws Exception {
        RegularizedSGD classifier = SgdData.with(ALL);

        assertThat(Utils.joinOptions(classifier.getOptions())).isEqualTo(ALL);
        assertThat(classifier.getLoss()).isEqualTo(SgdLoss.HUBER);
        assertThat(classifier.getDelta()).isEqualTo(2);
        assertThat(classifier.getEpochs()).isEqualTo(3);
        assertThat(classifier.getLearningRate()).isEqualTo(0.125);
        assertThat(classifier.getResume()).isTrue();
        assertThat(classifier.getSeed()).isEqualTo(7);
        assertThat(Utils.joinOptions(SgdData.with("").getOptions()))
                .isEqualTo("-regularizer \"weka.core.regularizers.ElasticNet -L 0.01 -A 0.5\" -standardize sample"
                        + " -tie-classes no -loss log -delta 1 -epochs 20 -learning-rate 0.5"
                        + " -validation-share 0.2 -S 1 -num-decimal-places 4");
    }

    @Test
    void wekasOwnChecksPass() throws Exception {
        CheckOptionHandler check = new CheckOptionHandler();
        check.setSilent(true);
        check.setOptionHandler(new RegularizedSGD());
        check.setUserOptions(Utils.splitOptions(ALL));
        check.doTests();
        CheckGOE editor = new CheckGOE();
        editor.setSilent(true);
        editor.setObject(new RegularizedSGD());
        editor.doTests();

        assertThat(check.getSuccess()).isTrue();
        assertThat(editor.getSuccess()).isTrue();
        assertThat(Collections.list(new RegularizedSGD().listOptions()))
                .extracting(Option::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-loss Log | there is no loss 'Log' | log, hinge, squared, huber",
                "-loss absolute | there is no loss 'absolute' | log, hinge, squared, huber",
                "-delta 0 | -delta must be a number > 0 | 0",
                "-epochs 0 | -epochs must be a whole number from 1 | 0",
                "-epochs 1.5 | -epochs must be a whole number | 1.5",
                "-learning-rate 0 | -learning-rate must be a number > 0 | 0",
                "-learning-rate -1 | -learning-rate must be a number > 0 | -1",
                "-learning-rate NaN | -learning-rate must be a number > 0 | NaN",
                "-R -1 | -R must be a number >= 0 | -1",
                "-R cv | -R must be a number >= 0 | cv",
                "-resume yes | unknown or repeated option 'yes' | -resume",
                "-groups ^a | capturing group | ^a",
                "-tolerance 1e-3 | unknown or repeated option '-tolerance' | -learning-rate",
                "-loss-scale sum | unknown or repeated option '-loss-scale' | -epochs",
                "-F 1 | unknown or repeated option '-F' | -loss",
                "-S 1 -S 2 | unknown or repeated option '-S' | -S"
            })
    void whatIsWrongIsRefusedWithAReason(String options, String said, String named) throws Exception {
        RegularizedSGD classifier = SgdData.with(ALL);

        assertThatThrownBy(() -> classifier.setOptions(Utils.splitOptions(options)))
                .hasMessageContaining(said)
                .hasMessageContaining(named);
        assertThat(Utils.joinOptions(classifier.getOptions())).isEqualTo(ALL);
    }

    @Test
    void settersTakeAnythingAndTrainingChecks() {
        assertRefused(c -> c.setLearningRate(0), "learningRate must be a number > 0");
        assertRefused(c -> c.setEpochs(-1), "epochs must be a whole number from 1");
        assertRefused(c -> c.setDelta(Double.NaN), "delta must be a number > 0");
        assertRefused(c -> c.setLambda(-1), "lambda must be a number >= 0");
        assertRefused(c -> c.setValidationShare(1), "validationShare must be a number in (0, 1)");
        assertRefused(c -> c.setGroups("("), "groups must be a regular expression");
        assertRefused(c -> c.setGroups("^([^_]+)_"), "'size' belongs to no group");
        assertRefused(c -> c.setRegularizer(new TextRegularizer("l3")), "there is no regularizer 'l3'");
    }

    private static void assertRefused(Consumer<RegularizedSGD> setting, String message) {
        RegularizedSGD classifier = new RegularizedSGD();
        setting.accept(classifier);
        for (Instances data : new Instances[] {WekaData.mixed(1, true), new Instances(WekaData.mixed(1, true), 0)}) {
            assertThatThrownBy(() -> classifier.buildClassifier(data))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message);
        }
    }

    @Test
    void anAdaptiveLambdaIsFoundOnHeldOutInstances() throws Exception {
        Instances data = WekaData.mixed(1, true);
        RegularizedSGD adaptive =
                SgdData.trained(data, "-regularizer adaptive(base=l1(lambda=0.2),decay=0.5) -epochs 5");

        String found = adaptive.trainedRegularizer();
        assertThat(found).startsWith("l1(lambda=0.").isNotEqualTo("l1(lambda=0.2)");
        assertThat(adaptive.toString())
                .isEqualTo(
                        SgdData.trained(data, "-epochs 5 -regularizer " + found).toString());
        assertThatThrownBy(() -> SgdData.streamed(data, "-regularizer adaptive(base=l1)"))
                .hasMessageContaining("finds lambda on held-out instances")
                .hasMessageContaining("for a stream take its base");
        assertThatThrownBy(() -> SgdData.trained(data, "-regularizer adaptive(base=l1) -validation-share 0.001"))
                .hasMessageContaining("0.001 of 200");
    }

    @Test
    void wekasTunersTuneLambdaAndEpochs() throws Exception {
        Instances data = WekaData.mixed(3, true);
        CVParameterSelection selection = new CVParameterSelection();
        selection.setClassifier(SgdData.with("-regularizer l1"));
        selection.setCVParameters(new String[] {"R 0.01 1.01 11"});
        selection.buildClassifier(data);
        IterativeClassifierOptimizer optimizer = new IterativeClassifierOptimizer();
        optimizer.setIterativeClassifier(SgdData.with("-regularizer l1(lambda=0.01)"));
        optimizer.buildClassifier(data);

        assertThat(Utils.joinOptions(selection.getBestClassifierOptions())).contains("-R 0.01 ");
        assertThat(optimizer.toString()).contains("Best number of iterations").contains("RegularizedSGD");
    }
}
