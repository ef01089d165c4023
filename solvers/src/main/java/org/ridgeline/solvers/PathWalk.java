package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A path that is fitted one λ at a time, on demand, with the same fits to the last bit as {@link Solver#path}, which fits
 * all at once. Between the fits it keeps what makes the next one fast. For one thread at a time.
 */
public final class PathWalk {

    private final LambdaPath path;
    private final PathSteps steps;
    private final double[] lambdas;
    private final List<PathFit.Point> points = new ArrayList<>();
    private boolean ended;
    private boolean broken;

    PathWalk(PathSteps steps, LambdaPath path) {
        this.path = path;
        this.steps = steps;
        this.lambdas = steps.lambdas(path);
    }

    /**
     * How many λ there are.
     *
     * @return those that are fitted and those that are not yet
     */
    public int size() {
        return lambdas.length;
    }

    /**
     * One of the λ.
     *
     * @param k which λ, from 0 for the largest
     * @return its value
     */
    public double lambda(int k) {
        return lambdas[k];
    }

    /**
     * How many λ are fitted.
     *
     * @return from 0 to {@link #size()}
     */
    public int fitted() {
        return points.size();
    }

    /**
     * Whether there is another λ.
     *
     * @return false at the end of the path, also where {@link LambdaPath#untilExplained} ends it
     */
    public boolean hasNext() {
        return !ended && points.size() < lambdas.length;
    }

    /**
     * Fits the next λ. Interrupting the thread ends it with a {@link java.util.concurrent.CancellationException}.
     *
     * @throws NoSuchElementException if there is none
     * @throws IllegalStateException if an earlier fit ended with an exception, so that there is nothing to go on from
     * @throws ArithmeticException as {@link Solver#fit(Problem, org.ridgeline.Regularizer)}
     */
    public void next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + points.size() + " lambdas of the path are fitted");
        }
        if (broken) {
            throw new IllegalStateException("an earlier fit was broken off: begin a new walk");
        }
        broken = true;
        PathFit.Point point = steps.step(lambdas[points.size()]);
        broken = false;
        points.add(point);
        ended = path.endsAt(point.loss(), steps.nullLoss());
    }

    /**
     * The fits until now.
     *
     * @return a path of {@link #fitted()} λ
     * @throws IllegalStateException if there are none
     */
    public PathFit toPath() {
        if (points.isEmpty()) {
            throw new IllegalStateException("no lambda of the path is fitted yet");
        }
        return steps.toPath(points);
    }

    PathFit toEnd() {
        while (hasNext()) {
            next();
        }
        return toPath();
    }
}
