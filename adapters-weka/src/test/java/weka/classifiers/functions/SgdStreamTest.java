package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

class SgdStreamTest {

    private static final WekaData.Trait[] ALL = WekaData.Trait.values();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneLookAtEachInstanceIsNearlyEnough(boolean sparse) throws Exception {
        Instances data = sparse ? SgdData.text(1, 4000, true) : SgdData.wide(1, 4000, true);
        Instances others = sparse ? SgdData.text(2, 2000, true) : SgdData.wide(2, 2000, true);
        RegularizedSGD stream = SgdData.streamed(data, "-regularizer l1(lambda=0.003)");
        RegularizedLogistic exact = WekaData.trained(new RegularizedLogistic(), data, "-regularizer l1(lambda=0.003)");

        int right = 0;
        for (Instance instance : others) {
            right += exact.classifyInstance(instance) == instance.classValue() ? 1 : 0;
        }
        assertThat(SgdData.accuracy(stream, others)).isGreaterThan(right / 2000.0 - 0.03);
        assertThat(stream.coefficients(0)).contains(0.0);
    }

    @Test
    void unitsDoNotMatter() throws Exception {
        Instances data = SgdData.wide(1, 500, true);
        Instances scaled = new Instances(data);
        for (Instance instance : scaled) {
            for (int j = 0; j < 40; j++) {
                // A power of two and no shift: not even roundings differ.
                instance.setValue(j, instance.value(j) * Math.scalb(1.0, j % 20 - 10));
            }
        }
        RegularizedSGD one = SgdData.streamed(data, "-regularizer l1(lambda=0.01)");
        RegularizedSGD other = SgdData.streamed(scaled, "-regularizer l1(lambda=0.01)");

        assertThat(other.standardizedCoefficients(0)).isEqualTo(one.standardizedCoefficients(0));
    }

    @Test
    void theUnitOfANumericClassDoesNotMatter() throws Exception {
        Instances data = WekaData.mixed(4, false);
        Instances scaled = new Instances(data);
        scaled.forEach(instance -> instance.setClassValue(1024 * instance.classValue()));
        double[] one = SgdData.streamed(data, "-loss squared -regularizer l1(lambda=0.25)")
                .coefficients(0);
        double[] other = SgdData.streamed(scaled, "-loss squared -regularizer l1(lambda=256)")
                .coefficients(0);

        assertThat(Arrays.stream(other).map(w -> w / 1024).toArray()).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({
        "log, l1(lambda=0.02)",
        "log, group-l2(lambda=0.02)",
        "log, slope(lambda=0.02)",
        "hinge, elastic-net(lambda=0.02)",
        "squared, l1(lambda=1)",
        "huber, sparse-group-l2(lambda=0.1)"
    })
    void savingInBetweenChangesNothing(String loss, String penalty) throws Exception {
        boolean nominal = loss.equals("log") || loss.equals("hinge");
        Instances data = WekaData.mixed(6, nominal, ALL);
        String options = "-loss " + loss + " -regularizer " + penalty;
        RegularizedSGD whole = SgdData.streamed(data, options);
        RegularizedSGD saved = SgdData.streamed(new Instances(data, 0, 77), options);
        saved = SgdData.copy(saved);
        for (Instance instance : new Instances(data, 77, 123)) {
            saved.updateClassifier(instance);
        }

        assertThat(saved.toString()).isEqualTo(whole.toString());
        assertThat(saved.coefficients(0)).isEqualTo(whole.coefficients(0));
        assertThat(saved.intercept(0)).isEqualTo(whole.intercept(0));
    }

    @Test
    void predictingInBetweenChangesNothing() throws Exception {
        Instances data = WekaData.mixed(6, true, ALL);
        RegularizedSGD quiet = SgdData.with("-regularizer group-l2(lambda=0.02)");
        RegularizedSGD asked = SgdData.with("-regularizer group-l2(lambda=0.02)");
        quiet.buildClassifier(new Instances(data, 0));
        asked.buildClassifier(new Instances(data, 0));
        for (Instance instance : data) {
            double[] before = asked.distributionForInstance(instance);
            asked.batchFinished();
            assertThat(asked.distributionForInstance(instance)).isEqualTo(before);
            asked.updateClassifier(instance);
            quiet.updateClassifier(instance);
        }

        assertThat(asked.toString()).isEqualTo(quiet.toString());
    }

    @Test
    void anInterruptedTrainingGoesOnAfterLoading() throws Exception {
        Instances data = WekaData.mixed(6, true, ALL);
        RegularizedSGD whole = SgdData.trained(data, "-epochs 10");
        RegularizedSGD parts = SgdData.with("-epochs 10");
        parts.initializeClassifier(data);
        for (int epoch = 0; epoch < 4; epoch++) {
            assertThat(parts.next()).isTrue();
        }
        parts = SgdData.copy(parts);
        int more = 0;
        while (parts.next()) {
            more++;
        }
        parts.done();

        assertThat(more).isEqualTo(6);
        assertThat(parts.toString()).isEqualTo(whole.toString());
        RegularizedSGD done = parts;
        assertThatThrownBy(done::next).hasMessageContaining("initializeClassifier");
    }

    @Test
    void aFinishedTrainingIsResumed() throws Exception {
        Instances data = WekaData.mixed(6, true, ALL);
        RegularizedSGD model = SgdData.copy(SgdData.trained(data, "-epochs 4 -resume"));
        model.setEpochs(6);
        model.initializeClassifier(data);
        while (model.next()) {}
        model.done();

        assertThat(model.toString())
                .isEqualTo(SgdData.trained(data, "-epochs 10").toString());
        assertThatThrownBy(() -> model.initializeClassifier(WekaData.mixed(6, false)))
                .hasMessageContaining("wanted the attributes of the model");
        model.setResume(false);
        model.initializeClassifier(data);
        while (model.next()) {}
        model.done();
        assertThat(model.toString())
                .isEqualTo(SgdData.trained(data, "-epochs 6").toString());
    }

    @Test
    void theSeedOrdersTheInstances() throws Exception {
        Instances data = WekaData.mixed(6, true);

        assertThat(SgdData.trained(data, "-S 2").coefficients(0))
                .isEqualTo(SgdData.trained(data, "-S 2").coefficients(0))
                .isNotEqualTo(SgdData.trained(data, "-S 3").coefficients(0));
    }

    @Test
    void aBatchGoesOnAsAStream() throws Exception {
        Instances data = SgdData.wide(1, 300, true);
        RegularizedSGD model = SgdData.trained(data, "");
        assertThat(model.objective()).isPositive();
        double[] before = model.coefficients(0);
        SgdData.wide(2, 300, true).forEach(model::updateClassifier);

        assertThat(model.objective()).isNaN();
        assertThat(model.coefficients(0)).isNotEqualTo(before);
        assertThat(model.toString()).contains("20 epochs").doesNotContain("Objective");
    }

    @Test
    void whatHasNoWeightOrNoClassIsLeftOut() throws Exception {
        Instances data = WekaData.mixed(6, true);
        Instances more = new Instances(data);
        for (int i = 0; i < 50; i++) {
            Instance instance = (Instance) data.instance(i).copy();
            instance.setDataset(more);
            if (i % 2 == 0) {
                instance.setWeight(0);
            } else {
                instance.setClassMissing();
            }
            more.add(4 * i, instance);
        }

        assertThat(SgdData.streamed(more, "").toString())
                .isEqualTo(SgdData.streamed(data, "").toString());
    }

    @Test
    void beforeTheFirstInstanceNothingIsKnown() throws Exception {
        Instances data = WekaData.mixed(6, true);
        RegularizedSGD model = SgdData.streamed(new Instances(data, 0), "");

        assertThat(model.distributionForInstance(data.instance(0))).containsExactly(0.5, 0.5);
        assertThat(model.toString()).contains("Learnt:       0 instances").doesNotContain("NaN");
        assertThatThrownBy(() -> new RegularizedSGD().updateClassifier(data.instance(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("buildClassifier");
        assertThat(new RegularizedSGD().toString()).isEqualTo("RegularizedSGD: No model built yet.");
    }

    @Test
    void whatCannotBeLearntFromIsRefusedAndChangesNothing() throws Exception {
        Instances data = WekaData.mixed(6, false);
        RegularizedSGD model = SgdData.streamed(data, "-loss squared");
        String before = model.toString();
        assertRefused(model, data, x -> x.setValue(0, Double.POSITIVE_INFINITY), "'size' must be a number", "Infinity");
        assertRefused(model, data, x -> x.setValue(4, -1e200), "'age' must be a number", "-1.0E200");
        assertRefused(model, data, x -> x.setValue(1, 3), "'colour' has 3 values", "index 3");
        assertRefused(model, data, x -> x.setClassValue(Double.NEGATIVE_INFINITY), "class 'answer'", "-Infinity");
        assertRefused(model, data, x -> x.setWeight(-1), "weight must be a number >= 0", "-1");
        assertRefused(model, data, x -> x.setWeight(Double.NaN), "weight must be a number >= 0", "NaN");
        Instances other = WekaData.regression(List.of("x"), new double[][] {{1}}, new double[] {1});
        assertThatThrownBy(() -> model.updateClassifier(other.instance(0)))
                .hasMessageContaining("wanted an instance with the 5 attributes")
                .hasMessageContaining("found one with 2");
        assertThatThrownBy(() -> model.distributionForInstance(other.instance(0)))
                .hasMessageContaining("found one with 2");

        assertThat(model.toString()).isEqualTo(before);
    }

    private static void assertRefused(
            RegularizedSGD model, Instances data, Consumer<Instance> harm, String... messages) {
        Instance instance = (Instance) data.instance(0).copy();
        instance.setDataset(data);
        harm.accept(instance);
        assertThatThrownBy(() -> model.updateClassifier(instance))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(messages);
    }

    @Test
    void aClassThatTheLossIsNotForIsRefused() {
        Instances numbers = WekaData.mixed(1, false);
        Instances three = WekaData.classification(
                List.of("x"), new double[][] {{1}, {2}, {3}}, new double[] {0, 1, 2}, "a", "b", "c");
        assertThatThrownBy(() -> SgdData.trained(numbers, "-loss log")).hasMessageContaining("numeric class");
        assertThatThrownBy(() -> SgdData.trained(numbers, "-loss hinge")).hasMessageContaining("numeric class");
        assertThatThrownBy(() -> SgdData.trained(three, "-loss squared")).hasMessageContaining("nominal class");
        assertThatThrownBy(() -> SgdData.trained(three, "-loss hinge")).hasMessageContaining("nominal class");
        assertThatThrownBy(() -> SgdData.trained(three, "-loss hinge -do-not-check-capabilities"))
                .hasMessageContaining("needs two classes, but 'class' has 3")
                .hasMessageContaining("MultiClassClassifier");
        assertThatThrownBy(() -> SgdData.trained(numbers, "-loss log -do-not-check-capabilities"))
                .hasMessageContaining("for a number there are squared and huber");
    }

    @Test
    void aNumberIsMissingAtItsMeanAndALabelAtItsMode() throws Exception {
        Instances data = WekaData.mixed(6, true);
        RegularizedSGD model = SgdData.streamed(data, "-regularizer l2(lambda=0.01)");
        Instance missing = (Instance) data.instance(0).copy();
        missing.setDataset(data);
        missing.setMissing(0);
        missing.setMissing(1);
        Instance filled = (Instance) missing.copy();
        filled.setDataset(data);
        filled.setValue(0, data.meanOrMode(0));
        filled.setValue(1, data.meanOrMode(1));

        assertThat(model.distributionForInstance(missing))
                .containsExactly(model.distributionForInstance(filled), within(1e-12));
    }

    @Test
    void aConstantAttributeAndOneWithoutValuesHaveNoWeight() throws Exception {
        double[][] rows = new double[60][3];
        double[] target = new double[60];
        for (int i = 0; i < 60; i++) {
            rows[i] = new double[] {0.1, Double.NaN, i % 7};
            target[i] = i % 7 > 3 ? 1 : 0;
        }
        Instances data = WekaData.classification(List.of("constant", "gone", "x"), rows, target, "a", "b");

        for (RegularizedSGD model : List.of(SgdData.trained(data, ""), SgdData.streamed(data, ""))) {
            assertThat(model.coefficients(0)).startsWith(0, 0);
            assertThat(model.coefficients(0)[2]).isPositive();
        }
    }

    @Test
    void onlyTheClass() throws Exception {
        Instances data = WekaData.regression(List.of(), new double[][] {{}, {}, {}}, new double[] {1, 2, 6});

        assertThat(SgdData.streamed(data, "-loss squared").classifyInstance(data.instance(0)))
                .isBetween(1.0, 6.0);
        assertThat(SgdData.trained(data, "-loss squared -epochs 300").classifyInstance(data.instance(0)))
                .isCloseTo(3, within(0.05));
    }

    @Test
    void interruptionEndsATraining() throws Exception {
        RegularizedSGD model = SgdData.trained(WekaData.mixed(1, true), "");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> model.buildClassifier(WekaData.mixed(1, true)))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(model.toString()).contains("No model built yet");
    }

    @Test
    void theOptionsOfATrainingAreThoseThatWereSet() throws Exception {
        RegularizedSGD model = SgdData.streamed(WekaData.mixed(1, true), "-regularizer l1(lambda=7) -R 0.5");
        model.setLearningRate(9);
        model.setLambda(3);

        assertThat(model.toString()).contains("l1(lambda=0.5)").contains("learning rate 0.5");
        assertThat(Utils.joinOptions(model.getOptions()))
                .contains("-learning-rate 9")
                .contains("-R 3");
    }
}
