package org.ridgeline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.PathFit;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Stopping;

class PeerBenchmarkTest {

    private static final int N = 60;
    private static final int P = 10;
    private static final Pattern LINE = Pattern.compile(
            "([abc]) (.+): .*cpu (\\d+\\.\\d{3}) cold \\d+\\.\\d{3} process \\d+\\.\\d{3} gap (\\S+) nonzero (\\d+)");

    @TempDir
    private Path folder;

    private Path dense;
    private Path sparse;

    @BeforeEach
    void writeProblems() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        ByteBuffer bytes = ByteBuffer.allocate(24 + 8 * (N * P + N)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("SLVDENS1".getBytes(StandardCharsets.US_ASCII)).putLong(N).putLong(P);
        double[] y = random.doubles(N, -1, 1).toArray();
        for (int j = 0; j < P; j++) {
            double[] x = standardized(random.doubles(N, -1, 1).toArray());
            for (int i = 0; i < N; i++) {
                bytes.putDouble(x[i]);
                y[i] += x[i] * (j % 3);
            }
        }
        for (double v : standardized(y)) {
            bytes.putDouble(v);
        }
        dense = folder.resolve("a.bin");
        Files.write(dense, bytes.array());

        ByteBuffer csc =
                ByteBuffer.allocate(32 + 8 * (P + 1) + 12 * N * P + 8 * N).order(ByteOrder.LITTLE_ENDIAN);
        csc.put("SLVCSC01".getBytes(StandardCharsets.US_ASCII));
        csc.putLong(N).putLong(P).putLong((long) N / 2 * P);
        for (int j = 0; j <= P; j++) {
            csc.putLong((long) j * N / 2);
        }
        for (int j = 0; j < P; j++) {
            for (int i = 0; i < N / 2; i++) {
                csc.putInt(2 * i + j % 2);
            }
        }
        random.doubles((long) N / 2 * P, -1, 1).forEach(csc::putDouble);
        for (int i = 0; i < N; i++) {
            csc.putDouble(random.nextBoolean() ? 1 : -1);
        }
        sparse = folder.resolve("c.bin");
        Files.write(sparse, Arrays.copyOf(csc.array(), csc.position()));
    }

    /** Of mean 0 and mean square 1, as the problems are, so that Smile penalises the same. */
    private static double[] standardized(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double square =
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        return Arrays.stream(x).map(v -> (v - mean) / Math.sqrt(square)).toArray();
    }

    private static List<String> run(PeerOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PeerBenchmark.run(options, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Matcher read(String line) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher;
    }

    @Test
    void everyPeerAndToleranceIsSetBesideOurs() throws IOException {
        List<String> lines = run(
                new PeerOptions("a", dense, 6, Double.NaN, 2, 2, 6, List.of(1e-4, 1e-8), List.of("tribuo", "smile")));
        assertThat(lines).hasSize(12);
        String[] names = {
            "Tribuo ElasticNetCDTrainer, tolerance 0.0001",
            "Tribuo ElasticNetCDTrainer, tolerance 1e-8",
            "Smile LASSO, tolerance 0.0001",
            "Smile LASSO, tolerance 1e-8"
        };
        for (int k = 0; k < names.length; k++) {
            Matcher theirs = read(lines.get(3 * k));
            Matcher ours = read(lines.get(3 * k + 1));
            assertThat(theirs.group(2)).isEqualTo(names[k]);
            assertThat(ours.group(2)).isEqualTo("Ridgeline");
            double gap = Double.parseDouble(theirs.group(4));
            assertThat(gap).isBetween(0.0, k % 2 == 0 ? 3e-4 : 3e-8);
            // Printed with two digits.
            assertThat(Double.parseDouble(ours.group(4))).isLessThanOrEqualTo(Math.max(1.05 * gap, 1e-12));
            // At λmax/1000 every feature counts; an interior point has no zeros anyway.
            assertThat(theirs.group(5)).isEqualTo("10");
            assertThat(ours.group(5)).isEqualTo("10");
            assertThat(lines.get(3 * k + 2)).matches("  Ridgeline takes \\S+ of the time: \\d+\\.\\d times as fast");
        }
    }

    @Test
    void aSubsetIsSaidToBeExtrapolated() throws IOException {
        List<String> lines = run(new PeerOptions("a", dense, 10, Double.NaN, 1, 1, 2, List.of(1e-4), List.of("smile")));
        Matcher subset = Pattern.compile("2 lambdas cpu (\\S+), EXTRAPOLATED to path of 10: cpu (\\S+) ")
                .matcher(lines.get(0));
        assertThat(subset.find()).isTrue();
        assertThat(Double.parseDouble(subset.group(2)))
                .isCloseTo(5 * Double.parseDouble(subset.group(1)), within(0.03));
        assertThat(lines.get(1)).contains("path of 10").doesNotContain("EXTRAPOLATED");
    }

    @Test
    void liblinearFitsOneLambdaOfTwoClasses() throws IOException {
        List<String> lines = run(PeerOptions.parse("c", sparse.toString(), "--tolerance", "1e-9", "--repeat", "1"));
        assertThat(lines.get(0)).startsWith("c liblinear-java L1R_LR, eps 1e-9: one lambda");
        assertThat(Double.parseDouble(read(lines.get(0)).group(4))).isLessThan(1e-7);
        assertThat(read(lines.get(1)).group(5)).isEqualTo(read(lines.get(0)).group(5));
    }

    @Test
    void theCertifierAgreesWithTheSolversOwnCertificate() throws IOException {
        for (String kind : List.of("a", "c", "d")) {
            BenchmarkProblem problem = BenchmarkProblem.read(kind, kind.equals("c") ? sparse : dense);
            double lambda = 0.3 * problem.lambdaMax();
            for (double gap : new double[] {0.5, 1e-2, 1e-6}) {
                PathFit fit = new Solver(gap, 1000, Stopping.OBJECTIVE)
                        .path(problem.problem(), problem.regularizer(), LambdaPath.of(lambda));
                assertThat(new GapCertifier(problem).relativeGap(fit.fit(0).coefficients(), lambda))
                        .isCloseTo(fit.certificate(0).value(), within(1e-12));
            }
        }
    }

    @Test
    void theCertifiedGapIsNoLessThanTheExcess() throws IOException {
        BenchmarkProblem problem = BenchmarkProblem.read("a", dense);
        double lambda = 0.1 * problem.lambdaMax();
        double nullLoss = problem.problem().meanLoss(new double[N]);
        double best = Solver.standard()
                .fit(problem.problem(), problem.regularizer().withLambda(lambda))
                .objective();
        GapCertifier certifier = new GapCertifier(problem);
        assertThat(certifier.relativeGap(new double[P], lambda)).isGreaterThan((nullLoss - best) / nullLoss);
        assertThat(certifier.relativeGap(new double[P], problem.lambdaMax())).isCloseTo(0, within(1e-12));
    }

    @Test
    void whatIsAskedIsRead() {
        Path file = Path.of("x.bin");
        assertThat(PeerOptions.parse("a", "x.bin"))
                .isEqualTo(new PeerOptions(
                        "a", file, 100, Double.NaN, 5, 1, 100, List.of(1e-4), List.of("tribuo", "smile")));
        assertThat(PeerOptions.parse("c", "x.bin"))
                .isEqualTo(new PeerOptions("c", file, 1, Double.NaN, 5, 1, 1, List.of(1e-2), List.of("liblinear")));
        String options =
                "--lambdas 50 --ratio 0.1 --repeat 3 --peer-repeat 2 --subset 4 --tolerance 1e-3,1e-6 --peer smile --repeat 7";
        assertThat(PeerOptions.parse(("b x.bin " + options).split(" ")))
                .isEqualTo(new PeerOptions("b", file, 50, 0.1, 7, 2, 4, List.of(1e-3, 1e-6), List.of("smile")));
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        assertRefused("usage: peer-benchmark KIND", "a");
        assertRefused("there is no option '--fast'", "a", "x", "--fast", "1");
        assertRefused("--subset needs a value", "a", "x", "--subset");
        assertRefused("--repeat must be a whole number of at least 1, but is 0", "a", "x", "--repeat", "0");
        assertRefused("--lambdas must be a whole number of at least 1, but is 1.5", "a", "x", "--lambdas", "1.5");
        assertRefused("--tolerance must be a number, but is 'low'", "a", "x", "--tolerance", "1e-3,low");
        assertRefused("--ratio must be between 0 and 1, but is 1", "a", "x", "--ratio", "1");
        assertRefused("--tolerance must be above 0, but is -1", "a", "x", "--tolerance", "-1");
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeerOptions.parse(arguments))
                .withMessageStartingWith(message);
    }

    @Test
    void aPeerThatCannotFitTheProblemIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(PeerOptions.parse("a", dense.toString(), "--peer", "liblinear")))
                .withMessage("there is no peer 'liblinear' for a; there is tribuo, smile");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(PeerOptions.parse("d", dense.toString())))
                .withMessage("there is no peer for d; there is one for a, b, c");
    }
}
