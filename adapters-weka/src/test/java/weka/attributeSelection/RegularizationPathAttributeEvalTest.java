package weka.attributeSelection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.weka.KeptAttributes;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.RegularizedLinearRegression;
import weka.classifiers.functions.RegularizedLogistic;
import weka.classifiers.functions.WekaData;
import weka.classifiers.meta.AttributeSelectedClassifier;
import weka.core.Attribute;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.regularizers.AdaptiveLambda;
import weka.core.regularizers.L2;
import weka.filters.Filter;

class RegularizationPathAttributeEvalTest {

    private static RegularizationPathAttributeEval with(String options) throws Exception {
        RegularizationPathAttributeEval evaluator = new RegularizationPathAttributeEval();
        evaluator.setOptions(Utils.splitOptions(options));
        return evaluator;
    }

    private static double[] merits(Instances data, String options) throws Exception {
        RegularizationPathAttributeEval evaluator = with(options);
        evaluator.buildEvaluator(data);
        return IntStream.range(0, data.numAttributes())
                .mapToDouble(evaluator::evaluateAttribute)
                .toArray();
    }

    private static List<String> order(Instances data, double[] merits) {
        return IntStream.range(0, merits.length)
                .boxed()
                .filter(a -> merits[a] > 0)
                .sorted(Comparator.comparing(a -> -merits[a]))
                .map(a -> data.attribute(a).name())
                .toList();
    }

    private static void assertMerits(Instances data, double[] merits, Map<String, Double> wanted, double relative) {
        assertThat(order(data, merits))
                .isEqualTo(wanted.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList());
        wanted.forEach((name, share) ->
                assertThat(merits[data.attribute(name).index()]).as(name).isCloseTo(share, within(relative * share)));
    }

    /**
     * The numbers are those of R's glmnet 4.1-6: the first λ of a geometric grid of 8000, from the largest to 0.001 of it, where a
     * coefficient is not zero, as a share of the largest; thresh=1e-13. The path of a lasso with squared loss is straight
     * between the places where an attribute comes or goes.
     */
    @Test
    void theLassoOfANumberRanksAsGlmnet() throws Exception {
        Instances data = WekaData.diabetes();

        assertMerits(
                data,
                merits(data, ""),
                Map.of(
                        "bmi", 0.99914, "s5", 0.93648, "bp", 0.47666, "s3", 0.33281, "sex", 0.13698, "s6", 0.093432,
                        "s1", 0.072608, "s4", 0.021028, "s2", 0.0057673, "age", 0.0053591),
                0.002);
    }

    /** As above, with family="binomial" and a grid down to 0.01. */
    @Test
    void theLassoOfTwoClassesRanksAsGlmnet() throws Exception {
        Instances data = WekaData.cancer();
        int[] columns = {27, 22, 20, 7, 21, 28, 24, 10, 26, 1, 19, 15, 9, 14};
        double[] shares = {
            0.99942, 0.92629, 0.61798, 0.31564, 0.26756, 0.10867, 0.089098, 0.077913, 0.051623, 0.031975, 0.025737,
            0.013591, 0.012254, 0.010959
        };
        Map<String, Double> wanted = new java.util.HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            wanted.put(data.attribute(columns[i]).name(), shares[i]);
        }

        assertMerits(data, merits(data, "-lambda-ratio 0.01 -lambdas 200"), wanted, 0.005);
    }

    /** As above, with family="multinomial", type.multinomial="grouped" and "ungrouped", a grid of 2000 down to 0.01. */
    @Test
    void threeClassesRankAsGlmnet() throws Exception {
        Instances data = thirds();

        assertMerits(
                data,
                merits(data, "-regularizer group-l2 -lambda-ratio 0.01 -lambdas 300"),
                Map.of(
                        "s5", 1.0, "bmi", 0.92253, "bp", 0.56089, "s3", 0.40253, "sex", 0.14079, "age", 0.05733, "s2",
                        0.051923, "s6", 0.028856),
                0.01);
        assertMerits(
                data,
                merits(data, "-lambda-ratio 0.01 -lambdas 300"),
                Map.of(
                        "s5", 1.0, "bmi", 0.98855, "bp", 0.62215, "s3", 0.5295, "sex", 0.14608, "age", 0.063009, "s2",
                        0.051092, "s6", 0.033286, "s1", 0.021437),
                0.01);
    }

    private static Instances thirds() {
        Instances numbers = WekaData.diabetes();
        List<String> names = new ArrayList<>();
        double[][] rows = new double[numbers.numInstances()][];
        double[] classes = new double[rows.length];
        for (int a = 0; a < numbers.classIndex(); a++) {
            names.add(numbers.attribute(a).name());
        }
        for (int i = 0; i < rows.length; i++) {
            Instance instance = numbers.instance(i);
            rows[i] = Arrays.copyOf(instance.toDoubleArray(), names.size());
            classes[i] = instance.classValue() <= 100 ? 0 : instance.classValue() <= 180 ? 1 : 2;
        }
        return WekaData.classification(names, rows, classes, "a", "b", "c");
    }

    @Test
    void anAttributeOfValuesIsOneAttributeAndComesInAsAWhole() throws Exception {
        Instances data = WekaData.mixed(5, false, WekaData.Trait.values());

        for (String regularizer : List.of("l1", "group-l2")) {
            double[] merits = merits(data, "-regularizer " + regularizer);
            assertThat(merits).hasSize(5);
            assertThat(merits[data.classIndex()]).isZero();
            assertThat(Arrays.stream(merits).max().orElseThrow()).isCloseTo(1, within(0.02));
            assertThat(order(data, merits)).containsExactlyInAnyOrder("size", "colour", "smoker", "age");
        }
    }

    /** The first of a group to come in takes the other along. */
    @Test
    void aPatternMakesAttributesComeInTogether() throws Exception {
        Instances data = WekaData.mixed(5, false);
        double[] apart = merits(data, "-regularizer group-l2");
        double[] together = merits(data, "-regularizer group-l2 -groups ^(.)");
        int size = data.attribute("size").index();
        int smoker = data.attribute("smoker").index();

        assertThat(apart[smoker]).isLessThan(0.8 * apart[size]);
        assertThat(together[smoker]).isCloseTo(together[size], within(0.03));
    }

    @Test
    void theOrderAndNamesOfClassesDoNotMatter() throws Exception {
        double[][] rows = new double[90][3];
        double[] classes = new double[90];
        double[] renamed = new double[90];
        java.util.SplittableRandom random = new java.util.SplittableRandom(4);
        for (int i = 0; i < 90; i++) {
            int k = i % 3;
            double[] row = {random.nextGaussian(), k + random.nextGaussian(), 0.5 * k + random.nextGaussian()};
            rows[i] = row;
            classes[i] = k;
            renamed[i] = 2 - k;
        }
        List<String> names = List.of("noise", "strong", "weak");

        double[] merits = merits(WekaData.classification(names, rows, classes, "a", "b", "c"), "");
        assertThat(merits(WekaData.classification(names, rows, renamed, "c", "b", "a"), ""))
                .isEqualTo(merits);
        assertThat(merits[1]).isGreaterThan(merits[2]);
        assertThat(merits[2]).isGreaterThan(merits[0]);
    }

    @Test
    void aWeightIsSoManyCopies() throws Exception {
        Instances weighted = new Instances(WekaData.mixed(2, true));
        Instances copies = new Instances(weighted, 0);
        for (int i = 0; i < weighted.numInstances(); i++) {
            weighted.instance(i).setWeight(1 + i % 3);
            for (int c = 0; c <= i % 3; c++) {
                Instance copy = (Instance) weighted.instance(i).copy();
                copy.setWeight(1);
                copies.add(copy);
            }
        }

        // Only the population's deviation is the same for both.
        assertThat(merits(weighted, "-standardize population"))
                .containsExactly(merits(copies, "-standardize population"), within(1e-6));
    }

    @Test
    void whatHasNoInformationGetsNothing() throws Exception {
        ArrayList<Attribute> attributes = new ArrayList<>(List.of(
                new Attribute("one", List.of("only")),
                new Attribute("constant"),
                new Attribute("y"),
                new Attribute("gone"),
                new Attribute("x")));
        Instances data = new Instances("data", attributes, 6);
        data.setClassIndex(2);
        for (int i = 0; i < 6; i++) {
            data.add(new DenseInstance(1, new double[] {0, 7, 2 * i + 1, Double.NaN, i}));
        }

        assertThat(merits(data, "")).containsExactly(new double[] {0, 0, 0, 0, 1}, within(1e-9));
        data.forEach(instance -> instance.setClassValue(3));
        assertThat(merits(data, "")).containsOnly(0);
    }

    @Test
    void oneClassRanksNothing() throws Exception {
        Instances one =
                WekaData.classification(List.of("x"), new double[][] {{1}, {2}, {3}}, new double[] {1, 1, 1}, "a", "b");

        assertThat(merits(one, "")).containsExactly(0, 0);
    }

    @ParameterizedTest
    @CsvSource({"cv,true", "cv-1se,true", "cv,false", "cv-1se,false"})
    void whatIsKeptIsWhatTheModelOfThatChoiceKeeps(String keep, boolean regression) throws Exception {
        Instances data = regression ? WekaData.diabetes() : WekaData.cancer();
        double[] all = merits(data, "");
        double[] kept = merits(data, "-folds 5 -S 3 -keep " + keep);

        double[] coefficients;
        if (regression) {
            RegularizedLinearRegression model = new RegularizedLinearRegression();
            model.setOptions(Utils.splitOptions("-regularizer l1 -folds 5 -S 3 -R " + keep));
            model.buildClassifier(data);
            coefficients = model.coefficients();
        } else {
            RegularizedLogistic model = new RegularizedLogistic();
            model.setOptions(Utils.splitOptions("-regularizer l1 -folds 5 -S 3 -R " + keep));
            model.buildClassifier(data);
            coefficients = model.coefficients();
        }
        long count = Arrays.stream(kept).filter(merit -> merit > 0).count();
        assertThat(count).isBetween(3L, data.numAttributes() - 2L);
        for (int a = 0; a < coefficients.length; a++) {
            assertThat(kept[a]).isEqualTo(coefficients[a] == 0 ? 0 : all[a]);
        }
    }

    @Test
    void theSelectAttributesTabRanks() throws Exception {
        Instances data = WekaData.diabetes();
        AttributeSelection selection = new AttributeSelection();
        selection.setEvaluator(with(""));
        Ranker ranker = new Ranker();
        ranker.setNumToSelect(3);
        selection.setSearch(ranker);
        selection.setRanking(true);
        selection.SelectAttributes(data);

        assertThat(selection.selectedAttributes())
                .containsExactly(
                        data.attribute("bmi").index(),
                        data.attribute("s5").index(),
                        data.attribute("bp").index(),
                        data.classIndex());
        assertThat(selection.toResultsString())
                .contains("Regularization path attribute evaluator")
                .contains("Path: 100 lambdas from l1(lambda=")
                .contains("Kept: all that come in");
    }

    /** As the tab does it: one evaluation for each fold, and a summary. */
    @Test
    void theSelectAttributesTabCrossValidates() throws Exception {
        Instances data = WekaData.diabetes();
        AttributeSelection selection = new AttributeSelection();
        selection.setEvaluator(with(""));
        selection.setSearch(new Ranker());
        selection.setRanking(true);
        selection.setFolds(5);
        selection.setXval(true);
        for (int fold = 0; fold < 5; fold++) {
            selection.selectAttributesCVSplit(data.trainCV(5, fold, new java.util.Random(1)));
        }

        // Merit, rank, number and name.
        assertThat(selection.CVResultsString())
                .containsPattern("(?m)^ *1 +\\+- 0 +1 +\\+- 0 +3 bmi$")
                .containsPattern("(?m)^ *0\\.0\\d+ +\\+- .* 1 age$");
    }

    @Test
    void theFilterAndTheClassifierSelectWhatCrossValidationKeeps() throws Exception {
        Instances data = WekaData.cancer();
        Ranker positive = new Ranker();
        positive.setThreshold(0);
        weka.filters.supervised.attribute.AttributeSelection filter =
                new weka.filters.supervised.attribute.AttributeSelection();
        filter.setEvaluator(with("-keep cv-1se"));
        filter.setSearch(positive);
        filter.setInputFormat(data);
        Instances fewer = Filter.useFilter(data, filter);

        double[] merits = merits(data, "-keep cv-1se");
        assertThat(fewer.numAttributes() - 1)
                .isEqualTo(
                        (int) Arrays.stream(merits).filter(merit -> merit > 0).count())
                .isBetween(3, 20);
        List<String> names = new ArrayList<>();
        for (int a = 0; a < fewer.numAttributes() - 1; a++) {
            names.add(fewer.attribute(a).name());
        }
        assertThat(names).isEqualTo(order(data, merits));

        AttributeSelectedClassifier classifier = new AttributeSelectedClassifier();
        classifier.setEvaluator(with("-keep cv-1se -folds 3 -lambdas 30 -lambda-ratio 0.01"));
        classifier.setSearch(positive);
        classifier.setClassifier(new weka.classifiers.bayes.NaiveBayes());
        Evaluation evaluation = new Evaluation(data);
        evaluation.crossValidateModel(classifier, data, 5, new java.util.Random(1));
        assertThat(evaluation.pctCorrect()).isGreaterThan(90);
    }

    private static final String ALL = "-regularizer \"weka.core.regularizers.ElasticNet -L 0.25 -A 0.75\""
            + " -standardize none -groups ^([^_]+)_ -tie-classes no -lambdas 30 -lambda-ratio 0.05 -keep cv-1se -folds 4"
            + " -S -5";

    @Test
    void everyOptionIsReadAndWritten() throws Exception {
        RegularizationPathAttributeEval evaluator = with(ALL);

        assertThat(Utils.joinOptions(evaluator.getOptions())).isEqualTo(ALL);
        assertThat(evaluator.getKeep()).isEqualTo(KeptAttributes.CV_1SE);
        assertThat(evaluator.getTieClasses()).isFalse();
        assertThat(evaluator.getNumLambdas()).isEqualTo(30);
        evaluator.setOptions(new String[0]);
        assertThat(evaluator.getOptions()).isEqualTo(new RegularizationPathAttributeEval().getOptions());
        assertThat(Utils.joinOptions(with(ALL + " -do-not-check-capabilities").getOptions()))
                .isEqualTo(ALL + " -do-not-check-capabilities");
    }

    @Test
    void wekasOwnChecksPass() throws Exception {
        CheckOptionHandler options = new CheckOptionHandler();
        options.setSilent(true);
        options.setOptionHandler(new RegularizationPathAttributeEval());
        options.setUserOptions(Utils.splitOptions(ALL));
        options.doTests();
        CheckGOE editor = new CheckGOE();
        editor.setSilent(true);
        editor.setObject(new RegularizationPathAttributeEval());
        editor.doTests();

        assertThat(options.getSuccess()).isTrue();
        assertThat(editor.getSuccess()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-regularizer l2 | l2(lambda=1) makes no coefficient zero | l1, elastic-net or group-l2",
                "-regularizer elastic-net(alpha=0) | makes no coefficient zero | group-l2",
                "-regularizer adaptive(base=l1) | finds lambda itself | take its base",
                "-regularizer l3 | there is no regularizer 'l3' | l1",
                "-keep best | there is no choice of kept attributes 'best' | all, cv, cv-1se",
                "-folds 1 | -folds must be a whole number from 2 | 1",
                "-lambdas 1 | -lambdas must be a whole number from 2 | 1",
                "-lambda-ratio 0 | -lambda-ratio must be a number in (0, 1) | 0",
                "-groups ^a_ | capturing group | ^a_",
                "-R 1 | unknown or repeated option '-R' | -regularizer, -standardize",
                "stray | unknown or repeated option 'stray' | -do-not-check-capabilities"
            })
    void whatIsWrongIsRefusedWithAReason(String options, String said, String named) throws Exception {
        RegularizationPathAttributeEval evaluator = with(ALL);

        assertThatThrownBy(() -> evaluator.setOptions(Utils.splitOptions(options)))
                .hasMessageContaining(said)
                .hasMessageContaining(named);
        assertThat(Utils.joinOptions(evaluator.getOptions()))
                .as("nothing has changed")
                .isEqualTo(ALL);
    }

    @Test
    void settersTakeAnythingAndEvaluationChecks() {
        assertRefused(e -> e.setNumLambdas(0), "numLambdas must be a whole number from 2");
        assertRefused(e -> e.setLambdaRatio(1), "lambdaRatio must be a number in (0, 1)");
        assertRefused(e -> e.setFolds(0), "folds must be a whole number from 2");
        assertRefused(e -> e.setRegularizer(new L2()), "makes no coefficient zero");
        assertRefused(e -> e.setRegularizer(new AdaptiveLambda()), "finds lambda itself");
    }

    private static void assertRefused(Consumer<RegularizationPathAttributeEval> setting, String message) {
        RegularizationPathAttributeEval evaluator = new RegularizationPathAttributeEval();
        setting.accept(evaluator);
        assertThatThrownBy(() -> evaluator.buildEvaluator(WekaData.mixed(1, true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> evaluator.evaluateAttribute(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call buildEvaluator first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcp", "scad", "slope(q=0.1)", "sparse-group-l2", "elastic-net(alpha=0.2)"})
    void anyRegularizerThatMakesZerosRanks(String regularizer) throws Exception {
        Instances data = WekaData.diabetes();
        double[] merits = merits(data, "-regularizer " + regularizer);

        assertThat(order(data, merits).subList(0, 3)).containsExactly("bmi", "s5", "bp");
        assertThat(Arrays.stream(merits).boxed())
                .allSatisfy(merit -> assertThat(merit).isBetween(0.0, 1.0));
    }

    @Test
    void anEvaluationIsKeptInACopy() throws Exception {
        Instances data = WekaData.diabetes();
        RegularizationPathAttributeEval evaluator = with("");
        assertThat(evaluator.toString()).contains("nothing has been evaluated yet");
        evaluator.buildEvaluator(data);
        RegularizationPathAttributeEval copy =
                (RegularizationPathAttributeEval) new SerializedObject(evaluator).getObject();

        assertThat(copy.toString()).isEqualTo(evaluator.toString());
        assertThat(copy.evaluateAttribute(2)).isEqualTo(evaluator.evaluateAttribute(2));
    }

    @Test
    void interruptionEndsIt() throws Exception {
        RegularizationPathAttributeEval evaluator = with("");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> evaluator.buildEvaluator(WekaData.cancer())).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
