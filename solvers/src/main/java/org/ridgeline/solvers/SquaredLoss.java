package org.ridgeline.solvers;

/** ℓ(y, f) = (y − f)². */
record SquaredLoss() implements ScalarLoss {

    @Override
    public double value(double y, double f) {
        return (y - f) * (y - f);
    }

    @Override
    public double derivative(double y, double f) {
        return 2 * (f - y);
    }

    @Override
    public double curvature(double y, double f) {
        return 2;
    }

    @Override
    public double largestCurvature(double from, double to) {
        return 2;
    }

    @Override
    public double conjugate(double y, double v) {
        return v * (v / 4 + y);
    }

    @Override
    public String toString() {
        return "squared";
    }
}
