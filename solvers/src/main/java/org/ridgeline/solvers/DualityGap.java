package org.ridgeline.solvers;

import org.ridgeline.Conjugate;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/**
 * An upper bound of how far an objective is above its minimum, from Fenchel duality: with u the loss's slope in the scores,
 * scaled by c so that −c·X̃ᵀu lies in the domain of R*, the gap is F(f) + R(w) + F*(c·u) + R*(−c·X̃ᵀu).
 *
 * <p>It needs intercepts that are at their best places, as then Σu = 0 for each output.
 */
final class DualityGap {

    private DualityGap() {}

    /**
     * The gap ≥ 0, or +∞ where the penalty has no conjugate or no useful dual point.
     *
     * @param slope the derivative u of the loss part in each score
     * @param gradient X̃ᵀu
     */
    static double of(
            Problem problem,
            LossTerm loss,
            Regularizer regularizer,
            Weights weights,
            double[] scores,
            double[] slope,
            double[] gradient) {
        if (!(regularizer instanceof Conjugate conjugate)) {
            return Double.POSITIVE_INFINITY;
        }
        double[] dual = new double[gradient.length];
        for (int j = 0; j < dual.length; j++) {
            dual[j] = -gradient[j];
        }
        Weights u = problem.weights(dual);
        double factor = conjugate.dualScale(u);
        if (factor == 0) {
            return Double.POSITIVE_INFINITY;
        }
        for (int j = 0; j < dual.length; j++) {
            dual[j] *= factor;
        }
        double gap = loss.value(scores)
                + regularizer.penalty(weights)
                + loss.conjugate(slope, factor)
                + conjugate.conjugate(u);
        return Math.max(gap, 0);
    }
}
