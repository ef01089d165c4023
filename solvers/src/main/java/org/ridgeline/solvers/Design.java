package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Sums;

/**
 * The features of a problem as the solver sees them, centred and scaled. Nothing is copied but those columns whose mean is
 * so much larger than their spread that products with them as they are would cost digits.
 */
final class Design {

    private static final int NOWHERE = -1;

    private final Features features;
    private final Scaling scaling;
    /** Centred copies of the columns that are far from 0. */
    private final DenseFeatures copies;
    /** Where in {@code copies} a column is, or {@link #NOWHERE}. */
    private final int[] place;

    Design(Problem problem) {
        this.features = problem.features();
        this.scaling = Scaling.of(problem);
        this.place = new int[features.columns()];
        double[][] centered = new double[place.length][];
        int count = 0;
        for (int j = 0; j < place.length; j++) {
            place[j] = NOWHERE;
            if (scaling.isFar(j)) {
                double[] column = new double[features.rows()];
                features.copyColumn(j, column);
                for (int i = 0; i < column.length; i++) {
                    column[i] -= scaling.center(j);
                }
                place[j] = count;
                centered[count++] = column;
            }
        }
        this.copies = DenseFeatures.ofColumns(features.rows(), Arrays.copyOf(centered, count));
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
            if (place[j] == NOWHERE) {
                offset += w[j] / scaling.deviation(j) * scaling.center(j);
            }
        }
        Arrays.fill(scores, intercept - offset);
        for (int j = 0; j < w.length; j++) {
            double coefficient = w[j] / scaling.deviation(j);
            if (w[j] != 0 && place[j] == NOWHERE) {
                features.addScaled(j, coefficient, scores);
            } else if (w[j] != 0) {
                copies.addScaled(place[j], coefficient, scores);
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
            double product =
                    place[j] == NOWHERE ? features.dot(j, r) - scaling.center(j) * sum : copies.dot(place[j], r);
            target[j] = product / scaling.deviation(j);
        }
    }
}
