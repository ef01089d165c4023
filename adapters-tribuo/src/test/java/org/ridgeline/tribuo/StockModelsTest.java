package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Model;

/** The models are Tribuo's own, and are loaded where there is no Ridgeline. */
class StockModelsTest {

    static Stream<TrainingCase<?>> cases() {
        return Stream.concat(TrainingCase.kindsOfModels(), TrainingCase.waysOfTraining());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void modelsAreTribuosOwn(TrainingCase<?> training) {
        Model<?> model = training.train();
        assertThat(model.getClass().getName()).matches("org\\.tribuo\\..*\\.LinearSGDModel");
        assertThat(model.getProvenance().getClassName())
                .isEqualTo(model.getClass().getName());
    }

    @Test
    void modelsAreLoadedByAProcessWithoutRidgeline(@TempDir Path folder) throws Exception {
        areLoadedAlone(folder, ".tribuo", Model::serializeToFile);
    }

    /** Saves a model. */
    @FunctionalInterface
    interface Saving {
        void save(Model<?> model, Path file) throws IOException;
    }

    static void areLoadedAlone(Path folder, String ending, Saving saving) throws Exception {
        List<String> files = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        for (TrainingCase<?> training : cases().toList()) {
            Model<?> model = training.train();
            Path file = folder.resolve(training + ending);
            saving.save(model, file);
            files.add(file.toString());
            wanted.add(LoadsAlone.predictions(model).toString());
        }
        JavaProcess process = JavaProcess.run(
                folder,
                TribuoAlone.classPath(folder, LoadsAlone.class),
                LoadsAlone.class,
                files.toArray(String[]::new));
        assertThat(process.status()).as(process.errors()).isZero();
        assertThat(process.output().lines()).containsExactlyElementsOf(wanted);
    }

    @Test
    void thatProcessHasNoRidgeline(@TempDir Path folder) throws Exception {
        JavaProcess process =
                JavaProcess.run(folder, TribuoAlone.classPath(folder, LoadsAlone.class), RegularizedTrainer.class);
        assertThat(process.status()).isOne();
        assertThat(process.errors()).contains("ClassNotFoundException: " + RegularizedTrainer.class.getName());
    }
}
