package org.ridgeline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TribuoBenchmarkTest {

    private static final int N = 60;
    private static final int P = 8;

    private static final Pattern LINE = Pattern.compile(
            "(\\w) (.+): (one lambda|\\d+ lambdas) cpu \\S+ cold \\S+ process \\S+ excess (\\S+) nonzero (\\d+)");

    @TempDir
    private Path folder;

    @Test
    void theLassoIsSetBesideElasticNet() throws IOException {
        List<String> lines = run("a", dense(), "--lambdas", "5", "--tolerance", "1e-3,1e-9", "--repeat", "1");
        assertThat(lines).hasSize(6);
        assertBeside(lines.get(0), lines.get(1), "ElasticNetCDTrainer, tolerance 0.001", "5 lambdas");
        assertBeside(lines.get(3), lines.get(4), "ElasticNetCDTrainer, tolerance 1e-9", "5 lambdas");
        assertThat(lines.get(5)).matches("  Ridgeline takes \\S+ of the time: \\d+\\.\\d times as fast");
    }

    @Test
    void logisticRegressionIsSetBesideLiblinear() throws IOException {
        List<String> lines = run("c", sparse(), "--tolerance", "1e-6", "--repeat", "1");
        assertBeside(lines.get(0), lines.get(1), "LibLinearClassificationTrainer L1R_LR, tolerance 1e-6", "one lambda");
    }

    private static void assertBeside(String theirs, String ours, String name, String what) {
        Matcher their = read(theirs);
        Matcher our = read(ours);
        assertThat(their.group(2)).isEqualTo(name);
        assertThat(our.group(2)).startsWith("Ridgeline, tolerance ");
        assertThat(their.group(3)).isEqualTo(what);
        double excess = Double.parseDouble(their.group(4));
        assertThat(excess).isBetween(0.0, 1e-2);
        // Printed with two digits, and computed with sixteen.
        assertThat(Double.parseDouble(our.group(4))).isBetween(0.0, Math.max(1.05 * excess, 1e-11));
        assertThat(Integer.parseInt(our.group(5))).isBetween(2, P + 1);
    }

    private static Matcher read(String line) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher;
    }

    private static List<String> run(String kind, Path file, String... more) throws IOException {
        String[] arguments = new String[more.length + 2];
        arguments[0] = kind;
        arguments[1] = file.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TribuoBenchmark.run(PeerOptions.ofTribuo(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void onlyTribuoIsCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeerOptions.ofTribuo("a", "x", "--peer", "smile"))
                .withMessageStartingWith("there is no option '--peer'; usage: tribuo-benchmark KIND");
    }

    /** Centred columns, of which the target needs two. */
    private Path dense() throws IOException {
        ByteBuffer bytes = buffer(8 + 2 * 8 + (P + 1) * N * 8).put("SLVDENS1".getBytes(StandardCharsets.ISO_8859_1));
        bytes.putLong(N).putLong(P);
        SplittableRandom random = new SplittableRandom(1);
        double[] target = new double[N];
        for (int j = 0; j < P; j++) {
            for (int i = 0; i < N; i += 2) {
                double x = random.nextDouble(-1, 1);
                bytes.putDouble(x).putDouble(-x);
                target[i] += j < 2 ? x : 0.01 * x;
                target[i + 1] = -target[i];
            }
        }
        for (double y : target) {
            bytes.putDouble(y);
        }
        return Files.write(folder.resolve("dense.bin"), bytes.array());
    }

    private Path sparse() throws IOException {
        int entries = P * N / 4;
        ByteBuffer bytes = buffer(8 + 3 * 8 + (P + 1) * 8 + entries * 12 + N * 8)
                .put("SLVCSC01".getBytes(StandardCharsets.ISO_8859_1));
        bytes.putLong(N).putLong(P).putLong(entries);
        for (int j = 0; j <= P; j++) {
            bytes.putLong((long) j * N / 4);
        }
        SplittableRandom random = new SplittableRandom(2);
        for (int j = 0; j < P; j++) {
            for (int i = j % 4; i < N; i += 4) {
                bytes.putInt(i);
            }
        }
        for (int k = 0; k < entries; k++) {
            bytes.putDouble(random.nextDouble(0.5, 1));
        }
        for (int i = 0; i < N; i++) {
            bytes.putDouble(i % 4 < 2 == random.nextInt(5) > 0 ? 1 : -1);
        }
        return Files.write(folder.resolve("sparse.bin"), bytes.array());
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
