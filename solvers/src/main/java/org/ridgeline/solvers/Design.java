package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Sums;

/**
 * The features of a problem as the solver sees them, centred and scaled. Nothing is copied but those columns whose mean is
 * so much larger than their spread that products with them as they are would cost digits.
 */
final class Design {

    private final Features features;
    private final Scaling scaling;
    /** What is still to be subtracted from each column. */
    private final double[] center;

    Design(Problem problem) {
        this.scaling = Scaling.of(problem);
        Features given = problem.features();
        this.center = new double[given.columns()];
        boolean[] copied = new boolean[center.length];
        boolean any = false;
        for (int j = 0; j < center.length; j++) {
            copied[j] = scaling.isFar(j);
            center[j] = copied[j] ? 0 : scaling.center(j);
            any |= copied[j];
        }
        this.features = any ? PartlyCopied.centered(given, scaling, copied) : given;
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

    /** The features in their own units, of which {@link #center(int)} is still to be subtracted. */
    Features features() {
        return features;
    }

    /** What is to be subtracted from a column of {@link #features()}. */
    double center(int j) {
        return center[j];
    }

    /** What a column is divided by. */
    double deviation(int j) {
        return scaling.deviation(j);
    }

    /** scores ← intercept + X̃w. */
    void multiply(double[] w, double intercept, double[] scores) {
        double offset = 0;
        for (int j = 0; j < w.length; j++) {
            offset += w[j] / deviation(j) * center[j];
        }
        Arrays.fill(scores, intercept - offset);
        for (int j = 0; j < w.length; j++) {
            if (w[j] != 0) {
                features.addScaled(j, w[j] / deviation(j), scores);
            }
        }
    }

    /** target ← X̃ᵀr. */
    void multiplyTransposed(double[] r, double[] target) {
        double sum = sum(r);
        for (int j = 0; j < target.length; j++) {
            target[j] = (features.dot(j, r) - center[j] * sum) / deviation(j);
        }
    }

    /** As {@link #multiplyTransposed}, but sets the entries of the first {@code count} of some columns only. */
    void multiplyTransposed(int[] columns, int count, double[] r, double[] target) {
        double sum = sum(r);
        features.dots(columns, count, r, target);
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            target[j] = (target[j] - center[j] * sum) / deviation(j);
        }
    }

    private static double sum(double[] r) {
        return Sums.pairwise(r.length, (from, to) -> {
            double part = 0;
            for (int i = from; i < to; i++) {
                part += r[i];
            }
            return part;
        });
    }
}
