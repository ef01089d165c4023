package org.ridgeline.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The obvious slow way to minimise a function of a few variables that may have kinks and be infinite in places: line
 * searches by golden section, from several starts, along all directions in {−1, 0, 1}ⁿ, random ones, and the last way.
 */
final class SlowMinimizer {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int SWEEPS = 30;
    private static final int SECTIONS = 20;

    private final ToDoubleFunction<double[]> function;
    private final SplittableRandom random;

    SlowMinimizer(ToDoubleFunction<double[]> function, long seed) {
        this.function = function;
        this.random = new SplittableRandom(seed);
    }

    /** The best point found from any start. */
    double[] minimize(List<double[]> starts) {
        double[] best = starts.get(0);
        for (double[] start : starts) {
            double[] found = descend(start);
            if (function.applyAsDouble(found) < function.applyAsDouble(best)) {
                best = found;
            }
        }
        return best;
    }

    private double[] descend(double[] start) {
        double[] x = start;
        double[] last = start;
        double radius = 1 + Vectors.norm(start);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            List<double[]> directions = new ArrayList<>(signs(x.length));
            directions.add(Vectors.direction(random, x.length));
            directions.add(x);
            directions.add(Vectors.minus(x, last));
            last = x;
            for (double[] direction : directions) {
                x = along(x, direction, radius);
            }
            radius = Math.max(radius / 2, 4 * Vectors.norm(Vectors.minus(x, last)));
        }
        return x;
    }

    /** The directions in {−1, 0, 1}ⁿ, but not zero and not the opposite of one before. */
    private static List<double[]> signs(int size) {
        List<double[]> directions = new ArrayList<>();
        int zero = ((int) Math.pow(3, size) - 1) / 2;
        for (int code = 0; code < zero; code++) {
            double[] direction = new double[size];
            int rest = code;
            for (int i = 0; i < size; i++) {
                direction[i] = rest % 3 - 1;
                rest /= 3;
            }
            directions.add(direction);
        }
        return directions;
    }

    /** Golden-section search along x + t·d for |t|·‖d‖ ≤ radius. */
    private double[] along(double[] x, double[] d, double radius) {
        double length = Vectors.norm(d);
        if (length == 0) {
            return x;
        }
        double low = -radius / length;
        double high = -low;
        // Starting from 0, so that the middle of the three points is never where the function is infinite.
        double middle = 0;
        double[] best = x;
        double least = function.applyAsDouble(x);
        for (int k = 0; k < SECTIONS; k++) {
            boolean right = high - middle > middle - low;
            double t = right ? high - GOLDEN * (high - middle) : low + GOLDEN * (middle - low);
            double[] trial = Vectors.plus(x, t, d);
            double value = function.applyAsDouble(trial);
            if (value < least) {
                if (right) {
                    low = middle;
                } else {
                    high = middle;
                }
                middle = t;
                least = value;
                best = trial;
            } else if (right) {
                high = t;
            } else {
                low = t;
            }
        }
        return best;
    }
}
