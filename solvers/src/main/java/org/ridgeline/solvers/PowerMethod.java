package org.ridgeline.solvers;

import java.util.SplittableRandom;
import org.ridgeline.Sums;

/** The largest eigenvalue of a matrix that is known by its products. */
final class PowerMethod {

    private static final int ROUNDS = 30;

    private PowerMethod() {}

    /** An estimate from below of the largest eigenvalue of X̃ᵀHX̃, for a diagonal H ≥ 0; 0 if the matrix is 0. */
    static double largestEigenvalue(Design design, double[] h) {
        double[] v = new double[design.columns()];
        SplittableRandom random = new SplittableRandom(1);
        for (int j = 0; j < v.length; j++) {
            v[j] = random.nextDouble(0.5, 1.5);
        }
        double[] none = new double[design.outputs()];
        double[] scores = new double[h.length];
        double[] product = new double[v.length];
        double largest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            design.multiply(v, none, scores);
            for (int i = 0; i < h.length; i++) {
                scores[i] *= h[i];
            }
            design.multiplyTransposed(scores, product);
            double above = 0;
            double below = 0;
            for (int j = 0; j < v.length; j++) {
                above += v[j] * product[j];
                below += v[j] * v[j];
            }
            double norm = Sums.norm2(product);
            if (!(norm > 0)) {
                break;
            }
            largest = Math.max(largest, above / below);
            for (int j = 0; j < v.length; j++) {
                v[j] = product[j] / norm;
            }
        }
        return largest;
    }
}
