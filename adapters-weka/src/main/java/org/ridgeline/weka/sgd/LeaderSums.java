package org.ridgeline.weka.sgd;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;

/** What a {@link ProximalLeader} remembers of the rows that it has learnt from. */
final class LeaderSums implements Serializable {

    private static final long serialVersionUID = 1;
    /** h and r before the first row: nothing that matters is as small, and it can be divided by. */
    private static final double NOTHING = 1e-140;

    final int outputs;
    /** Those of the penalty. The weights of one column for several outputs lie side by side. */
    final int[] groupOfWeight;
    /** What has to be evaluated together. */
    final int[] blockOfWeight;
    /** Whether every weight is a block of its own. */
    final boolean alone;
    /** t. */
    double time;
    /** Σ over rows of 1 + ‖x/r‖², where the 1 is that of the intercept. */
    double norms;
    /** G. */
    final double[] gradients;
    /** A. */
    final double[] anchors;
    /** h of each block. */
    final double[] curvatures;
    /** 1/r of each block. */
    final double[] scales;

    final Intercepts intercepts;
    /** Null for a convex penalty. */
    final @Nullable Tangents tangents;
    /** As they were when they were last needed. */
    final double[] weights;

    LeaderSums(Groups columnGroups, int outputs, boolean tied, Regularizer regularizer) {
        this.outputs = outputs;
        int count = Math.multiplyExact(columnGroups.size(), outputs);
        int[] groupOfColumn = columnGroups.labels();
        groupOfWeight = new int[count];
        Arrays.setAll(
                groupOfWeight,
                i -> tied ? groupOfColumn[i / outputs] : groupOfColumn[i / outputs] * outputs + i % outputs);
        blockOfWeight = switch (regularizer.separability()) {
            case WEIGHT -> Groups.singletons(count).labels();
            case GROUP -> groupOfWeight;
            case NONE -> new int[count];
        };
        alone = regularizer.separability() == Separability.WEIGHT;
        int blockCount = Arrays.stream(blockOfWeight).max().orElse(-1) + 1;
        gradients = new double[count];
        anchors = new double[count];
        weights = new double[count];
        curvatures = new double[blockCount];
        Arrays.fill(curvatures, NOTHING);
        scales = new double[blockCount];
        Arrays.fill(scales, 1 / NOTHING);
        intercepts = new Intercepts(outputs);
        tangents = Tangents.of(regularizer, count);
    }

    /** A copy. */
    LeaderSums(LeaderSums other) {
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
        scales = other.scales.clone();
        intercepts = new Intercepts(other.intercepts);
        tangents = other.tangents == null ? null : other.tangents.copy();
    }

    /** η divided by the root mean square of the rows. */
    double pace(double rate) {
        return time == 0 ? 0 : rate / Math.sqrt(norms / time);
    }

    /** Takes in how large the values of a row are. Returns how large the row is: 1 + ‖x/r‖². */
    double reach(Row row) {
        if (isPlain(row)) {
            return 1 + LongLoops.reach(scales, row.value);
        }
        for (int i = 0; i < row.count; i++) {
            double size = Math.abs(row.value[i]);
            int from = row.column(i) * outputs;
            for (int w = from; w < from + outputs; w++) {
                int block = blockOfWeight[w];
                if (size * scales[block] > 1) {
                    scales[block] = 1 / size;
                }
            }
        }
        double norm = 1;
        for (int i = 0; i < row.count; i++) {
            double relative = row.value[i] * scales[blockOfWeight[row.column(i) * outputs]];
            norm += relative * relative;
        }
        return norm;
    }

    /** Σ w·x of an output. */
    double score(Row row, int output) {
        if (isPlain(row)) {
            return LongLoops.dot(weights, row.value);
        }
        double score = 0;
        for (int i = 0; i < row.count; i++) {
            score += weights[row.column(i) * outputs + output] * row.value[i];
        }
        return score;
    }

    /** Whether a row has one value for each block. */
    private boolean isPlain(Row row) {
        return row.full && alone && outputs == 1;
    }

    /** A curvature with one more gradient. */
    static double curve(double curvature, double gradient) {
        return Math.sqrt(curvature * curvature + gradient * gradient);
    }

    static void addTo(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }
}
