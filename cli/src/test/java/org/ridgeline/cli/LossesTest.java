package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;

/** The losses of several classes, of counts and against outliers, from the command line. */
class LossesTest {

    private static final int N = 60;
    private static final int P = 3;
    /** Not in the order in which they sort. */
    private static final List<String> NAMES = List.of("pine", "ash", "oak");

    @TempDir
    private Path folder;

    private Path data;
    private final double[][] rows = new double[N][P];
    private final String[] names = new String[N];
    private final double[] counts = new double[N];

    @BeforeEach
    void write() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        List<String> lines = new ArrayList<>(List.of("a,b,c,tree,count"));
        for (int i = 0; i < N; i++) {
            Arrays.setAll(rows[i], j -> random.nextInt(-50, 51) / 10.0);
            double score = rows[i][0] + random.nextDouble(-2, 2);
            names[i] = NAMES.get(score < -2 ? 0 : score < 2 ? 1 : 2);
            counts[i] = Math.floor(Math.exp(0.3 * rows[i][1]) * random.nextDouble(0.5, 2));
            lines.add(rows[i][0] + "," + rows[i][1] + "," + rows[i][2] + "," + names[i] + "," + (int) counts[i]);
        }
        data = Files.write(folder.resolve("trees.csv"), lines);
    }

    private Problem problem(double[][] features, double[] target, Loss loss) {
        return Problem.of(DenseFeatures.ofRows(features), target, loss).withStandardization(Standardization.POPULATION);
    }

    /** The count is a feature too, unless it is the target. */
    private double[][] withCounts() {
        double[][] all = new double[N][];
        Arrays.setAll(all, i -> new double[] {rows[i][0], rows[i][1], rows[i][2], counts[i]});
        return all;
    }

    private double[] classes() {
        return Arrays.stream(names)
                .mapToDouble(name -> NAMES.stream().sorted().toList().indexOf(name))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofMoreThanTwoClassesEachHasItsCoefficients(boolean tied) throws IOException {
        Path csv = folder.resolve("path.csv");
        Path svg = folder.resolve("path.svg");
        List<String> arguments = new ArrayList<>(List.of(
                "path",
                "--data=" + data,
                "--target=tree",
                tied ? "--regularizer=group-l2" : "--regularizer=l1",
                "--lambdas=0.1,0.03",
                "--csv=" + csv,
                "--svg=" + svg));
        if (tied) {
            arguments.add("--tie-classes");
        }
        Terminal terminal = Terminal.run(arguments.toArray(String[]::new));
        assertThat(terminal.err).contains("2 fits");
        assertThat(terminal.exitCode).isZero();
        Problem problem = problem(withCounts(), classes(), Loss.multinomial(3)).withTiedOutputs(tied);
        Fit fit = Solver.standard().fit(problem, tied ? GroupL2.of(0.03) : L1.of(0.03));
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(1 + 2 * 3 * 5);
        List<String> last = lines.subList(1 + 3 * 5, lines.size());
        String[] sorted = {"ash", "oak", "pine"};
        for (int k = 0; k < 3; k++) {
            assertThat(last.get(k)).contains(",(intercept) [" + sorted[k] + "],");
            for (int j = 0; j < 4; j++) {
                String[] cells = last.get(3 + 4 * k + j).split(",");
                assertThat(cells[1]).isEqualTo(List.of("a", "b", "c", "count").get(j) + " [" + sorted[k] + "]");
                assertThat(Double.parseDouble(cells[2])).isCloseTo(fit.coefficients(k)[j], within(1e-6));
            }
        }
        assertThat(Files.readString(svg)).contains("a [pine]");
    }

    @Test
    void crossValidationTakesMoreThanTwoClasses() {
        Terminal terminal = Terminal.run(
                "cv",
                "--data=" + data,
                "--target=tree",
                "--regularizer=l1",
                "--count=10",
                "--measure=error-rate",
                "--folds=5");
        assertThat(terminal.exitCode).isZero();
        assertThat(terminal.out.lines()).hasSize(11);
        assertThat(terminal.err).contains("best: l1(lambda=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"poisson", "huber(delta=0.5)"})
    void theSolverFitsCountsAndOutliers(String loss) {
        Terminal terminal = Terminal.run(
                "fit", "--data=" + data, "--target=count", "--regularizer=l1(lambda=0.1)", "--loss=" + loss);
        assertThat(terminal.err).contains("duality gap");
        assertThat(terminal.exitCode).isZero();
        double[] first = terminal.out
                .lines()
                .filter(line -> line.startsWith("b,"))
                .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
                .toArray();
        double[][] features = new double[N][];
        List<String> sorted = List.of("ash", "oak", "pine");
        Arrays.setAll(features, i -> new double[] {
            rows[i][0],
            rows[i][1],
            rows[i][2],
            names[i].equals(sorted.get(0)) ? 1 : 0,
            names[i].equals(sorted.get(1)) ? 1 : 0,
            names[i].equals(sorted.get(2)) ? 1 : 0
        });
        Fit fit = Solver.standard().fit(problem(features, counts, Loss.of(loss)), L1.of(0.1));
        assertThat(first).hasSize(1);
        assertThat(first[0]).isCloseTo(fit.coefficients()[1], within(1e-6));
    }

    @Test
    void coefficientsCanBeKeptFromBeingNegative() throws IOException {
        Path csv = folder.resolve("path.csv");
        Terminal terminal = Terminal.run(
                "path",
                "--data=" + data,
                "--target=count",
                "--loss=poisson",
                "--regularizer=l1",
                "--count=20",
                "--non-negative",
                "--csv=" + csv);
        assertThat(terminal.exitCode).isZero();
        assertThat(Files.readAllLines(csv).stream().skip(1).filter(line -> !line.contains("(intercept)")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(Double.parseDouble(line.split(",")[2])).isNotNegative());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fit --target=tree --regularizer=l1 | fit tells two classes apart, but there are 3",
                "fit --target=count --regularizer=l1 --loss=poisson --host=weka | the host weka has the squared and the logistic loss, but not poisson: take --host solver",
                "fit --target=a --regularizer=l1 --loss=poisson | the Poisson loss needs finite targets >= 0",
                "path --target=tree --regularizer=l1 --loss=poisson | the poisson loss needs a number as target, but 'tree' is nominal",
                "path --target=tree --regularizer=l1 --loss=logistic | needs a target of two classes, but 'tree' has 3: ",
                "path --target=count --regularizer=group-l2 --tie-classes | --tie-classes needs the multinomial loss",
                "path --target=count --regularizer=group-l2 --non-negative | can have bounds under a penalty of single weights only"
            })
    void anErrorIsOneSentence(String command, String sentence) {
        List<String> arguments = new ArrayList<>(Arrays.asList(command.split(" ")));
        arguments.add("--data=" + data);
        Terminal terminal = Terminal.run(arguments.toArray(String[]::new));
        assertThat(terminal.err).contains(sentence);
        assertThat(terminal.exitCode).isEqualTo(2);
    }
}
