package org.ridgeline.tribuo;

import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Output;
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

    @Test
    void modelsAreLoadedByAProcessWithoutRidgeline(@TempDir Path folder) throws Exception {
        StockModelsTest.areLoadedAlone(folder, ".ser", (model, file) -> {
            try (ObjectOutputStream stream = new ObjectOutputStream(Files.newOutputStream(file))) {
                stream.writeObject(model);
            }
        });
    }
}
