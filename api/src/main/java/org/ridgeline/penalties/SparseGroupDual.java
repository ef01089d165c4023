package org.ridgeline.penalties;

import org.ridgeline.Groups;
import org.ridgeline.Sums;

/**
 * Scales one group u into the domain of the conjugate of the sparse group lasso: the largest t ≤ 1 with φ(t) = ‖S(t·u, a)‖₂ ≤
 * b, where S is the soft threshold. φ is convex and grows, so Newton's method comes down to the root from above.
 */
final class SparseGroupDual {

    /** Newton's method needs about six; it is safe to stop at any. */
    private static final int MOST_STEPS = 60;

    private final double[] size;
    private final double[] excess;
    private final double threshold;
    private final double bound;

    SparseGroupDual(double[] u, Groups groups, int group, double threshold, double bound) {
        this.size = new double[groups.size(group)];
        for (int k = 0; k < size.length; k++) {
            size[k] = Math.abs(u[groups.member(groups.start(group) + k)]);
        }
        this.excess = new double[size.length];
        this.threshold = threshold;
        this.bound = bound;
    }

    double scale() {
        double largest = 0;
        for (double one : size) {
            largest = Math.max(largest, one);
        }
        double norm = Sums.norm2(size);
        if (threshold == 0 || !Double.isFinite(norm)) {
            return Dual.scale(bound, norm);
        }
        if (bound == 0) {
            return Dual.scale(threshold, largest);
        }
        if (excessNorm(1) <= bound) {
            return 1;
        }
        // Inside, as S(t·u, a) is 0 or at most t·u.
        double inside = Math.max(Dual.scale(threshold, largest), Dual.scale(bound, norm));
        double root = root(inside);
        // Rounded down until it is inside as it is computed.
        for (double margin = 0x1p-52; excessNorm(root) > bound; margin *= 2) {
            root = Math.max(inside, root * (1 - margin));
            if (root == inside) {
                return inside;
            }
        }
        return root;
    }

    private double root(double inside) {
        double t = 1;
        for (int k = 0; k < MOST_STEPS; k++) {
            double above = excessNorm(t) - bound;
            double next = t - above / slope(above + bound);
            if (!(above > 0 && next < t)) {
                break;
            }
            t = Math.max(next, inside);
        }
        return t;
    }

    /** φ(t). */
    private double excessNorm(double t) {
        for (int k = 0; k < size.length; k++) {
            excess[k] = Math.max(t * size[k] - threshold, 0);
        }
        return Sums.norm2(excess);
    }

    /** φ′(t) = ⟨u, S(t·u, a)⟩ / φ(t), after φ(t). */
    private double slope(double norm) {
        double sum = 0;
        for (int k = 0; k < size.length; k++) {
            sum += size[k] * (excess[k] / norm);
        }
        return sum;
    }
}
