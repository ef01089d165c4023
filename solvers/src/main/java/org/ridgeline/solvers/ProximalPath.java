package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.Regularizer;

/** Fits a path of λ by proximal gradient steps, each fit from the last: for any loss and any penalty. */
final class ProximalPath {

    private static final double SLACK = 1e-12;

    private ProximalPath() {}

    static PathFit run(Problem problem, Regularizer regularizer, LambdaPath path, Solver solver) {
        Design design = new Design(problem);
        LossTerm loss = LossTerm.of(problem);
        double[] scores = new double[design.scores()];
        if (problem.hasIntercept()) {
            loss.optimizeIntercepts(scores);
        }
        double nullLoss = loss.value(scores);
        Fit last = new ProximalGradient(problem, regularizer.withLambda(LambdaPath.ALL_BUT_FREE), solver).run(null);
        design.multiply(last.standardizedCoefficients(), last.standardizedIntercepts(), scores);
        double[] slope = new double[design.scores()];
        double[] gradient = new double[design.columns()];
        loss.slope(scores, slope);
        design.multiplyTransposed(slope, gradient);
        // The gradient is that of a fit, and a weight that it leaves at zero shall not move for its last digits.
        double lambdaMax = regularizer.lambdaMax(problem.weights(gradient)) * (1 + SLACK);
        List<PathFit.Point> points = new ArrayList<>();
        for (double lambda : path.resolve(lambdaMax, regularizer)) {
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
