package org.ridgeline.weka.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.PathFit;

/**
 * The coefficients of standardised features along a path, without those that are zero for every λ.
 */
public final class PathCurves {

    private final List<String> features;
    private final double[] lambdas;
    private final int[] nonzeros;
    private final boolean[] converged;
    /** Features that are not zero for every λ, ascending. */
    private final int[] drawn;
    /** The values of each of these. */
    private final double[][] values;

    private PathCurves(List<String> features, PathFit path, Function<Fit, double[]> coefficients) {
        int size = path.size();
        this.features = List.copyOf(features);
        this.lambdas = new double[size];
        this.nonzeros = new int[size];
        this.converged = new boolean[size];
        double[][] curves = new double[features.size()][];
        for (int k = 0; k < size; k++) {
            Fit fit = path.fit(k);
            lambdas[k] = path.lambda(k);
            converged[k] = fit.converged();
            double[] w = coefficients.apply(fit);
            for (int j = 0; j < w.length; j++) {
                if (w[j] != 0) {
                    nonzeros[k]++;
                    if (curves[j] == null) {
                        curves[j] = new double[size];
                    }
                    curves[j][k] = w[j];
                }
            }
        }
        int count = 0;
        int[] found = new int[curves.length];
        for (int j = 0; j < curves.length; j++) {
            if (curves[j] != null) {
                found[count++] = j;
            }
        }
        this.drawn = Arrays.copyOf(found, count);
        this.values = new double[count][];
        Arrays.setAll(values, i -> curves[drawn[i]]);
    }

    /**
     * All coefficients of a path.
     *
     * @param features their names, of all outputs one after the other
     * @param path the fits
     * @return a curve for each coefficient
     */
    public static PathCurves of(List<String> features, PathFit path) {
        return new PathCurves(features, path, Fit::standardizedCoefficients);
    }

    /**
     * The coefficients of one of several outputs.
     *
     * @param features the names of the p features
     * @param path the fits
     * @param output which, from 0
     * @return a curve for each feature
     */
    public static PathCurves ofOutput(List<String> features, PathFit path, int output) {
        int p = features.size();
        return new PathCurves(
                features,
                path,
                fit -> Arrays.copyOfRange(fit.standardizedCoefficients(), output * p, (output + 1) * p));
    }

    /**
     * For each feature the Euclidean norm of its coefficients for all outputs.
     *
     * @param features the names of the p features
     * @param path the fits
     * @return a curve for each feature
     */
    public static PathCurves ofNorms(List<String> features, PathFit path) {
        return new PathCurves(features, path, fit -> norms(fit, features.size()));
    }

    private static double[] norms(Fit fit, int p) {
        double[] w = fit.standardizedCoefficients();
        double[] norms = new double[p];
        for (int c = 0; c < w.length; c++) {
            norms[c % p] = Math.hypot(norms[c % p], w[c]);
        }
        return norms;
    }

    /**
     * How many λ there are.
     *
     * @return at least 1
     */
    public int size() {
        return lambdas.length;
    }

    /**
     * The λ.
     *
     * @return a copy, largest first
     */
    public double[] lambdas() {
        return lambdas.clone();
    }

    /**
     * The names of all features, also of those that are zero for every λ.
     *
     * @return p names
     */
    public List<String> features() {
        return features;
    }

    /**
     * How many curves are not zero everywhere.
     *
     * @return a number from 0 to p
     */
    public int count() {
        return drawn.length;
    }

    /**
     * Which feature a curve is of.
     *
     * @param curve which, from 0 to {@link #count()} − 1
     * @return an index from 0 to p − 1, ascending with the curve
     */
    public int feature(int curve) {
        return drawn[curve];
    }

    /**
     * Which curve is of a feature.
     *
     * @param feature an index from 0 to p − 1
     * @return the curve, or a negative number if the feature is zero for every λ
     */
    public int curveOf(int feature) {
        return Arrays.binarySearch(drawn, feature);
    }

    /**
     * The name of the feature that a curve is of.
     *
     * @param curve which
     * @return its name
     */
    public String name(int curve) {
        return features.get(drawn[curve]);
    }

    /**
     * A coefficient.
     *
     * @param curve which
     * @param k which λ, from 0 for the largest
     * @return its value
     */
    public double value(int curve, int k) {
        return values[curve][k];
    }

    /**
     * A coefficient in words.
     *
     * @param curve which
     * @param k which λ, from 0 for the largest
     * @return its name, its value, rounded, and the λ
     */
    public String text(int curve, int k) {
        return name(curve) + ": " + Choices.rounded(value(curve, k)) + " at λ = " + Choices.rounded(lambdas[k]);
    }

    /** The coefficient at the smallest λ. */
    double last(int curve) {
        return values[curve][size() - 1];
    }

    /**
     * How many coefficients are not zero.
     *
     * @return a copy: for each λ a number from 0 to p
     */
    public int[] nonzeros() {
        return nonzeros.clone();
    }

    /**
     * Whether a fit reached its tolerance.
     *
     * @param k which λ, from 0 for the largest
     * @return false if its numbers must not be taken for certain
     */
    public boolean converged(int k) {
        return converged[k];
    }
}
