package org.ridgeline.weka.sgd;

import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** Steps of the blocks that a row meets, for rows with a few of many columns. Makes nothing new for a row. */
final class RowSteps implements Steps {

    private final Regularizer regularizer;
    private final Tangents.Slope slope;
    private final LeaderSums sums;
    private final Groups partition;
    /** For each size of a block weights to work on. */
    private final @Nullable Weights[] work;
    /** For each block the last row that met it. */
    private final long[] lastRow;
    /** For each block the steepest gradient of a row that is being learnt, else 0. */
    private final double[] steepest;

    private final int[] met;
    private int count;
    private long rows;

    RowSteps(Regularizer regularizer, LeaderSums sums) {
        this.regularizer = sums.tangents == null ? regularizer : Tangents.lasso();
        slope = new Tangents.Slope(regularizer);
        this.sums = sums;
        partition = Groups.labelled(sums.blockOfWeight);
        int largest = 1;
        for (int b = 0; b < partition.count(); b++) {
            largest = Math.max(largest, partition.size(b));
        }
        work = new Weights[largest + 1];
        work[1] = Weights.of(0);
        for (int b = 0; b < partition.count(); b++) {
            int size = partition.size(b);
            if (work[size] == null) {
                Groups groups = partition.count() == 1 ? Groups.labelled(sums.groupOfWeight) : Groups.whole(size);
                work[size] = Weights.of(new double[size], groups);
            }
        }
        lastRow = new long[partition.count()];
        steepest = new double[partition.count()];
        met = new int[partition.count()];
    }

    @Override
    public void evaluate(Row row, double pace) {
        int outputs = sums.outputs;
        if (sums.alone) {
            Weights one = work(1);
            for (int i = 0; i < row.count; i++) {
                int from = row.column(i) * outputs;
                for (int w = from; w < from + outputs; w++) {
                    evaluate(one, w, pace);
                }
            }
            return;
        }
        rows++;
        count = 0;
        for (int i = 0; i < row.count; i++) {
            int from = row.column(i) * outputs;
            for (int w = from; w < from + outputs; w++) {
                meet(sums.blockOfWeight[w]);
            }
        }
        for (int n = 0; n < count; n++) {
            evaluateBlock(met[n], pace);
        }
    }

    private void meet(int block) {
        if (lastRow[block] != rows) {
            lastRow[block] = rows;
            met[count++] = block;
        }
    }

    private Weights work(int size) {
        Weights found = work[size];
        if (found == null) {
            throw new IllegalStateException("no block has " + size + " weights");
        }
        return found;
    }

    /** A weight that is a block of its own. */
    private void evaluate(Weights one, int w, double pace) {
        double rate = pace * sums.scales[w];
        double inverse = 1 / sums.curvatures[w];
        double[] point = one.values();
        point[0] = (sums.anchors[w] - sums.gradients[w] * rate) * inverse;
        double sum = sums.tangents == null ? sums.time : sums.time * sums.tangents.mean(w, sums.time);
        regularizer.prox(one, Math.min(sum * rate * inverse, Double.MAX_VALUE));
        sums.weights[w] = point[0];
    }

    private void evaluateBlock(int block, double pace) {
        int start = partition.start(block);
        int size = partition.size(block);
        double rate = pace * sums.scales[block];
        double inverse = 1 / sums.curvatures[block];
        Weights weights = work(size);
        double[] point = weights.values();
        for (int m = 0; m < size; m++) {
            int w = partition.member(start + m);
            point[m] = (sums.anchors[w] - sums.gradients[w] * rate) * inverse;
        }
        regularizer.prox(weights, Math.min(sums.time * rate * inverse, Double.MAX_VALUE));
        for (int m = 0; m < size; m++) {
            sums.weights[partition.member(start + m)] = point[m];
        }
    }

    @Override
    public void learn(Row row, double[] slopes) {
        int outputs = sums.outputs;
        for (int i = 0; i < row.count; i++) {
            int from = row.column(i) * outputs;
            for (int k = 0; k < outputs; k++) {
                double gradient = slopes[k] * row.value[i];
                int w = from + k;
                sums.gradients[w] += gradient;
                if (sums.alone) {
                    sums.anchors[w] += curve(w, gradient) * sums.weights[w];
                    if (sums.tangents != null) {
                        sums.tangents.learn(w, sums.time, slope.at(sums.weights[w]));
                    }
                } else {
                    int block = sums.blockOfWeight[w];
                    steepest[block] = Math.max(steepest[block], Math.abs(gradient));
                }
            }
        }
        for (int n = 0; n < count; n++) {
            anchorBlock(met[n]);
        }
    }

    private void anchorBlock(int block) {
        double growth = curve(block, steepest[block]);
        steepest[block] = 0;
        for (int m = partition.start(block); m < partition.start(block + 1); m++) {
            int w = partition.member(m);
            sums.anchors[w] += growth * sums.weights[w];
        }
    }

    /** Takes a gradient into a curvature. Returns what it has grown by. */
    private double curve(int block, double gradient) {
        double before = sums.curvatures[block];
        double after = LeaderSums.curve(before, gradient);
        sums.curvatures[block] = after;
        return after - before;
    }
}
