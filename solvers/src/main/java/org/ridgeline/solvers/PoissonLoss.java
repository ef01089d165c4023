package org.ridgeline.solvers;

/** ℓ(y, f) = e^f − y − y(f − log y) for y ≥ 0, half the deviance of a Poisson distribution with mean e^f. */
record PoissonLoss() implements ScalarLoss {

    @Override
    public boolean accepts(double y) {
        return y >= 0 && y < Double.POSITIVE_INFINITY;
    }

    @Override
    public String requirement() {
        return "the Poisson loss needs finite targets >= 0";
    }

    @Override
    public double value(double y, double f) {
        if (y == 0) {
            return Math.exp(f);
        }
        // y(e^d − 1 − d), which for small d must not be the difference of large terms.
        double d = f - Math.log(y);
        return Math.max(y * (Math.expm1(d) - d), 0);
    }

    @Override
    public double derivative(double y, double f) {
        return y == 0 ? Math.exp(f) : y * Math.expm1(f - Math.log(y));
    }

    @Override
    public double curvature(double y, double f) {
        return Math.exp(f);
    }

    @Override
    public double largestCurvature(double from, double to) {
        return Math.exp(Math.max(from, to));
    }

    /** (v + y) log(v + y) − v − y log y, the conjugate of e^f at v + y with what does not depend on f. */
    @Override
    public double conjugate(double y, double v) {
        double mean = v + y;
        if (!(mean >= 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return entropy(mean) - v - entropy(y);
    }

    private static double entropy(double x) {
        return x > 0 ? x * Math.log(x) : 0;
    }

    @Override
    public double longestStep() {
        return 1;
    }

    @Override
    public String toString() {
        return "poisson";
    }
}
