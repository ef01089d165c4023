package org.ridgeline.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.ridgeline.Arguments;
import org.ridgeline.Groups;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Weights;
import org.ridgeline.penalties.GroupL2;

class SavingTest {

    private static final String TEXT = "group-l2(lambda=0.012345678901234567)";

    /** One layer of each kind of groups: strided, labelled, of weights and of biases. */
    private static MultiLayerConfiguration configuration() {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .updater(new Nesterovs(0.1, 0.5))
                .list(
                        new DenseLayer.Builder().nIn(4).nOut(3).build(),
                        new DenseLayer.Builder().nIn(3).nOut(2).build(),
                        new OutputLayer.Builder().nIn(2).nOut(2).build())
                .build();
        Ridgeline.on(configuration)
                .penalty(TEXT)
                .groups(Grouping.INPUT)
                .biases()
                .layers(0)
                .install();
        Ridgeline.on(configuration)
                .penalty(TEXT)
                .groups("W", Groups.labelled(0, 1, -1, -1, 0, 1))
                .mode(Mode.GRADIENT)
                .layers(1)
                .install();
        return configuration;
    }

    @Test
    void jsonAndYamlKeepThePenalty() {
        MultiLayerConfiguration configuration = configuration();
        MultiLayerConfiguration json = MultiLayerConfiguration.fromJson(configuration.toJson());
        MultiLayerConfiguration yaml = MultiLayerConfiguration.fromYaml(configuration.toYaml());

        for (MultiLayerConfiguration restored : List.of(json, yaml)) {
            assertThat(restored).isEqualTo(configuration);
            assertThat(Ridgeline.penalties(restored)).isEqualTo(Ridgeline.penalties(configuration));
            assertThat(Ridgeline.penalties(restored).keySet()).containsExactly("layer0", "layer1");
            assertThat(Ridgeline.penalties(restored).get("layer0").regularizer())
                    .isEqualTo(GroupL2.of(0.012345678901234567));
            assertThat(Ridgeline.penalties(restored).get("layer1").mode()).isEqualTo(Mode.GRADIENT);
        }
    }

    @Test
    void cloningAndJavaSerialisationKeepThePenalty() throws Exception {
        MultiLayerConfiguration configuration = configuration();

        assertThat(configuration.clone()).isEqualTo(configuration).isNotSameAs(configuration);
        assertThat(serialised(configuration)).isEqualTo(configuration);
        PenaltyRegularization penalty = Ridgeline.penalties(configuration).get("layer0");
        assertThat(serialised(penalty)).isEqualTo(penalty).hasSameHashCodeAs(penalty);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Serializable> T serialised(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    @Test
    void aSavedNetworkTrainsOnAsTheOriginal() throws IOException {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration());
        network.init();
        DataSet data = new DataSet(Nd4j.rand(8, 4), Nd4j.rand(8, 2));
        network.fit(data);
        MultiLayerNetwork restored =
                ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(written(network)), true);
        MultiLayerNetwork copy = network.clone();

        for (int i = 0; i < 3; i++) {
            network.fit(data);
            restored.fit(data);
            copy.fit(data);
        }

        assertThat(Ridgeline.penalties(restored)).isEqualTo(Ridgeline.penalties(network));
        assertThat(restored.params()).isEqualTo(network.params());
        assertThat(copy.params()).isEqualTo(network.params());
    }

    private static byte[] written(MultiLayerNetwork network) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, bytes, true);
        return bytes.toByteArray();
    }

    @Test
    void aClonedConfigurationHasAPenaltyOfItsOwn() {
        MultiLayerConfiguration configuration = configuration();
        MultiLayerConfiguration clone = configuration.clone();

        Ridgeline.penalties(clone).get("layer0").regularizer(GroupL2.of(7));

        assertThat(Ridgeline.penalties(configuration).get("layer0").text()).isEqualTo(TEXT);
        assertThat(clone).isNotEqualTo(configuration);
        assertThat(clone.toJson()).contains("group-l2(lambda=7)");
    }

    @Test
    void graphsKeepThePenalty() throws IOException {
        ComputationGraphConfiguration configuration = graph();
        Ridgeline.on(configuration)
                .penalty(TEXT)
                .groups(Grouping.OUTPUT)
                .layers("hidden")
                .install();
        ComputationGraph network = new ComputationGraph(ComputationGraphConfiguration.fromJson(configuration.toJson()));
        network.init();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, bytes, true);

        ComputationGraph restored =
                ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(bytes.toByteArray()), true);

        assertThat(Ridgeline.penalties(restored)).isEqualTo(Ridgeline.penalties(configuration));
        assertThat(Ridgeline.penalties(restored).keySet()).containsExactly("hidden");
    }

    private static ComputationGraphConfiguration graph() {
        Layer hidden = new LSTM.Builder().nIn(4).nOut(3).build();
        return new NeuralNetConfiguration.Builder()
                .updater(new Nesterovs(0.1, 0.5))
                .graphBuilder()
                .addInputs("in")
                .addLayer("hidden", hidden, "in")
                .addLayer(
                        "out",
                        new org.deeplearning4j.nn.conf.layers.RnnOutputLayer.Builder()
                                .nIn(3)
                                .nOut(2)
                                .build(),
                        "hidden")
                .setOutputs("out")
                .build();
    }

    @Test
    void jsonWithWrongTextsSaysWhatIsWrong() {
        String json = configuration().toJson();

        assertThatThrownBy(() -> MultiLayerConfiguration.fromJson(json.replace("group-l2(", "group-l3(")))
                .hasStackTraceContaining("there is no regularizer 'group-l3'")
                .hasStackTraceContaining("elastic-net, group-l2, l1, l2");
        assertThatThrownBy(() -> MultiLayerConfiguration.fromJson(json.replace("lambda=0.0", "lambda=-")))
                .hasStackTraceContaining("lambda")
                .hasStackTraceContaining("-1.2345678901234568E16");
        assertThatThrownBy(() -> MultiLayerConfiguration.fromJson(json.replace("\"count\" : 4", "\"count\" : 5")))
                .hasStackTraceContaining("12 weights")
                .hasStackTraceContaining("5 groups");
        assertThatThrownBy(() -> MultiLayerConfiguration.fromJson(json.replace("\"PROXIMAL\"", "\"SOMETIMES\"")))
                .hasStackTraceContaining("SOMETIMES")
                .hasStackTraceContaining("PROXIMAL");
    }

    @Test
    void penaltiesAreFoundThroughTheContextClassLoader(@TempDir Path plugin) throws IOException {
        Path services = Files.createDirectories(plugin.resolve("META-INF/services"));
        Files.writeString(services.resolve(RegularizerProvider.class.getName()), Plugin.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        String json;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {plugin.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            MultiLayerConfiguration configuration = configuration();
            Ridgeline.on(configuration).penalty("plugin").layers(2).install();
            json = configuration.toJson();
            assertThat(Ridgeline.penalties(MultiLayerConfiguration.fromJson(json))
                            .get("layer2")
                            .regularizer())
                    .isEqualTo(new Plugged(0.5));
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThatThrownBy(() -> MultiLayerConfiguration.fromJson(json))
                .hasStackTraceContaining("there is no regularizer 'plugin'");
    }

    /** A penalty of a third party. */
    public static final class Plugin implements RegularizerProvider {
        @Override
        public String name() {
            return "plugin";
        }

        @Override
        public String summary() {
            return "half of everything";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Regularizer create(Arguments arguments) {
            return new Plugged(0.5);
        }
    }

    private record Plugged(double lambda) implements Regularizer {
        @Override
        public Regularizer withLambda(double lambda) {
            return new Plugged(lambda);
        }

        @Override
        public double penalty(Weights weights) {
            return 0;
        }

        @Override
        public void addGradient(Weights weights, double scale, double[] gradient) {}

        @Override
        public void prox(Weights weights, double step) {}

        @Override
        public String toString() {
            return "plugin";
        }
    }

    @Test
    void whatIsInstalledSaysWhatItIs() {
        Regularization penalty = Ridgeline.penalties(configuration()).get("layer0");

        assertThat(penalty)
                .hasToString("group-l2(lambda=0.012345678901234567) on W (12 weights in 4 groups) (PROXIMAL)");
    }
}
