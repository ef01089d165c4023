package org.ridgeline.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.weka.WekaProcess.Result;

/**
 * The package and one of a third party, in the Weka that the build links and, with the profile {@code weka-versions}, in all others
 * that the package is for.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("wekas")
class PackageIT {

    private static final Path ZIP = Path.of(System.getProperty("weka.package"));
    private static final String LOGISTIC = "weka.classifiers.functions.RegularizedLogistic";

    @TempDir
    private static Path folder;

    private static Path data;
    private static WekaProcess weka;
    private static List<Result> installed;

    @Parameter
    private Path jar;

    static List<Path> wekas() throws IOException {
        List<Path> all = new ArrayList<>(List.of(WekaProcess.linkedWeka()));
        String more = System.getProperty("weka.versions", "");
        if (!more.isEmpty()) {
            try (Stream<Path> files = Files.list(Path.of(more))) {
                files.sorted().forEach(all::add);
            }
        }
        return all;
    }

    @BeforeParameterizedClassInvocation
    static void install(Path jar) throws Exception {
        Path work = Files.createTempDirectory(folder, "weka");
        data = Files.writeString(work.resolve("data.arff"), arff());
        weka = WekaProcess.create(jar, Files.createDirectory(work.resolve("home")));
        Path sample = SamplePackage.build(ZIP, jar, Files.createDirectory(work.resolve("sample")));
        installed = List.of(weka.install(ZIP), weka.install(sample));
    }

    private static String arff() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("""
                @relation data
                @attribute x numeric
                @attribute y numeric
                @attribute colour {red,green,blue}
                @attribute class {a,b}
                @data
                """);
        for (int i = 0; i < 60; i++) {
            double x = random.nextGaussian();
            int colour = random.nextInt(3);
            text.append(String.format(
                    Locale.ROOT,
                    "%.4f,%.4f,%s,%s%n",
                    x,
                    random.nextGaussian(),
                    List.of("red", "green", "blue").get(colour),
                    x + (colour == 1 ? 1 : 0) + random.nextGaussian() > 0 ? "b" : "a"));
        }
        return text.toString();
    }

    private Result logistic(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("weka.Run", "-no-scan", LOGISTIC));
        command.addAll(List.of(options));
        return weka.run(command.toArray(new String[0]));
    }

    private static String coefficients(Result result) {
        String text = result.output();
        int end = text.indexOf("Time taken to build model");
        assertThat(text).contains("standardized", "(intercept)", "Time taken to build model");
        return text.substring(text.lastIndexOf("standardized\n", end), end);
    }

    @Test
    void installsWithoutComplaints() throws Exception {
        assertThat(installed).allSatisfy(result -> {
            assertThat(result.exitCode()).isZero();
            assertThat(result.output()).doesNotContain("Exception", "Unable", "Problem");
            assertThat(withoutTheTraceOfEveryPackage(result.complaints())).isEmpty();
        });

        Result listed = weka.run("weka.core.WekaPackageManager", "-offline", "-list-packages", "installed");
        assertThat(listed.complaints()).isEmpty();
        assertThat(listed.output())
                .containsPattern(
                        System.getProperty("weka.package.version") + "\\s+-----\\s+Yes\\s+ridgeline: Regularized")
                .containsPattern("1\\.0\\.0\\s+-----\\s+Yes\\s+halfLasso: Half a lasso");
    }

    /**
     * Up to 3.8.6 and 3.9.6, Weka closes the loader of any package that has properties for its windows in a way that Java 17 refuses,
     * prints that, and goes on.
     */
    private List<String> withoutTheTraceOfEveryPackage(List<String> complaints) {
        if (jar.getFileName().toString().endsWith(".7.jar")
                || complaints.stream()
                        .noneMatch(line -> line.contains("WekaPackageLibIsolatingClassLoader.closeClassLoader"))) {
            return complaints;
        }
        return complaints.stream()
                .filter(line -> !line.contains("module java.base does not \"opens sun.net.www.protocol.jar\""))
                .filter(line -> !line.matches("\\s+(at )?(java\\.base/java|weka\\.(core|gui))\\..+\\(.+\\)"))
                .toList();
    }

    @Test
    void goesDownAPathAndSelectsAttributes() throws Exception {
        Result optimized = weka.run(
                "weka.Run",
                "-no-scan",
                "weka.classifiers.meta.IterativeClassifierOptimizer",
                "-t",
                data.toString(),
                "-no-cv",
                "-W",
                "weka.classifiers.functions.RegularizationPath",
                "--",
                "-regularizer",
                "half-l1",
                "-lambdas",
                "20");
        Result selected = weka.run(
                "weka.Run",
                "-no-scan",
                "weka.attributeSelection.RegularizationPathAttributeEval",
                "-i",
                data.toString(),
                "-s",
                "weka.attributeSelection.Ranker -N 1",
                "-regularizer",
                "group-l2");

        assertThat(optimized.complaints()).isEmpty();
        assertThat(optimized.output())
                .containsPattern("Best number of iterations found: [1-9]")
                .contains("Regularizer:  half-l1(lambda=", "of a path of 20 lambdas");
        assertThat(selected.complaints()).isEmpty();
        assertThat(selected.output()).contains("Selected attributes: 1 : 1");
    }

    @Test
    void trainsCrossValidatesAndSavesAModelThatAnotherProcessLoads() throws Exception {
        String model = data.resolveSibling("saved.model").toString();
        List<String> predictions = List.of(
                "-classifications", "weka.classifiers.evaluation.output.prediction.CSV -decimals 12 -distribution");

        Result trained = logistic("-t", data.toString(), "-regularizer", "half-l1(lambda=0.1)", "-d", model);
        Result test = logistic(
                "-t",
                data.toString(),
                "-T",
                data.toString(),
                "-regularizer",
                "half-l1(lambda=0.1)",
                predictions.get(0),
                predictions.get(1));
        Result loaded = logistic("-l", model, "-T", data.toString(), predictions.get(0), predictions.get(1));

        assertThat(trained.complaints()).isEmpty();
        assertThat(trained.output())
                .contains("half-l1(lambda=0.1)", "Error on training data", "Stratified cross-validation");
        assertThat(loaded.complaints()).isEmpty();
        assertThat(rows(loaded)).hasSize(60).isEqualTo(rows(test));
    }

    private static List<String> rows(Result result) {
        return result.output()
                .lines()
                .filter(line -> line.matches("\\d+,\\d:.*"))
                .toList();
    }

    @Test
    void theBeanOfAnotherPackageIsUsed() throws Exception {
        Result own = logistic("-t", data.toString(), "-no-cv", "-regularizer", "L1 -L 0.05");
        Result bean = logistic("-t", data.toString(), "-no-cv", "-regularizer", "HalfL1 -L 0.1");
        Result text = logistic("-t", data.toString(), "-no-cv", "-regularizer", "half-l1(lambda=0.1)");

        assertThat(coefficients(bean)).isEqualTo(coefficients(own)).isEqualTo(coefficients(text));
        assertThat(bean.output()).contains("half-l1(lambda=0.1)");
        assertThat(bean.complaints()).isEmpty();
    }

    @Test
    void choosersOfferEveryClassOnce() throws Exception {
        Path probe = Files.createTempDirectory(folder, "probe");
        Path target = probe.resolve(InstalledState.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(target.getParent());
        try (InputStream in = InstalledState.class.getResourceAsStream("InstalledState.class")) {
            Files.copy(in, target);
        }

        Result result = weka.with(List.of(probe))
                .run(InstalledState.class.getName(), data.toString(), LOGISTIC, "-regularizer", "HalfL1 -L 0.1");

        assertThat(result.complaints()).isEmpty();
        List<String> choosers = result.output()
                .lines()
                .filter(line -> line.startsWith("chooser of "))
                .toList();
        assertThat(choosers).allMatch(line -> line.endsWith(" 1"));
        assertThat(choosers)
                .contains(
                        "chooser of weka.classifiers.Classifier: " + LOGISTIC + " 1",
                        "chooser of weka.classifiers.Classifier: weka.classifiers.functions.RegularizedLinearRegression 1",
                        "chooser of weka.classifiers.Classifier: weka.classifiers.functions.RegularizationPath 1",
                        "chooser of weka.attributeSelection.ASEvaluation: weka.attributeSelection.RegularizationPathAttributeEval 1",
                        "chooser of weka.core.regularizers.Regularizer: weka.core.regularizers.ElasticNet 1",
                        "chooser of weka.core.regularizers.Regularizer: weka.core.regularizers.TextRegularizer 1",
                        "chooser of weka.core.regularizers.Regularizer: weka.core.regularizers.HalfL1 1");
        assertThat(result.output())
                .contains("editor: weka.gui.GenericObjectEditor", "half-l1(lambda=0.1)")
                .containsPattern("prediction: (0\\.\\d+) \\1");
    }

    @Test
    void aBadOptionIsRefusedWithWhatThereIsToChooseFrom() throws Exception {
        Result form = logistic("-t", data.toString(), "-regularizer", "half-l2");
        Result bean = logistic("-t", data.toString(), "-regularizer", "HalfL2 -L 0.1");

        assertThat(form.errors())
                .contains(
                        "there is no regularizer 'half-l2'; there are adaptive, elastic-net, group-l2, half-l1, l1, ");
        assertThat(bean.errors())
                .contains(
                        "there is no class 'weka.core.regularizers.HalfL2'; there are weka.core.regularizers.L1, ",
                        ", weka.core.regularizers.HalfL1, or a text form");
        assertThat(form.output() + bean.output()).doesNotContain("Classifier model");
    }

    @Test
    void removalLeavesNothing() throws Exception {
        WekaProcess other = weka.in(Files.createTempDirectory(folder, "removal"));
        Path from = weka.home();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(file -> !file.equals(from)).toList()) {
                Files.copy(file, other.home().resolve(from.relativize(file).toString()));
            }
        }

        Result removed = other.run("weka.core.WekaPackageManager", "-offline", "-uninstall-package", "ridgeline");

        assertThat(removed.complaints()).isEmpty();
        assertThat(other.home().resolve("packages/halfLasso")).isDirectory();
        assertThat(other.home().resolve("packages/ridgeline")).doesNotExist();
        // The third party's package then has no use, and does no harm.
        Result run = other.run("weka.Run", "weka.classifiers.rules.ZeroR", "-t", data.toString());
        assertThat(run.complaints()).isEmpty();
        assertThat(run.output()).contains("Stratified cross-validation");
    }
}
