package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.Evaluation;
import weka.core.Instances;
import weka.core.Utils;

/** λ by cross-validation, on real data, judged by Weka's own. */
class LambdaSelectionTest {

    private static double lambda(RegularizedLinearModel model) {
        return model.fitSummary().lambda();
    }

    private static long nonzeros(RegularizedLinearModel model) {
        return Arrays.stream(model.coefficients()).filter(w -> w != 0).count();
    }

    @ParameterizedTest
    @CsvSource({"l1,true", "l2,true", "elastic-net,false", "group-l2,false"})
    void theChosenLambdaPredictsBetterThanMuchLargerOrSmallerOnes(String regularizer, boolean regression)
            throws Exception {
        Instances data = regression ? WekaData.diabetes() : WekaData.cancer();
        RegularizedLinearModel chosen = model(regression);
        WekaData.trained(chosen, data, "-R cv -regularizer " + regularizer);

        double found = error(regression, regularizer, lambda(chosen), data);
        assertThat(found).isLessThan(error(regression, regularizer, lambda(chosen) * 30, data));
        // Too little strength costs these data less, and never much less than nothing.
        assertThat(found).isLessThan(error(regression, regularizer, lambda(chosen) / 1000, data) * 1.01);
        assertThat(chosen.toString())
                .contains("the best of 100 by 10-fold cross-validation, seed 1: loss ")
                .contains(", converged");
    }

    private static RegularizedLinearModel model(boolean regression) {
        return regression ? new RegularizedLinearRegression() : new RegularizedLogistic();
    }

    private static double error(boolean regression, String regularizer, double lambda, Instances data)
            throws Exception {
        RegularizedLinearModel model = model(regression);
        model.setOptions(new String[] {"-regularizer", regularizer, "-R", Double.toString(lambda)});
        Evaluation evaluation = new Evaluation(data);
        evaluation.crossValidateModel(model, data, 10, new Random(7));
        return evaluation.rootMeanSquaredError();
    }

    @Test
    void oneStandardErrorKeepsLess() throws Exception {
        RegularizedLinearRegression best = trained("-R cv");
        RegularizedLinearRegression simple = trained("-R cv-1se");

        assertThat(lambda(simple)).isGreaterThan(lambda(best));
        assertThat(nonzeros(simple)).isPositive().isLessThan(nonzeros(best));
        assertThat(simple.toString()).contains("the largest within one standard error of the best of 100");
    }

    private static RegularizedLinearRegression trained(String options) throws Exception {
        return WekaData.trained(new RegularizedLinearRegression(), WekaData.diabetes(), "-regularizer l1 " + options);
    }

    @Test
    void theModelIsThatOfTheNumberThatWasChosen() throws Exception {
        RegularizedLinearRegression chosen = trained("-R cv");
        RegularizedLinearRegression given = trained("-R " + lambda(chosen));

        for (int j = 0; j < 10; j++) {
            assertThat(chosen.standardizedCoefficients()[j])
                    .isCloseTo(given.standardizedCoefficients()[j], within(1e-6));
        }
    }

    @Test
    void theSeedDecidesAndSlotsDoNot() throws Exception {
        RegularizedLinearRegression one = trained("-R cv -S 3");

        assertThat(trained("-R cv -S 3 -num-slots 3").toString()).isEqualTo(one.toString());
        assertThat(trained("-R cv -S 4").toString()).isNotEqualTo(one.toString());
    }

    @Test
    void theGridIsAsAskedFor() throws Exception {
        RegularizedLinearRegression coarse = trained("-R cv -lambdas 2 -lambda-ratio 0.25");
        RegularizedLinearRegression none = trained("-R 1e9");

        assertThat(coarse.toString()).contains("the best of 2 by 10-fold");
        assertThat(nonzeros(none)).isZero();
        double largest = 4 * lambda(coarse);
        assertThat(nonzeros(trained("-R " + largest))).isZero();
        assertThat(nonzeros(trained("-R " + largest * 0.99))).isEqualTo(1);
    }

    @Test
    void aMeasureThatDoesNotSuitTheClassIsRefused() {
        assertThatThrownBy(() -> trained("-R cv -measure error-rate"))
                .hasMessageContaining("the measure error-rate needs classes as targets");
        assertThatThrownBy(() -> WekaData.trained(
                        new RegularizedLogistic(),
                        WekaData.classification(
                                List.of("x"), new double[][] {{1}, {2}, {3}}, new double[] {0, 1, 0}, "a", "b"),
                        "-R cv"))
                .hasMessageContaining("as many rows as folds, but there are 3 rows of positive weight for 10 folds");
    }

    @Test
    void anInterruptedTrainingEndsAsWekaExpectsIt() throws Exception {
        RegularizedLinearRegression model = trained("-R 0.1");
        model.setOptions(Utils.splitOptions("-R cv -output-debug-info"));
        Thread training = Thread.currentThread();

        printing(
                line -> training.interrupt(),
                () -> assertThatThrownBy(() -> model.buildClassifier(WekaData.diabetes()))
                        .isInstanceOf(InterruptedException.class)
                        .hasMessage("the cross-validation was interrupted"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(model.toString()).contains("No model built yet");
    }

    @Test
    void withDebugInformationTheProgressIsPrinted() throws Exception {
        List<String> lines = new ArrayList<>();
        printing(lines::add, () -> trained("-R cv -folds 3 -output-debug-info"));

        assertThat(lines)
                .filteredOn(line -> line.startsWith("RegularizedLinearRegression: path "))
                .hasSize(4)
                .endsWith("RegularizedLinearRegression: path 4 of 4 is fitted");
    }

    private static void printing(Consumer<String> listener, ThrowingCallable work) throws Exception {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                listener.accept(line);
            }
        });
        try {
            assertThatCode(work).doesNotThrowAnyException();
        } finally {
            System.setOut(out);
        }
    }
}
