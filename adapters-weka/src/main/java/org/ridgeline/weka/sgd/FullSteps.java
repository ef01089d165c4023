package org.ridgeline.weka.sgd;

import java.util.Arrays;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/**
 * Steps of all weights at once, for rows with all columns. Its loops go over plain arrays without a branch, so that the
 * processor does several weights at a time: that makes up for most of the roots and quotients.
 */
final class FullSteps implements Steps {

    private final Regularizer regularizer;
    private final Tangents.Slope slope;
    private final LeaderSums sums;
    /** To be evaluated, as others may read those of the sums meanwhile. */
    private final Weights work;
    /** For each weight h and 1/r of its block; those of the sums themselves where every weight is alone. */
    private final double[] curvatures;

    private final double[] scales;
    /** For each weight the size of its proximal step. */
    private final double[] steps;
    /** For each weight its gradient in a row. */
    private final double[] gradients;
    /** For each block the steepest gradient of a row. */
    private final double[] steepest;

    FullSteps(Regularizer regularizer, LeaderSums sums) {
        this.regularizer = sums.tangents == null ? regularizer : Tangents.lasso();
        slope = new Tangents.Slope(regularizer);
        this.sums = sums;
        int count = sums.weights.length;
        work = Weights.of(new double[count], Groups.labelled(sums.groupOfWeight));
        curvatures = sums.alone ? sums.curvatures : new double[count];
        scales = sums.alone ? sums.scales : new double[count];
        steps = new double[count];
        gradients = new double[count];
        steepest = new double[sums.alone ? 0 : sums.curvatures.length];
    }

    @Override
    public void evaluate(Row row, double pace) {
        evaluate(pace);
    }

    /** Brings all weights up to date. */
    void evaluate(double pace) {
        double[] w = work.values();
        if (w.length == 0) {
            return;
        }
        if (!sums.alone) {
            ofWeights(sums.curvatures, curvatures);
            ofWeights(sums.scales, scales);
        }
        points(pace, w);
        if (sums.tangents != null) {
            for (int i = 0; i < steps.length; i++) {
                steps[i] = Math.min(steps[i] * sums.tangents.mean(i, sums.time), Double.MAX_VALUE);
            }
        }
        if (sums.curvatures.length == 1) {
            // A penalty of all weights at once need not give factors a meaning.
            regularizer.prox(work, steps[0]);
        } else {
            regularizer.prox(work.withFactors(steps), 1);
        }
        System.arraycopy(w, 0, sums.weights, 0, w.length);
    }

    private void ofWeights(double[] ofBlocks, double[] ofWeights) {
        int[] block = sums.blockOfWeight;
        for (int i = 0; i < ofWeights.length; i++) {
            ofWeights[i] = ofBlocks[block[i]];
        }
    }

    /** Where proximal steps are taken from, (A − η·G)/h, and how far they go. */
    private void points(double pace, double[] points) {
        double[] a = sums.anchors;
        double[] g = sums.gradients;
        double time = sums.time;
        for (int i = 0; i < points.length; i++) {
            double inverse = 1 / curvatures[i];
            double rate = pace * scales[i];
            points[i] = (a[i] - g[i] * rate) * inverse;
            steps[i] = Math.min(time * rate * inverse, Double.MAX_VALUE);
        }
    }

    @Override
    public void learn(Row row, double[] slopes) {
        for (int k = 0; k < slopes.length; k++) {
            gradients(row.value, slopes[k], k, slopes.length);
        }
        if (sums.alone) {
            anchorAlone(sums.anchors, sums.weights);
        } else {
            anchorBlocks(sums.blockOfWeight);
        }
        LeaderSums.addTo(sums.gradients, gradients);
        if (sums.tangents != null) {
            for (int i = 0; i < gradients.length; i++) {
                sums.tangents.learn(i, sums.time, slope.at(sums.weights[i]));
            }
        }
    }

    private void gradients(double[] row, double slope, int output, int outputs) {
        if (outputs == 1) {
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = slope * row[i];
            }
        } else {
            for (int i = output, j = 0; i < gradients.length; i += outputs, j++) {
                gradients[i] = slope * row[j];
            }
        }
    }

    private void anchorAlone(double[] anchors, double[] weights) {
        for (int i = 0; i < anchors.length; i++) {
            double before = curvatures[i];
            double after = LeaderSums.curve(before, gradients[i]);
            anchors[i] += (after - before) * weights[i];
            curvatures[i] = after;
        }
    }

    private void anchorBlocks(int[] block) {
        Arrays.fill(steepest, 0);
        for (int i = 0; i < gradients.length; i++) {
            steepest[block[i]] = Math.max(steepest[block[i]], Math.abs(gradients[i]));
        }
        for (int b = 0; b < steepest.length; b++) {
            sums.curvatures[b] = LeaderSums.curve(sums.curvatures[b], steepest[b]);
        }
        // Those of the weights are still as they were evaluated.
        for (int i = 0; i < gradients.length; i++) {
            sums.anchors[i] += (sums.curvatures[block[i]] - curvatures[i]) * sums.weights[i];
        }
    }
}
