package org.ridgeline.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.weka.WekaProcess.Result;
import org.ridgeline.weka.gui.Scenarios;
import org.ridgeline.weka.gui.VirtualScreen;

/** The package's tab in the Explorer, in a window on a screen that nobody sees, with mouse and keys. */
class PackageWindowIT {

    private static final Path ZIP = Path.of(System.getProperty("weka.package"));
    private static final Path DIABETES = Path.of("../data/diabetes.csv").toAbsolutePath();

    @TempDir
    private static Path folder;

    private static Path driver;

    /** Of our classes only those that have mouse and keys in their hands; the others come from the package. */
    @BeforeAll
    static void prepare() throws Exception {
        Path classes = Path.of(Scenarios.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path from = classes.resolve(Scenarios.class.getPackageName().replace('.', '/'));
        driver = folder.resolve("driver");
        Path to = Files.createDirectories(driver.resolve(classes.relativize(from)));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    static List<Path> wekas() throws IOException {
        return PackageIT.wekas();
    }

    private static void play(Path weka, String scenario, Path data) throws Exception {
        Path work = Files.createTempDirectory(folder, "window");
        WekaProcess process = WekaProcess.create(weka, Files.createDirectory(work.resolve("home")));
        Files.writeString(work.resolve("small.arff"), """
                @relation small
                @attribute x numeric
                @attribute y numeric
                @data
                1,2
                2,3
                3,5
                4,4
                5,7
                6,5
                """);
        try (VirtualScreen screen = VirtualScreen.open(1024, 768)) {
            process.install(ZIP);
            Result result = process.with(List.of(driver))
                    .runOn(screen.display(), Scenarios.class.getName(), scenario, data.toString(), work.toString());
            assertThat(result.exitCode())
                    .as(result.output() + "\n" + result.errors())
                    .isZero();
            assertThat(result.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("wekas")
    void aNumberIsPredictedAndItsModelTrainedInClassify(Path weka) throws Exception {
        play(weka, "number", DIABETES);
    }

    @Test
    void theWorkbenchHasItToo() throws Exception {
        play(WekaProcess.linkedWeka(), "workbench", DIABETES);
    }

    @Test
    void labelsHaveCoefficientsEach() throws Exception {
        play(WekaProcess.linkedWeka(), "labels", Files.writeString(folder.resolve("labels.arff"), labels()));
    }

    private static String labels() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("""
                @relation labels
                @attribute x numeric
                @attribute z numeric
                @attribute colour {red,green,blue}
                @attribute class {low,middle,high}
                @data
                """);
        for (int i = 0; i < 150; i++) {
            double x = random.nextGaussian();
            int colour = random.nextInt(3);
            double score = x + (colour == 0 ? 1 : 0) + random.nextGaussian();
            text.append(String.format(
                    Locale.ROOT,
                    "%.4f,%.4f,%s,%s%n",
                    x,
                    random.nextGaussian(),
                    List.of("red", "green", "blue").get(colour),
                    score < -0.5 ? "low" : score < 1 ? "middle" : "high"));
        }
        return text.toString();
    }

    @Test
    void longWorkIsFollowedAndStopped() throws Exception {
        play(WekaProcess.linkedWeka(), "stop", Files.writeString(folder.resolve("wide.arff"), wide(300, 400)));
    }

    private static String wide(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("@relation wide\n");
        for (int j = 0; j < columns; j++) {
            text.append("@attribute x").append(j).append(" numeric\n");
        }
        text.append("@data\n");
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                text.append(j == 0 ? "" : ",").append(random.nextGaussian());
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void mistakesAreSaid() throws Exception {
        play(WekaProcess.linkedWeka(), "mistakes", DIABETES);
    }
}
