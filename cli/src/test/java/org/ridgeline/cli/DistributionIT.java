package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The folder that a user gets, from the outside. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the script of other systems")
class DistributionIT {

    private static final Path SCRIPT = Path.of("target/ridgeline/bin/ridgeline").toAbsolutePath();

    @TempDir
    private Path folder;

    private record Run(int exitCode, String output) {}

    private Run run(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(Arrays.asList(arguments));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("WEKA_HOME");
        builder.environment()
                .put(
                        "RIDGELINE_OPTS",
                        "-Duser.home=" + home() + " -Dorg.bytedeco.javacpp.cachedir="
                                + System.getProperty("org.bytedeco.javacpp.cachedir"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private Path home() throws IOException {
        return Files.createDirectories(folder.resolve("home"));
    }

    @Test
    void runsFromAnyFolderThroughALink() throws Exception {
        Path link = Path.of("target/a link").toAbsolutePath();
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, SCRIPT);

        Run run = run(link, "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("elastic-net", "alpha=0.5");
    }

    @Test
    void fitsInEveryHostWithoutAWordOrAFileFromTheHosts() throws Exception {
        Path data = folder.resolve("some data.csv");
        Files.writeString(data, "x,y,z\n1,2,1\n2,1,3\n3,5,2\n4,3,6\n5,4,5\n");
        for (String host : List.of("solver", "weka", "tribuo", "dl4j")) {
            Path out = folder.resolve(host + ".csv");

            Run run = run(
                    SCRIPT,
                    "fit",
                    "--data",
                    data.toString(),
                    "--target=z",
                    "--regularizer=l2(lambda=0.1)",
                    "--host",
                    host,
                    "--out",
                    out.toString());

            assertThat(run.output()).startsWith("l2(lambda=0.1) in " + host);
            assertThat(run.output().lines()).hasSize(1);
            assertThat(run.exitCode()).isZero();
            assertThat(Files.readAllLines(out)).hasSize(4);
        }
        assertThat(home()).isEmptyDirectory();
    }

    @Test
    void aFitThatStopsTooEarlySaysSoOnce() throws Exception {
        Path data = folder.resolve("data.csv");
        Files.writeString(data, "x,y,z\n1,2,1\n2,1,3\n3,5,2\n4,3,6\n5,4,5\n");
        for (String host : List.of("solver", "weka", "tribuo", "dl4j")) {
            Run run = run(
                    SCRIPT,
                    "fit",
                    "--data",
                    data.toString(),
                    "--target=z",
                    "--regularizer=l1(lambda=0.1)",
                    "--max-iterations=1",
                    "--out=out.csv",
                    "--host",
                    host);

            assertThat(run.output()).contains("did not reach the tolerance");
            assertThat(run.output().lines()).hasSize(2);
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void anErrorIsExitCodeTwo() throws Exception {
        Run run = run(SCRIPT, "fit", "--data=nowhere.csv", "--target=y", "--regularizer=l1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEqualTo("ridgeline: there is no file nowhere.csv\n");
    }
}
