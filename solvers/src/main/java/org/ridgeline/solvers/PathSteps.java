package org.ridgeline.solvers;

import java.util.List;

/** Fits one λ after the other, each from the last. */
interface PathSteps {

    /** The λ of a path. Comes before the first step, once. */
    double[] lambdas(LambdaPath path);

    /** Fits the next λ. */
    PathFit.Point step(double lambda);

    /** The loss of the best constant prediction. */
    double nullLoss();

    /** What the steps have come to. */
    PathFit toPath(List<PathFit.Point> points);
}
