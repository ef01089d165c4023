package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.FitSummary;
import weka.classifiers.Classifier;
import weka.classifiers.meta.MultiClassClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

class ModelTest {

    @Test
    void coefficientsGiveThePredictions() throws Exception {
        Instances data = WekaData.mixed(5, false, WekaData.Trait.values());
        RegularizedLinearRegression model =
                WekaData.trained(new RegularizedLinearRegression(), data, "-regularizer l1(lambda=0.5)");

        assertThat(model.featureNames())
                .containsExactly("size", "colour=red", "colour=green", "colour=blue", "smoker=y", "age");
        double[] w = model.coefficients();
        Instance instance = new DenseInstance(1, new double[] {2, 1, Double.NaN, 1, 30});
        instance.setDataset(data);
        assertThat(model.classifyInstance(instance))
                .isCloseTo(model.intercept() + 2 * w[0] + w[2] + w[4] + 30 * w[5], within(1e-12));
    }

    @Test
    void sparseInstancesGiveTheSameModel() throws Exception {
        Instances dense = WekaData.mixed(5, false, WekaData.Trait.values());
        Instances sparse = new Instances(dense, 0);
        dense.forEach(instance -> sparse.add(new SparseInstance(instance)));
        RegularizedLinearRegression one = WekaData.trained(new RegularizedLinearRegression(), dense, "");
        RegularizedLinearRegression two = WekaData.trained(new RegularizedLinearRegression(), sparse, "");

        assertThat(two.coefficients()).isEqualTo(one.coefficients());
        assertThat(two.classifyInstance(sparse.instance(3))).isEqualTo(one.classifyInstance(dense.instance(3)));
    }

    @Test
    void coefficientsAreThoseOfTheClassThatSortsLastHoweverItIsDeclared() throws Exception {
        double[][] rows = {{0}, {1}, {2}, {3}, {4}, {5}};
        double[] ascending = {0, 0, 1, 0, 1, 1};
        double[] descending = {1, 1, 0, 1, 0, 0};
        RegularizedLogistic one = WekaData.trained(
                new RegularizedLogistic(), WekaData.classification(List.of("x"), rows, ascending, "a", "b"), "-R 0.01");
        RegularizedLogistic two = WekaData.trained(
                new RegularizedLogistic(),
                WekaData.classification(List.of("x"), rows, descending, "b", "a"),
                "-R 0.01");

        assertThat(one.positiveClass()).isEqualTo("b");
        assertThat(two.positiveClass()).isEqualTo("b");
        assertThat(one.coefficients()[0]).isPositive();
        assertThat(two.coefficients()).isEqualTo(one.coefficients());
        Instance large = new DenseInstance(1, new double[] {9, Double.NaN});
        assertThat(one.distributionForInstance(large)[1]).isGreaterThan(0.9);
        assertThat(two.distributionForInstance(large)[0]).isEqualTo(one.distributionForInstance(large)[1]);
        assertThat(Arrays.stream(two.distributionForInstance(large)).sum()).isCloseTo(1, within(1e-15));
    }

    @Test
    void distributionsStayFiniteFarOut() throws Exception {
        double[][] rows = {{0}, {1}, {2}, {3}};
        RegularizedLogistic model = WekaData.trained(
                new RegularizedLogistic(),
                WekaData.classification(List.of("x"), rows, new double[] {0, 0, 1, 1}, "a", "b"),
                "-R 0.01");

        assertThat(model.distributionForInstance(new DenseInstance(1, new double[] {1e6, 0})))
                .containsExactly(0, 1);
        assertThat(model.distributionForInstance(new DenseInstance(1, new double[] {-1e6, 0})))
                .containsExactly(1, 0);
    }

    @Test
    void theColumnsOfANominalAttributeBecomeZeroTogether() throws Exception {
        Instances data = WekaData.mixed(5, false);
        int zero = 0;
        int rounds = 30;
        for (int round = 0; round < rounds; round++) {
            double[] w = WekaData.trained(
                            new RegularizedLinearRegression(),
                            data,
                            "-regularizer group-l2 -R " + 0.1 * Math.pow(1.2, round))
                    .coefficients();
            assertThat(w[1] == 0 && w[2] == 0 && w[3] == 0).isEqualTo(w[1] == 0 || w[2] == 0 || w[3] == 0);
            zero += w[1] == 0 ? 1 : 0;
        }
        assertThat(zero).isPositive().isLessThan(rounds);
    }

    @Test
    void aPatternGroupsAttributesByName() throws Exception {
        Instances data = WekaData.mixed(5, false);

        // s: size and smoker; c: colour; a: age.
        double[] w = WekaData.trained(
                        new RegularizedLinearRegression(), data, "-regularizer group-l2(lambda=1.2) -groups ^(.)")
                .standardizedCoefficients();
        assertThat(w[0]).isNotZero();
        assertThat(w[4]).isNotZero();
        assertThatThrownBy(() -> WekaData.trained(
                        new RegularizedLinearRegression(), data, "-regularizer group-l2 -groups ^([^_]+)_"))
                .hasMessageContaining("'size' belongs to no group")
                .hasMessageContaining("^([^_]+)_");
    }

    @Test
    void theTextShowsPenaltyQualityAndCoefficients() throws Exception {
        Instances data = WekaData.mixed(5, true);
        RegularizedLogistic model = new RegularizedLogistic();
        assertThat(model.toString()).isEqualTo("RegularizedLogistic: No model built yet.");
        WekaData.trained(model, data, "-regularizer l1(lambda=0.1)");

        FitSummary fit = model.fitSummary();
        long zeros = Arrays.stream(model.coefficients()).filter(w -> w == 0).count();
        assertThat(zeros).isPositive().isLessThan(6);
        assertThat(model.toString())
                .contains("l1(lambda=0.1)")
                .contains("logistic loss, mean")
                .contains("log-odds of answer=yes")
                .contains("relative duality gap")
                .contains(", converged after " + fit.iterations())
                .contains(6 - zeros + " of 6 coefficients")
                .contains("Lambda:       0.100000, given")
                .contains("(intercept)")
                .doesNotContain("NOT CONVERGED");
        assertThat(fit.objective()).isCloseTo(fit.loss() + fit.penalty(), within(1e-15));
    }

    @Test
    void whatHasNotConvergedSaysSo() throws Exception {
        RegularizedLinearRegression model =
                WekaData.trained(new RegularizedLinearRegression(), WekaData.mixed(5, false), "-max-iterations 2");

        assertThat(model.fitSummary().converged()).isFalse();
        assertThat(model.toString()).contains("*** NOT CONVERGED: stopped after 2 iterations");
    }

    @Test
    void coefficientsThatAreNotZeroAreNotShownAsZero() throws Exception {
        double[][] rows = {{1e7}, {2e7}, {3e7}, {4e7}};
        RegularizedLinearRegression model = WekaData.trained(
                new RegularizedLinearRegression(),
                WekaData.regression(List.of("x"), rows, new double[] {1, 2, 3, 4}),
                "-regularizer l2(lambda=0)");

        assertThat(model.toString()).contains("1.0000e-07");
    }

    @Test
    void attributesWithoutInformationGetNoWeight() throws Exception {
        ArrayList<Attribute> attributes = new ArrayList<>(List.of(
                new Attribute("one", List.of("only")),
                new Attribute("constant"),
                new Attribute("gone"),
                new Attribute("x"),
                new Attribute("y")));
        Instances data = new Instances("data", attributes, 5);
        data.setClassIndex(4);
        for (int i = 0; i < 5; i++) {
            data.add(new DenseInstance(1, new double[] {0, 7, Double.NaN, i, 2 * i + 1}));
        }
        RegularizedLinearRegression model =
                WekaData.trained(new RegularizedLinearRegression(), data, "-regularizer l2(lambda=0)");

        assertThat(model.featureNames()).containsExactly("constant", "gone", "x");
        assertThat(model.coefficients()).containsExactly(new double[] {0, 0, 2}, within(1e-6));
        assertThat(model.intercept()).isCloseTo(1, within(1e-6));
    }

    @Test
    void dataWithoutAttributesGiveTheMean() throws Exception {
        Instances data = WekaData.regression(List.of(), new double[][] {{}, {}, {}}, new double[] {1, 2, 6});

        assertThat(WekaData.trained(new RegularizedLinearRegression(), data, "").classifyInstance(data.instance(0)))
                .isEqualTo(3);
    }

    @Test
    void dataThatCannotBeLearntFromAreRefused() {
        Instances three = WekaData.classification(
                List.of("x"), new double[][] {{1}, {2}, {3}}, new double[] {0, 1, 2}, "a", "b", "c");
        assertRefused(new RegularizedLinearRegression(), three, "Cannot handle multi-valued nominal class!");
        Instances numbers = WekaData.regression(List.of("x"), new double[][] {{1}, {2}}, new double[] {1, 2});
        assertRefused(new RegularizedLogistic(), numbers, "Cannot handle numeric class!");
        Instances infinite = WekaData.regression(
                List.of("x"), new double[][] {{1}, {Double.POSITIVE_INFINITY}}, new double[] {1, 2});
        assertRefused(new RegularizedLinearRegression(), infinite, "must be a finite number");
    }

    private static void assertRefused(Classifier classifier, Instances data, String message) {
        assertThatThrownBy(() -> classifier.buildClassifier(data)).hasMessageContaining(message);
    }

    @Test
    void moreThanTwoClassesAreLearntInAMultiClassClassifier() throws Exception {
        double[][] rows = new double[60][1];
        double[] classes = new double[60];
        for (int i = 0; i < 60; i++) {
            rows[i][0] = i;
            classes[i] = i / 20;
        }
        Instances data = WekaData.classification(List.of("x"), rows, classes, "a", "b", "c");
        MultiClassClassifier all = new MultiClassClassifier();
        all.setOptions(new String[] {"-M", "3", "-W", RegularizedLogistic.class.getName(), "--", "-R", "0.001"});
        all.buildClassifier(data);

        int right = 0;
        for (Instance instance : data) {
            right += all.classifyInstance(instance) == instance.classValue() ? 1 : 0;
        }
        assertThat(right).isGreaterThan(54);
    }

    @Test
    void theTextIsThatOfTheTrainingWhateverIsSetLater() throws Exception {
        RegularizedLinearRegression model =
                WekaData.trained(new RegularizedLinearRegression(), WekaData.mixed(5, false), "");
        String trained = model.toString();
        model.setLossScale(LossScale.SUM);
        model.setStandardization(Standardization.NONE);
        model.setLambda(9);

        assertThat(model.toString()).isEqualTo(trained);
    }

    @Test
    void aFailedTrainingLeavesNoModel() throws Exception {
        RegularizedLinearRegression model =
                WekaData.trained(new RegularizedLinearRegression(), WekaData.mixed(5, false), "");
        model.setTolerance(-1);
        assertThatThrownBy(() -> model.buildClassifier(WekaData.mixed(5, false)))
                .hasMessageContaining("tolerance");

        assertThatThrownBy(model::coefficients)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("buildClassifier");
    }
}
