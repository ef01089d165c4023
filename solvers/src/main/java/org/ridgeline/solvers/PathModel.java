package org.ridgeline.solvers;

import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/**
 * What a path solver needs to know of a loss: the weights with their scores and correlations, how to descend on a working
 * set, and how far from the optimum that leaves the whole.
 */
abstract class PathModel {

    final Problem problem;
    final Design design;
    final LossTerm loss;
    final Blocks blocks;
    final WorkingSet working;
    final double[] w;
    final Weights weights;
    final double[] scores;
    /** The derivative of the loss in each score. */
    final double[] slope;

    private final boolean[] certain;
    private final double nullLoss;
    final double[] intercepts;

    PathModel(Problem problem, Regularizer regularizer) {
        this.problem = problem;
        this.design = new Design(problem);
        int p = design.columns();
        this.loss = LossTerm.of(problem);
        this.w = new double[p];
        this.weights = problem.weights(w);
        this.scores = new double[design.scores()];
        this.slope = new double[scores.length];
        this.certain = new boolean[p];
        this.working = new WorkingSet(p);
        this.blocks = new Blocks(weights, regularizer);
        this.intercepts = new double[design.outputs()];
        if (problem.hasIntercept()) {
            loss.optimizeIntercepts(intercepts, scores);
        }
        this.nullLoss = loss.value(scores);
        loss.slope(scores, slope);
    }

    static void requireFinite(double nullLoss, double curvature) {
        if (!Double.isFinite(nullLoss) || !Double.isFinite(curvature)) {
            throw new IllegalArgumentException("the squares of " + (Double.isFinite(nullLoss) ? "features" : "targets")
                    + " are too large to compute with: scale them down");
        }
    }

    /** Takes a block into the working set. */
    final void addBlock(int block) {
        for (int k = 0; k < blocks.size(block); k++) {
            working.add(blocks.column(block, k));
        }
    }

    /** The loss at zero weights. */
    final double nullLoss() {
        return nullLoss;
    }

    /** Brings scores, slope and all correlations up to weights that were set from outside. */
    abstract void refreshAll();

    /** The share of the last λ by which a distant one is approached at a time; measured, as the next. */
    abstract double stride();

    /** The certificate that ends a fit on the way to a distant λ. */
    abstract double strideTolerance();

    /** The step of the proximal residual by which weights are certified. */
    abstract double step();

    /** What is known of the gradient. */
    abstract Correlations correlations();

    /** Whether all columns are in the working set for good. */
    abstract boolean complete();

    /** How many columns a working set should have at most. */
    abstract int limit();

    /** Drops all but the columns at some places, in increasing order, from the working set. */
    void keep(int[] places, int count) {
        working.keep(places, count);
    }

    /**
     * Minimises over the working set, as far as the rule says, and brings scores, slope and its correlations up to date.
     *
     * @return how many passes that took, ≤ those of the rule
     */
    abstract int descend(Regularizer regularizer, Solver rule);

    /** The loss at the weights. */
    double currentLoss() {
        return loss.value(scores);
    }

    /** What is minimised, at the weights. */
    final double objective(Regularizer regularizer) {
        return currentLoss() + regularizer.penalty(weights);
    }

    /** The intercepts of the problem as it was given. */
    double[] originalIntercepts() {
        return intercepts.clone();
    }

    /** Certifies the weights over all columns. */
    abstract Certificate certify(Regularizer regularizer);

    /** The correlations of all columns, brought up to date where they matter, and 0 where zero weights are certain. */
    final Weights certifiedCorrelations(Regularizer regularizer) {
        double[] c = correlations().values().clone();
        if (!complete()) {
            correlations().refresh(slope, working, regularizer, certain);
            for (int j = 0; j < c.length; j++) {
                c[j] = certain[j] ? 0 : correlations().values()[j];
            }
        }
        return problem.weights(c);
    }
}
