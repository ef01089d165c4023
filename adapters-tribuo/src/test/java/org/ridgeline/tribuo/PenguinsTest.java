package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.DataSource;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.data.csv.CSVDataSource;
import org.tribuo.evaluation.TrainTestSplitter;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDModel;

/** The pipeline of {@code docs/tribuo.md}: its configuration, its program and what comes out. */
class PenguinsTest {

    @TempDir
    private static Path folder;

    private static String output = "";

    @BeforeAll
    static void run() throws Exception {
        Files.createDirectory(folder.resolve("data"));
        Files.copy(Path.of("../data/penguins.csv"), folder.resolve("data/penguins.csv"));
        Files.writeString(folder.resolve("penguins.xml"), Page.block("xml", "penguins.csv"));
        JavaProcess process = JavaProcess.run(folder, JavaProcess.classPath(), Penguins.class);
        assertThat(process.status()).as(process.errors()).isZero();
        output = process.output();
    }

    @Test
    void thePageShowsWhatTheProgramPrints() throws IOException {
        assertThat(output).startsWith(Page.block("text", "R²") + "\n");
    }

    @Test
    void thePageShowsPartsOfTheProvenance() throws IOException {
        // In no order: that of a map is not the same in every Java.
        List<String> lines = output.lines().map(String::strip).toList();
        assertThat(Page.block("text", "LinearSGDModel(").lines().map(String::strip))
                .allSatisfy(shown -> {
                    String pattern = Arrays.stream(shown.split("…", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*"));
                    assertThat(lines).anyMatch(line -> line.matches(pattern));
                });
    }

    @Test
    void wholeFieldsAreKeptAndDropped() throws IOException {
        LinearSGDModel model = (LinearSGDModel) Model.deserializeFromFile(folder.resolve("penguins.tribuo"));
        Map<String, Long> nonzeros = LinearCoefficients.ofRegression(model).weights().entrySet().stream()
                .collect(Collectors.groupingBy(
                        weight -> weight.getKey().replaceAll("@.*", ""),
                        TreeMap::new,
                        Collectors.filtering(weight -> weight.getValue() != 0, Collectors.counting())));
        assertThat(nonzeros)
                .containsEntry("species", 3L)
                .containsEntry("sex", 3L)
                .containsEntry("year", 3L)
                .containsEntry("island", 0L)
                .containsEntry("bill_depth_mm", 0L);
    }

    @Test
    @SuppressWarnings("unchecked") // a configuration does not say of what type the outputs are
    void theModelIsMadeAgainFromItsProvenance() throws IOException {
        Model<Regressor> again;
        // begin
        Model<?> saved = Model.deserializeFromFile(folder.resolve("penguins.tribuo"));
        try (ConfigurationManager manager = new ConfigurationManager()) {
            manager.addConfiguration(ProvenanceUtil.extractConfiguration(saved.getProvenance()));
            CSVDataSource<Regressor> penguins = manager.lookupSingleton(CSVDataSource.class, true);
            Trainer<Regressor> trainer = manager.lookupSingleton(RegularizedLinearRegressionTrainer.class, true);
            DataSource<Regressor> half = new TrainTestSplitter<>(penguins, 0.5, 1).getTrain();
            again = trainer.train(new MutableDataset<>(half));
        }
        // end
        assertThat(TrainingCase.weights(again)).isDeepEqualTo(TrainingCase.weights(saved));
        assertThat(FitSummary.of(again)).isEqualTo(FitSummary.of(saved));
    }
}
