package org.ridgeline.solvers;

import java.util.Arrays;
import java.util.List;

/**
 * What folds have measured of one λ after the other, strongest first: the means over the folds, their standard errors, and the λ to choose.
 * Immutable.
 *
 * <p>Folds weigh as much as their examples: with the value m_f of fold f, the sum W_f of the weights of its examples, and K
 * folds, the mean is m = Σ W_f m_f / ΣW and the standard error √(Σ W_f (m_f − m)² / ΣW / (K − 1)), as in {@code cv.glmnet}
 * (Friedman, Hastie, Tibshirani, "Regularization paths for generalized linear models via coordinate descent", J. Stat.
 * Softw. 33, 2010, and its R package). The values of folds share most of their examples, so that a standard error is a guide
 * rather than an estimate without bias.
 */
public final class MeanCurve {

    private final double[] mean;
    private final double[] standardError;
    private final int best;
    private final int oneStandardError;

    private MeanCurve(String measure, List<double[]> folds, double[] weights) {
        int size = folds.get(0).length;
        this.mean = new double[size];
        this.standardError = new double[size];
        double total = Arrays.stream(weights).sum();
        for (int k = 0; k < size; k++) {
            for (int fold = 0; fold < weights.length; fold++) {
                mean[k] += weights[fold] / total * folds.get(fold)[k];
            }
            double variance = 0;
            for (int fold = 0; fold < weights.length; fold++) {
                double distance = folds.get(fold)[k] - mean[k];
                variance += weights[fold] / total * distance * distance;
            }
            standardError[k] = Math.sqrt(variance / (weights.length - 1));
        }
        this.best = smallest(measure);
        double limit = mean[best] + standardError[best];
        int first = 0;
        while (first < best && !(mean[first] <= limit)) {
            first++;
        }
        this.oneStandardError = first;
    }

    /** The first of the smallest means that are finite. */
    private int smallest(String measure) {
        int smallest = -1;
        for (int k = 0; k < mean.length; k++) {
            if (Double.isFinite(mean[k]) && (smallest < 0 || mean[k] < mean[smallest])) {
                smallest = k;
            }
        }
        if (smallest < 0) {
            throw new ArithmeticException("the measure " + measure + " is finite for no lambda of the path");
        }
        return smallest;
    }

    /**
     * Takes the means.
     *
     * @param measure what was measured, for an error message
     * @param folds for each of at least two folds its values, one for each λ, strongest first; the smaller the better
     * @param weights for each fold the sum of the weights of its examples, &gt; 0
     * @return the curve
     * @throws IllegalArgumentException if there are fewer than two folds, or not equally many values in each and a weight for each
     * @throws ArithmeticException if no λ has a finite mean
     */
    public static MeanCurve of(String measure, List<double[]> folds, double... weights) {
        Folds.requireTwo(folds.size());
        if (weights.length != folds.size()) {
            throw new IllegalArgumentException(
                    "wanted a weight for each of " + folds.size() + " folds, but found " + weights.length);
        }
        int[] sizes =
                folds.stream().mapToInt(values -> values.length).distinct().toArray();
        if (sizes.length != 1 || sizes[0] == 0) {
            throw new IllegalArgumentException(
                    "wanted as many values in each fold, and at least one, but found " + Arrays.toString(sizes));
        }
        return new MeanCurve(measure, folds, weights);
    }

    /**
     * How many λ were measured.
     *
     * @return at least 1
     */
    public int size() {
        return mean.length;
    }

    /**
     * The mean over the folds.
     *
     * @param k which λ, from 0 for the strongest
     * @return the smaller the better; perhaps not finite
     */
    public double mean(int k) {
        return mean[k];
    }

    /**
     * The standard error of the mean.
     *
     * @param k which λ, from 0 for the strongest
     * @return a number ≥ 0, or NaN where the mean is not finite
     */
    public double standardError(int k) {
        return standardError[k];
    }

    /**
     * The λ with the smallest mean.
     *
     * @return its index; of equal ones the strongest λ
     */
    public int best() {
        return best;
    }

    /**
     * The strongest λ whose mean is within one standard error of the smallest.
     *
     * @return its index, at most {@link #best()}
     */
    public int oneStandardError() {
        return oneStandardError;
    }
}
