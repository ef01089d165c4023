package org.ridgeline.solvers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/** Recognises a penalty R(w) = Σ cⱼwⱼ², such as {@code l2}, by what it does. */
final class SumOfSquares {

    /** Powers of two, by which squares are scaled without rounding. */
    private static final double[] SIZES = {-0x1p30, -1, -0x1p-30, 0x1p-30, 1, 0x1p30};

    private SumOfSquares() {}

    /**
     * The coefficients cⱼ. A separable penalty that grows with the square of the weights, the same for either sign, is a sum of
     * squares; that it is seen to do so only over 60 powers of two is no risk, as every fit is certified with the penalty itself.
     *
     * @param like groups and factors of the weights
     * @return a number ≥ 0 for each weight, or null if the penalty is no sum of squares, or penalises no weight
     */
    static double @Nullable [] coefficients(Regularizer regularizer, Weights like) {
        int size = like.values().length;
        if (regularizer.separability() != Separability.WEIGHT || size == 0) {
            return null;
        }
        double[] gradient = gradient(regularizer, like, 1);
        double penalty = regularizer.penalty(like.withValues(filled(size, 1)));
        for (double t : SIZES) {
            if (regularizer.penalty(like.withValues(filled(size, t))) != t * t * penalty) {
                return null;
            }
            double[] there = gradient(regularizer, like, t);
            for (int j = 0; j < size; j++) {
                if (there[j] != t * gradient[j]) {
                    return null;
                }
            }
        }
        return penalty > 0 ? Arrays.stream(gradient).map(slope -> slope / 2).toArray() : null;
    }

    private static double[] gradient(Regularizer regularizer, Weights like, double t) {
        double[] gradient = new double[like.values().length];
        regularizer.addGradient(like.withValues(filled(gradient.length, t)), 1, gradient);
        return gradient;
    }

    private static double[] filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }
}
