package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.tribuo.sgd.SavedSgdModel;
import org.ridgeline.tribuo.sgd.SgdCase;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.test.Helpers;

/** Models in Java's serialisation, which Tribuo 5 does without: nothing but this class does not compile with it. */
class JavaSerializationTest {

    @ParameterizedTest
    @MethodSource("org.ridgeline.tribuo.StockModelsTest#cases")
    void modelsPass(TrainingCase<?> training) {
        check(training);
    }

    private static <T extends Output<T>> void check(TrainingCase<T> training) {
        Helpers.testModelSerialization(
                training.trainer().train(training.data()),
                training.data().getOutputFactory().getTypeWitness());
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.tribuo.sgd.SgdCase#all")
    void modelsOfAnOptimiserPass(SgdCase<?> training) {
        checkOptimiser(training);
    }

    private static <T extends Output<T>> void checkOptimiser(SgdCase<T> training) {
        Helpers.testModelSerialization(
                training.train(), training.data().getOutputFactory().getTypeWitness());
    }

    @Test
    void aCrfPasses() {
        Helpers.testSequenceModelSerialization(SgdCase.crf(), Label.class);
    }

    @Test
    void modelsOfAnOptimiserAreLoadedByAProcessWithoutRidgeline(@TempDir Path folder) throws Exception {
        List<Object> models = new ArrayList<>(List.of(SgdCase.crf()));
        SgdCase.all().map(SgdCase::train).forEach(models::add);
        List<String> files = new ArrayList<>();
        for (Object model : models) {
            files.add(folder.resolve(files.size() + ".ser").toString());
            save(model, Path.of(files.get(files.size() - 1)));
        }
        JavaProcess process = JavaProcess.run(
                folder,
                TribuoAlone.classPath(folder, SavedSgdModel.class),
                SavedSgdModel.class,
                files.toArray(String[]::new));
        assertThat(process.status()).as(process.errors()).isZero();
        assertThat(process.output().lines())
                .containsExactlyElementsOf(
                        models.stream().map(SavedSgdModel::description).toList());
    }

    private static void save(Object model, Path file) throws IOException {
        try (ObjectOutputStream stream = new ObjectOutputStream(Files.newOutputStream(file))) {
            stream.writeObject(model);
        }
    }

    @Test
    void modelsAreLoadedByAProcessWithoutRidgeline(@TempDir Path folder) throws Exception {
        StockModelsTest.areLoadedAlone(folder, ".ser", JavaSerializationTest::save);
    }
}
