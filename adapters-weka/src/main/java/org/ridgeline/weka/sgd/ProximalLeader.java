package org.ridgeline.weka.sgd;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/**
 * Follows the proximally regularised leader: after rows of total weight t the weights are
 * argmin_w Σ gₛ·w + Σ (hₛ − hₛ₋₁)/(2η)·(w − wₛ)² + t·R(w), with the gradients gₛ at the weights wₛ of each step and the
 * curvature h = √Σ gₛ² of each weight. With the sums G of the gradients and A of (hₛ − hₛ₋₁)·wₛ that is the proximal step
 * of size t·η/h from (A − η·G)/h. It depends on sums alone, so a weight costs nothing until a row needs it, zeros are
 * exact, and what was learnt from parts of the data adds up.
 *
 * <p>The rate η of a weight is divided by the largest size r of its column so far, and all rates by the root mean square of
 * ‖x/r‖ over the rows x, so that early steps change a score by about η, however many columns there are and however rare they
 * are. Weights that the penalty does not treat alone are evaluated together, with the largest r, and an h that is at least
 * that of each. For a penalty that is not convex see {@link Tangents}.
 *
 * <p>Sources: McMahan, "Follow-the-regularized-leader and mirror descent", AISTATS 2011, and McMahan et al., "Ad click
 * prediction: a view from the trenches", KDD 2013; for h Duchi, Hazan and Singer, "Adaptive subgradient methods", JMLR 12
 * (2011); for the rates Ross, Mineiro and Langford, "Normalized online learning", UAI 2013.
 */
final class ProximalLeader implements Serializable {

    private static final long serialVersionUID = 1;

    private final LeaderSums sums;
    /** Whether all weights are up to date. */
    private volatile boolean settled;

    /** Of the row that is being learnt. */
    private transient double norm;

    private transient @Nullable FullSteps fullSteps;
    private transient @Nullable RowSteps rowSteps;

    /**
     * A leader that has seen no row.
     *
     * @param columnGroups the groups of the penalty
     * @param outputs how many weights a column has
     * @param tied whether those of a column are in one group, or each output has groups of its own
     * @param regularizer the penalty
     * @throws IllegalArgumentException if the penalty is neither convex nor treats each weight alone
     */
    ProximalLeader(Groups columnGroups, int outputs, boolean tied, Regularizer regularizer) {
        sums = new LeaderSums(columnGroups, outputs, tied, regularizer);
        settled = true;
    }

    private ProximalLeader(LeaderSums sums) {
        this.sums = sums;
    }

    /** Sets the penalty, which a saved model does not hold. */
    void use(Regularizer regularizer) {
        fullSteps = new FullSteps(regularizer, sums);
        rowSteps = new RowSteps(regularizer, sums);
    }

    private FullSteps fullSteps() {
        return required(fullSteps);
    }

    private Steps steps(Row row) {
        return row.full ? fullSteps() : required(rowSteps);
    }

    private static <S extends Steps> S required(@Nullable S steps) {
        if (steps == null) {
            throw new IllegalStateException("the penalty has to be set first");
        }
        return steps;
    }

    /**
     * The scores of a row. Safe for several threads while nothing is learnt.
     *
     * @param row standardised columns
     * @param rate η
     * @param scores gets one for each output
     */
    void scores(Row row, double rate, double[] scores) {
        if (row.full) {
            settle(rate);
        }
        double pace = sums.pace(rate);
        if (!settled) {
            synchronized (this) {
                steps(row).evaluate(row, pace);
            }
        }
        score(row, pace, scores);
    }

    /** The scores of a row that is learnt next. */
    void scoresBeforeLearning(Row row, double rate, double[] scores) {
        norm = sums.reach(row);
        double pace = sums.pace(rate);
        steps(row).evaluate(row, pace);
        score(row, pace, scores);
    }

    private void score(Row row, double pace, double[] scores) {
        for (int k = 0; k < scores.length; k++) {
            scores[k] = sums.intercepts.value(k, pace) + sums.score(row, k);
        }
    }

    /**
     * Learns from a row, right after {@link #scoresBeforeLearning}.
     *
     * @param row standardised columns
     * @param rate η
     * @param slopes the derivative of the loss in each score; afterwards times the weight
     * @param weight of the row
     */
    void learn(Row row, double rate, double[] slopes, double weight) {
        double pace = sums.pace(rate);
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] *= weight;
            sums.intercepts.learn(k, pace, slopes[k]);
        }
        steps(row).learn(row, slopes);
        sums.norms += weight * norm;
        sums.time += weight;
        settled = false;
    }

    /** Evaluates all weights. */
    void settle(double rate) {
        if (!settled) {
            synchronized (this) {
                if (!settled) {
                    fullSteps().evaluate(sums.pace(rate));
                    settled = true;
                }
            }
        }
    }

    boolean isSettled() {
        return settled;
    }

    /** The settled weights with their groups. */
    Weights weights() {
        return Weights.of(sums.weights, Groups.labelled(sums.groupOfWeight));
    }

    /** The intercept of an output. */
    double intercept(int output, double rate) {
        return sums.intercepts.value(output, sums.pace(rate));
    }

    /**
     * The same model, with settled weights, for rows that are standardised by other means and deviations.
     *
     * @param from by which the rows were standardised; all weights are settled
     * @param to by which they will be
     * @param centered whether means are subtracted
     * @param more what intercepts rise by besides
     * @return a copy, whose penalty has to be set
     */
    ProximalLeader moved(ColumnStatistics.Scale from, ColumnStatistics.Scale to, boolean centered, double more) {
        return new ProximalLeader(LeaderMerging.moved(sums, from, to, centered, more));
    }

    /**
     * Adds what another leader, of the same columns, has learnt from other rows.
     *
     * @param rate η of this leader, whose weights are settled
     * @param other which is changed
     * @param otherRate η of the other
     * @param newRate η from now on
     */
    void add(double rate, ProximalLeader other, double otherRate, double newRate) {
        LeaderMerging.add(sums, rate, other.sums, otherRate, newRate);
        settled = false;
    }
}
