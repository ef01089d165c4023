package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Sums;

/**
 * The features of a problem as the solver sees them, centred and scaled: X̃, and for a loss of K outputs the block-diagonal matrix of K
 * times X̃, whose column k·p + j holds feature j for output k. Nothing is copied but those features whose mean is so much larger than
 * their spread that products with them as they are would cost digits.
 */
final class Design {

    /** Columns that are multiplied at once. */
    private static final int TOGETHER = 4;

    private final Features features;
    private final Scaling scaling;
    private final int outputs;
    private final int p;
    /** 0 … p − 1. */
    private final int[] all;

    Design(Problem problem) {
        this.scaling = Scaling.of(problem);
        Features given = problem.features();
        this.outputs = problem.loss().outputs();
        this.p = given.columns();
        this.all = new int[p];
        Arrays.setAll(all, j -> j);
        boolean[] copied = new boolean[p];
        boolean any = false;
        for (int j = 0; j < p; j++) {
            copied[j] = scaling.isFar(j);
            any |= copied[j];
        }
        this.features = any ? PartlyCopied.centered(given, scaling, copied) : given;
    }

    /** The number n of examples. */
    int rows() {
        return features.rows();
    }

    /** The number K·n of scores. */
    int scores() {
        return outputs * features.rows();
    }

    /** The number K·p of columns. */
    int columns() {
        return outputs * p;
    }

    int outputs() {
        return outputs;
    }

    /** The output that a column is for. */
    int output(int column) {
        return outputs == 1 ? 0 : column / p;
    }

    /** The feature that a column holds. */
    int feature(int column) {
        return outputs == 1 ? column : column % p;
    }

    /** The column of a feature for an output. */
    int column(int feature, int output) {
        return output * p + feature;
    }

    Scaling scaling() {
        return scaling;
    }

    /** The features in their own units, of which {@link #center(int)} is still to be subtracted. */
    Features features() {
        return features;
    }

    /** What is to be subtracted from the {@linkplain #features() feature} of a column. */
    double center(int column) {
        return centerOf(feature(column));
    }

    private double centerOf(int feature) {
        return scaling.isFar(feature) ? 0 : scaling.center(feature);
    }

    /** What the feature of a column is divided by. */
    double deviation(int column) {
        return scaling.deviation(feature(column));
    }

    /** The part of an output in a vector of K·n numbers; the vector itself if there is only one output. */
    double[] part(double[] vector, int output) {
        int n = features.rows();
        return outputs == 1 ? vector : Arrays.copyOfRange(vector, output * n, (output + 1) * n);
    }

    /** scores ← intercepts + X̃w. */
    void multiply(double[] w, double[] intercepts, double[] scores) {
        int n = features.rows();
        double[] part = outputs == 1 ? scores : new double[n];
        for (int k = 0; k < outputs; k++) {
            multiply(w, k * p, intercepts[k], part);
            if (outputs > 1) {
                System.arraycopy(part, 0, scores, k * n, n);
            }
        }
    }

    private void multiply(double[] w, int first, double intercept, double[] scores) {
        double offset = 0;
        for (int j = 0; j < p; j++) {
            offset += w[first + j] / scaling.deviation(j) * centerOf(j);
        }
        Arrays.fill(scores, intercept - offset);
        for (int j = 0; j < p; j++) {
            if (w[first + j] != 0) {
                features.addScaled(j, w[first + j] / scaling.deviation(j), scores);
            }
        }
    }

    /** target ← X̃ᵀr. */
    void multiplyTransposed(double[] r, double[] target) {
        double[] products = outputs == 1 ? target : new double[p];
        for (int k = 0; k < outputs; k++) {
            double[] part = part(r, k);
            correlate(all, p, part, products);
            if (outputs > 1) {
                System.arraycopy(products, 0, target, k * p, p);
            }
        }
    }

    /** target ← X̃X̃ᵀr, of one output, in one pass over the features. */
    void gram(double[] r, double[] target) {
        double sum = Sums.sum(r);
        double offset = 0;
        double[] products = new double[p];
        int[] block = new int[TOGETHER];
        Arrays.fill(target, 0);
        for (int from = 0; from < p; from += TOGETHER) {
            int count = Math.min(TOGETHER, p - from);
            for (int k = 0; k < count; k++) {
                block[k] = from + k;
            }
            features.dots(block, count, r, products);
            // While they are in the cache.
            for (int j = from; j < from + count; j++) {
                double deviation = scaling.deviation(j);
                double product = (products[j] - centerOf(j) * sum) / deviation / deviation;
                features.addScaled(j, product, target);
                offset += product * centerOf(j);
            }
        }
        for (int i = 0; i < target.length; i++) {
            target[i] -= offset;
        }
    }

    /** As {@link #multiplyTransposed}, but sets the entries of the first {@code count} of some columns only. */
    void multiplyTransposed(int[] columns, int count, double[] r, double[] target) {
        products(columns, count, r, target);
        double[] sums = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            sums[k] = Sums.sum(part(r, k));
        }
        for (int a = 0; a < count; a++) {
            int c = columns[a];
            target[c] = (target[c] - center(c) * sums[output(c)]) / deviation(c);
        }
    }

    /** The products of some columns with K·n numbers, but with features in their own units: neither centred nor scaled. */
    void products(int[] columns, int count, double[] r, double[] target) {
        if (outputs == 1) {
            features.dots(columns, count, r, target);
            return;
        }
        int[] some = new int[count];
        double[] byFeature = new double[p];
        for (int k = 0; k < outputs; k++) {
            int number = 0;
            for (int a = 0; a < count; a++) {
                if (output(columns[a]) == k) {
                    some[number++] = feature(columns[a]);
                }
            }
            features.dots(some, number, part(r, k), byFeature);
            for (int a = 0; a < number; a++) {
                target[column(some[a], k)] = byFeature[some[a]];
            }
        }
    }

    /** The products of some standardised features with n numbers: that of feature j goes to j of the target, which has p places. */
    void correlate(int[] selected, int count, double[] r, double[] target) {
        double sum = Sums.sum(r);
        features.dots(selected, count, r, target);
        for (int k = 0; k < count; k++) {
            int j = selected[k];
            target[j] = (target[j] - centerOf(j) * sum) / scaling.deviation(j);
        }
    }
}
