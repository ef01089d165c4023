package org.ridgeline.solvers;

import java.util.Arrays;

/**
 * How the outputs of a quadratic model hang together: of each example, the second derivative in its K scores is s·(diag(p) − ppᵀ), with p the
 * probabilities of the classes and s the weight of the example. Its diagonal is s·pₖ(1 − pₖ). With a single output there is none.
 */
final class Coupling {

    /** s·pₖ, by output. */
    private final double[][] weighted;
    /** pₖ, by output. */
    private final double[][] p;
    /** Σ pₗ over all l but k, by output. */
    private final double[][] others;

    private final double[] mean;
    private final double[] weights;

    /**
     * The coupling of a softmax.
     *
     * @param p probabilities by output
     * @param s of each example
     */
    Coupling(double[][] p, double[] s) {
        this.p = p;
        this.weighted = new double[p.length][s.length];
        this.others = new double[p.length][s.length];
        this.mean = new double[s.length];
        this.weights = new double[s.length];
        for (int k = 0; k < p.length; k++) {
            for (int i = 0; i < s.length; i++) {
                weighted[k][i] = s[i] * p[k][i];
                // 1 − p would lose the digits of a small rest.
                for (int l = 0; l < p.length; l++) {
                    others[k][i] += l == k ? 0 : p[l][i];
                }
            }
        }
    }

    /** What the squares of the residuals of an output are to be divided by, as they sum to 0 over the outputs. */
    double[] weighted(int output) {
        return weighted[output];
    }

    /**
     * Tells the other outputs of what one has done to its own residual.
     *
     * @param before the residual of that output
     * @param residual of all outputs, that of the one up to date
     */
    void spread(int output, double[] before, double[][] residual) {
        double[] after = residual[output];
        for (int l = 0; l < p.length; l++) {
            if (l != output) {
                for (int i = 0; i < before.length; i++) {
                    double change = before[i] - after[i];
                    // Without others nothing can have changed.
                    residual[l][i] += change == 0 ? 0 : change * (p[l][i] / others[output][i]);
                }
            }
        }
    }

    /**
     * Moves the scores of all outputs along one feature.
     *
     * @param changes of the feature's coefficient, by output
     * @param center what is to be subtracted from the feature
     * @param residual of all outputs, brought up to date
     */
    void move(Features features, int feature, double center, double[] changes, double[][] residual) {
        Arrays.fill(mean, 0);
        for (int k = 0; k < p.length; k++) {
            for (int i = 0; i < mean.length && changes[k] != 0; i++) {
                mean[i] += changes[k] * p[k][i];
            }
        }
        for (int k = 0; k < p.length; k++) {
            for (int i = 0; i < mean.length; i++) {
                weights[i] = weighted[k][i] * (changes[k] - mean[i]);
                residual[k][i] += center * weights[i];
            }
            features.addScaled(feature, -1, weights, residual[k]);
        }
    }
}
