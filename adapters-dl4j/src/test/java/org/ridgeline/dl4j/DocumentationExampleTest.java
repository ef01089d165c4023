package org.ridgeline.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.ridgeline.Groups;
import org.ridgeline.penalties.ElasticNet;

/** The examples of docs/dl4j.md: each runs, and stands there word for word. */
class DocumentationExampleTest {

    private static DataSetIterator data() {
        return new SingletonDataSetIterator(new DataSet(Nd4j.rand(20, 10), Nd4j.rand(20, 1)));
    }

    private static MultiLayerConfiguration configuration() {
        return new NeuralNetConfiguration.Builder()
                .updater(new Sgd(0.1))
                .list(
                        new DenseLayer.Builder().name("hidden").nIn(10).nOut(4).build(),
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nIn(4)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .build())
                .build();
    }

    @Test
    void firstExample() {
        DataSetIterator data = data();
        // [first]
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .updater(new Sgd(0.1))
                .list(
                        new DenseLayer.Builder().name("hidden").nIn(10).nOut(4).build(),
                        new OutputLayer.Builder(LossFunction.XENT)
                                .nIn(4)
                                .nOut(1)
                                .activation(Activation.SIGMOID)
                                .build())
                .build();
        Ridgeline.on(configuration)
                .penalty("group-l2(lambda=0.01)")
                .groups(Grouping.INPUT)
                .layers("hidden")
                .install();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        network.fit(data, 100);
        // [/first]
        assertThat(network.calcRegularizationScore(true)).isGreaterThanOrEqualTo(0);
    }

    @Test
    void groupsExample() {
        MultiLayerConfiguration configuration = configuration();
        // [groups]
        Ridgeline.on(configuration)
                .penalty("group-l2(lambda=0.01)")
                .layers("hidden")
                .groups("W", Groups.strided(1, 5, 40)) // inputs j and j + 5 of 10 belong together
                .install();
        // [/groups]
        assertThat(Ridgeline.penalties(configuration).get("hidden"))
                .hasToString("group-l2(lambda=0.01) on W (40 weights in 5 groups) (PROXIMAL)");
    }

    @Test
    void modeExample() {
        MultiLayerConfiguration configuration = configuration();
        // [mode]
        Ridgeline.on(configuration)
                .penalty(ElasticNet.of(0.01, 0.5))
                .mode(Mode.GRADIENT)
                .install();
        // [/mode]
        assertThat(Ridgeline.penalties(configuration)).hasSize(2);
    }

    @Test
    void adaptiveExample() {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration());
        network.init();
        DataSetIterator data = data();
        DataSetIterator heldOut = data();
        // [adaptive]
        Ridgeline.on(network)
                .penalty("adaptive(base=l1(lambda=0.5),epochs=10)")
                .validation(heldOut)
                .install();
        network.fit(data, 200);
        System.out.println(Ridgeline.penalties(network).get("hidden").text());
        // [/adaptive]
        assertThat(Ridgeline.penalties(network).get("hidden").text()).startsWith("l1(lambda=");
    }

    @Test
    void linearExample() {
        double[][] standardised = {{1, -1}, {-1, 0}, {0, 1}};
        double[] target = {1, 0, 1};
        // [linear]
        LinearNetwork.Fit fit = LinearNetwork.of(
                        LinearNetwork.Loss.LOGISTIC, ElasticNet.of(0.01, 0.5), Groups.singletons(2))
                .fit(standardised, target);
        // [/linear]
        assertThat(fit.converged()).isTrue();
    }

    @Test
    void theyStandInTheDocumentation() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/ridgeline/dl4j/DocumentationExampleTest.java"));
        String page = Files.readString(Path.of("../docs/dl4j.md"));
        for (String name : new String[] {"first", "groups", "mode", "adaptive", "linear"}) {
            int start = source.indexOf("// [" + name + "]\n");
            int end = source.indexOf("// [/" + name + "]\n");
            String example = source.substring(source.indexOf('\n', start) + 1, source.lastIndexOf('\n', end) + 1);

            assertThat(page).contains("```java\n" + example.stripTrailing().stripIndent() + "\n```\n");
        }
    }
}
