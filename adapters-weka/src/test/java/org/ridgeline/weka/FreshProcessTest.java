package org.ridgeline.weka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.functions.RegularizationPath;
import weka.classifiers.functions.RegularizedLogistic;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.converters.ConverterUtils;

/** What holds only if another process can do it: load a model, find the regularizer of an installed package. */
class FreshProcessTest {

    private static final String LOGISTIC = "weka.classifiers.functions.RegularizedLogistic";

    @TempDir
    Path folder;

    private Path home;
    private Instances data;
    private Path arff;

    @BeforeEach
    void writeData() throws Exception {
        home = Files.createDirectory(folder.resolve("weka-home"));
        ArrayList<Attribute> attributes = new ArrayList<>(
                List.of(new Attribute("x"), new Attribute("y"), new Attribute("class", List.of("a", "b"))));
        data = new Instances("data", attributes, 40);
        data.setClassIndex(2);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 40; i++) {
            double x = random.nextGaussian();
            data.add(new DenseInstance(1, new double[] {x, random.nextGaussian(), x + random.nextGaussian() > 0 ? 1 : 0
            }));
        }
        arff = FreshProcess.write(data, folder.resolve("data.arff"));
        // The file holds six decimals.
        data = ConverterUtils.DataSource.read(arff.toString());
        data.setClassIndex(2);
    }

    @Test
    void aSavedModelPredictsTheSameElsewhere() throws Exception {
        RegularizedLogistic model = new RegularizedLogistic();
        model.setOptions(Utils.splitOptions("-regularizer l1(lambda=0.05) -num-decimal-places 6"));
        model.buildClassifier(data);
        String file = folder.resolve("saved.model").toString();
        SerializationHelper.write(file, model);

        String printed = FreshProcess.run(
                home,
                LOGISTIC,
                "-l",
                file,
                "-T",
                arff.toString(),
                "-classifications",
                "weka.classifiers.evaluation.output.prediction.CSV -decimals 12 -distribution");

        List<String> rows =
                printed.lines().filter(line -> line.matches("\\d+,\\d:.*")).toList();
        assertThat(rows).hasSize(40);
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = rows.get(i).replace("*", "").split(",");
            assertThat(Double.parseDouble(cells[cells.length - 1]))
                    .isCloseTo(model.distributionForInstance(data.instance(i))[1], within(1e-11));
        }
    }

    @Test
    void aPathGoesOnElsewhereToTheSameModels() throws Exception {
        String options = "-regularizer l1 -lambdas 20 -num-decimal-places 6";
        RegularizationPath begun = new RegularizationPath();
        begun.setOptions(Utils.splitOptions(options + " -I 8 -resume"));
        begun.buildClassifier(data);
        String file = folder.resolve("begun.model").toString();
        String further = folder.resolve("further.model").toString();
        SerializationHelper.write(file, begun);

        String printed = FreshProcess.run(
                home,
                Stream.concat(
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
                                Arrays.stream(Utils.splitOptions(options)))
                        .toArray(String[]::new));

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

    @Test
    void theRegularizerOfAnInstalledPackageIsFound() throws Exception {
        install(home.resolve("packages").resolve("halfLasso"));

        String printed = FreshProcess.run(
                home,
                "weka.Run",
                "-no-scan",
                LOGISTIC,
                "-t",
                arff.toString(),
                "-no-cv",
                "-regularizer",
                "half-l1(lambda=0.1)");
        String refused = FreshProcess.run(
                home, "weka.Run", "-no-scan", LOGISTIC, "-t", arff.toString(), "-no-cv", "-regularizer", "half-l2");

        RegularizedLogistic same = new RegularizedLogistic();
        same.setOptions(new String[] {"-regularizer", "l1(lambda=0.05)"});
        same.buildClassifier(data);
        String coefficients = same.toString().substring(same.toString().indexOf("log-odds of"));
        assertThat(printed).contains("Regularizer:  half-l1(lambda=0.1)").contains(coefficients);
        assertThat(refused)
                .contains(
                        "there is no regularizer 'half-l2'; there are adaptive, elastic-net, group-l2, half-l1, l1, l2, mcp, scad, slope, sparse-group-l2");
    }

    /** An installed package: a folder with a description and a jar of a provider. */
    private static void install(Path installed) throws IOException {
        Files.createDirectories(installed);
        Files.write(
                installed.resolve("Description.props"),
                List.of(
                        "PackageName=halfLasso",
                        "Version=1.0.0",
                        "Title=Half a lasso",
                        "Category=Regression",
                        "Author=A third party",
                        "Maintainer=A third party",
                        "License=Apache-2.0",
                        "Description=A package with a regularizer",
                        "Date=2025-01-01",
                        "PackageURL=http://localhost/halfLasso.zip",
                        "Depends=weka (>=3.8.5)"));
        Path source = Files.createDirectories(installed.resolve("src")).resolve("HalfLasso.java");
        try (var text = FreshProcessTest.class.getResourceAsStream("/HalfLasso.java.txt")) {
            Files.write(source, text.readAllBytes());
        }
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        source.getParent().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(failed).isZero();
        try (OutputStream out = Files.newOutputStream(installed.resolve("halfLasso.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            add(jar, "META-INF/services/org.ridgeline.RegularizerProvider", "HalfLasso$Provider".getBytes(UTF_8));
            for (String name : List.of("HalfLasso.class", "HalfLasso$Provider.class")) {
                add(jar, name, Files.readAllBytes(source.resolveSibling(name)));
            }
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
