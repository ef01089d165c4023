package org.ridgeline.solvers;

import java.util.function.BooleanSupplier;

/**
 * Anderson acceleration: from the last few iterates of a fixed-point method, the combination whose residuals would cancel.
 *
 * <p>Source: Bertrand and Massias, "Anderson acceleration of coordinate descent", AISTATS (2021).
 */
final class Anderson {

    /** How many steps are combined. */
    private static final int DEPTH = 5;

    /** Objectives that differ by a smaller share are equal to rounding. */
    private static final double ROUNDING = 1e-13;

    /** Larger shares would magnify the rounding of the iterates until point and image do not belong together. */
    private static final double LARGEST_SHARE = 1e7;

    private final double[][] points = new double[DEPTH + 1][];
    /** What depends linearly on the point, to be combined alike. */
    private double[][][] images = new double[0][][];

    private int count;

    /** Forgets all iterates, as when the method changes. */
    void reset() {
        count = 0;
    }

    /** Takes an iterate, with vectors that depend linearly on it; all are copied. */
    void record(double[] point, int size, double[]... image) {
        if (count > DEPTH) {
            count = 0;
        }
        points[count] = copy(points[count], point, size);
        if (images.length != image.length) {
            images = new double[image.length][DEPTH + 1][];
        }
        for (int k = 0; k < image.length; k++) {
            images[k][count] = copy(images[k][count], image[k], image[k].length);
        }
        count++;
    }

    private static double[] copy(double[] old, double[] values, int size) {
        double[] target = old == null || old.length != size ? new double[size] : old;
        System.arraycopy(values, 0, target, 0, size);
        return target;
    }

    /** Whether there are enough iterates to combine. */
    boolean isFull() {
        return count == DEPTH + 1;
    }

    /**
     * Writes the combination into a point and its image.
     *
     * @return false if the iterates do not determine one; then nothing is written
     */
    boolean extrapolate(double[] point, double[]... image) {
        double[] share = new double[DEPTH];
        int size = points[0].length;
        double[][] products = new double[DEPTH][DEPTH];
        for (int a = 0; a < DEPTH; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    sum += (points[a + 1][j] - points[a][j]) * (points[b + 1][j] - points[b][j]);
                }
                products[a][b] = sum;
                products[b][a] = sum;
            }
            share[a] = 1;
        }
        // The differences become nearly parallel as the method converges.
        double trace = 0;
        for (int a = 0; a < DEPTH; a++) {
            trace += products[a][a];
        }
        for (int a = 0; a < DEPTH; a++) {
            products[a][a] += 1e-14 * trace;
        }
        if (!SmallSystem.solve(products, share)) {
            return false;
        }
        double total = 0;
        double magnitude = 0;
        for (double s : share) {
            total += s;
            magnitude += Math.abs(s);
        }
        if (!(magnitude < LARGEST_SHARE * Math.abs(total))) {
            return false;
        }
        combine(points, share, total, point);
        for (int k = 0; k < image.length; k++) {
            combine(images[k], share, total, image[k]);
        }
        return true;
    }

    /**
     * Whether to go on from a combination: if the objective is lower there or, where rounding hides that, the residual is.
     *
     * @param residualFalls whether it is, asked for only if need be
     */
    static boolean improves(double before, double after, BooleanSupplier residualFalls) {
        double noise = ROUNDING * Math.abs(before);
        return after < before - noise || (after <= before + noise && residualFalls.getAsBoolean());
    }

    private static void combine(double[][] from, double[] share, double total, double[] target) {
        for (int j = 0; j < from[0].length; j++) {
            double sum = 0;
            for (int a = 0; a < share.length; a++) {
                sum += share[a] / total * from[a + 1][j];
            }
            target[j] = sum;
        }
    }
}
