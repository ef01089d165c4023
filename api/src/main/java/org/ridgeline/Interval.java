package org.ridgeline;

/**
 * The finite numbers between two bounds. Its text is what an error message shows: {@code [0, 1]}, {@code > 0}.
 *
 * @param min the lower bound, or −∞
 * @param minIncluded whether the lower bound itself belongs to the interval
 * @param max the upper bound, or +∞
 * @param maxIncluded whether the upper bound itself belongs to the interval
 */
public record Interval(double min, boolean minIncluded, double max, boolean maxIncluded) {

    /**
     * Checks that the bounds are in order.
     *
     * @param min the lower bound, or −∞
     * @param minIncluded whether the lower bound itself belongs to the interval
     * @param max the upper bound, or +∞
     * @param maxIncluded whether the upper bound itself belongs to the interval
     */
    public Interval {
        if (!(min <= max)) {
            throw new IllegalArgumentException("an interval needs min ≤ max, but these are " + min + " and " + max);
        }
    }

    /**
     * min ≤ x ≤ max.
     *
     * @param min the lower bound, included
     * @param max the upper bound, included
     * @return the interval
     */
    public static Interval closed(double min, double max) {
        return new Interval(min, true, max, true);
    }

    /**
     * min &lt; x &lt; max.
     *
     * @param min the lower bound, left out
     * @param max the upper bound, left out
     * @return the interval
     */
    public static Interval open(double min, double max) {
        return new Interval(min, false, max, false);
    }

    /**
     * x ≥ min.
     *
     * @param min the lower bound, included
     * @return the interval
     */
    public static Interval atLeast(double min) {
        return new Interval(min, true, Double.POSITIVE_INFINITY, false);
    }

    /**
     * x &gt; min.
     *
     * @param min the lower bound, left out
     * @return the interval
     */
    public static Interval above(double min) {
        return new Interval(min, false, Double.POSITIVE_INFINITY, false);
    }

    /**
     * Whether a number is finite and within the bounds.
     *
     * @param value any number
     * @return false for NaN and infinities
     */
    public boolean contains(double value) {
        return Double.isFinite(value)
                && (minIncluded ? value >= min : value > min)
                && (maxIncluded ? value <= max : value < max);
    }

    /**
     * Checks a number.
     *
     * @param name what the number is, for the message
     * @param value the number
     * @return the number, with −0.0 as 0.0
     * @throws IllegalArgumentException if it lies outside, is infinite or NaN
     */
    public double require(String name, double value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(name + " must be a number " + this + ", but is " + value);
        }
        return value + 0.0;
    }

    @Override
    public String toString() {
        if (min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY) {
            return "of any size";
        }
        if (max == Double.POSITIVE_INFINITY) {
            return (minIncluded ? ">= " : "> ") + TextForm.number(min);
        }
        if (min == Double.NEGATIVE_INFINITY) {
            return (maxIncluded ? "<= " : "< ") + TextForm.number(max);
        }
        return "in " + (minIncluded ? "[" : "(") + TextForm.number(min) + ", " + TextForm.number(max)
                + (maxIncluded ? "]" : ")");
    }
}
