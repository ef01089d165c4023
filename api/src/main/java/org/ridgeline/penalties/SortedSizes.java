package org.ridgeline.penalties;

import java.util.Arrays;
import org.ridgeline.Weights;

/**
 * The magnitudes of all penalised weights in ascending order, NaN last, with the penalty factor that they share. Where a
 * weight stands is found by its magnitude, so equal weights are treated alike.
 *
 * @param ascending the magnitudes
 * @param factor what every penalised weight has; 0 if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SortedSizes(double[] ascending, double factor) {

    /**
     * Sorts.
     *
     * @throws IllegalArgumentException if penalised weights have different factors
     */
    static SortedSizes of(Weights weights) {
        double[] sizes = new double[weights.size()];
        double shared = 0;
        int count = 0;
        for (int i = 0; i < sizes.length; i++) {
            double factor = weights.factor(i);
            if (factor == 0) {
                continue;
            }
            if (shared != 0 && factor != shared) {
                throw new IllegalArgumentException("a sorted penalty needs one penalty factor for all weights, or 0 for"
                        + " some, but there are " + shared + " and " + factor);
            }
            shared = factor;
            sizes[count++] = Math.abs(weights.values()[i]);
        }
        double[] ascending = Arrays.copyOf(sizes, count);
        Arrays.sort(ascending);
        return new SortedSizes(ascending, shared);
    }

    int count() {
        return ascending.length;
    }

    /** The magnitude of a rank, from 0 for the largest. */
    double ranked(int rank) {
        return ascending[ascending.length - 1 - rank];
    }

    /** A rank of a magnitude that is among these, any of those that equal ones share. */
    int rank(double size) {
        return ascending.length - 1 - Arrays.binarySearch(ascending, size);
    }
}
