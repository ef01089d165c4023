package org.ridgeline;

/** Finds λmax by bisection on the proximal step alone, so that it holds for any penalty. */
final class LambdaMax {

    /** At a λ so much larger than the gradient, no penalty of practical use still has to set its first weight to zero. */
    private static final double OVERWHELMING = 0x1p200;

    /** Leaves room for the factors that penalties multiply λ with. */
    private static final double LARGEST = 0x1p1020;

    private final Regularizer regularizer;
    private final Weights gradient;
    private final double[] work;
    private final Weights stepped;

    private LambdaMax(Regularizer regularizer, Weights gradient) {
        this.regularizer = regularizer;
        this.gradient = gradient;
        this.work = new double[gradient.size()];
        this.stepped = gradient.withValues(work);
    }

    static double of(Regularizer regularizer, Weights gradient) {
        for (double g : gradient.values()) {
            if (!Double.isFinite(g)) {
                throw new IllegalArgumentException("λmax needs a finite gradient, but it holds " + g);
            }
        }
        return new LambdaMax(regularizer, gradient).search();
    }

    private double search() {
        boolean[] vanishing = new boolean[work.length];
        double largest = 0;
        for (double g : gradient.values()) {
            largest = Math.max(largest, Math.abs(g));
        }
        double overwhelming = Math.min(OVERWHELMING * Math.max(largest, 1), LARGEST);
        stepFromZero(overwhelming);
        boolean any = false;
        boolean allZero = true;
        for (int i = 0; i < work.length; i++) {
            boolean moved = gradient.values()[i] != 0;
            vanishing[i] = moved && work[i] == 0;
            any |= vanishing[i];
            allZero &= !moved;
        }
        if (!any) {
            return allZero ? 0 : Double.POSITIVE_INFINITY;
        }
        double high = Math.max(largest, Double.MIN_NORMAL);
        while (high < overwhelming && !staysAtZero(high, vanishing)) {
            high = Math.min(2 * high, overwhelming);
        }
        while (high > Double.MIN_NORMAL && staysAtZero(high / 2, vanishing)) {
            high /= 2;
        }
        double low = high / 2;
        for (double middle = low + (high - low) / 2; low < middle && middle < high; middle = low + (high - low) / 2) {
            if (staysAtZero(middle, vanishing)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean staysAtZero(double lambda, boolean[] vanishing) {
        stepFromZero(lambda);
        for (int i = 0; i < work.length; i++) {
            if (vanishing[i] && work[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void stepFromZero(double lambda) {
        for (int i = 0; i < work.length; i++) {
            work[i] = -gradient.values()[i];
        }
        regularizer.withLambda(lambda).prox(stepped, 1);
    }
}
