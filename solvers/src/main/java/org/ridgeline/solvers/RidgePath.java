package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;

/**
 * Fits of a penalty that is a sum of squares, by Newton's method; what that does not bring to the tolerance is left to the general
 * solvers.
 */
final class RidgePath {

    private final Problem problem;
    private final Regularizer regularizer;
    private final Solver solver;
    private final NewtonRidge newton;

    RidgePath(Problem problem, Regularizer regularizer, Solver solver) {
        this.problem = problem;
        this.regularizer = regularizer;
        this.solver = solver;
        this.newton = NewtonRidge.of(problem, solver);
    }

    /** One fit with the λ of the regularizer. */
    Fit fit(@Nullable Fit warmStart) {
        if (warmStart != null) {
            newton.startFrom(warmStart);
        }
        PathFit.Point point = newton.fit(regularizer);
        return point == null
                ? new PathSolver(problem, regularizer, 1, solver).fit(warmStart)
                : point.toFit(newton.design.scaling(), newton.w.length);
    }

    /** The λ of a path. */
    double[] lambdas(LambdaPath path) {
        return path.resolve(Double.POSITIVE_INFINITY, newton.nullGradient());
    }

    PathFit run(LambdaPath path) {
        List<PathFit.Point> points = new ArrayList<>();
        for (double lambda : lambdas(path)) {
            Regularizer current = regularizer.withLambda(lambda);
            PathFit.@Nullable Point point = newton.fit(current);
            if (point == null) {
                point = general(current, points.isEmpty() ? null : points.get(points.size() - 1));
            }
            points.add(point);
            if (path.endsAt(point.loss(), newton.nullLoss())) {
                break;
            }
        }
        return new PathFit(
                newton.design.scaling(), newton.w.length, Double.POSITIVE_INFINITY, newton.nullLoss(), points);
    }

    private PathFit.Point general(Regularizer current, PathFit.@Nullable Point last) {
        Fit start = last == null ? null : last.toFit(newton.design.scaling(), newton.w.length);
        Fit fit = current.lambda() > 0
                ? new PathSolver(problem, current, 1, solver).fit(start)
                : new ProximalGradient(problem, current, solver).run(start);
        return PathFit.Point.of(
                fit.regularizer(),
                fit.standardizedCoefficients(),
                fit.standardizedIntercepts(),
                fit.loss(),
                fit.penalty(),
                fit.certificate(),
                fit.iterations(),
                fit.converged());
    }
}
