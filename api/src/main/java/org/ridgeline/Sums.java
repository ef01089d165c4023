package org.ridgeline;

/**
 * Sums and norms for penalties: pairwise, so that the error of a long sum stays near that of one addition (Higham,
 * "Accuracy and Stability of Numerical Algorithms", 2002, chapter 4), and without overflow or underflow on the way.
 */
public final class Sums {

    private static final int BLOCK = 128;
    /** Sums of squares between these bounds have lost nothing to overflow, and to underflow nothing that counts. */
    private static final double SMALL = 0x1p-800;

    private static final double LARGE = 0x1p1000;

    private Sums() {}

    /** Sums the terms of a short range in a plain loop. */
    @FunctionalInterface
    public interface Block {
        /**
         * Sums some terms.
         *
         * @param from the first term
         * @param to one more than the last term
         * @return their sum
         */
        double sum(int from, int to);
    }

    /**
     * Σ of the terms 0 … count − 1, pairwise over blocks of 128.
     *
     * @param count the number of terms
     * @param block sums a block; a plain loop, so that it is as fast as a plain sum
     * @return the sum
     */
    public static double pairwise(int count, Block block) {
        return pairwise(0, count, block);
    }

    /**
     * The sum of some numbers.
     *
     * @param v any numbers
     * @return Σ vᵢ, summed pairwise
     */
    public static double sum(double[] v) {
        return pairwise(v.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += v[i];
            }
            return sum;
        });
    }

    private static double pairwise(int from, int to, Block block) {
        if (to - from <= BLOCK) {
            return block.sum(from, to);
        }
        int blocks = (to - from + BLOCK - 1) / BLOCK;
        int middle = from + blocks / 2 * BLOCK;
        return pairwise(from, middle, block) + pairwise(middle, to, block);
    }

    /**
     * The Euclidean norm.
     *
     * @param v any numbers
     * @return ‖v‖₂; NaN if one is NaN, else +∞ if one is infinite
     */
    public static double norm2(double[] v) {
        return v.length == 0 ? 0 : norm2(v, Groups.whole(v.length), 0);
    }

    /**
     * The Euclidean norm of the values of one group.
     *
     * @param v any numbers
     * @param groups a partition of them
     * @param group which group
     * @return ‖v_g‖₂; NaN if one is NaN, else +∞ if one is infinite
     */
    public static double norm2(double[] v, Groups groups, int group) {
        int start = groups.start(group);
        int count = groups.start(group + 1) - start;
        double plain = pairwise(count, (from, to) -> squares(v, groups, start + from, start + to, 1));
        if (plain > SMALL && plain < LARGE) {
            return Math.sqrt(plain);
        }
        double largest = 0;
        for (int k = start; k < start + count; k++) {
            largest = Math.max(largest, Math.abs(v[groups.member(k)]));
        }
        if (largest == 0 || Double.isNaN(largest) || Double.isInfinite(largest)) {
            return largest;
        }
        // A power of two scales without rounding.
        double scale = Math.scalb(1.0, -Math.getExponent(largest));
        double scaled = pairwise(count, (from, to) -> squares(v, groups, start + from, start + to, scale));
        return Math.sqrt(scaled) / scale;
    }

    private static double squares(double[] v, Groups groups, int from, int to, double scale) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            double x = v[groups.member(k)] * scale;
            sum += x * x;
        }
        return sum;
    }
}
