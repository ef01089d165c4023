package org.ridgeline.benchmarks;

import java.util.Arrays;
import org.ridgeline.TextForm;
import org.ridgeline.penalties.L1;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.conversions.Tribuo;
import org.ridgeline.tribuo.ModelPath;
import org.ridgeline.tribuo.RegularizedLinearRegressionTrainer;
import org.ridgeline.tribuo.TrainingOptions;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.math.la.VectorTuple;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDModel;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.SparseLinearModel;

/** The lasso, beside {@code ElasticNetCDTrainer}. */
final class TribuoLassoTask extends TribuoTask {

    private static final int MOST_PASSES = 1_000_000;

    private final MutableDataset<Regressor> data;
    private final double meanTarget;

    TribuoLassoTask(BenchmarkProblem problem) {
        super(problem);
        data = TribuoData.regression(problem);
        meanTarget = Arrays.stream(problem.target()).average().orElseThrow();
    }

    @Override
    String name(double tolerance) {
        return "ElasticNetCDTrainer, tolerance " + TextForm.number(tolerance);
    }

    @Override
    double[] theirs(double lambda, double tolerance) {
        Tribuo.ElasticNetCDTrainer setting = Tribuo.ElasticNetCDTrainer.from(L1.of(lambda));
        SparseLinearModel model = (SparseLinearModel) new ElasticNetCDTrainer(
                        setting.alpha(), setting.l1Ratio(), tolerance, MOST_PASSES, false, Trainer.DEFAULT_SEED)
                .train(data);
        double[] all = new double[data.getFeatureMap().size() + 1];
        for (VectorTuple weight : model.getWeights().values().iterator().next()) {
            all[TribuoData.column(model.getFeatureIDMap().get(weight.index).getName())] = weight.value;
        }
        // The columns are centred.
        all[all.length - 1] = meanTarget;
        return all;
    }

    @Override
    double[][] ours(double[] lambdas, Solver solver) {
        TrainingOptions options = TrainingOptions.standard().withSolver(solver);
        ModelPath<Regressor, LinearSGDModel> path =
                new RegularizedLinearRegressionTrainer("l1", options).path(data, lambdas);
        double[][] models = new double[lambdas.length][];
        for (int k = 0; k < models.length; k++) {
            // The ids are in the order of the names, and the intercept is last.
            models[k] = path.model(k).getWeightsCopy().getRow(0).toArray();
        }
        return models;
    }

    @Override
    boolean theirInterceptIsFree() {
        return true;
    }
}
