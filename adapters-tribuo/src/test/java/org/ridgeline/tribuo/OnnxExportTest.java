package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Model;
import org.tribuo.ONNXExportable;

/** What Tribuo exports of our models. That it predicts alike is tested with the ONNX runtime in the profile tribuo-onnx. */
class OnnxExportTest {

    @ParameterizedTest
    @MethodSource("org.ridgeline.tribuo.TrainingCase#kindsOfModels")
    void theExportHoldsTheWeights(TrainingCase<?> training) {
        Model<?> model = training.train();
        ModelProto export = ((ONNXExportable) model).exportONNXModel("org.example", 3);
        GraphProto graph = export.getGraph();
        assertThat(export.getModelVersion()).isEqualTo(3);
        assertThat(graph.getNodeList().stream().map(NodeProto::getOpType)).containsExactlyElementsOf(operators(model));
        double[][] weights = TrainingCase.weights(model);
        int outputs = weights.length;
        int features = weights[0].length - 1;
        FloatBuffer slopes = floats(graph.getInitializer(0), features, outputs);
        FloatBuffer intercepts = floats(graph.getInitializer(1), outputs);
        for (int k = 0; k < outputs; k++) {
            for (int j = 0; j < features; j++) {
                assertThat(slopes.get(j * outputs + k)).isEqualTo((float) weights[k][j]);
            }
            assertThat(intercepts.get(k)).isEqualTo((float) weights[k][features]);
        }
    }

    /** The last gives the output its name. */
    private static List<String> operators(Model<?> model) {
        return switch (model.getClass().getPackageName()) {
            case "org.tribuo.classification.sgd.linear" -> List.of("Gemm", "Softmax", "Identity");
            case "org.tribuo.multilabel.sgd.linear" -> List.of("Gemm", "Sigmoid", "Identity");
            default -> List.of("Gemm", "Identity");
        };
    }

    private static FloatBuffer floats(TensorProto tensor, Integer... shape) {
        assertThat(tensor.getDimsList().stream().map(Long::intValue)).containsExactly(shape);
        return tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
    }
}
