package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Regularizer;

/**
 * A fitted linear model f(x) = intercept + Σ coefficientⱼ xⱼ, with what is known of its quality.
 */
public final class Fit {

    private final Regularizer regularizer;
    private final double[] coefficients;
    private final double intercept;
    private final double[] standardized;
    private final double standardizedIntercept;
    private final double loss;
    private final double penalty;
    private final Certificate certificate;
    private final int iterations;
    private final boolean converged;

    Fit(
            Regularizer regularizer,
            Scaling scaling,
            double[] standardized,
            double standardizedIntercept,
            double loss,
            double penalty,
            Certificate certificate,
            int iterations,
            boolean converged) {
        this.regularizer = regularizer;
        this.standardized = standardized.clone();
        this.standardizedIntercept = standardizedIntercept;
        this.coefficients = scaling.unstandardized(standardized);
        this.intercept = standardizedIntercept - scaling.offset(coefficients);
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
     * The p coefficients in the features' own units.
     *
     * @return a copy
     */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /**
     * The intercept that goes with {@link #coefficients()}; 0 for a problem without one.
     *
     * @return the prediction where all features are 0
     */
    public double intercept() {
        return intercept;
    }

    /**
     * The p coefficients of the standardised features, which are what was penalised.
     *
     * @return a copy
     */
    public double[] standardizedCoefficients() {
        return standardized.clone();
    }

    /**
     * The intercept that goes with {@link #standardizedCoefficients()} of centred features.
     *
     * @return the prediction where all features are at their centres
     */
    public double standardizedIntercept() {
        return standardizedIntercept;
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
     * @return a number from 0 to p
     */
    public int nonzeros() {
        int count = 0;
        for (double w : standardized) {
            count += w != 0 ? 1 : 0;
        }
        return count;
    }

    /**
     * The linear scores of examples.
     *
     * @param features m rows of the p features in their own units
     * @return m scores: predictions for the squared loss, log-odds for the logistic loss
     * @throws IllegalArgumentException if there are not p features
     */
    public double[] scores(Features features) {
        if (features.columns() != coefficients.length) {
            throw new IllegalArgumentException(
                    "wanted " + coefficients.length + " features, as in training, but found " + features.columns());
        }
        double[] scores = new double[features.rows()];
        Arrays.fill(scores, intercept);
        for (int j = 0; j < coefficients.length; j++) {
            if (coefficients[j] != 0) {
                features.addScaled(j, coefficients[j], scores);
            }
        }
        return scores;
    }

    @Override
    public String toString() {
        return regularizer + ": objective " + objective() + ", " + nonzeros() + " of " + standardized.length
                + " coefficients nonzero, " + certificate + (converged ? "" : ", NOT CONVERGED") + " after "
                + iterations
                + " steps";
    }
}
