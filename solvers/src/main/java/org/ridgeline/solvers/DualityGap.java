package org.ridgeline.solvers;

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
     * @param correlations −X̃ᵀu, with the groups and factors of the weights
     */
    static double of(
            LossTerm loss,
            Regularizer regularizer,
            Weights weights,
            double[] scores,
            double[] slope,
            Weights correlations) {
        DualPoint dual = DualPoint.of(regularizer, correlations);
        if (dual == null) {
            return Double.POSITIVE_INFINITY;
        }
        double gap = loss.value(scores)
                + regularizer.penalty(weights)
                + loss.conjugate(slope, dual.factor())
                + dual.conjugate();
        return Math.max(gap, 0);
    }
}
