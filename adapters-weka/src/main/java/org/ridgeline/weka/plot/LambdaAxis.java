package org.ridgeline.weka.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ridgeline.TextForm;

/**
 * A logarithmic axis of λ, largest first, so that a path starts on the left with no coefficients. A λ of 0 has the place at
 * its right end.
 */
public final class LambdaAxis {

    private static final int FEWEST_TICKS = 5;
    /** With fewer than five powers of ten there are at most as many of their multiples by 1, 2 and 5. */
    private static final int MOST_TICKS = 15;

    private static final double GAP = 8;
    private static final int[][] DIGITS = {{1}, {1, 2, 5}, {1, 2, 3, 4, 5, 6, 7, 8, 9}};

    private final double[] lambdas;
    private final double high;
    private final double low;
    private final double start;
    private final double end;
    private final double left;
    private final double right;

    /**
     * An axis of a path.
     *
     * @param lambdas the λ, largest first
     * @param left where the largest is
     * @param right where the smallest is
     */
    public LambdaAxis(double[] lambdas, double left, double right) {
        this.lambdas = lambdas;
        double[] positive = Arrays.stream(lambdas).filter(l -> l > 0).toArray();
        this.high = Arrays.stream(positive).max().orElse(1);
        this.low = Arrays.stream(positive).min().orElse(1);
        double span = Math.log10(high) - Math.log10(low);
        double zero = positive.length < lambdas.length ? Math.max(0.3, span / 8) : 0;
        double padding = span > 0 ? 0 : 0.5;
        this.start = Math.log10(high) + padding;
        this.end = Math.log10(low) - Math.max(padding, zero);
        this.left = left;
        this.right = right;
    }

    /**
     * Where in the picture a λ is.
     *
     * @param lambda ≥ 0
     * @return the place
     */
    public double at(double lambda) {
        return lambda == 0 ? right : left + (start - Math.log10(lambda)) / (start - end) * (right - left);
    }

    /** Round λ whose labels have room, and 0 if the path has it, largest first. */
    List<Double> ticks() {
        List<Double> ticks = round(DIGITS[0]);
        for (int i = 1; i < DIGITS.length && ticks.size() < FEWEST_TICKS; i++) {
            ticks = round(DIGITS[i]);
        }
        if (ticks.isEmpty()) {
            ticks.add(high);
        }
        int step = (ticks.size() + MOST_TICKS - 1) / MOST_TICKS;
        List<Double> chosen = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ticks.size(); i += step) {
            double half = (Lettering.width(TextForm.number(ticks.get(i))) + GAP) / 2;
            if (at(ticks.get(i)) - half >= free) {
                chosen.add(ticks.get(i));
                free = at(ticks.get(i)) + half;
            }
        }
        if (Arrays.stream(lambdas).anyMatch(l -> l == 0)) {
            chosen.add(0.0);
        }
        return chosen;
    }

    private List<Double> round(int[] digits) {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.ceil(Math.log10(high)); power >= Math.floor(Math.log10(low)); power--) {
            for (int d = digits.length - 1; d >= 0; d--) {
                // From its decimal digits, so that it is the number that its label says.
                double tick = Double.parseDouble(digits[d] + "e" + power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** Indices of λ that are at least so many pixels apart, the first and the last among them. */
    List<Integer> apart(double pixels) {
        List<Integer> chosen = new ArrayList<>(List.of(0));
        int last = lambdas.length - 1;
        for (int k = 1; k < last; k++) {
            boolean room = at(lambdas[k]) - at(lambdas[chosen.get(chosen.size() - 1)]) >= pixels;
            if (room && at(lambdas[last]) - at(lambdas[k]) >= pixels) {
                chosen.add(k);
            }
        }
        if (last > 0) {
            chosen.add(last);
        }
        return chosen;
    }
}
