package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizers;
import org.ridgeline.solvers.CrossValidation;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CrossValidationCommandTest {

    @TempDir
    private Path folder;

    private static Terminal cv(Path data, String... options) {
        return Terminal.run(Stream.concat(Stream.of("cv", "--data", data.toString()), Arrays.stream(options))
                .toArray(String[]::new));
    }

    @Test
    void theNumbersAreThoseOfTheSolver() throws IOException {
        Path data = BundledData.copy("diabetes.csv", folder);
        Path csv = folder.resolve("cv.csv");

        Terminal terminal = cv(
                data,
                "--target=y",
                "--regularizer=l1",
                "--count=12",
                "--ratio=0.01",
                "--folds=4",
                "--seed=17",
                "--measure=absolute-error",
                "--threads=2",
                "--csv",
                csv.toString());

        assertThat(terminal.exitCode).isZero();
        assertThat(terminal.out).isEmpty();
        Problem problem = DataFile.read(data)
                .dataset("y", null)
                .problem(LossScale.MEAN, Standardization.POPULATION, Dataset.BY_ATTRIBUTE);
        CrossValidationFit fit = CrossValidation.of(4, 17)
                .withMeasure(Measures.ABSOLUTE_ERROR)
                .run(Solver.standard(), problem, Regularizers.load().parse("l1"), LambdaPath.geometric(12, 0.01));
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).isEqualTo("lambda,mean,standard_error,nonzeros,choice,fold_0,fold_1,fold_2,fold_3");
        assertThat(lines).hasSize(13);
        for (int k = 0; k < 12; k++) {
            String[] cells = lines.get(k + 1).split(",");
            assertThat(Double.parseDouble(cells[0])).isEqualTo(fit.lambda(k));
            assertThat(Double.parseDouble(cells[1])).isEqualTo(fit.mean(k));
            assertThat(Double.parseDouble(cells[2])).isEqualTo(fit.standardError(k));
            assertThat(Integer.parseInt(cells[3])).isEqualTo(fit.nonzeros(k));
            assertThat(cells[4].contains("best")).isEqualTo(k == fit.best());
            assertThat(cells[4].contains("1-se")).isEqualTo(k == fit.oneStandardError());
            for (int fold = 0; fold < 4; fold++) {
                assertThat(Double.parseDouble(cells[5 + fold])).isEqualTo(fit.curve(fold)[k]);
            }
        }
        assertThat(terminal.err)
                .startsWith("l1 cross-validated on diabetes.csv: 4 folds of seed 17, 12 lambdas: best is lambda ")
                .contains("best: " + fit.bestFit().regularizer() + "; 1-se: "
                        + fit.oneStandardErrorFit().regularizer());
    }

    @Test
    void theThreadsChangeNothing() throws IOException {
        Path data = BundledData.copy("breast_cancer.csv", folder);
        String[] common = {"--target=benign", "--loss=logistic", "--regularizer=l1", "--count=8", "--folds=5"};

        Terminal one = cv(data, with(common, "--threads=1"));
        Terminal many = cv(data, with(common, "--threads=4"));
        Terminal other = cv(data, with(common, "--seed=2"));

        assertThat(one.exitCode).isZero();
        assertThat(many.out).isEqualTo(one.out).contains("best", "1-se");
        assertThat(many.err).isEqualTo(one.err);
        assertThat(other.out).isNotEqualTo(one.out);
        assertThat(one.out.lines()).hasSize(9);
    }

    private static String[] with(String[] common, String... more) {
        return Stream.concat(Arrays.stream(common), Arrays.stream(more)).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--count=100 --folds=10",
                "--count=5 --ratio=0.5 --folds=3",
                "--lambdas=10,1,0 --folds=3",
                "--lambdas=0 --folds=3",
                "--lambdas=20,19,0.1 --folds=5",
                "--lambdas=300,200,100 --folds=5"
            })
    void thePictureShowsTheCurveAndBothChoices(String options) throws Exception {
        Path svg = folder.resolve("curve.svg");
        Path csv = folder.resolve("curve.csv");

        Terminal terminal = cv(
                BundledData.copy("diabetes.csv", folder),
                with(
                        options.split(" "),
                        "--target=y",
                        "--regularizer=l1",
                        "--svg",
                        svg.toString(),
                        "--csv",
                        csv.toString()));

        assertThat(terminal.exitCode).as(terminal.err).isZero();
        List<String> lines = Files.readAllLines(csv);
        Document picture = Pictures.parse(Files.readString(svg));
        Pictures.assertReadable(picture);
        List<Element> points = Pictures.elements(picture, "circle", "point");
        assertThat(points).hasSize(lines.size() - 1);
        assertThat(Pictures.elements(picture, "path", "bar")).hasSize(lines.size() - 1);
        List<String> chosen = lines.stream()
                .filter(line -> line.contains(",best") || line.contains(",1-se"))
                .map(line -> line.split(",")[4])
                .toList();
        List<Element> verticals = Pictures.elements(picture, "line", "choice");
        assertThat(verticals).hasSize(chosen.size()).isNotEmpty();
        for (Element vertical : verticals) {
            // Through a point of the curve.
            assertThat(points).extracting(point -> point.getAttribute("cx")).contains(vertical.getAttribute("x1"));
        }
        List<String> labels = Pictures.texts(picture).stream()
                .filter(text -> text.kind().equals("label"))
                .map(Pictures.Text::content)
                .toList();
        assertThat(labels).hasSize(chosen.size()).allMatch(label -> label.matches(".*: λ = [-0-9.e]+, [0-9]+ nonzero"));
    }

    @Test
    void aPageShowsTheFitsToChooseFrom() throws Exception {
        Path html = folder.resolve("page.html");

        Terminal terminal = cv(
                BundledData.copy("diabetes.csv", folder),
                "--target=y",
                "--regularizer=l1",
                "--count=10",
                "--html",
                html.toString());

        assertThat(terminal.exitCode).isZero();
        String page = Files.readString(html);
        assertThat(page)
                .contains(
                        "The fits to choose from",
                        "<td>(intercept)</td>",
                        "<td>bmi</td>",
                        "Every lambda",
                        "<td>1-se</td>")
                .doesNotContain("<script", "http:", "https:", "NaN");
        Pictures.parse(page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + 6));
    }

    @Test
    void fitsThatStopTooEarlyAreTold() throws IOException {
        Terminal terminal = cv(
                BundledData.copy("diabetes.csv", folder),
                "--target=y",
                "--regularizer=l1",
                "--count=5",
                "--max-iterations=1");

        assertThat(terminal.exitCode).isEqualTo(1);
        assertThat(terminal.err).contains("NOT ALL CONVERGED", "not all fits reached the tolerance");
        assertThat(terminal.out.lines()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--folds=1 | wanted at least 2 folds, but found 1",
                "--folds=9 | wanted at least as many rows as folds, but there are 6 rows",
                "--measure=auc | there is no measure 'auc'; there are loss, error-rate, absolute-error, squared-error",
                "--measure=error-rate | the measure error-rate needs classes as targets, but the loss is squared",
                "--threads=0 | wanted at least 1 thread, but found 0",
                "--seed=x | 'x' is not a long",
                "--lambdas= | '' is not a double",
                "--svg=no-such-folder/x.svg | there is no folder",
                "--target=z | there is no column 'z'"
            })
    void anErrorIsOneSentenceAndExitCodeTwo(String option, String sentence) throws IOException {
        Path data = Files.writeString(folder.resolve("small.csv"), "x,y\n1,2\n2,3\n3,5\n4,4\n5,7\n6,5\n");
        List<String> arguments = new ArrayList<>(List.of("--target=y", "--regularizer=l1", "--folds=3"));
        arguments.removeIf(argument -> argument.startsWith(option.substring(0, option.indexOf('=') + 1)));
        arguments.add(option);

        Terminal terminal = cv(data, arguments.toArray(String[]::new));

        assertThat(terminal.exitCode).isEqualTo(2);
        assertThat(terminal.err).startsWith("ridgeline: ").contains(sentence);
        assertThat(terminal.err.lines()).hasSize(1);
        assertThat(terminal.out).isEmpty();
    }
}
