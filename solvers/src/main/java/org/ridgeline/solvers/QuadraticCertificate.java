package org.ridgeline.solvers;

import org.ridgeline.Regularizer;
import org.ridgeline.Sums;
import org.ridgeline.Weights;

/**
 * Certifies weights for a loss that is quadratic in the scores, as the squared loss and every second-order model are,
 * without a pass over the data: with ρ the loss above its unconstrained minimum and c = −∇ρ, and a the factor that brings a·c
 * into the domain of R*, the duality gap is (1 − a)²ρ + R(w) + R*(a·c) − a·⟨w, c⟩. The intercept, if any, must be at its best
 * place.
 */
final class QuadraticCertificate {

    /** Below this, losses have lost digits to underflow, and gaps measure nothing. */
    static final double SMALLEST_LOSS = 0x1p-950;

    private final double nullLoss;
    /** The step of the proximal residual: one over the largest curvature along a coordinate. */
    private final double step;

    private final double smallestSize;

    /**
     * Certifies relative to a model without features.
     *
     * @param nullLoss its loss
     * @param nullCorrelations c at zero weights
     * @param curvature the largest x̃ᵀHx̃ of a column, &gt; 0
     */
    QuadraticCertificate(double nullLoss, double[] nullCorrelations, double curvature) {
        this.nullLoss = nullLoss;
        this.step = 1 / curvature;
        this.smallestSize = Sums.norm2(nullCorrelations) * step;
    }

    /** The step of the proximal residual. */
    double step() {
        return step;
    }

    /**
     * Certifies weights.
     *
     * @param weights w
     * @param correlations c with the groups and factors of w, where entries for which zero is certain may be 0
     */
    Certificate of(Regularizer regularizer, Weights weights, Weights correlations, double loss) {
        return ofGap(regularizer, weights, correlations, gap(regularizer, weights, correlations, loss));
    }

    /** As above, for a duality gap that is known, or +∞ if there is none. */
    Certificate ofGap(Regularizer regularizer, Weights weights, Weights correlations, double gap) {
        double residual = residual(regularizer, weights, correlations);
        boolean underflown = gap > 0 && nullLoss < SMALLEST_LOSS;
        if (gap == Double.POSITIVE_INFINITY || underflown) {
            return new Certificate(Certificate.Kind.PROX_RESIDUAL, residual, residual);
        }
        return new Certificate(Certificate.Kind.DUALITY_GAP, gap == 0 ? 0 : gap / nullLoss, residual);
    }

    /** ‖w − prox(w + η·c)‖ relative to the size of the weights. */
    double residual(Regularizer regularizer, Weights weights, Weights correlations) {
        double[] w = weights.values();
        double[] c = correlations.values();
        double[] stepped = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            stepped[j] = w[j] + step * c[j];
        }
        regularizer.prox(weights.withValues(stepped), step);
        for (int j = 0; j < w.length; j++) {
            stepped[j] -= w[j];
        }
        double move = Sums.norm2(stepped);
        return move == 0 ? 0 : move / Math.max(Sums.norm2(w), smallestSize);
    }

    private static double gap(Regularizer regularizer, Weights weights, Weights correlations, double loss) {
        DualPoint dual = DualPoint.of(regularizer, correlations);
        if (dual == null) {
            return Double.POSITIVE_INFINITY;
        }
        double factor = dual.factor();
        double[] w = weights.values();
        double[] c = correlations.values();
        double product = Sums.pairwise(w.length, (from, to) -> {
            double sum = 0;
            for (int j = from; j < to; j++) {
                sum += w[j] * c[j];
            }
            return sum;
        });
        double gap =
                (1 - factor) * (1 - factor) * loss + regularizer.penalty(weights) + dual.conjugate() - factor * product;
        return Math.max(gap, 0);
    }
}
