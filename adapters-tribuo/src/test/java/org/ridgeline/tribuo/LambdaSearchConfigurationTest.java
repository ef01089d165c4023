package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.solvers.Measures;
import org.ridgeline.tribuo.LambdaSelection.Rule;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;

class LambdaSearchConfigurationTest {

    private static final String EXACT = """
            <component name="exact" type="org.ridgeline.tribuo.RegularizedLinearRegressionTrainer">
              <property name="regularizer" value="l1"/>
            </component>
            """;

    private static final String STOCK = """
            <component name="stock" type="org.tribuo.regression.slm.ElasticNetCDTrainer">
              <property name="alpha" value="1"/>
              <property name="l1Ratio" value="0.5"/>
            </component>
            """;

    @TempDir
    private Path folder;

    @SuppressWarnings("unchecked")
    private LambdaSearch<Regressor> read(String trainer, String properties) throws IOException {
        Path file = Files.writeString(
                folder.resolve("search.xml"),
                "<config>\n" + EXACT + STOCK
                        + "<component name=\"search\" type=\"org.ridgeline.tribuo.LambdaSearch\">\n"
                        + "<property name=\"trainer\" value=\"" + trainer + "\"/>\n" + properties
                        + "</component>\n</config>\n");
        try (ConfigurationManager manager = new ConfigurationManager(file.toString())) {
            return (LambdaSearch<Regressor>) manager.lookup("search");
        }
    }

    private static String property(String name, String value) {
        return "<property name=\"" + name + "\" value=\"" + value + "\"/>\n";
    }

    @Test
    void everyPropertyIsRead() throws IOException {
        LambdaSearch<Regressor> read = read(
                "stock",
                property("property", "alpha")
                        + property("inverse", "true")
                        + property("largestLambda", "20")
                        + property("numLambdas", "5")
                        + property("lambdaRatio", "0.1")
                        + property("lambdaSelection", "cv-1se")
                        + property("folds", "3")
                        + property("measure", "absolute-error")
                        + property("threads", "2")
                        + property("seed", "42"));
        LambdaSearch<Regressor> wanted = new LambdaSearch<>(new ElasticNetCDTrainer(1, 0.5), "alpha")
                .withInverse()
                .withLargestLambda(20)
                .withSelection(new LambdaSelection(Rule.CV_1SE, 5, 0.1, 3, Measures.ABSOLUTE_ERROR, 2))
                .withSeed(42);
        assertThat(read.getProvenance()).isEqualTo(wanted.getProvenance());
        assertThat(read.selection()).isEqualTo(wanted.selection());
        assertThat(read).hasToString(wanted.toString());
        LambdaCurve curve = LambdaCurve.of(read.train(Toys.regression(3, 60))).get("all");
        assertThat(curve)
                .isEqualTo(LambdaCurve.of(wanted.train(Toys.regression(3, 60))).get("all"));
        assertThat(curve.points()).hasSize(5);
    }

    @Test
    void lambdasAreReadOneByOne() throws IOException {
        LambdaSearch<Regressor> read =
                read("exact", "<propertylist name=\"lambdas\"><item>0.1</item><item>1</item></propertylist>\n");
        assertThat(LambdaCurve.of(read.train(Toys.regression(3, 60))).get("all").points())
                .extracting(LambdaCurve.Point::lambda)
                .containsExactly(1.0, 0.1);
    }

    @Test
    void theDefaultsOfAFileAreThoseOfTheCode() throws IOException {
        LambdaSearch<Regressor> wanted = new LambdaSearch<>(new RegularizedLinearRegressionTrainer("l1"));
        assertThat(read("exact", "").getProvenance()).isEqualTo(wanted.getProvenance());
        assertThat(read("exact", "").selection()).isEqualTo(wanted.selection()).isEqualTo(LambdaSelection.best());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exact | property | alpha | property | there is no property 'alpha'",
                "exact | inverse | true | property | has no inverse of lambda",
                "exact | lambdaSelection | fixed | lambdaSelection | by 'cv' or 'cv-1se'",
                "exact | lambdaSelection | aic | lambdaSelection | fixed, cv, cv-1se",
                "exact | largestLambda | -1 | largestLambda | the largest lambda",
                "exact | numLambdas | 1 | numLambdas | at least 2 lambdas",
                "exact | lambdaRatio | 1 | lambdaRatio | (0, 1)",
                "exact | folds | 1 | folds | at least 2 folds",
                "exact | measure | auc | measure | loss, error-rate, absolute-error, squared-error",
                "exact | threads | 0 | threads | at least 1 thread",
                "stock | seed | 3 | property | say which 'property' holds lambda; there are [alpha, l1Ratio, tolerance]",
                "stock | property | alpha | largestLambda | wanted the lambdas to compare, or the largest of a grid"
            })
    void aWrongPropertyIsNamedWithWhatThereIsToChooseFrom(
            String trainer, String property, String value, String named, String choice) {
        assertThatThrownBy(() -> read(trainer, property(property, value)))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("Component: search")
                .hasMessageContaining("Property: " + named)
                .hasMessageContaining(choice);
    }

    @Test
    void lambdasAndAGridContradictEachOther() {
        String lambdas = "<propertylist name=\"lambdas\"><item>0.1</item><item>1</item></propertylist>\n";
        assertThatThrownBy(() -> read("exact", lambdas + property("numLambdas", "20")))
                .isInstanceOf(PropertyException.class)
                .hasMessageContainingAll("Property: lambdas", "[0.1, 1.0]", "found both");
        assertThatThrownBy(() -> read("exact", lambdas + property("largestLambda", "20")))
                .isInstanceOf(PropertyException.class)
                .hasMessageContainingAll("Property: lambdas", "found both", "20.0");
    }

    @Test
    void theTrainerIsMandatory() throws IOException {
        Path file = Files.writeString(
                folder.resolve("search.xml"),
                "<config><component name=\"search\" type=\"org.ridgeline.tribuo.LambdaSearch\"/></config>");
        try (ConfigurationManager manager = new ConfigurationManager(file.toString())) {
            assertThatThrownBy(() -> manager.lookup("search"))
                    .isInstanceOf(PropertyException.class)
                    .hasMessageContaining("trainer");
        }
    }
}
