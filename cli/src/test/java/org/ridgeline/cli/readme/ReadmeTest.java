package org.ridgeline.cli.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.conformance.GoldenFits;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** The README shows code that compiles and does what it says there. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder;

    private final PrintStream terminal = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void catchWhatTheLinesPrint() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void printAgain() {
        System.setOut(terminal);
    }

    private static GoldenFit cancer() {
        return GoldenFits.all().stream()
                .filter(fit -> fit.loss().equals("logistic"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyBlockOfJavaIsPartOfACompiledSource() throws IOException {
        List<String> sources;
        try (Stream<Path> files = Stream.concat(
                Files.walk(Path.of("src/test/java/org/ridgeline/cli/readme")),
                Files.walk(ROOT.resolve("conformance-tests/src/test/java")))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(ReadmeTest::read)
                    .toList();
        }
        Matcher blocks = Pattern.compile("(?s)```java\\n(.*?)```").matcher(read(ROOT.resolve("README.md")));
        int count = 0;
        while (blocks.find()) {
            String block = blocks.group(1);
            assertThat(sources).as(block).anyMatch(source -> source.contains(block));
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(5);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theLinesForWekaTrain() throws Exception {
        GoldenFit data = cancer();
        StringBuilder arff = new StringBuilder("@relation cancer\n");
        data.features().forEach(name -> arff.append("@attribute ").append(name).append(" numeric\n"));
        arff.append("@attribute benign {0,1}\n@data\n");
        for (int i = 0; i < data.rows().length; i++) {
            for (double x : data.rows()[i]) {
                arff.append(x).append(',');
            }
            arff.append((int) data.target()[i]).append('\n');
        }
        Path file = Files.writeString(folder.resolve("cancer.arff"), arff);

        assertThat(WekaExample.train(file.toString())).isEqualTo("elastic-net(lambda=0.05,alpha=0.8)");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("worst_radius", "are zero", "duality gap");
    }

    @Test
    void theLinesForTribuoTrain() {
        GoldenFit data = cancer();
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> examples =
                new MutableDataset<>(new SimpleDataSourceProvenance("cancer", factory), factory);
        String[] names = data.features().toArray(String[]::new);
        for (int i = 0; i < data.rows().length; i++) {
            String label = data.target()[i] == 1 ? "benign" : "malignant";
            examples.add(new ArrayExample<>(new Label(label), names, data.rows()[i]));
        }

        assertThat(TribuoExample.train(examples)).isEqualTo("elastic-net(lambda=0.05,alpha=0.8)");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("duality gap", "converged: true");
    }

    @Test
    void theLinesForDeeplearning4jMakeWholeUnitsZero() {
        GoldenFit data = cancer();
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.1))
                .list(
                        new DenseLayer.Builder()
                                .name("hidden")
                                .nIn(30)
                                .nOut(16)
                                .activation(Activation.TANH)
                                .build(),
                        new OutputLayer.Builder(LossFunctions.LossFunction.XENT)
                                .nIn(16)
                                .nOut(1)
                                .activation(Activation.SIGMOID)
                                .build())
                .build();
        INDArray features = Nd4j.createFromArray(data.standardizedRows());
        INDArray labels = Nd4j.createFromArray(data.target()).reshape(data.target().length, 1);

        MultiLayerNetwork network =
                Dl4jExample.train(configuration, new ViewIterator(new DataSet(features, labels), 64));

        double[][] weights = network.getParam("0_W").toDoubleMatrix();
        int zero = 0;
        for (int unit = 0; unit < 16; unit++) {
            int column = unit;
            long zeros = Stream.of(weights).filter(row -> row[column] == 0).count();
            assertThat(zeros).as("zeros of unit %d", unit).isIn(0L, 30L);
            zero += zeros == 30 ? 1 : 0;
        }
        assertThat(zero).isBetween(1, 15);
    }

    @Test
    void theLinesForTheSolversTrain() {
        GoldenFit data = GoldenFits.all().get(0);

        double[] coefficients = SolverExample.train(data.rows(), data.target());

        assertThat(coefficients).hasSize(10).doesNotContain(0.0);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("objective", "nonzero", "duality gap");
    }
}
