package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.solvers.Standardization;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.data.csv.CSVLoader;

/** What {@code docs/tribuo.md} shows is this source, and works. */
class DocumentationTest {

    private static final Path PAGE = Path.of("../docs/tribuo.md");

    @Test
    void theCodeOfThePageRuns(@TempDir Path folder) throws IOException {
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
        assertThat(radius).isNegative();
        assertThat(reliable).isTrue();
        String source = Files.readString(Path.of("src/test/java/org/ridgeline/tribuo/DocumentationTest.java"));
        String shown = source.substring(source.indexOf("// begin\n") + 9, source.indexOf("        // end\n"));
        assertThat(block("java")).isEqualTo(shown.stripTrailing().stripIndent() + "\n");
    }

    @Test
    void theConfigurationOfThePageTrains(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("trainers.xml"), block("xml"));
        try (ConfigurationManager manager = new ConfigurationManager(file.toString())) {
            RegularizedLinearRegressionTrainer trainer = (RegularizedLinearRegressionTrainer) manager.lookup("trainer");
            assertThat(trainer.options())
                    .isEqualTo(TrainingOptions.standard().withStandardization(Standardization.POPULATION));
            FitSummary fit =
                    FitSummary.of(trainer.train(Toys.regression(1, 100))).get("y");
            assertThat(fit.regularizer()).startsWith("group-l2(lambda=0.");
        }
    }

    private static String block(String language) throws IOException {
        Matcher matcher = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(matcher.find()).as("a block of %s in %s", language, PAGE).isTrue();
        return matcher.group(1);
    }
}
