package org.ridgeline.weka;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.solvers.Fit;
import weka.core.Instance;

/**
 * A trained linear model with the coding of its data: all that prediction needs. For each output k there is a linear score
 * fₖ(x) = interceptₖ + Σ coefficientₖⱼ xⱼ.
 */
public final class LinearModel implements Serializable {

    private static final long serialVersionUID = 1;

    /** What an instance is to the model. */
    private final DummyCoding coding;
    /** What the scores mean. */
    private final Target target;
    /** In the attributes' own units, an array for each output. */
    private final double[][] coefficients;
    /** On the scale on which they were penalised. */
    private final double[][] standardizedCoefficients;
    /** In the attributes' own units. */
    private final double[] intercepts;
    /** Of the centred attributes. */
    private final double[] standardizedIntercepts;
    /** How it was trained, in words. */
    private final String training;
    /** Where λ comes from, in words. */
    private final String selection;
    /** What is known of the fit. */
    private final FitSummary summary;
    /** The columns that have a coefficient that is not zero; found when first needed. */
    private transient int @Nullable [] used;

    LinearModel(
            DummyCoding coding,
            Target target,
            double[][] coefficients,
            double[] intercepts,
            double[][] standardizedCoefficients,
            double[] standardizedIntercepts,
            String training,
            String selection,
            FitSummary summary) {
        this.coding = coding;
        this.target = target;
        this.coefficients = coefficients;
        this.intercepts = intercepts;
        this.standardizedCoefficients = standardizedCoefficients;
        this.standardizedIntercepts = standardizedIntercepts;
        this.training = training;
        this.selection = selection;
        this.summary = summary;
    }

    /**
     * The model of a fit.
     *
     * @param data that were fitted
     * @param training how, in words
     * @param selection where λ comes from, in words
     * @param fit to the problem of the data
     * @return a model
     */
    public static LinearModel of(TrainingData data, String training, String selection, Fit fit) {
        return new LinearModel(
                data.coding(),
                data.target(),
                parts(fit.coefficients(), fit.outputs()),
                fit.intercepts(),
                parts(fit.standardizedCoefficients(), fit.outputs()),
                fit.standardizedIntercepts(),
                training,
                selection,
                FitSummary.of(fit));
    }

    /**
     * The model of data in which only one label occurs, which it always predicts.
     *
     * @param data whose target is constant
     * @param training how, in words
     * @param regularizer the penalty that had nothing to do
     * @return a model without coefficients
     */
    public static LinearModel constant(TrainingData data, String training, org.ridgeline.Regularizer regularizer) {
        return new LinearModel(
                data.coding(),
                data.target(),
                new double[0][],
                new double[0],
                new double[0][],
                new double[0],
                training,
                "which has no effect",
                FitSummary.exact(regularizer));
    }

    /** Cuts what lies output by output. */
    static double[][] parts(double[] all, int outputs) {
        int p = all.length / outputs;
        return IntStream.range(0, outputs)
                .mapToObj(k -> Arrays.copyOfRange(all, k * p, (k + 1) * p))
                .toArray(double[][]::new);
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
     * Where λ comes from.
     *
     * @return words
     */
    public String selection() {
        return selection;
    }

    /**
     * Which columns there are.
     *
     * @return the coding of the training data
     */
    public DummyCoding coding() {
        return coding;
    }

    /**
     * What the scores mean.
     *
     * @return the class attribute
     */
    public Target target() {
        return target;
    }

    /**
     * The linear scores of an instance.
     *
     * @param instance with the attributes of the training data
     * @return fₖ(x) for each output
     */
    public double[] scores(Instance instance) {
        int[] columns = used();
        double[] scores = intercepts.clone();
        for (int j : columns) {
            double x = coding.value(instance, j);
            if (x != 0) {
                for (int k = 0; k < scores.length; k++) {
                    scores[k] += coefficients[k][j] * x;
                }
            }
        }
        return scores;
    }

    private int[] used() {
        int[] known = used;
        if (known == null) {
            known = IntStream.range(0, coding.size()).filter(this::isUsed).toArray();
            used = known;
        }
        return known;
    }

    /**
     * Whether a column takes part.
     *
     * @param column 0 … p − 1
     * @return whether a coefficient of it is not zero
     */
    public boolean isUsed(int column) {
        return Arrays.stream(coefficients).anyMatch(ofOutput -> ofOutput[column] != 0);
    }

    /**
     * How many linear scores there are.
     *
     * @return 0 for a constant, 1, or for three and more classes as many as there are
     */
    public int outputs() {
        return intercepts.length;
    }

    /**
     * The coefficients in the attributes' own units.
     *
     * @param output 0 … {@link #outputs()} − 1
     * @return p new numbers
     */
    public double[] coefficients(int output) {
        return coefficients[output].clone();
    }

    /**
     * The coefficients on the scale on which they were penalised.
     *
     * @param output 0 … {@link #outputs()} − 1
     * @return p new numbers
     */
    public double[] standardizedCoefficients(int output) {
        return standardizedCoefficients[output].clone();
    }

    /**
     * The intercept in the attributes' own units.
     *
     * @param output 0 … {@link #outputs()} − 1
     * @return f(0)
     */
    public double intercept(int output) {
        return intercepts[output];
    }

    /**
     * The intercept of the centred attributes.
     *
     * @param output 0 … {@link #outputs()} − 1
     * @return f(mean of x)
     */
    public double standardizedIntercept(int output) {
        return standardizedIntercepts[output];
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
