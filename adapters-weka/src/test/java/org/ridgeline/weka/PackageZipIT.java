package org.ridgeline.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.weka.WekaProcess.Result;
import weka.core.packageManagement.VersionPackageConstraint;

/** What is in the zip, and what its jars do without Weka's loader of packages. */
class PackageZipIT {

    private static final Path ZIP = Path.of(System.getProperty("weka.package"));
    private static final String VERSION = System.getProperty("weka.package.version");

    @TempDir
    private Path folder;

    @Test
    void holdsWhatWekaLooksForAtItsRoot() throws Exception {
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains(
                            "Description.props",
                            "GenericPropertiesCreator.props",
                            "GUIEditors.props",
                            "Explorer.props",
                            "PluginManager.props",
                            "LICENSE",
                            "LICENSE-APACHE",
                            "doc/weka.md",
                            "ridgeline-weka-" + VERSION + ".jar",
                            "ridgeline-api-" + VERSION + ".jar",
                            "lib/ridgeline-solvers-" + VERSION + ".jar");
            assertThat(zip.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".jar")))
                    .hasSize(3);
            Properties description = new Properties();
            try (InputStream in = zip.getInputStream(zip.getEntry("Description.props"))) {
                description.load(in);
            }
            assertThat(description)
                    .containsEntry("PackageName", "ridgeline")
                    .containsEntry("Version", VERSION)
                    .containsEntry("Depends", "weka (>=3.8.5)");
            assertThat(description.values())
                    .allSatisfy(
                            value -> assertThat(value.toString()).isNotBlank().doesNotContain("$"));
        }
    }

    /** Weka prints a stack trace for a version that it cannot read, and takes it for one before all others. */
    @Test
    void theVersionIsOneThatWekaReads() {
        assertThat(VersionPackageConstraint.compare(VERSION, "0.0.0")).hasToString(">");
    }

    /** Whoever has our jars on the class path, as in a program of one's own, gets the regularizers of packages too. */
    @Test
    void aPackagesRegularizerIsFoundFromTheClassPath() throws Exception {
        Path weka = WekaProcess.linkedWeka();
        WekaProcess process = WekaProcess.create(weka, Files.createDirectory(folder.resolve("home")));
        Result installed =
                process.install(SamplePackage.build(ZIP, weka, Files.createDirectory(folder.resolve("sample"))));
        assertThat(installed.complaints()).isEmpty();
        Path data = Files.writeString(
                folder.resolve("data.arff"),
                "@relation data\n@attribute x numeric\n@attribute class numeric\n@data\n1,2\n2,3\n3,5\n4,4\n");
        List<Path> ours = SamplePackage.unpack(ZIP, ".*\\.jar", folder);

        for (String regularizer : List.of("half-l1(lambda=0.1)", "HalfL1 -L 0.1")) {
            Result result = process.with(ours)
                    .run(
                            "weka.Run",
                            "-no-scan",
                            "weka.classifiers.functions.RegularizedLinearRegression",
                            "-t",
                            data.toString(),
                            "-no-cv",
                            "-regularizer",
                            regularizer);

            assertThat(result.complaints()).isEmpty();
            assertThat(result.output()).contains("half-l1(lambda=0.1)", "(intercept)");
        }
    }
}
