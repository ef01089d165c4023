package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.weka.FitSummary;
import weka.attributeSelection.RegularizationPathAttributeEval;
import weka.core.Instances;
import weka.core.Option;
import weka.core.converters.ArffSaver;
import weka.core.converters.ConverterUtils;
import weka.core.regularizers.TextRegularizer;

/** Holds {@code docs/weka.md} to what is there. */
class DocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "weka.md");
    private static final Path SOURCE = Path.of("src", "test", "java")
            .resolve(DocumentationTest.class.getName().replace('.', '/') + ".java");

    @TempDir
    Path folder;

    @Test
    void theExampleRuns() throws Exception {
        double[][] rows = {{1}, {2}, {3}, {4}, {5}};
        ArffSaver saver = new ArffSaver();
        saver.setInstances(WekaData.regression(List.of("x"), rows, new double[] {2, 4, 6, 8, 10}));
        saver.setFile(folder.resolve("data.arff").toFile());
        saver.writeBatch();
        String file = folder.resolve("data.arff").toString();

        // example
        Instances data = ConverterUtils.DataSource.read(file);
        data.setClassIndex(data.numAttributes() - 1);
        RegularizedLinearRegression model = new RegularizedLinearRegression();
        model.setRegularizer(new TextRegularizer("elastic-net(lambda=0.1,alpha=0.5)"));
        model.buildClassifier(data);
        String[] names = model.featureNames();
        double[] coefficients = model.coefficients(); // in the attributes' own units
        double[] standardized = model.standardizedCoefficients(); // what was penalised
        FitSummary summary = model.fitSummary(); // final λ, objective, certificate
        double prediction = model.classifyInstance(data.instance(0));
        // end

        assertThat(names).containsExactly("x");
        assertThat(standardized[0]).isCloseTo(coefficients[0] * Math.sqrt(2.5), within(1e-12));
        assertThat(summary.regularizer()).isEqualTo("elastic-net(lambda=0.1,alpha=0.5)");
        assertThat(prediction).isCloseTo(model.intercept() + coefficients[0], within(1e-12));
        assertThat(code(SOURCE, "// example", "// end")).isEqualTo(code(PAGE, "```java", "```"));
    }

    @Test
    void everyOptionIsInTheTable() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(LambdaSettings.OPTIONS.list())
                .extracting(Option::name)
                .allSatisfy(name -> assertThat(page).contains("| `-" + name + "` |"));
        assertThat(SgdSettings.OPTIONS.list())
                .extracting(Option::name)
                .allSatisfy(name -> assertThat(page).contains("| `-" + name + "` |"));
    }

    @Test
    void everyOptionOfAPathIsInItsSection() throws IOException {
        String page = Files.readString(PAGE);
        String ofClassifier = section(page, "A path as a classifier");
        String ofSelection = section(page, "Selecting attributes");

        assertThat(PathSettings.OPTIONS.list())
                .extracting(Option::name)
                .allSatisfy(name -> assertThat(ofClassifier).contains("`-" + name + "`"));
        assertThat(Collections.list(new RegularizationPathAttributeEval().listOptions()))
                .extracting(Option::name)
                .filteredOn(name -> !name.equals("do-not-check-capabilities"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(ofSelection).contains("`-" + name + "`"));
    }

    private static String section(String page, String title) {
        int from = page.indexOf("\n## " + title + "\n");
        assertThat(from).as(title).isPositive();
        return page.substring(from, page.indexOf("\n## ", from + 1));
    }

    private static List<String> code(Path file, String start, String end) throws IOException {
        List<String> lines =
                Files.readAllLines(file).stream().map(String::strip).toList();
        int from = lines.indexOf(start) + 1;
        return lines.subList(from, from + lines.subList(from, lines.size()).indexOf(end));
    }
}
