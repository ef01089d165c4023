package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Sums;

/** The features of a problem as the solver sees them, centred and scaled without a copy of the matrix. */
final class Design {

    private final Features features;
    private final Scaling scaling;

    Design(Problem problem) {
        this.features = problem.features();
        this.scaling = Scaling.of(problem);
    }

    int rows() {
        return features.rows();
    }

    int columns() {
        return features.columns();
    }

    Scaling scaling() {
        return scaling;
    }

    /** scores ← intercept + X̃w. */
    void multiply(double[] w, double intercept, double[] scores) {
        double offset = 0;
        for (int j = 0; j < w.length; j++) {
            offset += w[j] / scaling.deviation(j) * scaling.center(j);
        }
        Arrays.fill(scores, intercept - offset);
        for (int j = 0; j < w.length; j++) {
            if (w[j] != 0) {
                features.addScaled(j, w[j] / scaling.deviation(j), scores);
            }
        }
    }

    /** target ← X̃ᵀr. */
    void multiplyTransposed(double[] r, double[] target) {
        double sum = Sums.pairwise(r.length, (from, to) -> {
            double part = 0;
            for (int i = from; i < to; i++) {
                part += r[i];
            }
            return part;
        });
        for (int j = 0; j < target.length; j++) {
            target[j] = (features.dot(j, r) - scaling.center(j) * sum) / scaling.deviation(j);
        }
    }
}
