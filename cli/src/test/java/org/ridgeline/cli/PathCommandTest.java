package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizers;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.PathFit;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.plot.PathPlot;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PathCommandTest {

    @TempDir
    private Path folder;

    /** Features with names that need escaping, of which the first thirty count. */
    private Path wide(int rows, int columns) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder("@relation wide\n@attribute 'a <b> & \"c\"' numeric\n");
        text.append("@attribute a_name_that_is_longer_than_there_is_room_for_in_any_picture numeric\n");
        for (int j = 2; j < columns; j++) {
            text.append("@attribute gene").append(j).append(" numeric\n");
        }
        text.append("@attribute y numeric\n@data\n");
        for (int i = 0; i < rows; i++) {
            double y = 0;
            for (int j = 0; j < columns; j++) {
                double x = random.nextDouble(-1, 1);
                y += j < 30 ? (30 - j) * x : 0;
                text.append(x).append(',');
            }
            text.append(y + random.nextDouble(-5, 5)).append('\n');
        }
        return Files.writeString(folder.resolve("wide.arff"), text);
    }

    private static Terminal path(Path data, String... options) {
        return Terminal.run(Stream.concat(Stream.of("path", "--data", data.toString()), Arrays.stream(options))
                .toArray(String[]::new));
    }

    private Document picture(Path data, String... options) throws Exception {
        Path svg = folder.resolve("picture.svg");
        Terminal terminal = path(
                data,
                Stream.concat(Arrays.stream(options), Stream.of("--svg", svg.toString()))
                        .toArray(String[]::new));
        assertThat(terminal.exitCode).as(terminal.err).isZero();
        assertThat(terminal.out).isEmpty();
        return Pictures.parse(Files.readString(svg));
    }

    @Test
    void theNumbersAreThoseOfTheSolver() throws IOException {
        Path data = BundledData.copy("diabetes.csv", folder);
        Path csv = folder.resolve("path.csv");

        Terminal terminal = path(
                data,
                "--target=y",
                "--regularizer=elastic-net(lambda=77,alpha=0.7)",
                "--count=9",
                "--ratio=0.02",
                "--loss-scale=sum",
                "--standardize=sample",
                "--csv",
                csv.toString());

        assertThat(terminal.exitCode).isZero();
        assertThat(terminal.out).isEmpty();
        Dataset dataset = DataFile.read(data).dataset("y", null);
        Problem problem = dataset.problem(LossScale.SUM, Standardization.SAMPLE, Dataset.BY_ATTRIBUTE);
        PathFit fits = Solver.standard()
                .path(
                        problem,
                        Regularizers.load().parse("elastic-net(lambda=1,alpha=0.7)"),
                        LambdaPath.geometric(9, 0.02));
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).isEqualTo("lambda,feature,coefficient,standardized");
        assertThat(lines).hasSize(1 + 9 * 11);
        for (int k = 0; k < 9; k++) {
            Fit fit = fits.fit(k);
            String[] intercept = lines.get(1 + 11 * k).split(",");
            assertThat(Double.parseDouble(intercept[0])).isEqualTo(fits.lambda(k));
            assertThat(intercept[1]).isEqualTo("(intercept)");
            assertThat(Double.parseDouble(intercept[2])).isEqualTo(fit.intercept());
            assertThat(Double.parseDouble(intercept[3])).isEqualTo(fit.standardizedIntercept());
            for (int j = 0; j < 10; j++) {
                String[] cells = lines.get(2 + 11 * k + j).split(",");
                assertThat(Double.parseDouble(cells[0])).isEqualTo(fits.lambda(k));
                assertThat(cells[1]).isEqualTo(dataset.features().get(j));
                assertThat(Double.parseDouble(cells[2])).isEqualTo(fit.coefficients()[j]);
                assertThat(Double.parseDouble(cells[3])).isEqualTo(fit.standardizedCoefficients()[j]);
            }
        }
        assertThat(terminal.err).startsWith("elastic-net(alpha=0.7) path of diabetes.csv: 9 fits");
    }

    @Test
    void withoutAFileATableShowsWhatComesIn() throws IOException {
        Terminal terminal = path(
                BundledData.copy("diabetes.csv", folder),
                "--target=y",
                "--regularizer=l1",
                "--count=6",
                "--until-explained=0.5");

        List<String> lines = terminal.out.lines().toList();
        assertThat(lines.get(0)).matches(" *lambda +nonzero +explained +comes in \\(\\+\\) and goes out \\(-\\)");
        assertThat(lines.get(1)).matches(" *90\\.32 +0 +0\\.00 %");
        assertThat(lines.get(2)).contains("+bmi").contains("+s5");
        assertThat(lines).hasSizeBetween(3, 6);
        assertThat(lines.get(lines.size() - 1)).containsPattern(" 5[0-9]\\.[0-9]{2} %");
        assertThat(lines.get(lines.size() - 2)).doesNotContainPattern(" 5[0-9]\\.[0-9]{2} %");
    }

    @Test
    void manyFeaturesAtOnceAreCounted() throws IOException {
        Terminal terminal = path(wide(40, 60), "--target=y", "--regularizer=l2", "--lambdas=1,0.5");

        assertThat(terminal.out.lines().skip(1).findFirst().orElseThrow()).endsWith(" +gene2 +gene3 and 56 more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"l1", "group-l2", "elastic-net(alpha=0.3)"})
    void theLinesOfThePictureAreTheCoefficients(String regularizer) throws Exception {
        Document svg = picture(
                BundledData.copy("diabetes.csv", folder), "--target=y", "--regularizer", regularizer, "--count=30");

        Pictures.assertReadable(svg);
        List<Element> lines = Pictures.elements(svg, "polyline", "curve");
        assertThat(lines).hasSize(10);
        List<String> names = labels(svg);
        assertThat(names).containsExactlyInAnyOrder("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6");
        List<Element> leaders = Pictures.elements(svg, "polyline", "leader");
        assertThat(leaders).hasSize(10);
        for (int i = 0; i < 10; i++) {
            // Title and label name the same feature, and the leader starts where the line ends.
            assertThat(lines.get(i).getTextContent()).startsWith(names.get(i) + ": ");
            String[] points = lines.get(i).getAttribute("points").split(" ");
            String[] leader = leaders.get(i).getAttribute("points").split(" ");
            assertThat(leader[0]).isEqualTo(points[points.length - 1]);
        }
        assertThat(Pictures.texts(svg)).extracting(Pictures.Text::content).contains("λ, on a log scale", "10");
        // No two lines look alike.
        assertThat(lines.stream().map(line -> line.getAttribute("stroke") + line.getAttribute("stroke-dasharray")))
                .doesNotHaveDuplicates();
    }

    private static List<String> labels(Document svg) {
        return Pictures.texts(svg).stream()
                .filter(text -> text.kind().equals("label"))
                .map(Pictures.Text::content)
                .toList();
    }

    @Test
    void thirtyFeaturesOfTwoClassesHaveRoom() throws Exception {
        Document svg = picture(
                BundledData.copy("breast_cancer.csv", folder),
                "--target=benign",
                "--loss=logistic",
                "--regularizer=elastic-net(alpha=0.5)");

        Pictures.assertReadable(svg);
        assertThat(labels(svg)).hasSizeGreaterThan(25);
        assertThat(Pictures.texts(svg))
                .extracting(Pictures.Text::content)
                .anyMatch(text -> text.contains("class '1' against '0'"));
    }

    @Test
    void ofManyFeaturesTheLargestHaveNamesAndTheOthersAreCounted() throws Exception {
        Document svg = picture(wide(80, 200), "--target=y", "--regularizer=l1", "--count=40");

        Pictures.assertReadable(svg);
        assertThat(labels(svg))
                .hasSize(PathPlot.MOST_LABELS)
                .contains("a <b> & \"c\"")
                .anyMatch(label -> label.matches("a_name_that_is_longer_th.*…"));
        int faint = Pictures.elements(svg, "polyline", "faint").size();
        assertThat(faint).isGreaterThan(10);
        int zero = 200 - faint - PathPlot.MOST_LABELS;
        assertThat(Pictures.texts(svg).get(1).content())
                .endsWith(
                        "the 30 largest are labelled, " + faint + " more are grey; " + zero + " are zero for every λ");
        // The whole name is told by the line.
        assertThat(Pictures.elements(svg, "polyline", "curve"))
                .extracting(Element::getTextContent)
                .anyMatch(title -> title.startsWith("a_name_that_is_longer_than_there_is_room_for_in_any_picture: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "10,1,0", "0", "1e6,1e5", "1,0.999"})
    void anyLambdasMakeAPicture(String lambdas) throws Exception {
        Document svg = picture(
                BundledData.copy("diabetes.csv", folder), "--target=y", "--regularizer=l1", "--lambdas=" + lambdas);

        Pictures.assertReadable(svg);
    }

    @Test
    void aPageHasThePictureAndTheTableAndNothingFromOutside() throws Exception {
        Path html = folder.resolve("page.html");
        Path svg = folder.resolve("picture.svg");

        Terminal terminal = path(
                wide(40, 45),
                "--target=y",
                "--regularizer=l1",
                "--count=10",
                "--html",
                html.toString(),
                "--svg",
                svg.toString());

        assertThat(terminal.exitCode).isZero();
        String page = Files.readString(html);
        assertThat(page)
                .contains("<title>l1 path of wide.arff</title>", "+a &lt;b&gt; &amp; &quot;c&quot;", "</html>")
                .doesNotContain("<script", "http:", "https:", "<b>", "NaN");
        Pictures.parse(page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + 6));
        assertThat(Files.readString(svg))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("<style>");
    }

    @Test
    void aPathThatStopsTooEarlySaysSo() throws IOException {
        Terminal terminal = path(
                BundledData.copy("diabetes.csv", folder),
                "--target=y",
                "--regularizer=l1",
                "--count=5",
                "--max-iterations=1");

        assertThat(terminal.exitCode).isEqualTo(1);
        assertThat(terminal.err).contains("NOT ALL CONVERGED", "not all fits reached the tolerance 1.0E-9");
        assertThat(terminal.out.lines()).hasSize(6);
    }

    @Test
    void outputTakesNobodyElsesPlace() throws IOException {
        Path data = Files.writeString(folder.resolve("small.csv"), "x,y\n1,2\n2,3\n3,5\n4,4\n");
        String before = Files.readString(data);
        String[] common = {"--target=y", "--regularizer=l1", "--count=3"};

        for (String option : List.of("--csv", "--svg", "--html")) {
            Terminal terminal = path(data, with(common, option, data.toString()));
            assertThat(terminal.exitCode).isEqualTo(2);
            assertThat(terminal.err).contains(option + " must be another file than --data, but both are ");
        }
        String out = folder.resolve("out").toString();
        assertThat(path(data, with(common, "--csv", out, "--svg", folder + "/./out")).err)
                .contains("--svg must be another file than --csv");
        assertThat(path(data, with(common, "--svg", folder.toString())).err).contains("that is a folder");
        assertThat(path(data, with(common, "--html", folder + "/none/page.html")).err)
                .contains("there is no folder");
        assertThat(data).hasContent(before);
        assertThat(Files.list(folder)).containsExactly(data);
    }

    private static String[] with(String[] common, String... more) {
        return Stream.concat(Arrays.stream(common), Arrays.stream(more)).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--regularizer=lasso | there is no regularizer 'lasso'",
                "--regularizer=adaptive(base=l1) | moves with a validation loss",
                "--count=1 | a grid needs at least 2 lambdas, but is to have 1",
                "--ratio=1 | must be a number in (0, 1), but is 1",
                "--lambdas=1,-1 | lambda must be a number >= 0, but is -1",
                "--lambdas=1,x | 'x' is not a double",
                "--lambdas=1 --count=5 | --count and --ratio must not be given",
                "--lambdas=1 --ratio=0.5 | --count and --ratio must not be given",
                "--until-explained=0 | share of explained loss must be a number > 0, but is 0",
                "--target=z | there is no column 'z'",
                "--host=weka | Unknown option: '--host=weka'"
            })
    void anErrorIsOneSentenceAndExitCodeTwo(String options, String sentence) throws IOException {
        Path data = Files.writeString(folder.resolve("small.csv"), "x,y\n1,2\n2,3\n3,5\n4,4\n");
        List<String> arguments = new ArrayList<>(List.of("--target=y", "--regularizer=l1"));
        for (String option : options.split(" ")) {
            arguments.removeIf(argument -> argument.startsWith(option.substring(0, option.indexOf('=') + 1)));
            arguments.add(option);
        }

        Terminal terminal = path(data, arguments.toArray(String[]::new));

        assertThat(terminal.exitCode).isEqualTo(2);
        assertThat(terminal.err).startsWith("ridgeline: ").contains(sentence);
        assertThat(terminal.err.lines()).hasSize(1);
        assertThat(terminal.out).isEmpty();
    }

    @Test
    void theHelpSaysThatTheLambdaOfThePenaltyDoesNotMatter() {
        Terminal terminal = Terminal.run("path", "--help");

        assertThat(terminal.exitCode).isZero();
        assertThat(terminal.out.replaceAll("\\s+", " "))
                .contains("its own lambda does not matter", "--until-explained", "100 without it", "0.001 without it");
    }
}
