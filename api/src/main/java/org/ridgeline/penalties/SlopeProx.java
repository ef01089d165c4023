package org.ridgeline.penalties;

/**
 * The proximal step of a sorted l1 norm. Of all vectors that do not rise it takes the one closest to |w|₍ᵢ₎ − s·cᵢ, by pooling
 * adjacent violators, and of that the positive part.
 *
 * <p>Source: Bogdan et al., "SLOPE: adaptive variable selection via convex optimization", Ann. Appl. Stat. 9 (2015), FastProxSL1.
 */
final class SlopeProx {

    private SlopeProx() {}

    /** The new magnitude for each rank; equal magnitudes and those that meet are equal to the last bit. */
    static double[] of(SortedSizes sizes, double[] c, double strength) {
        int count = sizes.count();
        double[] mean = new double[count];
        int[] start = new int[count + 1];
        int blocks = 0;
        for (int k = 0; k < count; k++) {
            mean[blocks] = sizes.ranked(k) - strength * c[k];
            start[blocks++] = k;
            start[blocks] = k + 1;
            while (blocks > 1 && mean[blocks - 2] <= mean[blocks - 1]) {
                blocks--;
                double share = (double) (start[blocks + 1] - start[blocks]) / (start[blocks + 1] - start[blocks - 1]);
                mean[blocks - 1] = between(mean[blocks - 1], mean[blocks], share);
                start[blocks] = start[blocks + 1];
            }
        }
        double[] moved = new double[count];
        for (int b = 0; b < blocks; b++) {
            for (int k = start[b]; k < start[b + 1]; k++) {
                moved[k] = Math.max(mean[b], 0);
            }
        }
        return moved;
    }

    /** From low to high; a sum would overflow sooner, and ∞ − ∞ is NaN. */
    private static double between(double low, double high, double share) {
        return low == high ? low : Math.min(low + (high - low) * share, high);
    }
}
