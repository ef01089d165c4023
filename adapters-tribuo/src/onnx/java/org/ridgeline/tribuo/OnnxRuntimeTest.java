package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;
import org.tribuo.ONNXExportable;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.regression.Regressor;

/** What Tribuo exports of our models predicts as they do, in the ONNX runtime. */
class OnnxRuntimeTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("org.ridgeline.tribuo.TrainingCase#kindsOfModels")
    void theRuntimePredictsAlike(TrainingCase<?> training) throws Exception {
        check(training);
    }

    private <T extends Output<T>> void check(TrainingCase<T> training) throws Exception {
        Model<T> model = training.train();
        Path file = folder.resolve("model.onnx");
        ((ONNXExportable) model).saveONNXModel("org.example", 1, file);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor input = OnnxTensor.createTensor(environment, rows(training, model.getFeatureIDMap()));
                OrtSession.Result result = session.run(Map.of("input", input))) {
            float[][] found = (float[][]) result.get("output").orElseThrow().getValue();
            assertThat(found)
                    .hasDimensions(
                            training.data().size(), model.getOutputIDInfo().size());
            for (int i = 0; i < found.length; i++) {
                Map<String, Double> wanted =
                        LoadsAlone.predictions(model.predict(training.data().getExample(i)));
                for (int k = 0; k < found[i].length; k++) {
                    double output = wanted.get(name(model.getOutputIDInfo().getOutput(k)));
                    assertThat((double) found[i][k]).isCloseTo(output, within(1e-5 * Math.max(1, Math.abs(output))));
                }
            }
        }
    }

    private static String name(Output<?> output) {
        if (output instanceof Regressor dimension) {
            return dimension.getNames()[0];
        }
        return output instanceof MultiLabel label ? label.getLabelString() : ((Label) output).getLabel();
    }

    private static float[][] rows(TrainingCase<?> training, ImmutableFeatureMap features) {
        float[][] rows = new float[training.data().size()][features.size()];
        for (int i = 0; i < rows.length; i++) {
            float[] row = rows[i];
            training.data()
                    .getExample(i)
                    .forEach(feature -> row[features.getID(feature.getName())] = (float) feature.getValue());
        }
        return rows;
    }
}
