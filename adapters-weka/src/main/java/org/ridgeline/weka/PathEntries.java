package org.ridgeline.weka;

import org.ridgeline.solvers.PathFit;

/** When attributes come into a path of λ. */
public final class PathEntries {

    private PathEntries() {}

    /**
     * The λ at which each attribute first has a coefficient that is not zero, as a share of the largest λ of the path. Between two λ
     * of the path the place is found by drawing the norm of the attribute's coefficients, of all its columns and all
     * outputs, back to zero in a straight line, which for a lasso with squared loss it is. So attributes that come in
     * between the same two λ are told apart.
     *
     * @param fits of a path whose penalty makes all coefficients zero at its largest λ
     * @param coding of the data
     * @return a number in [0, 1] for each attribute but the class; 0 for one that never comes in
     */
    public static double[] shares(PathFit fits, DummyCoding coding) {
        double[] shares = new double[coding.numAttributes()];
        if (fits.lambda(0) == 0) {
            // No strength is needed to make all zero.
            return shares;
        }
        double[] now = norms(fits, 0, coding);
        for (int k = 0; k < fits.size(); k++) {
            double[] next = k + 1 < fits.size() ? norms(fits, k + 1, coding) : now;
            for (int a = 0; a < shares.length; a++) {
                if (shares[a] == 0 && now[a] > 0) {
                    shares[a] = entry(fits, k, now[a], next[a]) / fits.lambda(0);
                }
            }
            now = next;
        }
        return shares;
    }

    /** From the norms at the first λ where it is not zero, and at the next; of a path's last λ they are the same. */
    private static double entry(PathFit fits, int k, double now, double next) {
        double lambda = fits.lambda(k);
        if (k == 0 || k + 1 == fits.size()) {
            return lambda;
        }
        double before = fits.lambda(k - 1);
        // A norm that does not grow has jumped.
        return next > now ? Math.min(before, lambda + now * (lambda - fits.lambda(k + 1)) / (next - now)) : before;
    }

    private static double[] norms(PathFit fits, int k, DummyCoding coding) {
        double[] coefficients = fits.fit(k).standardizedCoefficients();
        double[] norms = new double[coding.numAttributes()];
        for (int j = 0; j < coefficients.length; j++) {
            int a = coding.attribute(j % coding.size());
            norms[a] = Math.hypot(norms[a], coefficients[j]);
        }
        return norms;
    }
}
