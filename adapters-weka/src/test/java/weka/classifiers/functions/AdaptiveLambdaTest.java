package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.TextForm;
import weka.core.Instances;

class AdaptiveLambdaTest {

    private static final String START = "adaptive(base=l1(lambda=20),decay=0.5)";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLambdaThatWasFoundIsInTheModel(boolean nominalClass) throws Exception {
        Instances data = WekaData.mixed(1, nominalClass);
        RegularizedLinearModel adaptive = train(nominalClass, data, "-regularizer " + START);

        String found = adaptive.fitSummary().regularizer();
        double lambda = Double.parseDouble(TextForm.parse(found).arguments().get("lambda"));
        assertThat(lambda).isPositive().isLessThan(20);
        assertThat(adaptive.toString()).contains(found).doesNotContain("adaptive");
        // The model is the fit of all data with that λ.
        assertThat(train(nominalClass, data, "-regularizer " + found).coefficients())
                .containsExactly(adaptive.coefficients(), within(1e-6));
    }

    @Test
    void theSeedChoosesTheValidationData() throws Exception {
        Instances data = WekaData.mixed(2, true);
        String first = train(true, data, "-S 1 -regularizer adaptive(base=l2,decay=0.9)")
                .toString();

        assertThat(train(true, data, "-S 1 -regularizer adaptive(base=l2,decay=0.9)")
                        .toString())
                .isEqualTo(first);
        assertThat(train(true, data, "-S 3 -regularizer adaptive(base=l2,decay=0.9)")
                        .toString())
                .isNotEqualTo(first);
    }

    @Test
    void lambdaIsWhereTheSearchStarts() throws Exception {
        Instances data = WekaData.mixed(2, true);

        assertThat(train(true, data, "-R 0.25 -regularizer " + START)
                        .fitSummary()
                        .regularizer())
                .isEqualTo(train(true, data, "-regularizer adaptive(base=l1(lambda=0.25),decay=0.5)")
                        .fitSummary()
                        .regularizer());
    }

    @Test
    void aShareThatLeavesNothingToValidateOnIsRefused() {
        Instances data = new Instances(WekaData.mixed(2, true), 0, 10);

        assertThatThrownBy(() -> train(true, data, "-validation-share 0.01 -regularizer " + START))
                .hasMessageContaining("0.01")
                .hasMessageContaining("none to validate on");
    }

    private static RegularizedLinearModel train(boolean nominalClass, Instances data, String options) throws Exception {
        return WekaData.trained(
                nominalClass ? new RegularizedLogistic() : new RegularizedLinearRegression(), data, options);
    }
}
