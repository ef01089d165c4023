package org.ridgeline.benchmarks;

import de.bwaldvogel.liblinear.Model;
import org.ridgeline.TextForm;
import org.ridgeline.penalties.L1;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.conversions.Liblinear;
import org.ridgeline.tribuo.ModelPath;
import org.ridgeline.tribuo.RegularizedLogisticTrainer;
import org.ridgeline.tribuo.TrainingOptions;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/** Logistic regression with l1, beside {@code LibLinearClassificationTrainer}, which penalises the intercept too. */
final class TribuoLogisticTask extends TribuoTask {

    private static final int MOST_PASSES = 1_000_000;

    private final MutableDataset<Label> data;

    TribuoLogisticTask(BenchmarkProblem problem) {
        super(problem);
        data = TribuoData.classification(problem);
    }

    @Override
    String name(double tolerance) {
        return "LibLinearClassificationTrainer L1R_LR, tolerance " + TextForm.number(tolerance);
    }

    @Override
    double[] theirs(double lambda, double tolerance) {
        double cost = Liblinear.from(L1.of(lambda), data.size()).c();
        LibLinearClassificationModel model = (LibLinearClassificationModel) new LibLinearClassificationTrainer(
                        new LinearClassificationType(LinearType.L1R_LR), cost, MOST_PASSES, tolerance)
                .train(data);
        Model inner = model.getInnerModels().get(0);
        double[] weights = inner.getFeatureWeights();
        boolean positive = inner.getLabels()[0] == data.getOutputIDInfo().getID(new Label("1"));
        double[] all = new double[weights.length];
        for (int j = 0; j < all.length; j++) {
            all[j] = positive ? weights[j] : -weights[j];
        }
        return all;
    }

    @Override
    double[][] ours(double[] lambdas, Solver solver) {
        TrainingOptions options = TrainingOptions.standard().withSolver(solver);
        ModelPath<Label, LinearSGDModel> path = new RegularizedLogisticTrainer("l1", options).path(data, lambdas);
        double[][] models = new double[lambdas.length][];
        for (int k = 0; k < models.length; k++) {
            LinearSGDModel model = path.model(k);
            int row = model.getOutputIDInfo().getID(new Label("1"));
            models[k] = model.getWeightsCopy().getRow(row).toArray();
        }
        return models;
    }

    @Override
    boolean theirInterceptIsFree() {
        return false;
    }
}
