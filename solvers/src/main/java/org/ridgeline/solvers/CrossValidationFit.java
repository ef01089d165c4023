package org.ridgeline.solvers;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a cross-validation has measured: for each λ a mean over the folds with its standard error, and the λ to choose.
 * Immutable.
 *
 * <p>{@link MeanCurve} has the formulas.
 */
public final class CrossValidationFit {

    private final OptionalLong seed;
    private final Folds folds;
    private final Measure measure;
    private final PathFit path;
    private final List<FoldCurve> curves;
    private final MeanCurve means;

    CrossValidationFit(OptionalLong seed, Folds folds, Measure measure, PathFit path, List<FoldCurve> curves) {
        this.seed = seed;
        this.folds = folds;
        this.measure = measure;
        this.path = path;
        this.curves = curves;
        this.means = MeanCurve.of(
                measure.toString(),
                curves.stream().map(FoldCurve::values).toList(),
                curves.stream().mapToDouble(FoldCurve::weight).toArray());
    }

    /**
     * How many λ were measured.
     *
     * @return at least 1
     */
    public int size() {
        return means.size();
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
     * The means over the folds, their standard errors, and the λ to choose.
     *
     * @return one for each λ, largest first
     */
    public MeanCurve means() {
        return means;
    }

    /**
     * The mean of the measure over the folds.
     *
     * @param k which λ, from 0 for the largest
     * @return the smaller the better; perhaps not finite
     */
    public double mean(int k) {
        return means.mean(k);
    }

    /**
     * The standard error of the mean.
     *
     * @param k which λ, from 0 for the largest
     * @return a number ≥ 0, or NaN where the mean is not finite
     */
    public double standardError(int k) {
        return means.standardError(k);
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
        return means.best();
    }

    /**
     * The largest λ of which the mean is at most one standard error above the smallest: the simplest model that cannot be told
     * from the best.
     *
     * @return its index, at most {@link #best()}
     */
    public int oneStandardError() {
        return means.oneStandardError();
    }

    /**
     * The fit of all examples with the best λ.
     *
     * @return a new object
     */
    public Fit bestFit() {
        return path.fit(best());
    }

    /**
     * The fit of all examples with the largest λ within one standard error.
     *
     * @return a new object
     */
    public Fit oneStandardErrorFit() {
        return path.fit(oneStandardError());
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
        return folds.ofRow();
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
        return "lambda " + lambda(k) + " with " + measure + " " + mean(k) + " ± " + standardError(k) + " ("
                + nonzeros(k) + " coefficients nonzero)";
    }

    @Override
    public String toString() {
        return folds() + " folds" + (seed.isPresent() ? " of seed " + seed.getAsLong() : "") + ", " + size()
                + " lambdas: best is " + point(best()) + ", within one standard error is " + point(oneStandardError())
                + (converged() ? "" : ", NOT ALL CONVERGED");
    }
}
