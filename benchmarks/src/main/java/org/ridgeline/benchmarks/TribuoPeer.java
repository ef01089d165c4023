package org.ridgeline.benchmarks;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.ridgeline.TextForm;
import org.ridgeline.penalties.L1;
import org.ridgeline.solvers.conversions.Tribuo;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.VectorTuple;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.SparseLinearModel;

/** {@code ElasticNetCDTrainer} of Tribuo, coordinate descent on sparse columns. */
final class TribuoPeer implements Peer {

    private static final int MOST_PASSES = 1_000_000;

    /** Kept, as the level of a logger that nobody refers to is forgotten. */
    private static final Logger LOGGER = Logger.getLogger(ElasticNetCDTrainer.class.getName());

    private final MutableDataset<Regressor> data;
    private final double tolerance;

    TribuoPeer(BenchmarkProblem problem, double tolerance) {
        LOGGER.setLevel(Level.WARNING);
        this.tolerance = tolerance;
        data = TribuoData.regression(problem);
    }

    @Override
    public String name() {
        return "Tribuo ElasticNetCDTrainer, tolerance " + TextForm.number(tolerance);
    }

    @Override
    public double[] fit(double lambda) {
        Tribuo.ElasticNetCDTrainer setting = Tribuo.ElasticNetCDTrainer.from(L1.of(lambda));
        SparseLinearModel model = (SparseLinearModel) new ElasticNetCDTrainer(
                        setting.alpha(), setting.l1Ratio(), tolerance, MOST_PASSES, false, Trainer.DEFAULT_SEED)
                .train(data);
        SparseVector weights = model.getWeights().values().iterator().next();
        ImmutableFeatureMap features = model.getFeatureIDMap();
        double[] coefficients = new double[features.size()];
        for (VectorTuple weight : weights) {
            coefficients[TribuoData.column(features.get(weight.index).getName())] = weight.value;
        }
        return coefficients;
    }
}
