package org.ridgeline.solvers;

import java.util.List;
import org.ridgeline.Regularizer;

/** Fits a path of λ by proximal gradient steps, each fit from the last: for any loss and any penalty. */
final class ProximalPath implements PathSteps {

    private static final double SLACK = 1e-12;

    private final Problem problem;
    private final Regularizer regularizer;
    private final Solver solver;
    private final Design design;
    private final double nullLoss;
    /** At first the fit of what no strength makes zero. */
    private Fit last;
    /** Of the loss at that first fit. */
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
        this.last = new ProximalGradient(problem, regularizer.withLambda(LambdaPath.ALL_BUT_FREE), solver).run(null);
        design.multiply(last.standardizedCoefficients(), last.standardizedIntercepts(), scores);
        double[] slope = new double[scores.length];
        this.gradient = new double[design.columns()];
        loss.slope(scores, slope);
        design.multiplyTransposed(slope, gradient);
        // The gradient is that of a fit, and a weight that it leaves at zero shall not move for its last digits.
        this.lambdaMax = regularizer.lambdaMax(problem.weights(gradient)) * (1 + SLACK);
    }

    @Override
    public double[] lambdas(LambdaPath path) {
        return path.resolve(lambdaMax, gradient);
    }

    @Override
    public PathFit.Point step(double lambda) {
        last = new ProximalGradient(problem, regularizer.withLambda(lambda), solver).run(last);
        return PathFit.Point.of(last);
    }

    @Override
    public double nullLoss() {
        return nullLoss;
    }

    @Override
    public PathFit toPath(List<PathFit.Point> points) {
        return new PathFit(design.scaling(), design.columns(), lambdaMax, nullLoss, points);
    }
}
