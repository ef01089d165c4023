package org.ridgeline.tribuo.sgd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.tribuo.math.la.DenseMatrix;

/**
 * What a leader remembers of weights that each are alone, row by row, for gradients of all weights. Its loops go over plain
 * arrays without a branch, so that the processor does several weights at a time.
 */
final class RowSums {

    /** z. */
    final double[][] sums;
    /** h. */
    final double[][] curvatures;

    private final double rate;
    private final int penalised;
    private final Regularizer prox;
    /** For each row its weights, with the sizes of their proximal steps as penalty factors. */
    private final Weights[] weights;

    private final double[] stepSizes;

    RowSums(double[][] values, int penalised, Regularizer prox, Settings settings) {
        this.penalised = penalised;
        this.prox = prox;
        rate = settings.learningRate();
        int columns = values[0].length;
        sums = new double[values.length][columns];
        curvatures = new double[values.length][columns];
        stepSizes = new double[columns];
        weights = new Weights[values.length];
        for (int i = 0; i < values.length; i++) {
            weights[i] = Weights.of(values[i]).withLiveFactors(stepSizes);
            Arrays.fill(curvatures[i], settings.epsilon());
            for (int j = 0; j < columns; j++) {
                sums[i][j] = settings.epsilon() * values[i][j];
            }
        }
    }

    /** Learns from gradients at evaluated weights, and evaluates them anew. */
    void learn(DenseMatrix gradients, double scale, double before, double after, @Nullable Tangents tangents) {
        for (int i = 0; i < sums.length; i++) {
            double[] w = weights[i].values();
            if (tangents != null) {
                tangents.learn(i, before, w, gradients, penalised);
            }
            learn(gradients, i, scale, after * rate, w);
            if (penalised > 0) {
                for (int j = 0; tangents != null && j < penalised; j++) {
                    stepSizes[j] *= tangents.mean(i, j, after);
                }
                Arrays.fill(stepSizes, penalised, stepSizes.length, 0);
                prox.prox(weights[i], 1);
            }
        }
    }

    private void learn(DenseMatrix gradients, int row, double scale, double timeRate, double[] w) {
        double[] z = sums[row];
        double[] h = curvatures[row];
        for (int j = 0; j < z.length; j++) {
            double gradient = scale * gradients.get(row, j);
            double curvature = Leader.curve(h[j], gradient);
            double sum = z[j] + rate * gradient + (curvature - h[j]) * w[j];
            double inverse = 1 / curvature;
            z[j] = sum;
            h[j] = curvature;
            w[j] = sum * inverse;
            stepSizes[j] = timeRate * inverse;
        }
    }
}
