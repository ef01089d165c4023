package org.ridgeline.weka.sgd;

import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** The blocks of weights that a penalty treats alone, and which of them a row meets. Makes nothing new for a row. */
final class Blocks {

    private final Regularizer regularizer;
    private final Groups partition;
    /** For each size of a block weights to work on. */
    private final @Nullable Weights[] work;
    /** For each block the last row that met it. */
    private final long[] lastRow;
    /** For each block the steepest gradient of a row that is being learnt, else 0. */
    private final double[] steepest;

    private final int[] met;
    private int count;
    private long row;

    /**
     * Blocks of a penalty.
     *
     * @param regularizer the penalty
     * @param partition the blocks
     * @param groups the groups of all weights, for a penalty that must see them all
     */
    Blocks(Regularizer regularizer, Groups partition, Groups groups) {
        this.regularizer = regularizer;
        this.partition = partition;
        int largest = 0;
        for (int b = 0; b < partition.count(); b++) {
            largest = Math.max(largest, partition.size(b));
        }
        work = new Weights[largest + 1];
        for (int b = 0; b < partition.count(); b++) {
            int size = partition.size(b);
            if (work[size] == null) {
                work[size] = Weights.of(new double[size], partition.count() == 1 ? groups : Groups.whole(size));
            }
        }
        lastRow = new long[partition.count()];
        steepest = new double[partition.count()];
        met = new int[partition.count()];
    }

    /** Starts a row, which has met no block yet. */
    void nextRow() {
        row++;
        count = 0;
    }

    void meet(int block) {
        if (lastRow[block] != row) {
            lastRow[block] = row;
            met[count++] = block;
        }
    }

    /** How many blocks the row has met. */
    int count() {
        return count;
    }

    int met(int n) {
        return met[n];
    }

    void steepen(int block, double size) {
        steepest[block] = Math.max(steepest[block], size);
    }

    /** The steepest gradient of the block, once. */
    double takeSteepest(int block) {
        double taken = steepest[block];
        steepest[block] = 0;
        return taken;
    }

    int start(int block) {
        return partition.start(block);
    }

    int member(int place) {
        return partition.member(place);
    }

    /** Room for the weights of a block of this size, which {@link #prox} then moves. */
    double[] work(int size) {
        return weights(size).values();
    }

    void prox(int size, double step) {
        regularizer.prox(weights(size), step);
    }

    private Weights weights(int size) {
        Weights found = work[size];
        if (found == null) {
            throw new IllegalStateException("no block has " + size + " weights");
        }
        return found;
    }
}
