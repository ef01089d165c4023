package org.ridgeline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WekaBenchmarkTest {

    private static final Pattern OBJECTIVE = Pattern.compile("objective ([0-9.e+-]+)");

    private static String run(String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WekaBenchmark.run(WekaOptions.parse(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** More and fewer features than examples, which are fitted in different ways. */
    @ParameterizedTest
    @CsvSource({"logistic,200,20,3", "logistic,40,60,3", "linear,200,20,2", "linear,40,60,2"})
    void allReachTheSameObjective(String task, String rows, String attributes, int classifiers) throws Exception {
        String printed = run(task, "--rows", rows, "--attributes", attributes, "--repeat", "2", "--ridge", "0.5");

        List<Double> objectives = OBJECTIVE
                .matcher(printed)
                .results()
                .map(found -> Double.parseDouble(found.group(1)))
                .toList();
        assertThat(objectives)
                .hasSize(classifiers)
                .allSatisfy(value -> assertThat(value).isCloseTo(objectives.get(0), withinPercentage(0.01)));
        assertThat(printed).contains("-R 0.5").contains("ours takes 1.00 of it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "svm | there is no task 'svm'",
                "logistic --rows 0 | --rows must be at least 1, but is 0",
                "logistic --rows | --rows needs a value",
                "logistic --threads 2 | there is no option '--threads'"
            })
    void whatIsWrongIsRefused(String arguments, String message) {
        assertThatThrownBy(() -> run(arguments.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
