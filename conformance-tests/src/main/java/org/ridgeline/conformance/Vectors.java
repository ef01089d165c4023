package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** Arithmetic of small vectors, and the calls of a regularizer as functions that change nothing. */
final class Vectors {

    private Vectors() {}

    /** The weights after a proximal step, in a new array. */
    static double[] prox(Regularizer regularizer, Weights weights, double step) {
        double[] u = weights.values().clone();
        regularizer.prox(weights.withValues(u), step);
        return u;
    }

    /** The subgradient, in a new array. */
    static double[] gradient(Regularizer regularizer, Weights weights) {
        double[] gradient = new double[weights.size()];
        regularizer.addGradient(weights, 1, gradient);
        return gradient;
    }

    static double penalty(Regularizer regularizer, Weights shape, double[] values) {
        return regularizer.penalty(shape.withValues(values));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** a + t·b. */
    static double[] plus(double[] a, double t, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + t * b[i]);
        return sum;
    }

    static double[] minus(double[] a, double[] b) {
        return plus(a, -1, b);
    }

    static double[] times(double t, double[] a) {
        return plus(new double[a.length], t, a);
    }

    /** A random vector in the cube [−1, 1)ⁿ. */
    static double[] direction(SplittableRandom random, int size) {
        return random.doubles(size, -1, 1).toArray();
    }
}
