package org.ridgeline.weka.sgd;

/** Sums over long arrays: four of them each, as each addition to one would wait for that before. */
final class LongLoops {

    private LongLoops() {}

    /** Σ a·b over all of a. */
    static double dot(double[] a, double[] b) {
        double s = 0;
        double t = 0;
        double u = 0;
        double v = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s += a[i] * b[i];
            t += a[i + 1] * b[i + 1];
            u += a[i + 2] * b[i + 2];
            v += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return s + t + (u + v);
    }

    /** Lowers scales, the inverses of the largest sizes so far, to those of more values. Returns Σ (scale·value)². */
    static double reach(double[] scales, double[] values) {
        double s = 0;
        double t = 0;
        double u = 0;
        double v = 0;
        int i = 0;
        for (; i + 3 < scales.length; i += 4) {
            s += reach(scales, values[i], i);
            t += reach(scales, values[i + 1], i + 1);
            u += reach(scales, values[i + 2], i + 2);
            v += reach(scales, values[i + 3], i + 3);
        }
        for (; i < scales.length; i++) {
            s += reach(scales, values[i], i);
        }
        return s + t + (u + v);
    }

    private static double reach(double[] scales, double value, int i) {
        double square = value * scales[i] * (value * scales[i]);
        if (square > 1) {
            scales[i] = 1 / Math.abs(value);
            return 1;
        }
        return square;
    }
}
