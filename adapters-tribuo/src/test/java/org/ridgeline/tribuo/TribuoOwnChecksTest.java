package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.ensemble.BaggingTrainer;
import org.tribuo.evaluation.CrossValidation;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.evaluation.RegressionEvaluator;
import org.tribuo.test.Helpers;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.SimpleTransform;

/** What Tribuo checks of its own trainers and models, and what it does with them. */
class TribuoOwnChecksTest {

    static Stream<TrainingCase<?>> cases() {
        return Stream.concat(TrainingCase.kindsOfModels(), TrainingCase.waysOfTraining());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainersPass(TrainingCase<?> training) {
        Helpers.testConfigurableRoundtrip(training.trainer());
        Helpers.testProvenanceMarshalling(training.trainer().getProvenance());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void modelsPass(TrainingCase<?> training) {
        check(training);
    }

    private static <T extends Output<T>> void check(TrainingCase<T> training) {
        Class<T> type = training.data().getOutputFactory().getTypeWitness();
        Model<T> model = training.train();
        Helpers.testProvenanceMarshalling(model.getProvenance());
        Model<T> restored = Helpers.testModelProtoSerialization(model, type, training.data());
        assertThat(restored.getProvenance()).isEqualTo(model.getProvenance());
        assertThat(FitSummary.of(restored)).isEqualTo(FitSummary.of(model));
    }

    @Test
    void crossValidationRuns() {
        var regressionFolds = new CrossValidation<>(
                        new RegularizedLinearRegressionTrainer("l1(lambda=0.01)"),
                        Toys.regression(1, 200),
                        new RegressionEvaluator(),
                        5)
                .evaluate();
        assertThat(regressionFolds)
                .hasSize(5)
                .allSatisfy(fold -> assertThat(fold.getA().averageR2()).isGreaterThan(0.5));
        var classFolds = new CrossValidation<>(
                        new RegularizedLogisticTrainer("l2(lambda=0.01)"),
                        Toys.classification(1, 200),
                        new LabelEvaluator(),
                        5)
                .evaluate();
        assertThat(classFolds)
                .hasSize(5)
                .allSatisfy(fold -> assertThat(fold.getA().accuracy()).isGreaterThan(0.6));
    }

    @Test
    void otherTrainersTrainWithOurs() {
        MutableDataset<Regressor> data = Toys.regression(1, 60);
        RegularizedLinearRegressionTrainer ours = new RegularizedLinearRegressionTrainer("l1(lambda=0.05)");
        var bagged = new BaggingTrainer<>(ours, new AveragingCombiner(), 3).train(data);
        assertThat(bagged.getModels())
                .hasSize(3)
                .allSatisfy(model -> assertThat(FitSummary.of(model)).containsOnlyKeys("y"));
        // At double scale a weight is half as large, and so is its penalty.
        TransformationMap doubled = new TransformationMap(List.of(SimpleTransform.mul(2)));
        Model<Regressor> transformed = new TransformTrainer<>(ours, doubled).train(data);
        Model<Regressor> same = new RegularizedLinearRegressionTrainer("l1(lambda=0.025)").train(data);
        for (Example<Regressor> example : data) {
            assertThat(transformed.predict(example).getOutput().getValues()[0])
                    .isCloseTo(same.predict(example).getOutput().getValues()[0], within(1e-6));
        }
    }
}
