package org.ridgeline.solvers;

import org.ridgeline.Interval;

/**
 * ℓ(y, f) = r² where |r| ≤ δ and 2δ|r| − δ² beyond, for r = y − f.
 *
 * @param delta δ &gt; 0
 */
record HuberLoss(double delta) implements ScalarLoss {

    HuberLoss {
        delta = Interval.above(0).require("delta", delta);
    }

    @Override
    public double value(double y, double f) {
        double r = Math.abs(y - f);
        return r <= delta ? r * r : delta * (2 * r - delta);
    }

    @Override
    public double derivative(double y, double f) {
        return 2 * Math.max(-delta, Math.min(delta, f - y));
    }

    /** The parabola of curvature 2δ/|r| touches the straight part of the loss from above. */
    @Override
    public double curvature(double y, double f) {
        double r = Math.abs(y - f);
        return r <= delta ? 2 : 2 * delta / r;
    }

    @Override
    public double largestCurvature(double from, double to) {
        return 2;
    }

    @Override
    public double conjugate(double y, double v) {
        return Math.abs(v) <= 2 * delta ? v * (v / 4 + y) : Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return "huber(delta=" + delta + ")";
    }
}
