package org.ridgeline.solvers.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole fits in a JVM of their own, with and without the Vector API. */
@Timeout(120)
class WholeFitTest {

    private static final String INCUBATOR = "--add-modules=jdk.incubator.vector";

    @TempDir
    private Path folder;

    private record Output(List<String> lines, String errors) {

        /** What {@link WholeFit} printed after the kernels' name. */
        double[] numbers() {
            return lines.stream().skip(1).mapToDouble(Double::parseDouble).toArray();
        }
    }

    private Output run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WholeFit.class.getName()));
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String log = Files.readString(errors);
        assertThat(process.exitValue()).as(log).isZero();
        return new Output(Files.readAllLines(out), log);
    }

    @Test
    void fitsAreThoseOfThePlainKernels() throws IOException, InterruptedException {
        Output vector = run(INCUBATOR);
        assertThat(vector.lines().get(0)).startsWith("vectors of ");
        Output plain = run();
        assertThat(plain.lines().get(0)).isEqualTo("plain");
        assertThat(vector.numbers()).hasSizeGreaterThan(100).containsExactly(plain.numbers(), within(1e-7));
        assertThat(Stream.of(vector, plain).map(output -> output.numbers()[0])).allMatch(gap -> gap <= 1e-9);
    }

    @Test
    void withoutTheModuleTheFitSaysSoAndGoesOn() throws IOException, InterruptedException {
        Output plain = run();
        assertThat(plain.errors())
                .contains("VectorKernels", "need java --add-modules jdk.incubator.vector")
                .doesNotContain("\tat ");
    }

    @Test
    void whereVectorsHoldOneNumberTheFitSaysSoAndGoesOn() throws IOException, InterruptedException {
        Output plain = run(INCUBATOR, "-XX:MaxVectorSize=8");
        assertThat(plain.lines().get(0)).isEqualTo("plain");
        assertThat(plain.errors()).contains("vectors of at least 2 doubles").doesNotContain("\tat ");
    }
}
