package org.ridgeline.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.functions.RegularizationPath;
import weka.classifiers.functions.WekaData;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.converters.ArffSaver;

/** Weka's command line, which goes on with a path that another process has begun. */
class RegularizationPathProcessTest {

    @TempDir
    Path folder;

    @Test
    void aPathGoesOnElsewhereToTheSameModels() throws Exception {
        Instances data = WekaData.cancer();
        Path arff = folder.resolve("data.arff");
        ArffSaver saver = new ArffSaver();
        saver.setMaxDecimalPlaces(20);
        saver.setInstances(data);
        saver.setFile(arff.toFile());
        saver.writeBatch();
        String options = "-regularizer l1 -lambdas 20 -num-decimal-places 6";
        RegularizationPath begun = new RegularizationPath();
        begun.setOptions(Utils.splitOptions(options + " -I 8 -resume"));
        begun.buildClassifier(data);
        String file = folder.resolve("begun.model").toString();
        String further = folder.resolve("further.model").toString();
        SerializationHelper.write(file, begun);

        String printed = printed(Stream.concat(
                Stream.of(
                        RegularizationPath.class.getName(),
                        "-l",
                        file,
                        "-t",
                        arff.toString(),
                        "-T",
                        arff.toString(),
                        "-continue-iterating",
                        "-clean-up",
                        "-d",
                        further,
                        "-I",
                        "8"),
                Arrays.stream(Utils.splitOptions(options))));

        RegularizationPath whole = new RegularizationPath();
        whole.setOptions(Utils.splitOptions(options + " -I 16"));
        whole.buildClassifier(data);
        assertThat(printed).contains("The path: 17 of 20 lambdas are fitted");
        RegularizationPath loaded = (RegularizationPath) SerializationHelper.read(further);
        assertThat(loaded.toString()).isEqualTo(whole.toString());
        for (int k = 0; k <= 16; k++) {
            assertThat(loaded.path().model(k).coefficients(0))
                    .isEqualTo(whole.path().model(k).coefficients(0));
            assertThat(loaded.path().model(k).intercept(0))
                    .isEqualTo(whole.path().model(k).intercept(0));
        }
        assertThat(loaded.getResume()).isFalse();
    }

    private String printed(Stream<String> arguments) throws Exception {
        WekaProcess weka = WekaProcess.create(WekaProcess.linkedWeka(), folder.resolve("weka-home"))
                .with(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList());
        WekaProcess.Result result = weka.run(arguments.toArray(String[]::new));
        assertThat(result.complaints()).isEmpty();
        return result.output();
    }
}
