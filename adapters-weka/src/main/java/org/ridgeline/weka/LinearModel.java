package org.ridgeline.weka;

import java.io.Serializable;
import org.ridgeline.solvers.Fit;
import weka.core.Instance;

/** A trained linear model f(x) = intercept + Σ coefficientⱼ xⱼ with the coding of its data: all that prediction needs. */
public final class LinearModel implements Serializable {

    private static final long serialVersionUID = 1;

    /** What an instance is to the model. */
    private final DummyCoding coding;
    /** In the attributes' own units. */
    private final double[] coefficients;
    /** On the scale on which they were penalised. */
    private final double[] standardizedCoefficients;
    /** In the attributes' own units. */
    private final double intercept;
    /** Of the centred attributes. */
    private final double standardizedIntercept;
    /** How it was trained, in words. */
    private final String training;
    /** What is known of the fit. */
    private final FitSummary summary;

    /**
     * The model of a fit.
     *
     * @param coding of the training data
     * @param training how it was trained, in words
     * @param fit to the columns of the coding
     */
    public LinearModel(DummyCoding coding, String training, Fit fit) {
        this.coding = coding;
        this.coefficients = fit.coefficients();
        this.standardizedCoefficients = fit.standardizedCoefficients();
        this.intercept = fit.intercept();
        this.standardizedIntercept = fit.standardizedIntercept();
        this.training = training;
        this.summary = FitSummary.of(fit);
    }

    /**
     * How it was trained.
     *
     * @return the loss, the data, the scale
     */
    public String training() {
        return training;
    }

    /**
     * The linear score of an instance.
     *
     * @param instance with the attributes of the training data
     * @return f(x)
     */
    public double score(Instance instance) {
        double score = intercept;
        for (int j = 0; j < coefficients.length; j++) {
            if (coefficients[j] != 0) {
                score += coefficients[j] * coding.value(instance, j);
            }
        }
        return score;
    }

    /**
     * The names of the p features.
     *
     * @return attributes, or attribute=value
     */
    public String[] featureNames() {
        return coding.names();
    }

    /**
     * The coefficients in the attributes' own units.
     *
     * @return p new numbers
     */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /**
     * The coefficients on the scale on which they were penalised.
     *
     * @return p new numbers
     */
    public double[] standardizedCoefficients() {
        return standardizedCoefficients.clone();
    }

    /**
     * The intercept in the attributes' own units.
     *
     * @return f(0)
     */
    public double intercept() {
        return intercept;
    }

    /**
     * The intercept of the centred attributes.
     *
     * @return f(mean of x)
     */
    public double standardizedIntercept() {
        return standardizedIntercept;
    }

    /**
     * What is known of the fit.
     *
     * @return numbers and text
     */
    public FitSummary summary() {
        return summary;
    }
}
