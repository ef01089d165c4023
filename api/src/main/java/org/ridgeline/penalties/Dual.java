package org.ridgeline.penalties;

/** Scaling into the domain of a conjugate. */
final class Dual {

    private Dual() {}

    /** The largest factor ≤ 1, to rounding, that brings a magnitude within a bound; rounded down so that it does. */
    static double scale(double bound, double magnitude) {
        return magnitude <= bound ? 1 : bound / magnitude * (1 - 0x1p-50);
    }
}
