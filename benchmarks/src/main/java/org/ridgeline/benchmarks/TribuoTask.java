package org.ridgeline.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.SparseFeatures;

/** What a trainer of Tribuo and one of ours both learn. A model is given as its p weights and, last, its intercept. */
abstract class TribuoTask {

    private final BenchmarkProblem problem;

    TribuoTask(BenchmarkProblem problem) {
        this.problem = problem;
    }

    /** The name of Tribuo's trainer with a tolerance. */
    abstract String name(double tolerance);

    /** Trains Tribuo's trainer with a λ. */
    abstract double[] theirs(double lambda, double tolerance);

    /** Trains ours along a path. */
    abstract double[][] ours(double[] lambdas, Solver solver);

    /** Whether Tribuo's trainer leaves the intercept free of the penalty, as ours does. */
    abstract boolean theirInterceptIsFree();

    /** The model of the smallest objective. */
    Fit minimum(double lambda, boolean ours, Solver solver) {
        boolean free = ours || theirInterceptIsFree();
        Problem whole = Problem.of(free ? problem.features() : withOnes(), problem.target(), problem.loss())
                .withIntercept(free);
        return solver.fit(whole, problem.regularizer().withLambda(lambda));
    }

    /** The objective of a model, at the place of which what its side penalises is penalised. */
    double objective(double[] model, double lambda, boolean ours) {
        int p = model.length - 1;
        double[] scores = new double[problem.target().length];
        double penalty = ours || theirInterceptIsFree() ? 0 : Math.abs(model[p]);
        for (int j = 0; j < p; j++) {
            if (model[j] != 0) {
                problem.features().addScaled(j, model[j], scores);
                penalty += Math.abs(model[j]);
            }
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] += model[p];
        }
        return Problem.of(problem.features(), problem.target(), problem.loss()).meanLoss(scores) + lambda * penalty;
    }

    /** The loss of scores that are all 0. */
    double nullLoss() {
        return Problem.of(problem.features(), problem.target(), problem.loss())
                .meanLoss(new double[problem.target().length]);
    }

    /** The features with another one that is always 1. */
    private Features withOnes() {
        int n = problem.features().rows();
        int p = problem.features().columns();
        int[] start = new int[p + 2];
        List<Integer> row = new ArrayList<>();
        List<Double> value = new ArrayList<>();
        double[] column = new double[n];
        for (int j = 0; j <= p; j++) {
            if (j < p) {
                problem.features().copyColumn(j, column);
            } else {
                Arrays.fill(column, 1);
            }
            for (int i = 0; i < n; i++) {
                if (column[i] != 0) {
                    row.add(i);
                    value.add(column[i]);
                }
            }
            start[j + 1] = row.size();
        }
        return SparseFeatures.ofColumns(
                n,
                start,
                row.stream().mapToInt(Integer::intValue).toArray(),
                value.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
