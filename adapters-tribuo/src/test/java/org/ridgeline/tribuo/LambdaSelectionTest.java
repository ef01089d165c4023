package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.ridgeline.solvers.CrossValidation;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.tribuo.LambdaSelection.Rule;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDModel;
import org.tribuo.test.Helpers;

class LambdaSelectionTest {

    private static final LambdaSelection SMALL =
            LambdaSelection.best().withGrid(25, 0.01).withFolds(4).withMeasure(Measures.ABSOLUTE_ERROR);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "FIXED")
    void theCurveIsThatOfTheSolvers(Rule rule) {
        double[][] rows = Toys.rows(6, 120);
        MutableDataset<Regressor> data = Toys.regression(6, 120);
        TrainingOptions options = TrainingOptions.standard()
                .withLambda(SMALL.withRule(rule).withThreads(2))
                .withHoldOut(new HoldOut(0.2, 9));
        LinearSGDModel model = new RegularizedLinearRegressionTrainer("l1(lambda=7)", options).train(data);
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), Toys.targets(6, rows), Loss.SQUARED);
        CrossValidationFit wanted = CrossValidation.of(4, 9)
                .withMeasure(Measures.ABSOLUTE_ERROR)
                .run(Solver.standard(), problem, InstalledRegularizers.parse("l1"), LambdaPath.geometric(25, 0.01));
        LambdaCurve curve = LambdaCurve.of(model).get("y");
        assertThat(curve.points()).hasSize(25);
        for (int k = 0; k < 25; k++) {
            LambdaCurve.Point point = curve.points().get(k);
            assertThat(point.lambda()).isCloseTo(wanted.lambda(k), within(1e-12));
            assertThat(point.mean()).isCloseTo(wanted.mean(k), within(1e-8));
            assertThat(point.standardError()).isCloseTo(wanted.standardError(k), within(1e-8));
        }
        assertThat(curve.measure()).isEqualTo("absolute-error");
        assertThat(curve.folds()).isEqualTo(4);
        assertThat(curve.seed()).isEqualTo(9);
        assertThat(curve.best()).isEqualTo(wanted.best());
        assertThat(curve.oneStandardError())
                .isEqualTo(wanted.oneStandardError())
                .isLessThan(curve.best());
        int chosen = rule == Rule.CV ? wanted.best() : wanted.oneStandardError();
        assertThat(curve.chosen()).isEqualTo(chosen);
        FitSummary fit = FitSummary.of(model).get("y");
        assertThat(fit.lambda()).isCloseTo(wanted.lambda(chosen), within(1e-12));
        assertThat(fit.regularizer()).isEqualTo("l1(lambda=" + fit.lambda() + ")");
        assertThat(fit.objective()).isCloseTo(wanted.path().fit(chosen).objective(), within(1e-8));
    }

    @Test
    void theCurveIsSavedWithTheModel() {
        MutableDataset<Label> data = Toys.classification(2, 90);
        TrainingOptions options = TrainingOptions.standard()
                .withLambda(
                        LambdaSelection.oneStandardError().withGrid(20, 0.01).withMeasure(Measures.ERROR_RATE));
        RegularizedLogisticTrainer trainer = new RegularizedLogisticTrainer("elastic-net(lambda=1,alpha=0.5)", options);
        var model = trainer.train(data);
        Helpers.testConfigurableRoundtrip(trainer);
        Helpers.testProvenanceMarshalling(model.getProvenance());
        var restored = Helpers.testModelProtoSerialization(model, Label.class, data);
        assertThat(LambdaCurve.of(restored)).isEqualTo(LambdaCurve.of(model)).containsOnlyKeys("low");
        assertThat(LambdaCurve.of(restored).get("low").folds()).isEqualTo(10);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        MutableDataset<Regressor> data = Toys.twoDimensions(6, 120);
        LambdaSelection selection = SMALL.withMeasure(Measures.LOSS);
        var one = new RegularizedLinearRegressionTrainer(
                        "group-l2", TrainingOptions.standard().withLambda(selection))
                .train(data);
        var three = new RegularizedLinearRegressionTrainer(
                        "group-l2", TrainingOptions.standard().withLambda(selection.withThreads(3)))
                .train(data);
        // Tribuo's own equals has a tolerance.
        assertThat(three.getWeightsCopy().toArray())
                .isDeepEqualTo(one.getWeightsCopy().toArray());
        assertThat(LambdaCurve.of(three)).isEqualTo(LambdaCurve.of(one)).containsOnlyKeys("y", "other");
        // Each dimension has a λ of its own.
        assertThat(FitSummary.of(one).get("y").lambda())
                .isNotEqualTo(FitSummary.of(one).get("other").lambda());
    }

    @Test
    void aModelWithoutSearchHasNoCurve() {
        var model = new RegularizedLinearRegressionTrainer("l1").train(Toys.regression(1, 30));
        assertThatThrownBy(() -> LambdaCurve.of(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wanted a model with 'ridgeline-lambda-curves' in its provenance");
    }

    @Test
    void aLambdaThatMovesCannotBeChosenAsWell() {
        TrainingOptions options = TrainingOptions.standard().withLambda(LambdaSelection.best());
        assertThatThrownBy(() -> new RegularizedLinearRegressionTrainer("adaptive(base=l1)", options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finds lambda itself, but lambda is also to be chosen by cv");
    }

    @Test
    void aMeasureMustSuitTheOutputs() {
        TrainingOptions options =
                TrainingOptions.standard().withLambda(LambdaSelection.best().withMeasure(Measures.ERROR_RATE));
        RegularizedLinearRegressionTrainer trainer = new RegularizedLinearRegressionTrainer("l1", options);
        assertThatThrownBy(() -> trainer.train(Toys.regression(1, 50)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the measure error-rate needs");
    }
}
