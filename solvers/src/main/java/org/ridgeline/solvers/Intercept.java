package org.ridgeline.solvers;

/** Minimises a loss over an intercept alone. */
final class Intercept {

    private static final int MOST_STEPS = 200;
    /** A slope smaller than this share of its terms is zero to rounding. */
    private static final double ROUNDING = 0x1p-50;

    private Intercept() {}

    /**
     * By how much scores must be shifted to where the loss is smallest, by Newton's method within a bracket.
     *
     * @param y targets, of which those of the examples begin at {@code first}
     * @param s of the examples
     * @param scores as the targets
     */
    static double optimal(ScalarLoss loss, double[] y, double[] s, double[] scores, int first) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double longest = loss.longestStep();
        double shift = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double slope = 0;
            double lost = 0;
            double size = 0;
            double curvature = 0;
            for (int i = 0; i < s.length; i++) {
                double score = scores[first + i] + shift;
                double term = s[i] * loss.derivative(y[first + i], score);
                // Kahan's sum, whose error does not grow with n.
                double kept = term - lost;
                double sum = slope + kept;
                lost = (sum - slope) - kept;
                slope = sum;
                size += Math.abs(term);
                curvature += s[i] * loss.curvature(y[first + i], score);
            }
            if (Math.abs(slope) <= ROUNDING * size) {
                break;
            }
            if (slope < 0) {
                low = shift;
            } else {
                high = shift;
            }
            double newton =
                    Double.isFinite(slope) && curvature > 0 ? -slope / curvature : -longest * Math.signum(slope);
            double next = shift + Math.max(-longest, Math.min(longest, newton));
            if (!(next >= low && next <= high)) {
                next = low + (high - low) / 2;
            }
            if (next == shift || Double.isNaN(next)) {
                break;
            }
            shift = next;
            longest *= 2;
        }
        return shift;
    }
}
