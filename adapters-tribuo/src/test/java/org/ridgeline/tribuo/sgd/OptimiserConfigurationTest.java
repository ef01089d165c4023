package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.config.Configurable;
import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.config.json.JsonConfigFactory;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.test.Helpers;

/** The optimiser in configuration files and provenances. */
class OptimiserConfigurationTest {

    private static final String XML = """
            <config>
              <component name="every" type="org.ridgeline.tribuo.sgd.RegularizedAdaGrad">
                <property name="regularizer" value="sparse-group-l2(lambda=0.25,alpha=0.75)"/>
                <property name="learningRate" value="0.5"/>
                <property name="epsilon" value="0.25"/>
                <property name="minibatchSize" value="8"/>
                <property name="lossFactor" value="2"/>
                <property name="grouping" value="weight"/>
                <propertylist name="featureGroups"><item>0</item><item>1</item><item>-1</item><item>0</item></propertylist>
                <property name="penaliseBias" value="true"/>
              </component>
              <component name="named" type="org.ridgeline.tribuo.sgd.RegularizedAdaGrad">
                <property name="regularizer" value="elastic-net"/>
                <propertymap name="parameters">
                  <entry key="lambda" value="0.25"/>
                  <entry key="alpha" value="0.75"/>
                </propertymap>
              </component>
              <component name="trainer" type="org.tribuo.classification.sgd.linear.LinearSGDTrainer">
                <property name="objective" value="log"/>
                <property name="optimiser" value="every"/>
                <property name="epochs" value="3"/>
                <property name="seed" value="4"/>
              </component>
              <component name="log" type="org.tribuo.classification.sgd.objectives.LogMulticlass"/>
            </config>
            """;

    private static final String JSON = """
            {"config": {"components": [
              {"name": "every", "type": "org.ridgeline.tribuo.sgd.RegularizedAdaGrad", "properties": {
                "regularizer": "sparse-group-l2(lambda=0.25,alpha=0.75)",
                "learningRate": "0.5",
                "epsilon": "0.25",
                "minibatchSize": "8",
                "lossFactor": "2",
                "grouping": "weight",
                "featureGroups": [{"item": "0"}, {"item": "1"}, {"item": "-1"}, {"item": "0"}],
                "penaliseBias": "true"
              }},
              {"name": "named", "type": "org.ridgeline.tribuo.sgd.RegularizedAdaGrad", "properties": {
                "regularizer": "elastic-net",
                "parameters": {"lambda": "0.25", "alpha": "0.75"}
              }},
              {"name": "trainer", "type": "org.tribuo.classification.sgd.linear.LinearSGDTrainer", "properties": {
                "objective": "log", "optimiser": "every", "epochs": "3", "seed": "4"
              }},
              {"name": "log", "type": "org.tribuo.classification.sgd.objectives.LogMulticlass", "properties": {}}
            ]}}
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readJson() {
        ConfigurationManager.addFileFormatFactory(new JsonConfigFactory());
    }

    /** No setting has its default value. */
    private static RegularizedAdaGrad every() {
        return new RegularizedAdaGrad("sparse-group-l2(lambda=0.25,alpha=0.75)")
                .withLearningRate(0.5)
                .withEpsilon(0.25)
                .withMinibatchSize(8)
                .withLossFactor(2)
                .withGrouping("weight")
                .withFeatureGroups(0, 1, -1, 0)
                .withPenalisedBias(true);
    }

    private ConfigurationManager open(String format, String text) throws IOException {
        return new ConfigurationManager(
                Files.writeString(folder.resolve("read." + format), text).toString());
    }

    private static void check(ConfigurationManager manager) {
        assertThat(manager.lookup("every")).hasToString(every().toString());
        RegularizedAdaGrad named = (RegularizedAdaGrad) manager.lookup("named");
        assertThat(named).hasToString(new RegularizedAdaGrad("elastic-net(lambda=0.25,alpha=0.75)").toString());
        assertThat(named.regularizer()).hasToString("elastic-net(lambda=0.25,alpha=0.75)");
        assertThat(manager.lookup("trainer"))
                .isInstanceOf(LinearSGDTrainer.class)
                .asString()
                .contains(every().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void everyPropertyIsRead(String format) throws IOException {
        try (ConfigurationManager manager = open(format, format.equals("xml") ? XML : JSON)) {
            check(manager);
        }
    }

    /** What is saved is once what the file says, and once what the optimisers say. */
    @ParameterizedTest
    @CsvSource({"xml, xml", "xml, json", "json, xml", "json, json"})
    void whatIsSavedIsReadAgain(String read, String written) throws IOException {
        Path said = folder.resolve("said." + written);
        Path imported = folder.resolve("imported." + written);
        try (ConfigurationManager manager = open(read, read.equals("xml") ? XML : JSON);
                ConfigurationManager fresh = new ConfigurationManager()) {
            manager.save(said.toFile(), true);
            for (String name : List.of("every", "named", "trainer")) {
                fresh.importConfigurable((Configurable) manager.lookup(name), name);
            }
            fresh.save(imported.toFile(), true);
        }
        for (Path file : List.of(said, imported)) {
            try (ConfigurationManager manager = new ConfigurationManager(file.toString())) {
                check(manager);
            }
        }
    }

    @Test
    void defaultsAreThoseOfTheConstructor() throws IOException {
        assertThat(optimiser("<property name='regularizer' value='l1(lambda=0.5)'/>"))
                .hasToString(new RegularizedAdaGrad("l1(lambda=0.5)").toString());
    }

    private RegularizedAdaGrad optimiser(String properties) throws IOException {
        String text = "<config><component name='it' type='" + RegularizedAdaGrad.class.getName() + "'>" + properties
                + "</component></config>";
        try (ConfigurationManager manager = open("xml", text)) {
            return (RegularizedAdaGrad) manager.lookup("it");
        }
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                Arguments.of("regularizer", "l7(lambda=1)", List.of("no regularizer 'l7'", "l1", "group-l2")),
                Arguments.of("regularizer", "l1(lambda=-1)", List.of("lambda", ">= 0", "-1")),
                Arguments.of("regularizer", "l1(lambda=1", List.of(")")),
                Arguments.of("regularizer", "adaptive(base=l1(lambda=1))", List.of("fixed lambda", "LambdaSearch")),
                Arguments.of("learningRate", "0.0", List.of("the learning rate", "1e-100", "0.0")),
                Arguments.of("learningRate", "NaN", List.of("the learning rate", "1e-100", "NaN")),
                Arguments.of("epsilon", "-1.0", List.of("epsilon", "1e-100", "-1.0")),
                Arguments.of("minibatchSize", "0", List.of("minibatch size", ">= 1", "0")),
                Arguments.of("lossFactor", "Infinity", List.of("loss factor", "1e-100", "Infinity")),
                Arguments.of("grouping", "outputs", List.of("feature, output, weight", "'outputs'")));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void wrongValuesAreNamed(String property, String value, List<String> wanted) {
        String regularizer =
                property.equals("regularizer") ? "" : "<property name='regularizer' value='l1(lambda=1)'/>";
        assertThatThrownBy(() -> optimiser(regularizer + "<property name='" + property + "' value='" + value + "'/>"))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("Component: it, Property: " + property)
                .hasMessageContaining("'" + value + "'")
                .hasMessageContainingAll(wanted.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"feature, 0;2, 'label 1'", "output, 0;0, 'grouping feature or weight'", "feature, -2;0, '-2'"})
    void wrongFeatureGroupsAreNamed(String grouping, String labels, String wanted) {
        String items = Arrays.stream(labels.split(";", -1))
                .map(label -> "<item>" + label + "</item>")
                .reduce("", String::concat);
        assertThatThrownBy(() -> optimiser("<property name='regularizer' value='group-l2(lambda=1)'/>"
                        + "<property name='grouping' value='" + grouping + "'/>"
                        + "<propertylist name='featureGroups'>" + items + "</propertylist>"))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("Component: it, Property: featureGroups")
                .hasMessageContaining("[" + labels.replace(";", ", ") + "]")
                .hasMessageContaining(wanted);
    }

    @Test
    void aTextFormAndParametersContradictEachOther() {
        assertThatThrownBy(() -> optimiser("<property name='regularizer' value='l1(lambda=1)'/>"
                        + "<propertymap name='parameters'><entry key='lambda' value='2'/></propertymap>"))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("Component: it, Property: regularizer")
                .hasRootCauseMessage("wanted the name of a regularizer alone beside the parameters {lambda=2}, or a"
                        + " text form and no parameters, but found 'l1(lambda=1)'");
    }

    @Test
    void aRegularizerIsMandatory() {
        assertThatThrownBy(() -> optimiser(""))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("regularizer");
    }

    /** Tribuo trains with a copy. */
    @Test
    void aCopyHasEverySetting() throws Exception {
        RegularizedAdaGrad every = every();
        RegularizedAdaGrad standard = new RegularizedAdaGrad("l1(lambda=1)");
        for (Field field : RegularizedAdaGrad.class.getDeclaredFields()) {
            // What has parameters has none once it is read.
            if (field.isAnnotationPresent(Config.class) && !field.getName().equals("parameters")) {
                field.setAccessible(true);
                assertThat(field.get(every)).as(field.getName()).isNotEqualTo(field.get(standard));
                assertThat(field.get(every.copy())).as(field.getName()).isEqualTo(field.get(every));
            }
        }
        assertThat(every.copy()).isNotSameAs(every).hasToString(every.toString());
        assertThat(every.copy().getProvenance()).isEqualTo(every.getProvenance());
        assertThat(every.copy().getProvenance()).isNotEqualTo(standard.getProvenance());
    }

    @Test
    void theCopyOfAReadOneIsTheSame() throws IOException {
        try (ConfigurationManager manager = open("xml", XML)) {
            RegularizedAdaGrad named = (RegularizedAdaGrad) manager.lookup("named");
            assertThat(named.copy()).hasToString(named.toString());
            assertThat(named.copy().getProvenance()).isEqualTo(named.getProvenance());
        }
    }

    @Test
    void itPassesTribuosChecks() {
        // OLCUT finds negative numbers unequal to themselves: no −1 for no logging or no group.
        RegularizedAdaGrad optimiser = every().withFeatureGroups(0, 1, 1, 0);
        LinearSGDTrainer trainer = new LinearSGDTrainer(new LogMulticlass(), optimiser, 3, 100, 8, 1);
        Helpers.testConfigurableRoundtrip(trainer);
        Helpers.testConfigurableRoundtrip(optimiser);
        Helpers.testProvenanceMarshalling(trainer.getProvenance());
        Helpers.testProvenanceMarshalling(every().getProvenance());
    }
}
