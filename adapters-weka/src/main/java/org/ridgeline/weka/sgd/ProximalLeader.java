package org.ridgeline.weka.sgd;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/**
 * Follows the proximally regularised leader: after rows of total weight t the weights are
 * argmin_w Σ gₛ·w + Σ (hₛ − hₛ₋₁)/(2η)·(w − wₛ)² + t·R(w), with the gradients gₛ at the weights wₛ of each step and the
 * curvature h = √Σ gₛ² of each weight. With the sums G of the gradients and A of (hₛ − hₛ₋₁)·wₛ that is the proximal step
 * of size t·η/h from (A − η·G)/h. It depends on sums alone, so a weight costs nothing until a row needs it, zeros are
 * exact, and what was learnt from parts of the data adds up.
 *
 * <p>Weights that the penalty does not treat alone are evaluated together, with a curvature that is at least that of each.
 *
 * <p>Sources: McMahan, "Follow-the-regularized-leader and mirror descent", AISTATS 2011, and McMahan et al., "Ad click
 * prediction: a view from the trenches", KDD 2013; for the curvature Duchi, Hazan and Singer, "Adaptive subgradient
 * methods", JMLR 12 (2011).
 */
final class ProximalLeader implements Serializable {

    private static final long serialVersionUID = 1;

    private final int outputs;
    /** Those of the penalty. The weights of one column for several outputs lie side by side. */
    private final int[] groupOfWeight;
    /** What has to be evaluated together. */
    private final int[] blockOfWeight;
    /** t. */
    private double time;
    /** G. */
    private final double[] gradients;
    /** A. */
    private final double[] anchors;
    /** h of each block. */
    private final double[] curvatures;
    /** As they were when they were last needed; all up to date if {@link #settled}. */
    private final double[] weights;

    private volatile boolean settled = true;
    /** Intercepts: the same without a penalty. */
    private final double[] interceptGradients;

    private final double[] interceptAnchors;
    private final double[] interceptCurvatures;

    private transient @Nullable Blocks blocks;
    /** For each block the steepest gradient of a row while it is learnt, else 0. */
    private final double[] steepest;

    /**
     * A leader that has seen no row.
     *
     * @param columnGroups the groups of the penalty
     * @param outputs how many weights a column has
     * @param tied whether those of a column are in one group, or each output has groups of its own
     * @param separability what the penalty treats alone
     */
    ProximalLeader(Groups columnGroups, int outputs, boolean tied, Separability separability) {
        this.outputs = outputs;
        int count = columnGroups.size() * outputs;
        int[] groupOfColumn = columnGroups.labels();
        groupOfWeight = new int[count];
        Arrays.setAll(groupOfWeight, i -> tied
                ? groupOfColumn[i / outputs]
                : groupOfColumn[i / outputs] * outputs + i % outputs);
        blockOfWeight = switch (separability) {
            case WEIGHT -> Groups.singletons(count).labels();
            case GROUP -> groupOfWeight;
            case NONE -> new int[count];
        };
        gradients = new double[count];
        anchors = new double[count];
        weights = new double[count];
        curvatures = new double[Arrays.stream(blockOfWeight).max().orElse(-1) + 1];
        steepest = new double[curvatures.length];
        interceptGradients = new double[outputs];
        interceptAnchors = new double[outputs];
        interceptCurvatures = new double[outputs];
    }

    private ProximalLeader(ProximalLeader other) {
        outputs = other.outputs;
        groupOfWeight = other.groupOfWeight;
        blockOfWeight = other.blockOfWeight;
        time = other.time;
        gradients = other.gradients.clone();
        anchors = other.anchors.clone();
        weights = other.weights.clone();
        curvatures = other.curvatures.clone();
        steepest = other.steepest.clone();
        settled = other.settled;
        interceptGradients = other.interceptGradients.clone();
        interceptAnchors = other.interceptAnchors.clone();
        interceptCurvatures = other.interceptCurvatures.clone();
    }

    /** Sets the penalty, which a saved model does not hold. */
    void use(Regularizer regularizer) {
        blocks = new Blocks(regularizer, Groups.labelled(blockOfWeight), Groups.labelled(groupOfWeight));
    }

    private Blocks blocks() {
        if (blocks == null) {
            throw new IllegalStateException("the penalty has to be set first");
        }
        return blocks;
    }

    /**
     * The scores of a row. Safe for several threads while nothing is learnt.
     *
     * @param row standardised columns
     * @param rate η
     * @param scores gets one for each output
     */
    void scores(Row row, double rate, double[] scores) {
        if (!settled) {
            synchronized (this) {
                evaluate(row, rate);
            }
        }
        score(row, rate, scores);
    }

    /** The scores of a row that is learnt next. */
    void scoresBeforeLearning(Row row, double rate, double[] scores) {
        evaluate(row, rate);
        score(row, rate, scores);
    }

    private void score(Row row, double rate, double[] scores) {
        for (int k = 0; k < outputs; k++) {
            double score = intercept(k, rate);
            for (int i = 0; i < row.count; i++) {
                score += weights[row.column[i] * outputs + k] * row.value[i];
            }
            scores[k] = score;
        }
    }

    private void evaluate(Row row, double rate) {
        Blocks all = blocks();
        meet(all, row);
        for (int n = 0; n < all.count(); n++) {
            evaluate(all, all.met(n), rate);
        }
    }

    private void meet(Blocks all, Row row) {
        all.nextRow();
        for (int i = 0; i < row.count; i++) {
            int from = row.column[i] * outputs;
            for (int w = from; w < from + outputs; w++) {
                all.meet(blockOfWeight[w]);
            }
        }
    }

    private void evaluate(Blocks all, int block, double rate) {
        double curvature = curvatures[block];
        if (curvature == 0) {
            // No gradient yet: these weights are 0.
            return;
        }
        int start = all.start(block);
        int size = all.start(block + 1) - start;
        double step = rate / curvature;
        double[] work = all.work(size);
        for (int m = 0; m < size; m++) {
            int w = all.member(start + m);
            work[m] = anchors[w] / curvature - gradients[w] * step;
        }
        all.prox(size, Math.min(time * step, Double.MAX_VALUE));
        for (int m = 0; m < size; m++) {
            weights[all.member(start + m)] = work[m];
        }
    }

    /** The intercept of an output. */
    double intercept(int output, double rate) {
        double curvature = interceptCurvatures[output];
        return curvature == 0
                ? 0
                : interceptAnchors[output] / curvature - interceptGradients[output] * (rate / curvature);
    }

    /**
     * Learns from a row, right after {@link #scoresBeforeLearning}.
     *
     * @param row standardised columns
     * @param rate η
     * @param slopes the derivative of the loss in each score
     * @param weight of the row
     */
    void learn(Row row, double rate, double[] slopes, double weight) {
        for (int k = 0; k < outputs; k++) {
            learnIntercept(k, rate, slopes[k] * weight);
        }
        for (int i = 0; i < row.count; i++) {
            for (int k = 0; k < outputs; k++) {
                int w = row.column[i] * outputs + k;
                double gradient = slopes[k] * weight * row.value[i];
                gradients[w] += gradient;
                steepest[blockOfWeight[w]] = Math.max(steepest[blockOfWeight[w]], Math.abs(gradient));
            }
        }
        Blocks all = blocks();
        for (int n = 0; n < all.count(); n++) {
            anchor(all, all.met(n));
        }
        time += weight;
        settled = false;
    }

    private void learnIntercept(int output, double rate, double gradient) {
        double before = interceptCurvatures[output];
        double after = Math.sqrt(before * before + gradient * gradient);
        interceptAnchors[output] += (after - before) * intercept(output, rate);
        interceptGradients[output] += gradient;
        interceptCurvatures[output] = after;
    }

    private void anchor(Blocks all, int block) {
        double before = curvatures[block];
        double after = Math.sqrt(before * before + steepest[block] * steepest[block]);
        for (int m = all.start(block); m < all.start(block + 1); m++) {
            int w = all.member(m);
            anchors[w] += (after - before) * weights[w];
        }
        curvatures[block] = after;
        steepest[block] = 0;
    }

    /** Evaluates all weights. */
    void settle(double rate) {
        if (!settled) {
            Blocks all = blocks();
            for (int block = 0; block < curvatures.length; block++) {
                evaluate(all, block, rate);
            }
            settled = true;
        }
    }

    /** Adds what another leader, of the same columns, has learnt from other rows. */
    void add(ProximalLeader other) {
        time += other.time;
        addTo(gradients, other.gradients);
        addTo(anchors, other.anchors);
        addTo(curvatures, other.curvatures);
        addTo(interceptGradients, other.interceptGradients);
        addTo(interceptAnchors, other.interceptAnchors);
        addTo(interceptCurvatures, other.interceptCurvatures);
        settled = false;
    }

    /**
     * What would have been learnt from the same rows with other means and deviations, as far as sums can tell.
     *
     * @param from by which the rows were standardised; all weights are settled
     * @param to by which they would have been
     * @param centered whether means were subtracted
     * @param more what intercepts rise by besides
     * @return a copy
     */
    ProximalLeader moved(ColumnStatistics.Scale from, ColumnStatistics.Scale to, boolean centered, double more) {
        ProximalLeader copy = new ProximalLeader(this);
        for (int k = 0; k < outputs; k++) {
            double rise = more;
            for (int w = k; w < weights.length; w += outputs) {
                int j = w / outputs;
                if (from.deviations()[j] == 0) {
                    // Nothing has been learnt of this column.
                    continue;
                }
                double shift =
                        centered ? (to.centers()[j] - from.centers()[j]) / from.deviations()[j] : 0;
                double ratio = to.deviations()[j] / from.deviations()[j];
                copy.gradients[w] = (gradients[w] - shift * interceptGradients[k]) / ratio;
                copy.anchors[w] = anchors[w] * ratio;
                rise += weights[w] * shift;
            }
            copy.interceptAnchors[k] += rise * interceptCurvatures[k];
        }
        copy.settled = false;
        return copy;
    }

    /** The settled weights with their groups. */
    Weights weights() {
        return Weights.of(weights, Groups.labelled(groupOfWeight));
    }

    boolean isSettled() {
        return settled;
    }

    private static void addTo(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }
}
