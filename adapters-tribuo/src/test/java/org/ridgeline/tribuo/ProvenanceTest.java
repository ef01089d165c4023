package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.Adaptive;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.regression.Regressor;

class ProvenanceTest {

    private final MutableDataset<Regressor> data = Toys.regression(6, 120);

    @Test
    void anAdaptiveRegularizerLeavesItsFinalLambda() {
        TrainingOptions options = TrainingOptions.standard().withHoldOut(new HoldOut(0.25, 11));
        Model<Regressor> model =
                new RegularizedLinearRegressionTrainer("adaptive(base=l1(lambda=1))", options).train(data);
        String last = FitSummary.of(model).get("y").regularizer();
        Regularizer settled = InstalledRegularizers.parse(last);
        assertThat(settled).isNotInstanceOf(Adaptive.class);
        assertThat(settled.lambda()).isPositive().isLessThan(0.2);
        Model<Regressor> again = new RegularizedLinearRegressionTrainer(settled, options).train(data);
        assertThat(LinearCoefficients.ofRegression((org.tribuo.regression.sgd.linear.LinearSGDModel) model))
                .isEqualTo(LinearCoefficients.ofRegression((org.tribuo.regression.sgd.linear.LinearSGDModel) again));
    }

    @Test
    void anAdaptiveRegularizerEndsWhereItDoesOnTheSameRowsWithoutTribuo() {
        double[][] rows = Toys.rows(6, 120);
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), Toys.targets(6, rows), Loss.SQUARED);
        String text = "adaptive(base=elastic-net(lambda=1,alpha=0.8),decay=0.9)";
        Fit wanted = new HoldOut(0.2, 1).fit(Solver.standard(), problem, InstalledRegularizers.parse(text));
        FitSummary found = FitSummary.of(new RegularizedLinearRegressionTrainer(text).train(data))
                .get("y");
        assertThat(found.regularizer()).isEqualTo(wanted.regularizer().toString());
        assertThat(found.objective()).isCloseTo(wanted.objective(), within(1e-8));
    }

    @Test
    void theSeedChoosesWhatIsHeldOut() {
        assertThat(adaptive(1)).isEqualTo(adaptive(1));
        assertThat(Set.copyOf(List.of(adaptive(1), adaptive(2), adaptive(3), adaptive(4))))
                .hasSizeGreaterThan(1);
    }

    private FitSummary adaptive(long seed) {
        TrainingOptions options = TrainingOptions.standard().withHoldOut(new HoldOut(0.5, seed));
        String fine = "adaptive(base=l1(lambda=0.5),decay=0.97,patience=5)";
        return FitSummary.of(new RegularizedLinearRegressionTrainer(fine, options).train(data))
                .get("y");
    }

    @Test
    void theSummaryIsThatOfTheFit() {
        FitSummary fit = FitSummary.of(new RegularizedLinearRegressionTrainer("l1(lambda=0.1)").train(data))
                .get("y");
        assertThat(fit.regularizer()).isEqualTo("l1(lambda=0.1)");
        assertThat(fit.objective()).isEqualTo(fit.loss() + fit.penalty());
        assertThat(fit.certificate().value()).isBetween(0.0, 1e-9);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.iterations()).isPositive();
    }

    @Test
    void aFitThatHasNotConvergedIsLoggedAndMarked() {
        Logger logger = Logger.getLogger(RegularizedTrainer.class.getName());
        List<LogRecord> records = new ArrayList<>();
        Handler handler = recorder(records);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            TrainingOptions hasty = TrainingOptions.standard().withSolver(new Solver(Double.MIN_VALUE, 1));
            Model<Regressor> model = new RegularizedLinearRegressionTrainer("l1(lambda=0.1)", hasty).train(data);
            assertThat(FitSummary.of(model).get("y").converged()).isFalse();
            assertThat(records).hasSize(1);
            assertThat(records.get(0).getLevel()).isEqualTo(Level.WARNING);
            assertThat(records.get(0).getMessage()).contains("'y' has not converged");
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
    }

    private static Handler recorder(List<LogRecord> records) {
        return new Handler() {
            @Override
            public void publish(LogRecord logged) {
                records.add(logged);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void theRunProvenanceIsKept() {
        Map<String, Provenance> run = Map.of("fold", new IntProvenance("fold", 3));
        Model<Regressor> model = new RegularizedLinearRegressionTrainer("l1").train(data, run);
        Map<String, Provenance> kept =
                Map.copyOf(model.getProvenance().getInstanceProvenance().getMap());
        assertThat(kept).containsOnlyKeys("fold", FitSummary.KEY).containsAllEntriesOf(run);
        Map<String, Provenance> taken = Map.of(FitSummary.KEY, new StringProvenance(FitSummary.KEY, "mine"));
        assertThatThrownBy(() -> new RegularizedLinearRegressionTrainer("l1").train(data, taken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must leave the key 'ridgeline-fits' free");
    }

    @Test
    void invocationsAreCountedAsTribuoDoes() {
        RegularizedLinearRegressionTrainer trainer = new RegularizedLinearRegressionTrainer("l1");
        assertThat(count(trainer.train(data))).isZero();
        assertThat(count(trainer.train(data))).isEqualTo(1);
        assertThat(count(trainer.train(data, Map.of(), 7))).isEqualTo(7);
        assertThat(trainer.getInvocationCount()).isEqualTo(8);
        assertThatThrownBy(() -> trainer.train(data, Map.of(), -2)).hasMessageContaining("must be >= 0, but is -2");
    }

    private static int count(Model<?> model) {
        return ((IntProvenance) model.getProvenance()
                        .getTrainerProvenance()
                        .getInstanceValues()
                        .get("train-invocation-count"))
                .getValue();
    }

    @Test
    void aModelOfAnotherTrainerHasNoSummary() {
        MutableDataset<Label> labelled = Toys.classification(1, 20);
        LinearSGDModel model = new LogisticRegressionTrainer().train(labelled);
        assertThatThrownBy(() -> FitSummary.of(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("made by org.tribuo.classification.sgd.linear.LogisticRegressionTrainer");
        // Its coefficients can be read all the same.
        assertThat(LinearCoefficients.ofTwoClasses(model).weights()).containsOnlyKeys(Toys.NAMES);
    }
}
