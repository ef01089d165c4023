package org.ridgeline.solvers;

import org.jspecify.annotations.Nullable;
import org.ridgeline.Conjugate;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/**
 * A point in the domain of R* that correlations c point to.
 *
 * @param factor what brings c into the domain, in (0, 1]
 * @param conjugate R*(factor·c)
 */
record DualPoint(double factor, double conjugate) {

    /** The point; null where the penalty has no conjugate, or none that is of use here. */
    static @Nullable DualPoint of(Regularizer regularizer, Weights correlations) {
        if (!(regularizer instanceof Conjugate conjugate)) {
            return null;
        }
        double factor = conjugate.dualScale(correlations);
        if (factor == 0) {
            return null;
        }
        if (factor == 1) {
            return new DualPoint(1, conjugate.conjugate(correlations));
        }
        double[] scaled = correlations.values().clone();
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] *= factor;
        }
        return new DualPoint(factor, conjugate.conjugate(correlations.withValues(scaled)));
    }
}
