package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.config.json.JsonConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration files as a user writes them and as OLCUT does, in each of its formats that has maps. */
class FileFormatsTest {

    private static final Map<String, String> FILES = Map.of("xml", """
            <config>
              <component name="named" type="org.ridgeline.tribuo.RegularizedLogisticTrainer">
                <property name="regularizer" value="elastic-net"/>
                <propertymap name="parameters">
                  <entry key="lambda" value="0.25"/>
                  <entry key="alpha" value="0.75"/>
                </propertymap>
              </component>
              <component name="grouped" type="org.ridgeline.tribuo.RegularizedLinearRegressionTrainer">
                <property name="regularizer" value="group-l2(lambda=0.25)"/>
                <propertymap name="groups">
                  <entry key="a@1" value="first"/>
                  <entry key="b@1" value="first"/>
                </propertymap>
                <property name="tolerance" value="1e-7"/>
                <property name="lambdaSelection" value="cv"/>
              </component>
              <component name="contradictory" type="org.ridgeline.tribuo.RegularizedMultiLabelTrainer">
                <property name="regularizer" value="l1(lambda=1)"/>
                <propertymap name="parameters">
                  <entry key="lambda" value="2"/>
                </propertymap>
              </component>
            </config>
            """, "json", """
            {"config": {"components": [
              {"name": "named", "type": "org.ridgeline.tribuo.RegularizedLogisticTrainer", "properties": {
                "regularizer": "elastic-net",
                "parameters": {"lambda": "0.25", "alpha": "0.75"}
              }},
              {"name": "grouped", "type": "org.ridgeline.tribuo.RegularizedLinearRegressionTrainer", "properties": {
                "regularizer": "group-l2(lambda=0.25)",
                "groups": {"a@1": "first", "b@1": "first"},
                "tolerance": "1e-7",
                "lambdaSelection": "cv"
              }},
              {"name": "contradictory", "type": "org.ridgeline.tribuo.RegularizedMultiLabelTrainer", "properties": {
                "regularizer": "l1(lambda=1)",
                "parameters": {"lambda": "2"}
              }}
            ]}}
            """);

    @TempDir
    private Path folder;

    @BeforeAll
    static void readJson() {
        ConfigurationManager.addFileFormatFactory(new JsonConfigFactory());
    }

    private ConfigurationManager open(String format) throws IOException {
        return new ConfigurationManager(Files.writeString(folder.resolve("trainers." + format), FILES.get(format))
                .toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void aFileIsReadInEveryFormat(String format) throws IOException {
        try (ConfigurationManager manager = open(format)) {
            check(manager);
        }
    }

    private static void check(ConfigurationManager manager) {
        assertThat(manager.lookup("named"))
                .hasToString(new RegularizedLogisticTrainer("elastic-net(lambda=0.25,alpha=0.75)").toString());
        TrainingOptions standard = TrainingOptions.standard();
        TrainingOptions grouped = standard.withGroups(Map.of("a@1", "first", "b@1", "first"))
                .withSolver(standard.solver().withTolerance(1e-7))
                .withLambda(LambdaSelection.best());
        RegularizedLinearRegressionTrainer trainer = (RegularizedLinearRegressionTrainer) manager.lookup("grouped");
        assertThat(trainer.regularizer()).hasToString("group-l2(lambda=0.25)");
        assertThat(trainer.options()).isEqualTo(grouped);
    }

    /** What is saved is once what the file says, and once what the trainers say. */
    @ParameterizedTest
    @CsvSource({"xml, xml", "xml, json", "json, xml", "json, json"})
    void whatIsSavedIsReadAgain(String read, String written) throws IOException {
        Path said = folder.resolve("said." + written);
        Path imported = folder.resolve("imported." + written);
        try (ConfigurationManager manager = open(read);
                ConfigurationManager fresh = new ConfigurationManager()) {
            manager.save(said.toFile(), true);
            fresh.importConfigurable(manager.lookup("named"), "named");
            fresh.importConfigurable(manager.lookup("grouped"), "grouped");
            fresh.save(imported.toFile(), true);
        }
        assertThat(Files.readString(said)).contains("alpha");
        for (Path file : new Path[] {said, imported}) {
            try (ConfigurationManager manager = new ConfigurationManager(file.toString())) {
                check(manager);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void parametersBesideATextFormAreAnError(String format) throws IOException {
        try (ConfigurationManager manager = open(format)) {
            assertThatThrownBy(() -> manager.lookup("contradictory"))
                    .isInstanceOf(PropertyException.class)
                    .hasMessageContaining("Component: contradictory, Property: regularizer")
                    .hasMessageContaining("beside the parameters {lambda=2}")
                    .hasMessageContaining("but found 'l1(lambda=1)'");
        }
    }
}
