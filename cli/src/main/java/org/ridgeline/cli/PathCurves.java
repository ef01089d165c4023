package org.ridgeline.cli;

import java.util.List;
import org.ridgeline.solvers.PathFit;

/**
 * The coefficients of standardised features along a path.
 *
 * @param features the names of the p features
 * @param lambdas the λ, largest first
 * @param coefficients for each λ the p coefficients
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record PathCurves(List<String> features, double[] lambdas, double[][] coefficients) {

    static PathCurves of(List<String> features, PathFit path) {
        double[] lambdas = new double[path.size()];
        double[][] coefficients = new double[path.size()][];
        for (int k = 0; k < path.size(); k++) {
            lambdas[k] = path.lambda(k);
            coefficients[k] = path.fit(k).standardizedCoefficients();
        }
        return new PathCurves(features, lambdas, coefficients);
    }

    int size() {
        return lambdas.length;
    }

    /** The coefficient of a feature at the smallest λ. */
    double last(int feature) {
        return coefficients[size() - 1][feature];
    }

    /** Whether a coefficient is exactly zero for every λ. */
    boolean isZero(int feature) {
        for (double[] w : coefficients) {
            if (w[feature] != 0) {
                return false;
            }
        }
        return true;
    }

    int[] nonzeros() {
        int[] nonzeros = new int[size()];
        for (int k = 0; k < nonzeros.length; k++) {
            for (double w : coefficients[k]) {
                nonzeros[k] += w != 0 ? 1 : 0;
            }
        }
        return nonzeros;
    }
}
