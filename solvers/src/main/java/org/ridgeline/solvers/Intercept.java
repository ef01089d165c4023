package org.ridgeline.solvers;

/** Minimises the loss over the intercept alone. */
final class Intercept {

    private static final int MOST_STEPS = 200;
    /** A slope smaller than this share of its terms is zero to rounding. */
    private static final double ROUNDING = 0x1p-50;

    private Intercept() {}

    /**
     * Shifts the scores to where the loss is smallest, by Newton's method within a bracket.
     *
     * @param scores changed in place
     * @return by how much they were shifted
     */
    static double optimize(Problem problem, double[] scores) {
        Loss loss = problem.loss();
        double[] y = problem.target();
        double[] s = problem.exampleWeights();
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double longest = loss.longestStep();
        double shift = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double slope = 0;
            double lost = 0;
            double size = 0;
            double curvature = 0;
            for (int i = 0; i < scores.length; i++) {
                double term = s[i] * loss.derivative(y[i], scores[i] + shift);
                // Kahan's sum, whose error does not grow with n.
                double kept = term - lost;
                double sum = slope + kept;
                lost = (sum - slope) - kept;
                slope = sum;
                size += Math.abs(term);
                curvature += s[i] * loss.curvature(y[i], scores[i] + shift);
            }
            if (Math.abs(slope) <= ROUNDING * size) {
                break;
            }
            if (slope < 0) {
                low = shift;
            } else {
                high = shift;
            }
            double next = shift + Math.max(-longest, Math.min(longest, -slope / curvature));
            if (!(next >= low && next <= high)) {
                next = low + (high - low) / 2;
            }
            if (next == shift) {
                break;
            }
            shift = next;
            longest *= 2;
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] += shift;
        }
        return shift;
    }
}
