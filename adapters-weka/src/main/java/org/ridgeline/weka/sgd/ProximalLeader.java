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
 * <p>The rate η of a weight is divided by the largest size r of its column so far, and all rates by the root mean square of
 * ‖x/r‖ over the rows x, so that early steps change a score by about η, however many columns there are and however rare they
 * are. Weights that the penalty does not treat alone are evaluated together, with the largest r, and an h that is at least
 * that of each.
 *
 * <p>Sources: McMahan, "Follow-the-regularized-leader and mirror descent", AISTATS 2011, and McMahan et al., "Ad click
 * prediction: a view from the trenches", KDD 2013; for h Duchi, Hazan and Singer, "Adaptive subgradient methods", JMLR 12
 * (2011); for the rates Ross, Mineiro and Langford, "Normalized online learning", UAI 2013.
 */
final class ProximalLeader implements Serializable {

    private static final long serialVersionUID = 1;

    private final int outputs;
    /** Those of the penalty. The weights of one column for several outputs lie side by side. */
    private final int[] groupOfWeight;
    /** What has to be evaluated together. */
    private final int[] blockOfWeight;
    /** Whether every weight is a block of its own. */
    private final boolean alone;
    /** t. */
    private double time;
    /** Σ over rows of 1 + ‖x/r‖², where the 1 is that of the intercept. */
    private double norms;
    /** G. */
    private final double[] gradients;
    /** A. */
    private final double[] anchors;
    /** h of each block. */
    private final double[] curvatures;
    /** r of each block. */
    private final double[] reaches;

    private final Intercepts intercepts;
    /** As they were when they were last needed; all up to date if {@link #settled}. */
    private final double[] weights;

    private volatile boolean settled = true;

    private transient @Nullable Blocks blocks;

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
        int count = Math.multiplyExact(columnGroups.size(), outputs);
        int[] groupOfColumn = columnGroups.labels();
        groupOfWeight = new int[count];
        Arrays.setAll(
                groupOfWeight,
                i -> tied ? groupOfColumn[i / outputs] : groupOfColumn[i / outputs] * outputs + i % outputs);
        blockOfWeight = switch (separability) {
            case WEIGHT -> Groups.singletons(count).labels();
            case GROUP -> groupOfWeight;
            case NONE -> new int[count];
        };
        alone = separability == Separability.WEIGHT && count > 0;
        int blockCount = Arrays.stream(blockOfWeight).max().orElse(-1) + 1;
        gradients = new double[count];
        anchors = new double[count];
        weights = new double[count];
        curvatures = new double[blockCount];
        reaches = new double[blockCount];
        intercepts = new Intercepts(outputs);
    }

    private ProximalLeader(ProximalLeader other) {
        outputs = other.outputs;
        groupOfWeight = other.groupOfWeight;
        blockOfWeight = other.blockOfWeight;
        alone = other.alone;
        time = other.time;
        norms = other.norms;
        gradients = other.gradients.clone();
        anchors = other.anchors.clone();
        weights = other.weights.clone();
        curvatures = other.curvatures.clone();
        reaches = other.reaches.clone();
        intercepts = new Intercepts(other.intercepts);
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
        double pace = pace(rate);
        if (!settled) {
            synchronized (this) {
                evaluate(row, pace);
            }
        }
        score(row, pace, scores);
    }

    /** The scores of a row that is learnt next. */
    void scoresBeforeLearning(Row row, double rate, double[] scores) {
        reach(row);
        double pace = pace(rate);
        evaluate(row, pace);
        score(row, pace, scores);
    }

    private double pace(double rate) {
        return time == 0 ? 0 : rate / Math.sqrt(norms / time);
    }

    private void reach(Row row) {
        for (int i = 0; i < row.count; i++) {
            double size = Math.abs(row.value[i]);
            int from = row.column[i] * outputs;
            for (int w = from; w < from + outputs; w++) {
                int block = blockOfWeight[w];
                if (size > reaches[block]) {
                    reaches[block] = size;
                }
            }
        }
    }

    private void score(Row row, double pace, double[] scores) {
        for (int k = 0; k < outputs; k++) {
            double score = intercepts.value(k, pace);
            for (int i = 0; i < row.count; i++) {
                score += weights[row.column[i] * outputs + k] * row.value[i];
            }
            scores[k] = score;
        }
    }

    /** Brings the weights up to date that a row needs. */
    private void evaluate(Row row, double pace) {
        Blocks all = blocks();
        if (alone) {
            double[] work = all.work(1);
            for (int i = 0; i < row.count; i++) {
                int from = row.column[i] * outputs;
                for (int w = from; w < from + outputs; w++) {
                    evaluate(all, work, w, pace);
                }
            }
            return;
        }
        all.nextRow();
        for (int i = 0; i < row.count; i++) {
            int from = row.column[i] * outputs;
            for (int w = from; w < from + outputs; w++) {
                all.meet(blockOfWeight[w]);
            }
        }
        for (int n = 0; n < all.count(); n++) {
            evaluateBlock(all, all.met(n), pace);
        }
    }

    /** A weight that is a block of its own. */
    private void evaluate(Blocks all, double[] work, int w, double pace) {
        double curvature = curvatures[w];
        if (curvature == 0) {
            // No gradient yet: this weight is 0.
            return;
        }
        double own = pace / reaches[w];
        double inverse = 1 / curvature;
        work[0] = (anchors[w] - gradients[w] * own) * inverse;
        all.prox(1, Math.min(time * own * inverse, Double.MAX_VALUE));
        weights[w] = work[0];
    }

    private void evaluateBlock(Blocks all, int block, double pace) {
        double curvature = curvatures[block];
        if (curvature == 0) {
            return;
        }
        int start = all.start(block);
        int size = all.start(block + 1) - start;
        double own = pace / reaches[block];
        double[] work = all.work(size);
        for (int m = 0; m < size; m++) {
            int w = all.member(start + m);
            work[m] = (anchors[w] - gradients[w] * own) / curvature;
        }
        all.prox(size, Math.min(time * own / curvature, Double.MAX_VALUE));
        for (int m = 0; m < size; m++) {
            weights[all.member(start + m)] = work[m];
        }
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
        double pace = pace(rate);
        Blocks all = blocks();
        double norm = 1;
        for (int k = 0; k < outputs; k++) {
            intercepts.learn(k, pace, slopes[k] * weight);
        }
        for (int i = 0; i < row.count; i++) {
            int from = row.column[i] * outputs;
            double relative = row.value[i] / reaches[blockOfWeight[from]];
            norm += relative * relative;
            for (int k = 0; k < outputs; k++) {
                double gradient = slopes[k] * weight * row.value[i];
                gradients[from + k] += gradient;
                if (alone) {
                    anchors[from + k] += curve(from + k, gradient) * weights[from + k];
                } else {
                    all.steepen(blockOfWeight[from + k], Math.abs(gradient));
                }
            }
        }
        for (int n = 0; n < all.count(); n++) {
            anchorBlock(all, all.met(n));
        }
        norms += weight * norm;
        time += weight;
        settled = false;
    }

    private void anchorBlock(Blocks all, int block) {
        double more = curve(block, all.takeSteepest(block));
        for (int m = all.start(block); m < all.start(block + 1); m++) {
            int w = all.member(m);
            anchors[w] += more * weights[w];
        }
    }

    /** Takes a gradient into a curvature. Returns what it has grown by. */
    private double curve(int block, double gradient) {
        double before = curvatures[block];
        double after = Math.sqrt(before * before + gradient * gradient);
        curvatures[block] = after;
        return after - before;
    }

    /** Evaluates all weights. */
    void settle(double rate) {
        if (!settled) {
            double pace = pace(rate);
            Blocks all = blocks();
            for (int block = 0; block < curvatures.length; block++) {
                evaluateBlock(all, block, pace);
            }
            settled = true;
        }
    }

    boolean isSettled() {
        return settled;
    }

    /** The settled weights with their groups. */
    Weights weights() {
        return Weights.of(weights, Groups.labelled(groupOfWeight));
    }

    /** The intercept of an output. */
    double intercept(int output, double rate) {
        return intercepts.value(output, pace(rate));
    }

    /**
     * Adds what another leader, of the same columns, has learnt from other rows. Gradients, curvatures and anchors add up: the
     * weights become averages by curvature, on which the penalty of all rows acts.
     *
     * @param rate η of this leader
     * @param other which is changed
     * @param otherRate η of the other
     * @param newRate η from now on
     */
    void add(double rate, ProximalLeader other, double otherRate, double newRate) {
        double[] newReaches = new double[reaches.length];
        Arrays.setAll(newReaches, block -> Math.max(reaches[block], other.reaches[block]));
        double allTime = time + other.time;
        double newPace = allTime == 0 ? 0 : newRate / Math.sqrt((norms + other.norms) / allTime);
        anchorAgain(pace(rate), newPace, newReaches);
        other.anchorAgain(other.pace(otherRate), newPace, newReaches);
        time = allTime;
        norms += other.norms;
        addTo(gradients, other.gradients);
        addTo(anchors, other.anchors);
        addTo(curvatures, other.curvatures);
        intercepts.add(other.intercepts);
        settled = false;
    }

    static void addTo(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /**
     * Keeps settled weights w under other rates, c times as large: with c·A + (1 − c)·h·w in place of A, (v' − w) = c·(v − w)
     * for what the proximal step is taken from, and its size is c times as large too.
     */
    private void anchorAgain(double pace, double newPace, double[] newReaches) {
        for (int w = 0; w < weights.length; w++) {
            int block = blockOfWeight[w];
            double c = pace == 0 || reaches[block] == 0 ? 1 : newPace / pace * (reaches[block] / newReaches[block]);
            anchors[w] = c * anchors[w] + (1 - c) * curvatures[block] * weights[w];
        }
        intercepts.anchorAgain(pace, newPace);
        System.arraycopy(newReaches, 0, reaches, 0, reaches.length);
    }

    /**
     * The same model, with settled weights, for rows that are standardised by other means and deviations.
     *
     * @param from by which the rows were standardised; all weights are settled
     * @param to by which they will be
     * @param centered whether means are subtracted
     * @param more what intercepts rise by besides
     * @return a copy
     */
    ProximalLeader moved(ColumnStatistics.Scale from, ColumnStatistics.Scale to, boolean centered, double more) {
        ProximalLeader copy = new ProximalLeader(this);
        double[] ratios = new double[weights.length];
        double[] rises = new double[outputs];
        Arrays.fill(ratios, 1);
        Arrays.fill(rises, more);
        for (int w = 0; w < weights.length; w++) {
            double deviation = from.deviations()[w / outputs];
            // Where there is none, nothing has been learnt.
            if (deviation > 0) {
                ratios[w] = to.deviations()[w / outputs] / deviation;
                double shift = (to.centers()[w / outputs] - from.centers()[w / outputs]) / deviation;
                rises[w % outputs] += centered ? weights[w] * shift : 0;
            }
        }
        Groups partition = Groups.labelled(blockOfWeight);
        for (int block = 0; block < partition.count(); block++) {
            copy.stretch(partition, block, ratios);
        }
        for (int k = 0; k < outputs; k++) {
            copy.intercepts.rise(k, rises[k]);
        }
        return copy;
    }

    /** Multiplies weights, where they are alone; those of a larger block share a curvature, so that it is done about. */
    private void stretch(Groups partition, int block, double[] ratios) {
        double mean = 0;
        for (int m = partition.start(block); m < partition.start(block + 1); m++) {
            mean += ratios[partition.member(m)] / partition.size(block);
        }
        for (int m = partition.start(block); m < partition.start(block + 1); m++) {
            int w = partition.member(m);
            gradients[w] /= ratios[w];
            anchors[w] *= ratios[w] / mean;
            weights[w] *= ratios[w];
        }
        curvatures[block] /= mean;
        reaches[block] /= mean;
    }
}
