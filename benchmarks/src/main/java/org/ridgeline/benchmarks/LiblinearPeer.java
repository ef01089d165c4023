package org.ridgeline.benchmarks;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ridgeline.TextForm;
import org.ridgeline.penalties.L1;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.conversions.Liblinear;

/** {@code L1R_LR} of liblinear-java, LIBLINEAR's Newton method with coordinate descent inside. */
final class LiblinearPeer implements Peer {

    private final Problem data = new Problem();
    private final double tolerance;

    LiblinearPeer(BenchmarkProblem problem, double tolerance) {
        this.tolerance = tolerance;
        data.l = problem.features().rows();
        data.n = problem.features().columns();
        data.x = rows(problem.features());
        data.y = Arrays.stream(problem.target()).map(y -> y > 0 ? 1 : -1).toArray();
        Linear.disableDebugOutput();
    }

    private static Feature[][] rows(Features features) {
        List<List<Feature>> rows = new ArrayList<>();
        for (int i = 0; i < features.rows(); i++) {
            rows.add(new ArrayList<>());
        }
        double[] column = new double[features.rows()];
        for (int j = 0; j < features.columns(); j++) {
            features.copyColumn(j, column);
            for (int i = 0; i < column.length; i++) {
                if (column[i] != 0) {
                    rows.get(i).add(new FeatureNode(j + 1, column[i]));
                }
            }
        }
        return rows.stream().map(row -> row.toArray(new Feature[0])).toArray(Feature[][]::new);
    }

    @Override
    public String name() {
        return "liblinear-java L1R_LR, eps " + TextForm.number(tolerance);
    }

    @Override
    public double[] fit(double lambda) {
        double c = Liblinear.from(L1.of(lambda), data.l).c();
        // It draws its coordinates from one generator for the whole process.
        Linear.resetRandom();
        Model model = Linear.train(data, new Parameter(SolverType.L1R_LR, c, tolerance));
        double sign = model.getLabels()[0] > 0 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights()).map(w -> sign * w).toArray();
    }
}
