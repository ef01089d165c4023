package org.ridgeline.tribuo.sgd;

import java.util.Arrays;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/**
 * The definition, slow and obvious: all weights of a tensor change with every step. Columns from {@code penalised} on are
 * not penalised.
 */
final class EagerTwin {

    private final Regularizer regularizer;
    private final double rate;
    private final int rows;
    private final int columns;
    private final int penalised;
    /** For each penalised weight, row by row, its group. */
    private final int[] groups;

    final double[][] weights;
    private final double[][] sums;
    private final double[][] curvatures;
    /** For a penalty that is not convex: R'(|w|) when w last had a gradient, and its sum over the steps. */
    private final double[][] slopes;

    private final double[][] slopeSums;
    private double time;

    EagerTwin(double[][] start, int penalised, int[] groups, Regularizer regularizer, double rate, double epsilon) {
        this.regularizer = regularizer;
        this.rate = rate;
        this.penalised = penalised;
        this.groups = groups;
        rows = start.length;
        columns = start[0].length;
        weights = new double[rows][columns];
        sums = new double[rows][columns];
        curvatures = new double[rows][columns];
        slopes = new double[rows][columns];
        slopeSums = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                weights[i][j] = start[i][j];
                sums[i][j] = epsilon * start[i][j];
                curvatures[i][j] = epsilon;
                slopes[i][j] = slope(0);
            }
        }
    }

    private double slope(double w) {
        double[] gradient = new double[1];
        regularizer.addGradient(Weights.of(Math.max(Math.abs(w), 1e-9)), 1, gradient);
        return gradient[0];
    }

    /** A step with ascent gradients. */
    void step(double[][] gradients, double scale, double weight) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double steepest = 0;
                for (int m = 0; m < rows; m++) {
                    for (int n = 0; n < columns; n++) {
                        if (together(i, j, m, n)) {
                            steepest = Math.max(steepest, Math.abs(scale * gradients[m][n]));
                        }
                    }
                }
                double before = curvatures[i][j];
                curvatures[i][j] = Math.sqrt(before * before + steepest * steepest);
                sums[i][j] += rate * scale * gradients[i][j] + (curvatures[i][j] - before) * weights[i][j];
                if (gradients[i][j] != 0) {
                    slopes[i][j] = slope(weights[i][j]);
                }
                slopeSums[i][j] += weight * slopes[i][j];
            }
        }
        time += weight;
        evaluate();
    }

    /** Whether two weights share their curvature. */
    private boolean together(int i, int j, int m, int n) {
        if (i == m && j == n) {
            return true;
        }
        if (j >= penalised || n >= penalised || regularizer.separability() == Separability.WEIGHT) {
            return false;
        }
        int group = groups[i * penalised + j];
        return regularizer.separability() == Separability.NONE || (group >= 0 && group == groups[m * penalised + n]);
    }

    private void evaluate() {
        double[] points = new double[rows * penalised];
        double[] steps = new double[points.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                weights[i][j] = sums[i][j] / curvatures[i][j];
                if (j < penalised) {
                    points[i * penalised + j] = weights[i][j];
                    double strength = regularizer.convex() ? time : slopeSums[i][j];
                    steps[i * penalised + j] = strength * rate / curvatures[i][j];
                }
            }
        }
        if (regularizer.separability() == Separability.WEIGHT) {
            Regularizer prox =
                    regularizer.convex() ? regularizer : Regularizers.load().parse("l1(lambda=1)");
            prox.prox(Weights.of(points).withFactors(steps), 1);
        } else if (regularizer.separability() == Separability.GROUP) {
            regularizer.prox(Weights.of(points, Groups.labelled(groups)).withFactors(steps), 1);
        } else {
            regularizer.prox(Weights.of(points, Groups.labelled(groups)), steps[0]);
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(points, i * penalised, weights[i], 0, penalised);
        }
    }

    double[] multiply(double[] example) {
        return Arrays.stream(weights)
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int j = 0; j < columns; j++) {
                        sum += row[j] * example[j];
                    }
                    return sum;
                })
                .toArray();
    }
}
