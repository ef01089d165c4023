package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;

/**
 * Fits of a penalty that is a sum of squares, by Newton's method; what that does not bring to the tolerance is left to the general
 * solvers. Such a penalty ties no weights, so that each of several outputs is fitted by itself.
 */
final class RidgePath implements PathSteps {

    private final Problem problem;
    private final Regularizer regularizer;
    private final Solver solver;
    /** One for each output. */
    private final List<NewtonRidge> newtons;
    /** Of a path. */
    private PathFit.@Nullable Point last;

    RidgePath(Problem problem, Regularizer regularizer, Solver solver) {
        this.problem = problem;
        this.regularizer = regularizer;
        this.solver = solver;
        this.newtons = IntStream.range(0, problem.loss().outputs())
                .mapToObj(k -> NewtonRidge.of(problem.ofTarget(k), solver))
                .toList();
    }

    /** One fit with the λ of the regularizer. */
    Fit fit(@Nullable Fit warmStart) {
        for (int k = 0; warmStart != null && k < newtons.size(); k++) {
            newtons.get(k).startFrom(warmStart.regularizer(), warmStart.coefficients(k));
        }
        PathFit.Point point = newton(regularizer);
        return point == null
                ? new PathSolver(problem, regularizer, 1, regularizer.lambda(), solver).fit(warmStart)
                : point.toFit(scaling(), size());
    }

    private PathFit.@Nullable Point newton(Regularizer current) {
        List<PathFit.Point> points = new ArrayList<>();
        for (NewtonRidge newton : newtons) {
            PathFit.Point point = newton.fit(current);
            if (point == null) {
                return null;
            }
            points.add(point);
        }
        return PathFit.Point.join(points, problem.features().columns());
    }

    private Scaling scaling() {
        return newtons.get(0).design.scaling();
    }

    /** The number of weights. */
    private int size() {
        return newtons.size() * problem.features().columns();
    }

    @Override
    public double[] lambdas(LambdaPath path) {
        double[] gradient = newtons.stream()
                .flatMapToDouble(newton -> Arrays.stream(newton.nullGradient()))
                .toArray();
        return path.resolve(Double.POSITIVE_INFINITY, gradient);
    }

    @Override
    public PathFit.Point step(double lambda) {
        Regularizer current = regularizer.withLambda(lambda);
        PathFit.Point point = newton(current);
        if (point == null) {
            point = general(current);
        }
        last = point;
        return point;
    }

    @Override
    public double nullLoss() {
        return newtons.stream().mapToDouble(NewtonRidge::nullLoss).sum();
    }

    @Override
    public PathFit toPath(List<PathFit.Point> points) {
        return new PathFit(scaling(), size(), Double.POSITIVE_INFINITY, nullLoss(), points);
    }

    private PathFit.Point general(Regularizer current) {
        Fit start = last == null ? null : last.toFit(scaling(), size());
        Fit fit = current.lambda() > 0
                ? new PathSolver(problem, current, 1, current.lambda(), solver).fit(start)
                : new ProximalGradient(problem, current, solver).run(start);
        return PathFit.Point.of(fit);
    }
}
