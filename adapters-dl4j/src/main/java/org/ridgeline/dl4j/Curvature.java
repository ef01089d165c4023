package org.ridgeline.dl4j;

import java.util.Arrays;
import org.ridgeline.Sums;

/** The largest curvature of a mean loss, whose inverse is a safe learning rate. */
final class Curvature {

    private static final int ITERATIONS = 100;
    /** Power iteration comes from below; what it still lacks is less than this. */
    private static final double MARGIN = 1.02;

    private Curvature() {}

    /** The largest eigenvalue of AᵀA/n for the n rows with a 1 for the bias appended, by power iteration. */
    static double ofMeanSquares(double[][] rows) {
        int p = rows[0].length;
        double[] direction = new double[p + 1];
        // All coordinates differ, so that the direction is orthogonal to no eigenvector except by accident.
        Arrays.setAll(direction, j -> 1 + 1.0 / (j + 2));
        double eigenvalue = 1;
        for (int k = 0; k < ITERATIONS; k++) {
            double norm = Sums.norm2(direction);
            for (int j = 0; j <= p; j++) {
                direction[j] /= norm;
            }
            direction = image(rows, direction);
            eigenvalue = Sums.norm2(direction);
        }
        return eigenvalue * MARGIN;
    }

    private static double[] image(double[][] rows, double[] direction) {
        int p = rows[0].length;
        double[] image = new double[p + 1];
        for (double[] row : rows) {
            double product = direction[p];
            for (int j = 0; j < p; j++) {
                product += row[j] * direction[j];
            }
            product /= rows.length;
            for (int j = 0; j < p; j++) {
                image[j] += product * row[j];
            }
            image[p] += product;
        }
        return image;
    }
}
