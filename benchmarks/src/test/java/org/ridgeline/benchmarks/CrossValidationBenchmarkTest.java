package org.ridgeline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossValidationBenchmarkTest {

    private static final int N = 60;
    private static final int P = 8;

    @TempDir
    private Path folder;

    @Test
    void printsOneLineForOneThreadAndSeveral() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        ByteBuffer bytes = ByteBuffer.allocate(24 + Double.BYTES * N * (P + 1)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("SLVDENS1".getBytes(StandardCharsets.US_ASCII)).putLong(N).putLong(P);
        for (int i = 0; i < N * (P + 1); i++) {
            bytes.putDouble(random.nextDouble(-1, 1));
        }
        Path file = Files.write(folder.resolve("a.bin"), bytes.array());
        assertThat(CrossValidationBenchmark.run("a", file.toString(), "3", "2"))
                .matches("a one \\d+\\.\\d{3} several \\d+\\.\\d{3} ratio \\d+\\.\\d{2} best \\d+");
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossValidationBenchmark.run("a"))
                .withMessageStartingWith("usage: cv-benchmark KIND FILE.bin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossValidationBenchmark.run("a", "a.bin", "1"))
                .withMessageContaining("at least 2 threads");
    }
}
