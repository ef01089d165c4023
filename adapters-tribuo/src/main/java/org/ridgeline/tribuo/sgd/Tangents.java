package org.ridgeline.tribuo.sgd;

import java.util.Arrays;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.ridgeline.tribuo.InstalledRegularizers;
import org.tribuo.math.la.DenseMatrix;

/**
 * The slopes of a penalty that is not convex. t·R itself would be so concave that its minimum jumps between 0 and where R is
 * flat. So each step is given the tangent of the penalty at |w|, R'(|w|)·|w|, which is a lasso.
 *
 * <p>Source: Zou and Li, "One-step sparse estimates in nonconcave penalized likelihood models", Ann. Stat. 36 (2008).
 */
final class Tangents {

    /** At 0 itself a subgradient is 0. */
    private static final double NEARLY_ZERO = 1e-9;

    private final Regularizer regularizer;
    private final Weights one = Weights.of(0);
    private final double[] gradient = new double[1];
    /** Of each weight R'(|w|) since its last gradient. */
    private final double[][] slopes;
    /** What is to be added to time·slope for the sum over all steps. */
    private final double[][] offsets;

    Tangents(Regularizer regularizer, int rows, int columns) {
        this.regularizer = regularizer;
        slopes = new double[rows][columns];
        offsets = new double[rows][columns];
        double atZero = slope(0);
        for (double[] row : slopes) {
            Arrays.fill(row, atZero);
        }
    }

    /** Takes the slopes at the weights of a row that have a gradient. */
    void learn(int row, double time, double[] w, DenseMatrix gradients, int penalised) {
        for (int j = 0; j < penalised; j++) {
            if (gradients.get(row, j) != 0) {
                learn(row, j, time, w[j]);
            }
        }
    }

    /** What proximal steps are taken with, of a size that the mean slope multiplies. */
    static Regularizer lasso() {
        return InstalledRegularizers.parse("l1(lambda=1)");
    }

    private double slope(double w) {
        one.values()[0] = Math.max(Math.abs(w), NEARLY_ZERO);
        gradient[0] = 0;
        regularizer.addGradient(one, 1, gradient);
        return gradient[0];
    }

    /** The mean slope of a weight over all steps so far. */
    double mean(int row, int column, double time) {
        // What cancels may leave a rounding below 0.
        return time == 0 ? slopes[row][column] : Math.max(0, slopes[row][column] + offsets[row][column] / time);
    }

    /** Takes the slope at a weight that has a gradient, for this step and those until its next. */
    void learn(int row, int column, double time, double w) {
        double slope = slope(w);
        offsets[row][column] += time * (slopes[row][column] - slope);
        slopes[row][column] = slope;
    }
}
