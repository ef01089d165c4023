package org.ridgeline.weka.sgd;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/**
 * The slopes of a penalty that is not convex. Its sum over many rows is so concave that its minimum jumps between 0 and where
 * it is flat, and weights in between never settle. So each row is given the tangent at |w| instead, which lies above the
 * penalty and meets it at w: R'(|w|)·|w|, a lasso. A lasso with the sum of their slopes is convex, and where weights come
 * to rest the objective has a stationary point.
 *
 * <p>Source: Zou and Li, "One-step sparse estimates in nonconcave penalized likelihood models", Ann. Stat. 36 (2008), for the
 * linear approximation.
 */
final class Tangents implements Serializable {

    private static final long serialVersionUID = 1;
    /** At 0 itself a subgradient is 0. */
    private static final double NEARLY_ZERO = 1e-9;

    /** Of each weight R'(|w|) since it was learnt last. */
    private final double[] slopes;
    /** What is to be added to time·slope for the sum over all rows. */
    private final double[] offsets;

    private Tangents(double[] slopes, double[] offsets) {
        this.slopes = slopes;
        this.offsets = offsets;
    }

    /**
     * Tangents at 0.
     *
     * @param regularizer a penalty
     * @param count how many weights
     * @return null if the penalty is convex and needs none
     * @throws IllegalArgumentException if it is neither convex nor treats each weight alone
     */
    static @Nullable Tangents of(Regularizer regularizer, int count) {
        if (regularizer.convex()) {
            return null;
        }
        if (regularizer.separability() != Separability.WEIGHT) {
            throw new IllegalArgumentException("the regularizer " + regularizer
                    + " is not convex and penalizes several weights together, which cannot be learnt from a stream:"
                    + " wanted one that is convex, or penalizes each weight alone, as l1 or mcp");
        }
        double[] slopes = new double[count];
        Arrays.fill(slopes, new Slope(regularizer).at(0));
        return new Tangents(slopes, new double[count]);
    }

    /** What tangents are evaluated with. */
    static Regularizer lasso() {
        return Regularizers.load().parse("l1(lambda=1)");
    }

    /** R'(|w|) of one weight. */
    static final class Slope {

        private final Regularizer regularizer;
        private final Weights one = Weights.of(0);
        private final double[] gradient = new double[1];

        Slope(Regularizer regularizer) {
            this.regularizer = regularizer;
        }

        double at(double w) {
            one.values()[0] = Math.max(Math.abs(w), NEARLY_ZERO);
            gradient[0] = 0;
            regularizer.addGradient(one, 1, gradient);
            return gradient[0];
        }
    }

    /** The mean slope of a weight over all rows. */
    double mean(int w, double time) {
        // What cancels may leave a rounding below 0.
        return time == 0 ? slopes[w] : Math.max(0, slopes[w] + offsets[w] / time);
    }

    /** Takes the slope of a weight for the next row, and for those after it until the next time. */
    void learn(int w, double time, double slope) {
        offsets[w] += time * (slopes[w] - slope);
        slopes[w] = slope;
    }

    Tangents copy() {
        return new Tangents(slopes.clone(), offsets.clone());
    }

    /** Adds those of other rows: sums add up, and the slope is their mean until a weight is learnt again. */
    void add(double time, Tangents other, double otherTime) {
        double both = time + otherTime;
        for (int w = 0; both > 0 && w < slopes.length; w++) {
            double sum = time * slopes[w] + offsets[w] + otherTime * other.slopes[w] + other.offsets[w];
            slopes[w] = (time * slopes[w] + otherTime * other.slopes[w]) / both;
            offsets[w] = sum - both * slopes[w];
        }
    }
}
