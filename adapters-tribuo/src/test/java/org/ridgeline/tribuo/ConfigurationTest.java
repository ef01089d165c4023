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
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;

class ConfigurationTest {

    @Test
    void everyPropertyIsRead() throws Exception {
        RegularizedLogisticTrainer trainer = ConfigurationFiles.savedAndRestored(
                RegularizedLogisticTrainer.class,
                Map.of(
                        "regularizer", "l1(lambda=0.25)",
                        "lossScale", "sum",
                        "standardization", "sample",
                        "grouping", "^(.)",
                        "tolerance", "1e-5",
                        "maxIterations", "77",
                        "validationShare", "0.3",
                        "seed", "42"));
        assertThat(trainer.regularizer()).isEqualTo(new L1(0.25));
        assertThat(trainer.options())
                .isEqualTo(new TrainingOptions(
                        LossScale.SUM, Standardization.SAMPLE, "^(.)", new Solver(1e-5, 77), new HoldOut(0.3, 42)));
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
        "maxIterations, 0, '>= 1'",
        "validationShare, 1, '(0, 1)'",
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
}
