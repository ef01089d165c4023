package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instance;
import weka.core.Instances;

class SgdMergeTest {

    private static final String L1 = "-regularizer l1(lambda=0.003)";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void partsPredictAboutAsWellAsTheWhole(boolean sparse) throws Exception {
        Instances data = sparse ? SgdData.text(1, 4000, true) : SgdData.wide(1, 4000, true);
        Instances others = sparse ? SgdData.text(2, 2000, true) : SgdData.wide(2, 2000, true);
        RegularizedSGD merged = SgdData.trained(new Instances(data, 0, 1000), L1);
        double part = SgdData.accuracy(merged, others);
        for (int from = 1000; from < 4000; from += 1000) {
            merged.aggregate(SgdData.trained(new Instances(data, from, 1000), L1));
        }
        merged.finalizeAggregation();

        double whole = SgdData.accuracy(SgdData.trained(data, L1), others);
        assertThat(SgdData.accuracy(merged, others)).isGreaterThan(whole - 0.01).isGreaterThan(part);
        assertThat(merged.coefficients(0)).contains(0.0);
        assertThat(merged.toString()).contains("Learnt:       80000 instances, counted again in each of 20 epochs");
    }

    private static RegularizedSGD streams(Instances data, int parts) throws Exception {
        int size = data.numInstances() / parts;
        RegularizedSGD merged = SgdData.streamed(new Instances(data, 0, size), L1);
        for (int part = 1; part < parts; part++) {
            merged.aggregate(SgdData.streamed(new Instances(data, part * size, size), L1));
        }
        merged.finalizeAggregation();
        return merged;
    }

    @Test
    void streamsAreMerged() throws Exception {
        Instances data = SgdData.wide(1, 4000, true);
        Instances others = SgdData.wide(2, 2000, true);

        assertThat(SgdData.accuracy(streams(data, 4), others))
                .isGreaterThan(SgdData.accuracy(SgdData.streamed(data, L1), others) - 0.01);
    }

    /** Without penalty the merged model is the mean, by curvature, and that of two models of the same data is that model. */
    @Test
    void twiceTheSameIsTheSame() throws Exception {
        Instances data = WekaData.mixed(1, false, WekaData.Trait.values());
        for (String penalty : List.of("l2(lambda=0)", "l1(lambda=0.5)", "group-l2(lambda=0.5)", "slope(lambda=0.5)")) {
            RegularizedSGD one = SgdData.trained(data, "-standardize population -loss squared -regularizer " + penalty);
            RegularizedSGD both = SgdData.copy(one);
            both.aggregate(one).finalizeAggregation();

            assertThat(both.coefficients(0)).as(penalty).containsExactly(one.coefficients(0), within(1e-9));
            assertThat(both.intercept(0)).isCloseTo(one.intercept(0), within(1e-9));
        }
    }

    @Test
    void batchesAreMergedToo() throws Exception {
        Instances data = WekaData.mixed(1, false);
        String options = "-loss squared -regularizer l1(lambda=0.3) -epochs 100";
        RegularizedSGD merged = SgdData.trained(new Instances(data, 0, 100), options);
        merged.aggregate(SgdData.trained(new Instances(data, 100, 100), options))
                .finalizeAggregation();
        RegularizedSGD whole = SgdData.trained(data, options);

        assertThat(rootMeanSquare(merged, data)).isLessThan(1.02 * rootMeanSquare(whole, data));
    }

    private static double rootMeanSquare(RegularizedSGD model, Instances data) throws Exception {
        double sum = 0;
        for (Instance instance : data) {
            sum += Math.pow(model.classifyInstance(instance) - instance.classValue(), 2);
        }
        return Math.sqrt(sum / data.numInstances());
    }

    /** Parts whose means differ, as those of a stream that drifts: what they have learnt is brought to the common means. */
    @Test
    void partsAroundDifferentMeansAgree() throws Exception {
        Instances data = SgdData.wide(1, 2000, false);
        Instances shifted = new Instances(data);
        for (Instance instance : shifted) {
            for (int j = 0; j < 40; j++) {
                instance.setValue(j, instance.value(j) + 3 * Math.pow(10, j % 5 - 2));
            }
            // The same line through points farther out.
            instance.setClassValue(instance.classValue() + 30 * 3 * (1.5 - 1 + 1.5 - 1));
        }
        String options = "-loss squared -regularizer l2(lambda=0) -epochs 20";
        RegularizedSGD one = SgdData.trained(data, options);
        RegularizedSGD merged = SgdData.copy(one);
        merged.aggregate(SgdData.trained(shifted, options)).finalizeAggregation();

        assertThat(rootMeanSquare(merged, data)).isLessThan(1.1 * rootMeanSquare(one, data));
        assertThat(rootMeanSquare(merged, shifted)).isLessThan(1.1 * rootMeanSquare(one, data));
    }

    @Test
    void aMergedModelLearnsOn() throws Exception {
        RegularizedSGD merged = streams(SgdData.wide(1, 400, true), 4);
        Instances others = SgdData.wide(2, 2000, true);
        double before = SgdData.accuracy(merged, others);
        SgdData.wide(3, 4000, true).forEach(merged::updateClassifier);

        assertThat(SgdData.accuracy(merged, others)).isGreaterThan(before);
    }

    @Test
    void theOtherModelStaysAsItIs() throws Exception {
        Instances data = SgdData.wide(1, 400, true);
        RegularizedSGD first = SgdData.streamed(new Instances(data, 0, 200), L1);
        RegularizedSGD second = SgdData.streamed(new Instances(data, 200, 200), L1);
        String before = second.toString();
        first.aggregate(second);

        assertThat(second.toString()).isEqualTo(before);
        data.forEach(second::updateClassifier);
        assertThat(first.toString()).contains("400 instances");
    }

    @Test
    void aModelWithoutInstancesAddsNothing() throws Exception {
        Instances data = SgdData.wide(1, 400, true);
        RegularizedSGD model = SgdData.streamed(data, L1);
        double[] before = model.coefficients(0);
        RegularizedSGD empty = SgdData.streamed(new Instances(data, 0), L1);
        model.aggregate(empty).finalizeAggregation();
        empty.aggregate(model).finalizeAggregation();

        assertThat(model.coefficients(0)).isEqualTo(before);
        assertThat(empty.coefficients(0)).containsExactly(before, within(1e-12));
    }

    @Test
    void whatCannotBeMergedIsRefused() throws Exception {
        Instances data = SgdData.wide(1, 100, true);
        RegularizedSGD model = SgdData.streamed(data, L1);
        assertThatThrownBy(() -> model.aggregate(SgdData.streamed(data, "-regularizer l1(lambda=0.02)")))
                .hasMessageContaining("learn differently")
                .hasMessageContaining("l1(lambda=0.003)")
                .hasMessageContaining("l1(lambda=0.02)");
        assertThatThrownBy(() -> model.aggregate(SgdData.streamed(data, L1 + " -loss hinge")))
                .hasMessageContaining("hinge");
        assertThatThrownBy(() -> model.aggregate(SgdData.streamed(data, L1 + " -groups ^(x)")))
                .hasMessageContaining("^(x)");
        assertThatThrownBy(() -> model.aggregate(SgdData.streamed(WekaData.mixed(1, true), L1)))
                .hasMessageContaining("attributes");
        assertThatThrownBy(() -> model.aggregate(new RegularizedSGD())).hasMessageContaining("no model has been built");
        assertThatThrownBy(() -> new RegularizedSGD().aggregate(model)).hasMessageContaining("no model has been built");
        assertThatThrownBy(model::finalizeAggregation).hasMessageContaining("no model has been aggregated");
        RegularizedSGD dense = SgdData.streamed(SgdData.text(1, 50, false), L1);
        RegularizedSGD sparse = SgdData.streamed(SgdData.text(1, 50, true), L1);
        assertThatThrownBy(() -> dense.aggregate(sparse)).hasMessageContaining("sparse");
    }
}
