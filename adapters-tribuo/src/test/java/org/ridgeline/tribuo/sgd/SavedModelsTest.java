package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.tribuo.JavaProcess;
import org.ridgeline.tribuo.TribuoAlone;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.crf.CRFModel;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.test.Helpers;

/** The models are Tribuo's own down to their tensors, zeros stay zeros, and they are loaded where there is no Ridgeline. */
class SavedModelsTest {

    @ParameterizedTest
    @MethodSource("org.ridgeline.tribuo.sgd.SgdCase#all")
    void modelsPassTribuosChecks(SgdCase<?> training) {
        check(training);
    }

    private static <T extends Output<T>> void check(SgdCase<T> training) {
        Model<T> model = training.train();
        assertTribuosOwn(model);
        Helpers.testProvenanceMarshalling(model.getProvenance());
        Class<T> type = training.data().getOutputFactory().getTypeWitness();
        Model<T> loaded = Helpers.testModelProtoSerialization(model, type, training.data());
        assertThat(loaded.getProvenance()).isEqualTo(model.getProvenance());
        assertThat(SavedSgdModel.description(loaded)).isEqualTo(SavedSgdModel.description(model));
    }

    private static void assertTribuosOwn(Object model) {
        Tensor[] tensors = SavedSgdModel.tensors(model);
        assertThat(tensors)
                .allSatisfy(tensor -> assertThat(tensor.getClass()).isIn(DenseMatrix.class, DenseVector.class));
        double[] numbers = Arrays.stream(tensors)
                .flatMap(tensor -> Arrays.stream(SavedSgdModel.numbers(tensor)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertThat(Arrays.stream(numbers).filter(w -> w == 0).count()).isPositive();
        assertThat(Arrays.stream(numbers).filter(w -> w != 0).count()).isPositive();
    }

    @Test
    void soDoesACrf() {
        CRFModel model = SgdCase.crf();
        assertTribuosOwn(model);
        Helpers.testProvenanceMarshalling(model.getProvenance());
        var loaded = Helpers.testSequenceModelProtoSerialization(model, Label.class, SgdCase.sequences());
        assertThat(loaded.getProvenance()).isEqualTo(model.getProvenance());
        assertThat(SavedSgdModel.description(loaded)).isEqualTo(SavedSgdModel.description(model));
    }

    @Test
    void modelsAreLoadedByAProcessWithoutRidgeline(@TempDir Path folder) throws Exception {
        List<String> files = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        for (SgdCase<?> training : SgdCase.all().toList()) {
            Model<?> model = training.train();
            Path file = folder.resolve(training + ".tribuo");
            model.serializeToFile(file);
            files.add(file.toString());
            wanted.add(SavedSgdModel.description(model));
        }
        CRFModel crf = SgdCase.crf();
        Path file = folder.resolve("crf.sequences");
        crf.serializeToFile(file);
        files.add(file.toString());
        wanted.add(SavedSgdModel.description(crf));
        JavaProcess process = JavaProcess.run(
                folder,
                TribuoAlone.classPath(folder, SavedSgdModel.class),
                SavedSgdModel.class,
                files.toArray(String[]::new));
        assertThat(process.status()).as(process.errors()).isZero();
        assertThat(process.output().lines()).containsExactlyElementsOf(wanted);
    }

    @Test
    void thatProcessHasNoRidgeline(@TempDir Path folder) throws Exception {
        JavaProcess process =
                JavaProcess.run(folder, TribuoAlone.classPath(folder, SavedSgdModel.class), RegularizedAdaGrad.class);
        assertThat(process.status()).isOne();
        assertThat(process.errors()).contains("ClassNotFoundException: " + RegularizedAdaGrad.class.getName());
    }
}
