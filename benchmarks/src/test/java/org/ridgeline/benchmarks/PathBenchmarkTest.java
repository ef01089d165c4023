package org.ridgeline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathBenchmarkTest {

    private static final int N = 30;
    private static final int P = 10;

    @TempDir
    private Path folder;

    private Path file;
    private double[][] x;
    private double[] y;

    @BeforeEach
    void writeProblem() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        ByteBuffer bytes = ByteBuffer.allocate(24 + 8 * (N * P + N)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("SLVDENS1".getBytes(StandardCharsets.US_ASCII)).putLong(N).putLong(P);
        x = new double[P][];
        for (int j = 0; j < P; j++) {
            x[j] = random.doubles(N, -1, 1).toArray();
            for (double v : x[j]) {
                bytes.putDouble(v);
            }
        }
        y = random.doubles(N, -1, 1).toArray();
        for (double v : y) {
            bytes.putDouble(v);
        }
        file = folder.resolve("a.bin");
        Files.write(file, bytes.array());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneLineTellsWhatWasMeasuredAndTheCoefficientsBearItOut(boolean single) throws IOException {
        Path out = folder.resolve("a.coef");
        String line = PathBenchmark.run(new Options("a", file, 1e-9, 2, single, false, out));
        assertThat(line).matches("a cpu \\d+\\.\\d{3} cold \\d+\\.\\d{3} gap \\S+ nonzero \\d+");
        double[] numbers = new double[(int) (Files.size(out) / 8)];
        ByteBuffer.wrap(Files.readAllBytes(out))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(numbers);
        assertThat(numbers).hasSize(single ? P : 100 * P);
        double[] last = new double[P];
        System.arraycopy(numbers, numbers.length - P, last, 0, P);
        assertThat(relativeGap(last, 1e-3)).isBetween(-1e-12, 1.1e-9);
        assertThat(line).endsWith(" " + Arrays.stream(last).filter(v -> v != 0).count());
    }

    @Test
    void groupsOfFiveBecomeZeroTogether() throws IOException {
        Path out = folder.resolve("d.coef");
        String line = PathBenchmark.run(new Options("d", file, 1e-9, 1, false, false, out));
        assertThat(line).startsWith("d cpu").matches(".* nonzero (5|10)");
    }

    @Test
    void aSparseProblemIsOneOfTwoClasses() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("SLVCSC01".getBytes(StandardCharsets.US_ASCII))
                .putLong(4)
                .putLong(2)
                .putLong(3);
        bytes.putLong(0).putLong(2).putLong(3).putInt(0).putInt(2).putInt(3);
        bytes.putDouble(1).putDouble(-1).putDouble(2);
        bytes.putDouble(1).putDouble(1).putDouble(-1).putDouble(-1);
        Path sparse = folder.resolve("c.bin");
        Files.write(sparse, Arrays.copyOf(bytes.array(), bytes.position()));
        BenchmarkProblem problem = BenchmarkProblem.read("c", sparse);
        assertThat(problem.target()).containsExactly(1, 1, 0, 0);
        assertThat(problem.features().dot(0, new double[] {5, 0, 7, 0})).isEqualTo(-2);
        // |Xᵀ(½ − y)| / n is 1/4 for either column.
        assertThat(problem.lambdaMax()).isEqualTo(0.25);
        String line = PathBenchmark.run(new Options("c", sparse, 1e-6, 1, true, false, null));
        assertThat(line).startsWith("c cpu").endsWith("nonzero 2");
    }

    /** Of the lasso at a share of λmax, from its textbook dual. */
    private double relativeGap(double[] w, double ratio) {
        double[] r = y.clone();
        double norm = 0;
        for (int j = 0; j < P; j++) {
            norm += Math.abs(w[j]);
            for (int i = 0; i < N; i++) {
                r[i] -= x[j][i] * w[j];
            }
        }
        double top = 0;
        double dual = 0;
        for (int j = 0; j < P; j++) {
            top = Math.max(top, Math.abs(dot(x[j], y)));
            dual = Math.max(dual, Math.abs(dot(x[j], r)));
        }
        double lambda = ratio * top;
        double s = Math.min(1, lambda / dual);
        double rss = dot(r, r);
        return (0.5 * rss * (1 + s * s) + lambda * norm - s * dot(r, y)) / (0.5 * dot(y, y));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void whatIsAskedIsRead() {
        assertThat(Options.parse("b", "x.bin", "--gap", "1e-6", "--threads", "1", "--repeat", "3", "--single"))
                .isEqualTo(new Options("b", Path.of("x.bin"), 1e-6, 3, true, false, null));
        assertThat(Options.parse("a", "x.bin", "--out", "y").out()).isEqualTo(Path.of("y"));
        assertThat(Options.parse("a", "x.bin", "--vector").vector()).isTrue();
    }

    @Test
    void whatCannotBeDoneIsRefused() throws IOException {
        assertThatThrownBy(() -> Options.parse("a")).hasMessageStartingWith("usage:");
        assertThatThrownBy(() -> Options.parse("a", "x", "--gap")).hasMessageStartingWith("--gap needs a value");
        assertThatThrownBy(() -> Options.parse("a", "x", "--threads", "2")).hasMessageContaining("must be 1");
        assertThatThrownBy(() -> Options.parse("a", "x", "--repeat", "0")).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Options.parse("a", "x", "--fast")).hasMessageContaining("no option '--fast'");
        assertThatThrownBy(() -> BenchmarkProblem.read("z", file)).hasMessageContaining("no kind 'z'");
        assertThatThrownBy(() -> PathBenchmark.run(new Options("a", file, 1e-9, 1, false, true, null)))
                .hasMessageStartingWith("--vector needs solvers-vector");
        Path broken = folder.resolve("broken.bin");
        Files.writeString(broken, "SLVDENS2 and more");
        assertThatThrownBy(() -> BenchmarkProblem.read("a", broken)).hasMessageContaining("found SLVDENS2");
        Files.write(broken, Arrays.copyOf(Files.readAllBytes(file), 400));
        assertThatThrownBy(() -> BenchmarkProblem.read("a", broken)).hasMessageContaining("ends at byte 400");
    }
}
