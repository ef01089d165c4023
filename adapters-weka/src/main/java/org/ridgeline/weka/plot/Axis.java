package org.ridgeline.weka.plot;

import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * A linear axis with round ticks.
 *
 * @param min the number at {@code from}
 * @param max the number at {@code to}
 * @param tick the distance of ticks
 * @param from where in the picture the axis starts
 * @param to where it ends
 */
public record Axis(double min, double max, double tick, double from, double to) {

    private static final double MARGIN = 0.04;

    /**
     * An axis of some numbers with a margin.
     *
     * @param lowest the smallest number
     * @param highest the largest
     * @param ticks about how many there are to be
     * @param from where in the picture the axis starts
     * @param to where it ends
     * @return with round ticks
     */
    public static Axis around(double lowest, double highest, double ticks, double from, double to) {
        double margin = highest > lowest ? (highest - lowest) * MARGIN : Math.max(1, Math.abs(highest) * MARGIN);
        double min = lowest - margin;
        double max = highest + margin;
        return new Axis(min, max, roundTick((max - min) / ticks), from, to);
    }

    /** The next larger of 1, 2, 5 times a power of ten. */
    private static double roundTick(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double digit = wanted / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    /**
     * Where in the picture a number is.
     *
     * @param value the number
     * @return the place
     */
    public double at(double value) {
        return from + (value - min) / (max - min) * (to - from);
    }

    /**
     * The round numbers of the axis.
     *
     * @return ascending
     */
    public double[] ticks() {
        return LongStream.rangeClosed((long) Math.ceil(min / tick), (long) Math.floor(max / tick))
                .mapToDouble(k -> k * tick)
                .toArray();
    }

    /**
     * A tick as text, with the digits that tell it from the next.
     *
     * @param value a tick
     * @return its label
     */
    public String label(double value) {
        double largest = DoubleStream.of(min, max).map(Math::abs).max().orElseThrow();
        if (value != 0 && (tick < 1e-5 || largest >= 1e7)) {
            int digits = (int) Math.max(0, Math.floor(Math.log10(largest)) - Math.floor(Math.log10(tick)));
            return String.format(Locale.ROOT, "%." + digits + "e", value);
        }
        int digits = Math.max(0, (int) Math.ceil(-Math.log10(tick) - 1e-9));
        return value == 0 ? "0" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
