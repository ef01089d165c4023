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
        updateCurvature();
        double steepest = 0;
        for (double c : blocks.curvatures(design, curvature)) {
            steepest = Math.max(steepest, c);
        }
        requireFinite(nullLoss(), steepest);
        this.certificate = new QuadraticCertificate(nullLoss(), correlations.values(), steepest > 0 ? steepest : 1);
    }

    private void updateCurvature() {
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] = loss.scale()
                    * problem.exampleWeights()[i]
                    * problem.loss().curvature(problem.target()[i], scores[i]);
        }
    }

    @Override
    Correlations correlations() {
        return correlations;
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
        double oldIntercept = intercept;
        double before = super.currentLoss() + regularizer.penalty(weights);
        updateCurvature();
        ResidualDescent descent = new ResidualDescent(problem, blocks, design, certificate, nullLoss());
        descent.load(working, w, slope, curvature);
        int passes = descent.solve(regularizer, rule);
        descent.store(working, w);
        for (int halving = 0; ; halving++) {
            updateScores();
            if (super.currentLoss() + regularizer.penalty(weights) <= before + ROUNDING * Math.abs(before)) {
                break;
            }
            for (int j = 0; j < w.length; j++) {
                w[j] = halving == MOST_HALVINGS || w[j] == oldW[j] ? oldW[j] : (w[j] + oldW[j]) / 2;
            }
            if (halving == MOST_HALVINGS) {
                System.arraycopy(oldScores, 0, scores, 0, scores.length);
                intercept = oldIntercept;
                break;
            }
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

    private void updateScores() {
        design.multiply(w, intercept, scores);
        if (problem.hasIntercept()) {
            intercept += Intercept.optimize(problem, scores);
        }
    }

    @Override
    double originalIntercept() {
        return intercept;
    }

    @Override
    Certificate certify(Regularizer regularizer) {
        Weights c = certifiedCorrelations(regularizer);
        double[] gradient = c.values().clone();
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = -gradient[j];
        }
        double gap = DualityGap.of(problem, loss, regularizer, weights, scores, slope, gradient);
        return certificate.ofGap(regularizer, weights, c, gap);
    }
}
