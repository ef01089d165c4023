package org.ridgeline.solvers;

/** ℓ(y, f) = log(1 + e^f) − y·f for y ∈ {0, 1}. */
record LogisticLoss() implements ScalarLoss {

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public boolean accepts(double y) {
        return y == 0 || y == 1;
    }

    @Override
    public String requirement() {
        return "the logistic loss needs targets 0 or 1";
    }

    @Override
    public double value(double y, double f) {
        // log(1 + e^f) = max(f, 0) + log(1 + e^−|f|) neither overflows nor loses small terms.
        return Math.max(f, 0) - y * f + Math.log1p(Math.exp(-Math.abs(f)));
    }

    @Override
    public double derivative(double y, double f) {
        // p or p − 1, which for small values must not be the difference of p and 1.
        return y == 1 ? -1 / (1 + Math.exp(f)) : 1 / (1 + Math.exp(-f));
    }

    @Override
    public double curvature(double y, double f) {
        double e = Math.exp(-Math.abs(f));
        return e / ((1 + e) * (1 + e));
    }

    @Override
    public double largestCurvature(double from, double to) {
        boolean around = from < 0 != to < 0;
        return around ? 0.25 : curvature(0, Math.min(Math.abs(from), Math.abs(to)));
    }

    @Override
    public double conjugate(double y, double v) {
        // The probability of the wrong class.
        double q = y == 1 ? -v : v;
        if (!(q >= 0 && q <= 1)) {
            return Double.POSITIVE_INFINITY;
        }
        return (q > 0 ? q * Math.log(q) : 0) + (q < 1 ? (1 - q) * Math.log1p(-q) : 0);
    }

    @Override
    public double longestStep() {
        return 2;
    }

    @Override
    public String toString() {
        return "logistic";
    }
}
