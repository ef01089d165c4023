package org.ridgeline.weka;

import static org.assertj.core.api.Assertions.assertThat;

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
import weka.core.Utils;
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
        RegularizedSGD expected = new RegularizedSGD();
        expected.setOptions(Utils.splitOptions("-regularizer " + PENALTY));
        expected.buildClassifier(new Instances(data, 0));
        data.forEach(expected::updateClassifier);
        assertThat(printed).contains(expected.toString()).doesNotContain("xception");

        String further = printed(SGD, "-t", arff.toString(), "-T", arff.toString(), "-l", saved, "-d", more);
        data.forEach(expected::updateClassifier);
        assertThat(further).contains(expected.toString()).contains("400 instances");
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
