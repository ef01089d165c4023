package org.ridgeline.solvers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;

/**
 * Fits of a penalty that is a sum of squares, by Newton's method; what that does not bring to the tolerance is left to the general
 * solvers.
 */
final class RidgePath implements PathSteps {

    private final Problem problem;
    private final Regularizer regularizer;
    private final Solver solver;
    private final NewtonRidge newton;
    /** Of a path. */
    private PathFit.@Nullable Point last;

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

    @Override
    public double[] lambdas(LambdaPath path) {
        return path.resolve(Double.POSITIVE_INFINITY, newton.nullGradient());
    }

    @Override
    public PathFit.Point step(double lambda) {
        Regularizer current = regularizer.withLambda(lambda);
        PathFit.@Nullable Point point = newton.fit(current);
        if (point == null) {
            point = general(current);
        }
        last = point;
        return point;
    }

    @Override
    public double nullLoss() {
        return newton.nullLoss();
    }

    @Override
    public PathFit toPath(List<PathFit.Point> points) {
        return new PathFit(
                newton.design.scaling(), newton.w.length, Double.POSITIVE_INFINITY, newton.nullLoss(), points);
    }

    private PathFit.Point general(Regularizer current) {
        Fit start = last == null ? null : last.toFit(newton.design.scaling(), newton.w.length);
        Fit fit = current.lambda() > 0
                ? new PathSolver(problem, current, 1, solver).fit(start)
                : new ProximalGradient(problem, current, solver).run(start);
        return PathFit.Point.of(fit);
    }
}
