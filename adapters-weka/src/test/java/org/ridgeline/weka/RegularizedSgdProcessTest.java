package org.ridgeline.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.functions.RegularizedSGD;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.converters.ArffLoader;
import weka.core.converters.ArffSaver;
import weka.core.converters.ConverterUtils;

/** Weka's command line, which trains an updateable classifier from a file instance by instance. */
class RegularizedSgdProcessTest {

    private static final String SGD = "weka.classifiers.functions.RegularizedSGD";
    private static final String PENALTY = "l1(lambda=0.01)";

    @TempDir
    Path folder;

    private WekaProcess weka;
    private Path arff;
    private Instances data;

    @BeforeEach
    void writeData() throws Exception {
        weka = WekaProcess.create(WekaProcess.linkedWeka(), folder.resolve("weka-home"))
                .with(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList());
        ArrayList<Attribute> attributes = new ArrayList<>(
                List.of(new Attribute("x"), new Attribute("y"), new Attribute("class", List.of("a", "b"))));
        Instances made = new Instances("data", attributes, 200);
        made.setClassIndex(2);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            double x = random.nextGaussian();
            made.add(new DenseInstance(1, new double[] {x, random.nextGaussian(), x + random.nextGaussian() > 0 ? 1 : 0
            }));
        }
        arff = folder.resolve("data.arff");
        ArffSaver saver = new ArffSaver();
        saver.setInstances(made);
        saver.setFile(arff.toFile());
        saver.writeBatch();
        // The file holds six decimals.
        data = ConverterUtils.DataSource.read(arff.toString());
        data.setClassIndex(2);
    }

    /** What has learnt from the data in memory, one after the other. */
    private RegularizedSGD streamed() throws Exception {
        RegularizedSGD expected = new RegularizedSGD();
        expected.setOptions(Utils.splitOptions("-regularizer " + PENALTY));
        expected.buildClassifier(new Instances(data, 0));
        data.forEach(expected::updateClassifier);
        return expected;
    }

    private String printed(String... arguments) throws Exception {
        WekaProcess.Result result = weka.run(arguments);
        assertThat(result.complaints()).isEmpty();
        return result.output();
    }

    @Test
    void aFileIsLearntFromAsAStreamAndAModelGoesOn() throws Exception {
        String saved = folder.resolve("saved.model").toString();
        String more = folder.resolve("more.model").toString();
        String printed = printed(SGD, "-t", arff.toString(), "-no-cv", "-d", saved, "-regularizer", PENALTY);
        RegularizedSGD expected = streamed();
        assertThat(printed).contains(expected.toString()).doesNotContain("xception");

        String further = printed(SGD, "-t", arff.toString(), "-T", arff.toString(), "-l", saved, "-d", more);
        data.forEach(expected::updateClassifier);
        assertThat(further).contains(expected.toString()).contains("400 instances");
    }

    @Test
    void withoutItsPenaltyAModelPredictsAndIsSavedButDoesNotLearn() throws Exception {
        String saved = folder.resolve("half.model").toString();
        String again = folder.resolve("again.model").toString();
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        weka = weka.with(List.of(SamplePackage.compile(classPath, folder)));
        String printed = printed(
                SGD,
                "-t",
                arff.toString(),
                "-no-cv",
                "-d",
                saved,
                "-regularizer",
                "half-l1(lambda=0.02)",
                "-num-decimal-places",
                "12");

        RegularizedSGD loaded = (RegularizedSGD) SerializationHelper.read(saved);
        assertThat(printed).contains(loaded.toString()).contains("half-l1(lambda=0.02)");
        assertPredicts(loaded);
        assertThatThrownBy(() -> loaded.updateClassifier(data.instance(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can predict, but not learn")
                .hasMessageContaining("half-l1(lambda=0.02) is not installed")
                .hasMessageContaining("there are")
                .hasMessageContaining("elastic-net");
        SerializationHelper.write(again, loaded);
        RegularizedSGD other = (RegularizedSGD) SerializationHelper.read(again);
        assertThatThrownBy(() -> loaded.aggregate(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not installed");
        assertThat(printed).contains(loaded.toString()).contains(other.toString());
        assertPredicts(loaded);
        assertPredicts(other);
        // Where the penalty is, the model that was saved again learns.
        String further = printed(SGD, "-t", arff.toString(), "-T", arff.toString(), "-l", again);
        assertThat(further).contains("400 instances").doesNotContain("xception");
    }

    private void assertPredicts(RegularizedSGD model) {
        double[] w = model.coefficients(0);
        assertThat(w[0]).isPositive();
        for (Instance instance : data) {
            double score = model.intercept(0) + w[0] * instance.value(0) + w[1] * instance.value(1);
            assertThat(model.distributionForInstance(instance)[1]).isCloseTo(1 / (1 + Math.exp(-score)), within(1e-12));
        }
    }

    /** As the steps of the KnowledgeFlow do it: the loader gives one instance after the other and keeps none. */
    @Test
    void aLoaderThatKeepsNothingGivesTheSameModel() throws Exception {
        ArffLoader loader = new ArffLoader();
        loader.setFile(arff.toFile());
        Instances structure = loader.getStructure();
        structure.setClassIndex(2);
        RegularizedSGD streamed = new RegularizedSGD();
        streamed.setOptions(Utils.splitOptions("-regularizer " + PENALTY));
        streamed.buildClassifier(structure);
        for (Instance next = loader.getNextInstance(structure);
                next != null;
                next = loader.getNextInstance(structure)) {
            streamed.updateClassifier(next);
        }
        streamed.batchFinished();
        RegularizedSGD expected = streamed();

        assertThat(structure).isEmpty();
        assertThat(streamed.toString()).contains("200 instances").isEqualTo(expected.toString());
        assertThat(streamed.coefficients(0)).isEqualTo(expected.coefficients(0));
        assertThat(streamed.intercept(0)).isEqualTo(expected.intercept(0));
    }

    @Test
    void batchTrainingIsForced() throws Exception {
        String printed =
                printed(SGD, "-t", arff.toString(), "-no-cv", "-force-batch-training", "-regularizer", PENALTY);
        RegularizedSGD expected = new RegularizedSGD();
        expected.setOptions(Utils.splitOptions("-regularizer " + PENALTY));
        expected.buildClassifier(data);

        assertThat(printed).contains(expected.toString());
        int right = 0;
        for (Instance instance : data) {
            right += expected.classifyInstance(instance) == instance.classValue() ? 1 : 0;
        }
        assertThat(printed).contains("Correctly Classified Instances         " + right);
    }
}
