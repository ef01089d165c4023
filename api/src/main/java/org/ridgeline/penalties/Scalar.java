package org.ridgeline.penalties;

/** Branch-free functions of one weight. NaN gives NaN, and no result is −0.0. */
final class Scalar {

    private Scalar() {}

    /** sign(w)·max(|w| − threshold, 0), the proximal step of threshold·|w|. */
    static double softThreshold(double w, double threshold) {
        return w - Math.max(-threshold, Math.min(threshold, w));
    }

    /** step·λ, which is 0 at λ = 0 whatever the step, and finite, so that an infinite weight stays infinite. */
    static double strength(double step, double lambda) {
        return lambda == 0 ? 0 : Math.min(step * lambda, Double.MAX_VALUE);
    }

    /** A magnitude with the sign of w, but 0.0 for 0. */
    static double signed(double magnitude, double w) {
        return magnitude == 0 ? 0.0 : Math.copySign(magnitude, w);
    }

    /** −1, 0 or 1. Scaled twice, as once does not lift every subnormal above 1; {@code Math.signum} would branch. */
    static double sign(double w) {
        return Math.max(-1.0, Math.min(1.0, w * 0x1p1000 * 0x1p1000));
    }
}
