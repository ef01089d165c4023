package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Regularizer;
import org.ridgeline.Sums;
import org.ridgeline.Weights;

/**
 * Any smooth loss, by proximal Newton steps: descent on the quadratic model of the loss at the scores.
 *
 * <p>Source: Lee, Sun and Saunders, "Proximal Newton-type methods for minimizing composite functions", SIAM J. Optim. 24
 * (2014).
 */
final class NewtonModel extends PathModel {

    private static final int MOST_HALVINGS = 40;
    /** A model is left when a pass gains so much less than its first. */
    private static final double SHARE = 1e-5;
    /** An objective may be higher by this share for rounding. */
    private static final double ROUNDING = 1e-13;

    private final Correlations correlations;
    private final QuadraticCertificate certificate;
    private final double[] curvature;

    NewtonModel(Problem problem, Regularizer regularizer) {
        super(problem, regularizer);
        this.curvature = new double[scores.length];
        double[] ones = new double[scores.length];
        Arrays.fill(ones, 1);
        // Correlations move with the slope, so the distances here are those between slopes.
        this.correlations = new Correlations(problem, design, blocks, blocks.curvatures(design, ones));
        correlations.compute(slope);
        loss.curvature(scores, curvature);
        double steepest = 0;
        for (double c : blocks.curvatures(design, curvature)) {
            steepest = Math.max(steepest, c);
        }
        requireFinite(nullLoss(), steepest);
        this.certificate = new QuadraticCertificate(nullLoss(), correlations.values(), steepest > 0 ? steepest : 1);
    }

    @Override
    double stride() {
        return 0.7;
    }

    @Override
    double strideTolerance() {
        return 5e-2;
    }

    @Override
    Correlations correlations() {
        return correlations;
    }

    @Override
    double step() {
        return certificate.step();
    }

    @Override
    boolean complete() {
        return false;
    }

    @Override
    int limit() {
        return w.length;
    }

    @Override
    int descend(Regularizer regularizer, Solver rule) {
        double[] oldW = w.clone();
        double[] oldScores = scores.clone();
        double[] oldSlope = slope.clone();
        double[] oldIntercepts = intercepts.clone();
        double before = objective(regularizer);
        double enough = before + ROUNDING * Math.abs(before);
        loss.curvature(scores, curvature);
        ResidualDescent descent = new ResidualDescent(this, certificate, slope, curvature, loss.coupling(scores));
        int passes = descent.solve(regularizer, rule, SHARE);
        descent.store(w);
        updateScores(oldIntercepts);
        boolean lower = objective(regularizer) <= enough;
        for (int halving = 0; !lower && halving < MOST_HALVINGS; halving++) {
            for (int j = 0; j < w.length; j++) {
                w[j] = w[j] == oldW[j] ? oldW[j] : (w[j] + oldW[j]) / 2;
            }
            updateScores(oldIntercepts);
            lower = objective(regularizer) <= enough;
        }
        if (!lower) {
            System.arraycopy(oldW, 0, w, 0, w.length);
            System.arraycopy(oldScores, 0, scores, 0, scores.length);
            System.arraycopy(oldIntercepts, 0, intercepts, 0, intercepts.length);
        }
        loss.slope(scores, slope);
        double squares = Sums.pairwise(slope.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double change = slope[i] - oldSlope[i];
                sum += change * change;
            }
            return sum;
        });
        correlations.move(Math.sqrt(squares));
        correlations.compute(working, slope);
        return passes;
    }

    @Override
    void refreshAll() {
        updateScores(intercepts.clone());
        loss.slope(scores, slope);
        correlations.compute(slope);
    }

    /** Brings scores and intercepts up to the weights. */
    private void updateScores(double[] oldIntercepts) {
        System.arraycopy(oldIntercepts, 0, intercepts, 0, intercepts.length);
        design.multiply(w, intercepts, scores);
        if (problem.hasIntercept()) {
            loss.optimizeIntercepts(intercepts, scores);
        }
    }

    @Override
    Certificate certify(Regularizer regularizer) {
        Weights c = certifiedCorrelations(regularizer);
        double gap = DualityGap.of(loss, regularizer, weights, scores, slope, c);
        return certificate.ofGap(regularizer, weights, c, gap);
    }
}
