package org.ridgeline.solvers;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a cross-validation has measured: for each λ a mean over the folds with its standard error, and the λ to choose.
 * Immutable.
 *
 * <p>Folds weigh as much as their examples: with the value m_f of fold f, the sum W_f of the weights of its examples, and K
 * folds, the mean is m = Σ W_f m_f / ΣW and the standard error √(Σ W_f (m_f − m)² / ΣW / (K − 1)), as in {@code cv.glmnet}
 * (Friedman, Hastie, Tibshirani, "Regularization paths for generalized linear models via coordinate descent", J. Stat.
 * Softw. 33, 2010, and its R package). The values of folds share most of their examples, so that a standard error is a guide
 * rather than an estimate without bias.
 */
public final class CrossValidationFit {

    private final OptionalLong seed;
    private final Folds folds;
    private final Measure measure;
    private final PathFit path;
    private final List<FoldCurve> curves;
    private final double[] mean;
    private final double[] standardError;
    private final int best;
    private final int oneStandardError;

    CrossValidationFit(OptionalLong seed, Folds folds, Measure measure, PathFit path, List<FoldCurve> curves) {
        this.seed = seed;
        this.folds = folds;
        this.measure = measure;
        this.path = path;
        this.curves = curves;
        this.mean = new double[path.size()];
        this.standardError = new double[path.size()];
        double total = curves.stream().mapToDouble(FoldCurve::weight).sum();
        for (int k = 0; k < mean.length; k++) {
            for (FoldCurve curve : curves) {
                mean[k] += curve.weight() / total * curve.values()[k];
            }
            double variance = 0;
            for (FoldCurve curve : curves) {
                double distance = curve.values()[k] - mean[k];
                variance += curve.weight() / total * distance * distance;
            }
            standardError[k] = Math.sqrt(variance / (curves.size() - 1));
        }
        this.best = smallest(mean);
        double limit = mean[best] + standardError[best];
        int first = 0;
        while (first < best && !(mean[first] <= limit)) {
            first++;
        }
        this.oneStandardError = first;
    }

    /** The first of the smallest numbers that are finite. */
    private int smallest(double[] values) {
        int smallest = -1;
        for (int k = 0; k < values.length; k++) {
            if (Double.isFinite(values[k]) && (smallest < 0 || values[k] < values[smallest])) {
                smallest = k;
            }
        }
        if (smallest < 0) {
            throw new ArithmeticException("the measure " + measure + " is finite for no lambda of the path");
        }
        return smallest;
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
     * One of the λ.
     *
     * @param k which λ, from 0 for the largest
     * @return its value
     */
    public double lambda(int k) {
        return path.lambda(k);
    }

    /**
     * The mean of the measure over the folds.
     *
     * @param k which λ, from 0 for the largest
     * @return the smaller the better; perhaps not finite
     */
    public double mean(int k) {
        return mean[k];
    }

    /**
     * The standard error of the mean.
     *
     * @param k which λ, from 0 for the largest
     * @return a number ≥ 0, or NaN where the mean is not finite
     */
    public double standardError(int k) {
        return standardError[k];
    }

    /**
     * How many coefficients of the fit of all examples are not exactly zero.
     *
     * @param k which λ, from 0 for the largest
     * @return a number between 0 and p
     */
    public int nonzeros(int k) {
        return path.nonzeros(k);
    }

    /**
     * What was measured in one fold.
     *
     * @param fold which, from 0
     * @return a copy of the values, one for each λ
     */
    public double[] curve(int fold) {
        return curves.get(fold).values().clone();
    }

    /**
     * The λ with the smallest mean; the largest of them if there are several.
     *
     * @return its index
     */
    public int best() {
        return best;
    }

    /**
     * The largest λ of which the mean is at most one standard error above the smallest: the simplest model that cannot be told
     * from the best.
     *
     * @return its index, at most {@link #best()}
     */
    public int oneStandardError() {
        return oneStandardError;
    }

    /**
     * The fit of all examples with the best λ.
     *
     * @return a new object
     */
    public Fit bestFit() {
        return path.fit(best);
    }

    /**
     * The fit of all examples with the largest λ within one standard error.
     *
     * @return a new object
     */
    public Fit oneStandardErrorFit() {
        return path.fit(oneStandardError);
    }

    /**
     * The fits of all examples.
     *
     * @return one for each λ
     */
    public PathFit path() {
        return path;
    }

    /**
     * What was measured.
     *
     * @return the measure that was asked for
     */
    public Measure measure() {
        return measure;
    }

    /**
     * How many folds there are.
     *
     * @return at least 2
     */
    public int folds() {
        return folds.count();
    }

    /**
     * Which examples were in which fold.
     *
     * @return for each row the number of its fold, or −1 if its weight is zero; a copy, for
     *     {@link CrossValidation#ofFolds(int...)}
     */
    public int[] foldOfRow() {
        return folds.ofRow().clone();
    }

    /**
     * What the folds were drawn with.
     *
     * @return nothing if they were given
     */
    public OptionalLong seed() {
        return seed;
    }

    /**
     * Whether every fit, of all examples and of each fold, reached the tolerance that was asked for.
     *
     * @return false if one did not
     */
    public boolean converged() {
        return path.converged() && curves.stream().allMatch(FoldCurve::converged);
    }

    private String point(int k) {
        return "lambda " + lambda(k) + " with " + measure + " " + mean[k] + " ± " + standardError[k] + " ("
                + nonzeros(k) + " coefficients nonzero)";
    }

    @Override
    public String toString() {
        return folds() + " folds" + (seed.isPresent() ? " of seed " + seed.getAsLong() : "") + ", " + size()
                + " lambdas: best is " + point(best) + ", within one standard error is " + point(oneStandardError)
                + (converged() ? "" : ", NOT ALL CONVERGED");
    }
}
