package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.solvers.LossScale;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Option;
import weka.core.Utils;
import weka.core.regularizers.AdaptiveLambda;
import weka.core.regularizers.ElasticNet;

/** The options of a path that are not those of one model. */
class PathOptionsTest {

    private static final String ALL = "-regularizer \"weka.core.regularizers.ElasticNet -L 0.25 -A 0.75\""
            + " -loss-scale sum -standardize none -groups ^([^_]+)_ -tie-classes yes -tolerance 1e-7 -max-iterations 77"
            + " -lambdas 30 -lambda-ratio 0.05 -lambda-max 2.5 -I 12 -resume -num-decimal-places 9";

    private static RegularizationPath with(String options) throws Exception {
        RegularizationPath path = new RegularizationPath();
        path.setOptions(Utils.splitOptions(options));
        return path;
    }

    @Test
    void everyOptionIsReadAndWritten() throws Exception {
        RegularizationPath path = with(ALL);

        assertThat(((ElasticNet) path.getRegularizer()).getAlpha()).isEqualTo(0.75);
        assertThat(path.getLossScale()).isEqualTo(LossScale.SUM);
        assertThat(path.getNumLambdas()).isEqualTo(30);
        assertThat(path.getLambdaRatio()).isEqualTo(0.05);
        assertThat(path.getLambdaMax()).isEqualTo(2.5);
        assertThat(path.getNumIterations()).isEqualTo(12);
        assertThat(path.getResume()).isTrue();
        assertThat(Utils.joinOptions(path.getOptions())).isEqualTo(ALL);
        path.setOptions(new String[0]);
        assertThat(path.getResume()).isFalse();
        assertThat(path.getLambdaMax()).isNaN();
        assertThat(path.getNumIterations()).isEqualTo(-1);
        assertThat(path.getOptions())
                .isEqualTo(new RegularizationPath().getOptions())
                .doesNotContain("-resume", "-lambda-max");
    }

    @Test
    void helpShowsAFlagWithoutAValue() {
        Option resume = Collections.list(new RegularizationPath().listOptions()).stream()
                .filter(option -> option.name().equals("resume"))
                .findAny()
                .orElseThrow();

        assertThat(resume.numArguments()).isZero();
        assertThat(resume.synopsis()).isEqualTo("-resume");
        assertThat(resume.description()).doesNotContain("default");
    }

    @Test
    void wekasOwnChecksPass() throws Exception {
        CheckOptionHandler options = new CheckOptionHandler();
        options.setSilent(true);
        options.setOptionHandler(new RegularizationPath());
        options.setUserOptions(Utils.splitOptions(ALL));
        options.doTests();
        CheckGOE editor = new CheckGOE();
        editor.setSilent(true);
        editor.setObject(new RegularizationPath());
        editor.doTests();

        assertThat(options.getSuccess()).isTrue();
        assertThat(editor.getSuccess()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-R 1 | unknown or repeated option '-R' | -lambdas, -lambda-ratio, -lambda-max, -I, -resume",
                "-I -2 | -I must be a whole number from -1 | -2",
                "-I all | -I must be a whole number from -1 | all",
                "-lambda-max 0 | -lambda-max must be a number > 0 | 0",
                "-lambda-max NaN | -lambda-max must be a number > 0 | NaN",
                "-lambdas 1 | -lambdas must be a whole number from 2 | 1",
                "-lambda-ratio 1 | -lambda-ratio must be a number in (0, 1) | 1",
                "-resume yes | unknown or repeated option 'yes' | -resume",
                "-resume -resume | unknown or repeated option '-resume' | -I",
                "-regularizer adaptive(base=l1(lambda=1)) | finds lambda itself | take its base",
                "-groups ^a_ | capturing group | ^a_"
            })
    void whatIsWrongIsRefusedWithAReason(String options, String said, String named) throws Exception {
        RegularizationPath path = with(ALL);

        assertThatThrownBy(() -> path.setOptions(Utils.splitOptions(options)))
                .hasMessageContaining(said)
                .hasMessageContaining(named);
        assertThat(Utils.joinOptions(path.getOptions()))
                .as("nothing has changed")
                .isEqualTo(ALL);
    }

    @Test
    void settersTakeAnythingAndTrainingChecks() {
        assertRefused(p -> p.setNumIterations(-2), "numIterations must be a whole number from -1");
        assertRefused(p -> p.setLambdaMax(-1), "lambdaMax must be a number > 0, but is -1");
        assertRefused(p -> p.setNumLambdas(1), "numLambdas must be a whole number from 2");
        assertRefused(p -> p.setLambdaRatio(0), "lambdaRatio must be a number in (0, 1)");
        assertRefused(p -> p.setRegularizer(new AdaptiveLambda()), "finds lambda itself, but a path gives it");
    }

    private static void assertRefused(Consumer<RegularizationPath> setting, String message) {
        RegularizationPath path = new RegularizationPath();
        setting.accept(path);
        assertThatThrownBy(() -> path.buildClassifier(WekaData.mixed(1, true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
