package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.weka.LinearModel;
import org.ridgeline.weka.LinearPath;
import weka.classifiers.Evaluation;
import weka.classifiers.meta.IterativeClassifierOptimizer;
import weka.core.Instances;
import weka.core.SelectedTag;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.WekaException;

class RegularizationPathTest {

    private static RegularizationPath with(String options) throws Exception {
        RegularizationPath path = new RegularizationPath();
        path.setOptions(Utils.splitOptions(options));
        return path;
    }

    private static Instances data(String kind) {
        return switch (kind) {
            case "number" -> WekaData.mixed(3, false, WekaData.Trait.values());
            case "two" -> WekaData.mixed(3, true, WekaData.Trait.values());
            default -> SeveralClassesTest.data(3, SeveralClassesTest.LABELS);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number | l1 | ",
                "number | group-l2 | -loss-scale sum -standardize population",
                "number | l2 | ",
                "number | slope(q=0.1) | ",
                "two | l1 | ",
                "two | elastic-net(alpha=0.9) | -standardize none",
                "two | group-l2 | -groups ^(.)",
                "several | l1 | ",
                "several | group-l2 | -tie-classes yes"
            })
    void everyIterationIsTheModelOfItsLambda(String kind, String regularizer, String more) throws Exception {
        Instances data = data(kind);
        String options = "-regularizer " + regularizer + " " + (more == null ? "" : more);
        RegularizationPath path = WekaData.trained(with(""), data, options + " -lambdas 8 -lambda-ratio 0.02");

        assertThat(path.path().size()).isEqualTo(8);
        for (int k = 0; k < 8; k++) {
            LinearModel model = path.path().model(k);
            double lambda = model.summary().lambda();
            RegularizedLinearModel single = WekaData.trained(
                    kind.equals("number") ? new RegularizedLinearRegression() : new RegularizedLogistic(),
                    data,
                    options + " -R " + lambda);
            assertThat(model.summary().converged()).isTrue();
            assertThat(model.summary().objective())
                    .isCloseTo(
                            single.fitSummary().objective(),
                            within(1e-8 * model.summary().objective()));
            for (int output = 0; output < model.outputs(); output++) {
                double[] wanted = single.model().standardizedCoefficients(output);
                double largest = DoubleStream.of(wanted).map(Math::abs).max().orElseThrow();
                assertThat(model.standardizedCoefficients(output))
                        .containsExactly(wanted, within(1e-6 * (largest + 1)));
                double intercept = single.model().intercept(output);
                assertThat(model.intercept(output)).isCloseTo(intercept, within(1e-6 * (1 + Math.abs(intercept))));
            }
        }
        assertThat(path.model().coefficients(0)).isEqualTo(path.path().model(7).coefficients(0));
        assertThat(path.featureNames()).isEqualTo(path.model().coding().names());
    }

    @Test
    void theFirstModelHasNoCoefficientsAndTheExplainedShareGrows() throws Exception {
        LinearPath path =
                WekaData.trained(with(""), data("two"), "-regularizer l1").path();

        assertThat(path.length()).isEqualTo(100);
        assertThat(path.nonzeros(0)).isZero();
        assertThat(path.explained(0)).isCloseTo(0, within(1e-12));
        assertThat(path.keptAttributes(0)).isZero();
        assertThat(path.keptAttributes(99)).isEqualTo(4);
        assertThat(path.nonzeros(99)).isBetween(5, 6);
        for (int k = 1; k < 100; k++) {
            assertThat(path.summary(k).lambda()).isLessThan(path.summary(k - 1).lambda());
            assertThat(path.explained(k)).isGreaterThanOrEqualTo(path.explained(k - 1) - 1e-12);
        }
        assertThat(path.summary(99).lambda()).isCloseTo(0.001 * path.summary(0).lambda(), within(1e-15));
    }

    @Test
    void iterationsByHandAreThoseOfATraining() throws Exception {
        Instances data = data("number");
        RegularizationPath whole = WekaData.trained(with(""), data, "-lambdas 5");
        RegularizationPath steps = with("-lambdas 5");
        steps.initializeClassifier(data);
        for (int k = 0; k < 5; k++) {
            assertThat(steps.path().size()).isEqualTo(k + 1);
            assertThat(steps.model().coefficients(0))
                    .isEqualTo(whole.path().model(k).coefficients(0));
            double[] w = steps.model().coefficients(0);
            assertThat(steps.classifyInstance(data.instance(0)))
                    .isEqualTo(steps.model().scores(data.instance(0))[0]);
            assertThat(w).hasSize(6);
            assertThat(steps.next()).isEqualTo(k < 4);
        }
        assertThat(steps.next()).isFalse();
        steps.done();
        assertThat(steps.toString()).isEqualTo(whole.toString());
    }

    @Test
    void theNumberOfIterationsSaysWhereToStopAndHowFarToGoOn() throws Exception {
        Instances data = data("two");
        RegularizationPath path = WekaData.trained(with(""), data, "-lambdas 30 -I 10 -resume");
        assertThat(path.path().size()).isEqualTo(11);

        goOn(path, data);
        assertThat(path.path().size()).isEqualTo(21);
        path.setNumIterations(-1);
        goOn(path, data);

        RegularizationPath whole = WekaData.trained(with(""), data, "-lambdas 30");
        assertThat(path.toString()).isEqualTo(whole.toString());
        assertThat(path.model().coefficients(0)).isEqualTo(whole.model().coefficients(0));
        assertThat(WekaData.trained(with(""), data, "-I 0").path().size()).isEqualTo(1);
    }

    @Test
    void withoutResumingATrainingBeginsAnew() throws Exception {
        Instances data = data("two");
        RegularizationPath path = with("-lambdas 30");
        path.initializeClassifier(data);
        path.next();
        path.initializeClassifier(data);

        assertThat(path.path().size()).isEqualTo(1);
    }

    /** As the Explorer and the command line do it. */
    private static void goOn(RegularizationPath path, Instances data) throws Exception {
        path.setOptions(path.getOptions());
        path.initializeClassifier(new Instances(data));
        while (path.next()) {}
        path.done();
    }

    @Test
    void aCopyGoesOnToTheSameModelsWithoutTheSolversState() throws Exception {
        Instances data = data("several");
        RegularizationPath path = WekaData.trained(with(""), data, "-lambdas 12 -I 5 -resume");
        RegularizationPath copy = (RegularizationPath) new SerializedObject(path).getObject();
        copy.setNumIterations(-1);
        goOn(copy, data);
        RegularizationPath whole = WekaData.trained(with(""), data, "-lambdas 12");

        for (int k = 0; k < 12; k++) {
            for (int output = 0; output < 3; output++) {
                assertThat(copy.path().model(k).standardizedCoefficients(output))
                        .isEqualTo(whole.path().model(k).standardizedCoefficients(output));
                assertThat(copy.path().model(k).intercept(output))
                        .isEqualTo(whole.path().model(k).intercept(output));
            }
        }
    }

    @Test
    void otherDataOrSettingsBeginAnew() throws Exception {
        Instances data = data("two");
        Instances fewer = new Instances(data, 0, 150);
        RegularizationPath path = WekaData.trained(with(""), data, "-lambdas 12 -I 5 -resume");
        goOn(path, fewer);
        assertThat(path.toString())
                .isEqualTo(WekaData.trained(with(""), fewer, "-lambdas 12 -I 5").toString());

        path = WekaData.trained(with(""), data, "-lambdas 12 -I 5 -resume");
        path.setNumLambdas(20);
        path.setNumIterations(6);
        assertThatThrownBy(path::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("options have been changed");
        path.setNumIterations(5);
        goOn(path, data);
        assertThat(path.toString())
                .isEqualTo(WekaData.trained(with(""), data, "-lambdas 20 -I 5").toString());
    }

    @Test
    void whatIsNotToBeResumedDropsItsData() throws Exception {
        Instances data = data("two");
        RegularizationPath path = with("-lambdas 12 -I 5 -resume");
        path.buildClassifier(data);
        int withData = size(path);
        path.setResume(false);
        path.done();

        assertThat(size(path)).isLessThan(withData / 2);
        path.setNumIterations(-1);
        assertThatThrownBy(path::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its data are gone");
        assertThat(path.distributionForInstance(data.instance(0))).hasSize(2);
    }

    private static int size(Object object) throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.io.ObjectOutputStream out = new java.io.ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.size();
    }

    @Test
    void foldsShareALargestLambda() throws Exception {
        Instances data = data("number");
        RegularizationPath one = WekaData.trained(with(""), data, "-lambdas 4 -lambda-max 8 -lambda-ratio 0.125");
        RegularizationPath other = WekaData.trained(
                with(""), new Instances(data, 50, 150), "-lambdas 4 -lambda-max 8 -lambda-ratio 0.125");

        for (RegularizationPath path : List.of(one, other)) {
            assertThat(lambdas(path)).containsExactly(8.0, 4.0, 2.0, 1.0);
        }
        assertThat(one.model().coefficients(0)).isNotEqualTo(other.model().coefficients(0));
    }

    private static List<Double> lambdas(RegularizationPath path) {
        List<Double> lambdas = new ArrayList<>();
        for (int k = 0; k < path.path().size(); k++) {
            lambdas.add(path.path().summary(k).lambda());
        }
        return lambdas;
    }

    @Test
    void theOwnLambdaOfTheRegularizerIsNotUsed() throws Exception {
        RegularizationPath one = WekaData.trained(with(""), data("two"), "-regularizer l1(lambda=7) -lambdas 5");
        RegularizationPath two = WekaData.trained(with(""), data("two"), "-regularizer l1 -lambdas 5");

        assertThat(one.toString()).isEqualTo(two.toString());
    }

    /** Noise in all but two of 40 attributes: neither no attribute nor all of them are best. */
    @ParameterizedTest
    @ValueSource(strings = {"RMSE", "MAE"})
    void wekasOptimizerFindsAnIterationInTheMidst(String metric) throws Exception {
        Instances data = noisy(false);
        IterativeClassifierOptimizer optimizer = optimizer(metric);
        optimizer.buildClassifier(data);

        RegularizationPath best = (RegularizationPath) optimizer.getIterativeClassifier();
        int found = best.path().size() - 1;
        assertThat(optimizer.toString()).contains("Best number of iterations found: " + found);
        assertThat(found).isBetween(5, 35);
        assertThat(best.path().keptAttributes(found)).isBetween(2, 20);
        double error = error(data, found);
        assertThat(error).isLessThan(0.8 * error(data, 0)).isLessThan(0.95 * error(data, 49));
    }

    @Test
    void wekasOptimizerWorksWithClassesToo() throws Exception {
        IterativeClassifierOptimizer optimizer = optimizer("Kappa");
        optimizer.buildClassifier(noisy(true));

        assertThat(((RegularizationPath) optimizer.getIterativeClassifier())
                        .path()
                        .size())
                .isBetween(3, 40);
    }

    private static IterativeClassifierOptimizer optimizer(String metric) throws Exception {
        IterativeClassifierOptimizer optimizer = new IterativeClassifierOptimizer();
        optimizer.setIterativeClassifier(with("-regularizer l1 -lambdas 50"));
        optimizer.setEvaluationMetric(Arrays.stream(IterativeClassifierOptimizer.TAGS_EVAL)
                .filter(tag -> tag.getIDStr().equalsIgnoreCase(metric))
                .map(tag -> new SelectedTag(tag.getID(), IterativeClassifierOptimizer.TAGS_EVAL))
                .findAny()
                .orElseThrow());
        return optimizer;
    }

    private static Instances noisy(boolean nominal) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(9);
        double[][] rows = new double[80][40];
        double[] target = new double[80];
        List<String> names = new ArrayList<>();
        for (int j = 0; j < 40; j++) {
            names.add("x" + j);
        }
        for (int i = 0; i < rows.length; i++) {
            Arrays.setAll(rows[i], j -> random.nextGaussian());
            double score = rows[i][3] - rows[i][8] + random.nextGaussian();
            target[i] = nominal ? (score > 0 ? 1 : 0) : score;
        }
        return nominal
                ? WekaData.classification(names, rows, target, "a", "b")
                : WekaData.regression(names, rows, target);
    }

    private static double error(Instances data, int iterations) throws Exception {
        Evaluation evaluation = new Evaluation(data);
        evaluation.crossValidateModel(
                with("-regularizer l1 -lambdas 50 -I " + iterations), data, 10, new java.util.Random(3));
        return evaluation.rootMeanSquaredError();
    }

    @Test
    void theTextShowsTheModelAndHowThePathCameThere() throws Exception {
        RegularizationPath path = new RegularizationPath();
        assertThat(path.toString()).isEqualTo("RegularizationPath: No model built yet.");
        WekaData.trained(path, data("two"), "-regularizer l1 -lambdas 50 -I 30");

        LinearPath fits = path.path();
        assertThat(path.toString())
                .contains("iteration 30 of a path of 50 lambdas")
                .contains("log-odds of answer=yes")
                .contains("The path: 31 of 50 lambdas are fitted, 20 of them are shown.")
                .containsPattern("\n +0 .* 0 +0 +[-]?0.00%\n")
                .contains(String.format(
                        Locale.ROOT,
                        "%9d %13.6g %11d %13d %9.2f%%\n",
                        30,
                        fits.summary(30).lambda(),
                        fits.keptAttributes(30),
                        fits.nonzeros(30),
                        100 * fits.explained(30)));
        assertThat(path.toString().lines().filter(line -> line.endsWith("%"))).hasSize(20);
        assertThat(WekaData.trained(path, data("two"), "-lambdas 3").toString())
                .contains("The path: 3 of 3 lambdas are fitted.");
        assertThat(WekaData.trained(path, data("two"), "-lambdas 3 -max-iterations 1 -lambda-ratio 1e-3")
                        .toString())
                .contains("%  NOT CONVERGED");
    }

    @Test
    void oneClassGivesAModelWithoutAPath() throws Exception {
        Instances one =
                WekaData.classification(List.of("x"), new double[][] {{1}, {2}, {3}}, new double[] {1, 1, 1}, "a", "b");
        RegularizationPath path = WekaData.trained(with(""), one, "");

        assertThat(path.distributionForInstance(one.instance(0))).containsExactly(0, 1);
        assertThat(path.next()).isFalse();
        assertThat(path.toString()).contains("Only one class occurs");
        assertThatThrownBy(path::path).hasMessageContaining("only one class occurs");
    }

    @Test
    void dataWithoutAttributesHaveOneLambda() throws Exception {
        Instances none = WekaData.regression(List.of(), new double[][] {{}, {}, {}}, new double[] {1, 2, 6});

        RegularizationPath path = WekaData.trained(with(""), none, "");
        assertThat(path.classifyInstance(none.instance(0))).isEqualTo(3);
        assertThat(lambdas(path)).containsExactly(0.0);
    }

    @Test
    void trainingByHandMustBegin() {
        assertThatThrownBy(() -> new RegularizationPath().next())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no model has been built yet");
    }

    @Test
    void aFailedTrainingLeavesNoModel() throws Exception {
        RegularizationPath path = WekaData.trained(with(""), data("two"), "-lambdas 3");
        path.setTolerance(-1);
        assertThatThrownBy(() -> path.buildClassifier(data("two"))).hasMessageContaining("tolerance");
        assertThatThrownBy(path::model).isInstanceOf(IllegalStateException.class);

        RegularizationPath other = with("");
        assertThatThrownBy(() -> other.buildClassifier(
                        new Instances(WekaData.regression(List.of(), new double[0][], new double[0]))))
                .isInstanceOf(WekaException.class);
    }

    @Test
    void interruptionEndsATrainingAndLetsAnotherGoOn() throws Exception {
        Instances data = data("two");
        RegularizationPath path = WekaData.trained(with(""), data, "-lambdas 12 -I 5 -resume");
        String before = path.toString();
        path.setNumIterations(-1);
        path.initializeClassifier(data);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> {
                    while (path.next()) {}
                })
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(path.toString()).isEqualTo(before);

        goOn(path, data);
        assertThat(path.toString())
                .isEqualTo(WekaData.trained(with(""), data, "-lambdas 12").toString());

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> path.buildClassifier(data)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(path::model).isInstanceOf(IllegalStateException.class);
    }
}
