package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.Regularizer;

/** Fits a path of λ by proximal gradient steps, each fit from the last: for any loss and any penalty. */
final class ProximalPath {

    private static final double SLACK = 1e-12;

    private final Problem problem;
    private final Regularizer regularizer;
    private final Solver solver;
    private final Design design;
    private final double nullLoss;
    /** What no strength makes zero. */
    private final Fit free;
    /** Of the loss at that fit. */
    private final double[] gradient;

    private final double lambdaMax;

    ProximalPath(Problem problem, Regularizer regularizer, Solver solver) {
        this.problem = problem;
        this.regularizer = regularizer;
        this.solver = solver;
        this.design = new Design(problem);
        LossTerm loss = LossTerm.of(problem);
        double[] scores = new double[design.scores()];
        if (problem.hasIntercept()) {
            loss.optimizeIntercepts(new double[design.outputs()], scores);
        }
        this.nullLoss = loss.value(scores);
        this.free = new ProximalGradient(problem, regularizer.withLambda(LambdaPath.ALL_BUT_FREE), solver).run(null);
        design.multiply(free.standardizedCoefficients(), free.standardizedIntercepts(), scores);
        double[] slope = new double[scores.length];
        this.gradient = new double[design.columns()];
        loss.slope(scores, slope);
        design.multiplyTransposed(slope, gradient);
        // The gradient is that of a fit, and a weight that it leaves at zero shall not move for its last digits.
        this.lambdaMax = regularizer.lambdaMax(problem.weights(gradient)) * (1 + SLACK);
    }

    /** The λ of a path. */
    double[] lambdas(LambdaPath path) {
        return path.resolve(lambdaMax, gradient);
    }

    PathFit run(LambdaPath path) {
        Fit last = free;
        List<PathFit.Point> points = new ArrayList<>();
        for (double lambda : lambdas(path)) {
            last = new ProximalGradient(problem, regularizer.withLambda(lambda), solver).run(last);
            points.add(PathFit.Point.of(
                    last.regularizer(),
                    last.standardizedCoefficients(),
                    last.standardizedIntercepts(),
                    last.loss(),
                    last.penalty(),
                    last.certificate(),
                    last.iterations(),
                    last.converged()));
            if (path.endsAt(last.loss(), nullLoss)) {
                break;
            }
        }
        return new PathFit(design.scaling(), design.columns(), lambdaMax, nullLoss, points);
    }
}
