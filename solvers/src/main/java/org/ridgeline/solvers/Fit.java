package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Regularizer;

/**
 * A fitted linear model f(x) = intercept + Σ coefficientⱼ xⱼ, with what is known of its quality; for a loss of K outputs one such model
 * for each. Arrays lie output by output: the coefficient of feature j for output k is at k·p + j.
 */
public final class Fit {

    private final Regularizer regularizer;
    private final double[] coefficients;
    private final double[] intercepts;
    private final double[] standardized;
    private final double[] standardizedIntercepts;
    private final double loss;
    private final double penalty;
    private final Certificate certificate;
    private final int iterations;
    private final boolean converged;

    Fit(
            Regularizer regularizer,
            Scaling scaling,
            double[] standardized,
            double[] standardizedIntercepts,
            double loss,
            double penalty,
            Certificate certificate,
            int iterations,
            boolean converged) {
        this.regularizer = Bounded.base(regularizer);
        this.standardized = standardized.clone();
        this.standardizedIntercepts = standardizedIntercepts.clone();
        this.coefficients = scaling.unstandardized(standardized);
        this.intercepts = standardizedIntercepts.clone();
        for (int k = 0; k < intercepts.length; k++) {
            intercepts[k] -= scaling.offset(coefficients(k));
        }
        this.loss = loss;
        this.penalty = penalty;
        this.certificate = certificate;
        this.iterations = iterations;
        this.converged = converged;
    }

    /**
     * The penalty that was used, with its final λ.
     *
     * @return a regularizer whose λ is fixed
     */
    public Regularizer regularizer() {
        return regularizer;
    }

    /**
     * How many linear models there are.
     *
     * @return K, which is 1 but for a loss of several scores
     */
    public int outputs() {
        return intercepts.length;
    }

    /**
     * The coefficients in the features' own units.
     *
     * @return a copy of the K·p numbers
     */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /**
     * The coefficients of one output in the features' own units.
     *
     * @param output which, from 0 to K − 1
     * @return a copy of the p numbers
     */
    public double[] coefficients(int output) {
        int p = coefficients.length / intercepts.length;
        return Arrays.copyOfRange(coefficients, output * p, (output + 1) * p);
    }

    /**
     * The intercept that goes with {@link #coefficients()}; 0 for a problem without one.
     *
     * @return the prediction where all features are 0
     * @throws IllegalStateException if there are several outputs
     */
    public double intercept() {
        return single(intercepts);
    }

    /**
     * The intercepts that go with {@link #coefficients()}; 0 for a problem without them.
     *
     * @return a copy of the K numbers
     */
    public double[] intercepts() {
        return intercepts.clone();
    }

    /**
     * The coefficients of the standardised features, which are what was penalised.
     *
     * @return a copy of the K·p numbers
     */
    public double[] standardizedCoefficients() {
        return standardized.clone();
    }

    /**
     * The intercept that goes with {@link #standardizedCoefficients()} of centred features.
     *
     * @return the prediction where all features are at their centres
     * @throws IllegalStateException if there are several outputs
     */
    public double standardizedIntercept() {
        return single(standardizedIntercepts);
    }

    /**
     * The intercepts that go with {@link #standardizedCoefficients()} of centred features.
     *
     * @return a copy of the K numbers
     */
    public double[] standardizedIntercepts() {
        return standardizedIntercepts.clone();
    }

    private static double single(double[] intercepts) {
        if (intercepts.length != 1) {
            throw new IllegalStateException(
                    "there are intercepts for " + intercepts.length + " outputs: ask for all of them");
        }
        return intercepts[0];
    }

    /**
     * Loss, mean or summed as the problem has it, plus penalty.
     *
     * @return what was minimised
     */
    public double objective() {
        return loss + penalty;
    }

    /**
     * The loss, mean or summed as the problem has it, without the penalty.
     *
     * @return the first part of {@link #objective()}
     */
    public double loss() {
        return loss;
    }

    /**
     * R(w).
     *
     * @return the second part of {@link #objective()}, for the standardised coefficients w
     */
    public double penalty() {
        return penalty;
    }

    /**
     * How far from the optimum the fit may be.
     *
     * @return a bound for this fit, computed at its end
     */
    public Certificate certificate() {
        return certificate;
    }

    /**
     * How many proximal steps were taken.
     *
     * @return a number ≥ 1
     */
    public int iterations() {
        return iterations;
    }

    /**
     * Whether the certificate is within the tolerance that was asked for.
     *
     * @return false if the fit ended at the limit of its steps
     */
    public boolean converged() {
        return converged;
    }

    /**
     * How many coefficients are not exactly zero.
     *
     * @return a number from 0 to K·p
     */
    public int nonzeros() {
        int count = 0;
        for (double w : standardized) {
            count += w != 0 ? 1 : 0;
        }
        return count;
    }

    /**
     * The linear scores of examples, without offsets.
     *
     * @param features m rows of the p features in their own units
     * @return K·m scores, output by output: predictions for the squared loss, log-odds for the logistic loss, logs of means for the
     *     Poisson loss
     * @throws IllegalArgumentException if there are not p features
     */
    public double[] scores(Features features) {
        int p = coefficients.length / intercepts.length;
        if (features.columns() != p) {
            throw new IllegalArgumentException(
                    "wanted " + p + " features, as in training, but found " + features.columns());
        }
        int m = features.rows();
        double[] scores = new double[intercepts.length * m];
        double[] part = new double[m];
        for (int k = 0; k < intercepts.length; k++) {
            Arrays.fill(part, intercepts[k]);
            for (int j = 0; j < p; j++) {
                if (coefficients[k * p + j] != 0) {
                    features.addScaled(j, coefficients[k * p + j], part);
                }
            }
            System.arraycopy(part, 0, scores, k * m, m);
        }
        return scores;
    }

    @Override
    public String toString() {
        return regularizer + ": objective " + objective() + ", " + nonzeros() + " of " + standardized.length
                + " coefficients nonzero, " + certificate + (regularizer.convex() ? "" : ", a local optimum")
                + (converged ? "" : ", NOT CONVERGED") + " after "
                + iterations
                + " steps";
    }
}
