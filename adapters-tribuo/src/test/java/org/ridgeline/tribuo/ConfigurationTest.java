package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.labs.mlrg.olcut.config.PropertyException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.penalties.L1;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.solvers.Stopping;
import org.ridgeline.tribuo.LambdaSelection.Rule;

class ConfigurationTest {

    @Test
    void everyPropertyIsRead() throws Exception {
        RegularizedLogisticTrainer trainer = ConfigurationFiles.savedAndRestored(
                RegularizedLogisticTrainer.class,
                Map.ofEntries(
                        Map.entry("regularizer", "l1(lambda=0.25)"),
                        Map.entry("lossScale", "sum"),
                        Map.entry("standardization", "sample"),
                        Map.entry("grouping", "^(.)"),
                        Map.entry("tiedOutputs", "true"),
                        Map.entry("tolerance", "1e-5"),
                        Map.entry("stopping", "objective"),
                        Map.entry("maxIterations", "77"),
                        Map.entry("lambdaSelection", "cv-1se"),
                        Map.entry("numLambdas", "20"),
                        Map.entry("lambdaRatio", "0.01"),
                        Map.entry("folds", "3"),
                        Map.entry("measure", "error-rate"),
                        Map.entry("threads", "2"),
                        Map.entry("validationShare", "0.3"),
                        Map.entry("seed", "42")));
        assertThat(trainer.regularizer()).isEqualTo(new L1(0.25));
        assertThat(trainer.options())
                .isEqualTo(new TrainingOptions(
                        LossScale.SUM,
                        Standardization.SAMPLE,
                        FeatureGrouping.of("^(.)"),
                        true,
                        new Solver(1e-5, 77, Stopping.OBJECTIVE),
                        new HoldOut(0.3, 42),
                        new LambdaSelection(Rule.CV_1SE, 20, 0.01, 3, Measures.ERROR_RATE, 2)));
    }

    @Test
    void theDefaultsOfAFileAreThoseOfTheCode() throws Exception {
        RegularizedLogisticTrainer read =
                ConfigurationFiles.read(RegularizedLogisticTrainer.class, Map.of("regularizer", "l1"));
        assertThat(read.options()).isEqualTo(TrainingOptions.standard());
        assertThat(read).hasToString(new RegularizedLogisticTrainer("l1").toString());
    }

    @Test
    void theRegularizerIsMandatory() {
        assertThatThrownBy(() -> ConfigurationFiles.read(RegularizedLogisticTrainer.class, Map.of()))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("regularizer");
    }

    @ParameterizedTest
    @CsvSource({
        "lossScale, median, 'mean, sum'",
        "standardization, robust, 'none, population, sample'",
        "grouping, ^x, 'no capturing group'",
        "tolerance, 0, '> 0'",
        "tolerance, NaN, '> 0'",
        "stopping, gradient, 'objective, coefficients'",
        "maxIterations, 0, '>= 1'",
        "validationShare, 1, '(0, 1)'",
        "lambdaSelection, aic, 'fixed, cv, cv-1se'",
        "numLambdas, 1, 'at least 2 lambdas'",
        "lambdaRatio, 1, '(0, 1)'",
        "folds, 1, 'at least 2 folds'",
        "measure, auc, 'loss, error-rate, absolute-error, squared-error'",
        "threads, 0, 'at least 1 thread'",
        "regularizer, lasso, 'l1, l2'"
    })
    void aWrongPropertyIsNamedWithWhatThereIsToChooseFrom(String property, String value, String choice) {
        Map<String, String> properties =
                property.equals("regularizer") ? Map.of(property, value) : Map.of("regularizer", "l1", property, value);
        assertThatThrownBy(() -> ConfigurationFiles.read(RegularizedLinearRegressionTrainer.class, properties))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("Component: trainer")
                .hasMessageContaining("Property: " + property)
                .hasMessageContaining("'" + (value.equals("0") && property.equals("tolerance") ? "0.0" : value))
                .hasMessageContaining(choice);
    }

    @Test
    void groupsAreSaidEitherWay() {
        assertThat(map("groups", "a@1", "x", "").options().grouping().groupOfFeature())
                .isEqualTo(Map.of("a@1", "x"));
        assertThatThrownBy(() -> map("groups", "a@1", "x", "<property name=\"grouping\" value=\"feature\"/>"))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("cannot be 'feature' where 'groups' says the groups one by one");
    }

    @Test
    void aRegularizerIsATextOrANameWithParameters() {
        assertThat(map("parameters", "lambda", "0.5", "").regularizer()).isEqualTo(new L1(0.5));
        assertThat(map("parameters", "lambda", "0.5", ""))
                .hasToString(new RegularizedLogisticTrainer("l1(lambda=0.5)").toString());
        assertThatThrownBy(() -> map("parameters", "alpha", "0.5", ""))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("Property: regularizer")
                .hasMessageContaining("alpha")
                .hasMessageContaining("lambda");
        assertThatThrownBy(() -> ConfigurationFiles.read(
                        RegularizedLogisticTrainer.class,
                        Map.of("regularizer", "l1(lambda=1)"),
                        "<propertymap name=\"parameters\"><entry key=\"lambda\" value=\"2\"/></propertymap>"))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("the name of a regularizer alone beside the parameters {lambda=2}");
    }

    @Test
    void aLambdaThatMovesCannotBeChosenAsWell() {
        assertThatThrownBy(() -> ConfigurationFiles.read(
                        RegularizedLogisticTrainer.class,
                        Map.of("regularizer", "adaptive(base=l1)", "lambdaSelection", "cv")))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("Property: lambdaSelection")
                .hasMessageContaining("finds lambda itself");
    }

    private static RegularizedLogisticTrainer map(String name, String key, String value, String more) {
        String entry =
                "<propertymap name=\"" + name + "\"><entry key=\"" + key + "\" value=\"" + value + "\"/></propertymap>";
        try {
            return ConfigurationFiles.read(RegularizedLogisticTrainer.class, Map.of("regularizer", "l1"), entry + more);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
