package org.ridgeline.solvers.vector;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.PathFit;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.kernels.Kernels;

/** Prints the kernels in use, the worst certificate of some paths, and the coefficients at their ends. */
final class WholeFit {

    private static final int ROWS = 203;
    private static final int COLUMNS = 90;

    private WholeFit() {}

    public static void main(String... arguments) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] columns = new double[COLUMNS][];
        double[] scores = random.doubles(ROWS, -1, 1).toArray();
        for (int j = 0; j < COLUMNS; j++) {
            columns[j] = random.doubles(ROWS, -1, 2).toArray();
            for (int i = 0; i < ROWS; i++) {
                scores[i] += j % 7 == 0 ? columns[j][i] - 0.5 : 0;
            }
        }
        DenseFeatures features = DenseFeatures.ofColumns(ROWS, columns);
        double[] labels = Arrays.stream(scores).map(score -> score > 0 ? 1 : 0).toArray();
        Problem numbers = Problem.of(features, scores, Loss.SQUARED);
        System.out.println(Kernels.current());
        Fit[] fits = {
            last(numbers, L1.of(1)),
            last(numbers.withGroups(Groups.strided(3, COLUMNS / 3, COLUMNS)), GroupL2.of(1)),
            last(Problem.of(features, labels, Loss.LOGISTIC), ElasticNet.of(1, 0.8))
        };
        System.out.println(Arrays.stream(fits)
                .mapToDouble(fit -> fit.certificate().value())
                .max()
                .orElseThrow());
        for (Fit fit : fits) {
            Arrays.stream(fit.coefficients()).forEach(System.out::println);
        }
    }

    private static Fit last(Problem problem, Regularizer regularizer) {
        PathFit path = new Solver(1e-10, 100_000).path(problem, regularizer, LambdaPath.geometric(10, 0.05));
        return path.fit(path.size() - 1);
    }
}
