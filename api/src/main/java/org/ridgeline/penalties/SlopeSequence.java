package org.ridgeline.penalties;

import java.util.Arrays;

/** The falling coefficients of a sorted l1 norm, for ranks from the largest magnitude on. */
final class SlopeSequence {

    /** Sums of larger magnitudes might overflow. */
    private static final double LARGE = 0x1p900;

    private SlopeSequence() {}

    /** cᵢ = Φ⁻¹(1 − iq/2p) / Φ⁻¹(1 − q/2p) for i = 1 … p; 1 throughout for q = 0, which is the limit. */
    static double[] of(int p, double q) {
        double[] c = new double[p];
        Arrays.fill(c, 1);
        if (q == 0) {
            return c;
        }
        double first = quantile(1, p, q);
        for (int k = 1; k < p; k++) {
            // Where the approximation changes from one range to the next it may rise by a rounding error.
            c[k] = Math.min(c[k - 1], quantile(k + 1, p, q) / first);
        }
        return c;
    }

    private static double quantile(int i, int p, double q) {
        return NormalQuantile.upper(Math.max(i * q / (2.0 * p), Double.MIN_NORMAL));
    }

    /** The mean of the coefficients that equal magnitudes share, which is the subgradient that treats them alike. */
    static double[] shared(double[] c, SortedSizes sizes) {
        double[] shared = c.clone();
        for (int from = 0; from < c.length; ) {
            int to = from + 1;
            double sum = c[from];
            while (to < c.length && sizes.ranked(to) == sizes.ranked(from)) {
                sum += c[to++];
            }
            Arrays.fill(shared, from, to, sum / (to - from));
            from = to;
        }
        return shared;
    }

    /** The smallest over k of λf Σᵢ₌₁ᵏ cᵢ / Σᵢ₌₁ᵏ|u|₍ᵢ₎, at most 1: the reciprocal of the dual norm. */
    static double dualScale(SortedSizes sizes, double[] c, double strength) {
        double largest = c.length == 0 ? 0 : sizes.ranked(0);
        if (!Double.isFinite(largest)) {
            return Dual.scale(strength, largest);
        }
        // A power of two scales without rounding.
        double unit = largest > LARGE ? 1 / LARGE : 1;
        double scale = 1;
        RunningSum bound = new RunningSum();
        RunningSum sum = new RunningSum();
        for (int k = 0; k < c.length; k++) {
            bound.add(c[k]);
            sum.add(sizes.ranked(k) * unit);
            scale = Math.min(scale, Dual.scale(strength * unit * bound.value(), sum.value()));
        }
        return scale;
    }

    /** Carries the rounding errors along (Neumaier 1974), as many partial sums are each to be right to the last digits. */
    private static final class RunningSum {

        private double sum;
        private double error;

        void add(double next) {
            double more = sum + next;
            error += Math.abs(sum) >= Math.abs(next) ? (sum - more) + next : (next - more) + sum;
            sum = more;
        }

        double value() {
            return sum + error;
        }
    }
}
