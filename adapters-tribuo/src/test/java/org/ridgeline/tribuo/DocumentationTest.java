package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.config.Option;
import com.oracle.labs.mlrg.olcut.config.json.JsonConfigFactory;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.tribuo.options.RegularizedTrainerOptions;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.data.csv.CSVLoader;

/** What {@code docs/tribuo.md} shows is true; {@link PenguinsTest} runs its pipeline. */
class DocumentationTest {

    @Test
    void itsCodeIsThatOfTests() throws IOException {
        assertThat(Page.testedSource()).containsAll(Page.blocks("java"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void itsConfigurationsAreRead(String format, @TempDir Path folder) throws IOException {
        ConfigurationManager.addFileFormatFactory(new JsonConfigFactory());
        assertThat(Page.blocks(format)).isNotEmpty();
        for (String block : Page.blocks(format)) {
            // The page is read where there is a folder data.
            Path file = Files.writeString(folder.resolve("page." + format), block.replace("\"data/", "\"../data/"));
            try (ConfigurationManager manager = new ConfigurationManager(file.toString())) {
                assertThat(manager.getComponentNames())
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(manager.lookup(name)).isNotNull());
            }
        }
    }

    @Test
    void everySettingIsInItsTable() throws Exception {
        String page = Files.readString(Page.FILE);
        for (Field property : RegularizedTrainer.class.getDeclaredFields()) {
            if (property.isAnnotationPresent(Config.class)) {
                String option = RegularizedTrainerOptions.class
                        .getField(property.getName())
                        .getAnnotation(Option.class)
                        .longName();
                assertThat(page)
                        .containsPattern("\n\\|.*`" + property.getName() + "`.*\\|.*`"
                                + option.substring("ridgeline-".length()) + "`.*\\|.*\\|.*\\|\n");
            }
        }
    }

    @Test
    void itsFirstExampleRuns(@TempDir Path folder) throws IOException {
        Path csv = Path.of("../data/breast_cancer.csv");
        Path file = folder.resolve("model.tribuo");
        // begin
        MutableDataset<Label> data = new CSVLoader<>(new LabelFactory()).load(csv, "benign");
        TrainingOptions options = TrainingOptions.standard().withStandardization(Standardization.POPULATION);
        RegularizedLogisticTrainer trainer =
                new RegularizedLogisticTrainer("elastic-net(lambda=0.02,alpha=0.5)", options);
        LinearSGDModel model = trainer.train(data);
        model.serializeToFile(file);

        LinearCoefficients linear = LinearCoefficients.ofTwoClasses(model);
        FitSummary fit = FitSummary.of(model).get("1");
        double radius = linear.weights().get("worst_radius");
        boolean reliable = fit.converged() && fit.certificate().within(1e-9);
        // end
        assertThat(file).isNotEmptyFile();
        assertThat(radius).isNegative();
        assertThat(reliable).isTrue();
    }
}
