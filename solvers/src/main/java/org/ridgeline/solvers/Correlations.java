package org.ridgeline.solvers;

import java.util.Arrays;
import org.ridgeline.Regularizer;

/**
 * The correlation c = −X̃ᵀu of each column with the slope u of the loss, computed only where it may matter. By Cauchy and
 * Schwarz, the entries of a block have changed by at most √(largest eigenvalue of its X̃ᵀHX̃) times what the slope has moved
 * since they were computed, measured in the inverse of H; as long as all values in that ball leave zero weights at zero, there is no need to
 * compute them again.
 */
final class Correlations {

    private final Problem problem;
    /** Larger blocks have too many corners to look at. */
    private static final int LARGEST_BLOCK = 16;

    private final Design design;
    private final Blocks blocks;
    private final double[] values;
    /** For each column, the root of the largest eigenvalue of X̃ᵀHX̃ of its block. */
    private final double[] reach;

    private final double[] computedAt;
    private double moved;
    private final int[] outdated;
    private final double[] work;

    Correlations(Problem problem, Design design, Blocks blocks, double[] curvatures) {
        this.problem = problem;
        this.design = design;
        this.blocks = blocks;
        int p = design.columns();
        this.reach = new double[p];
        for (int j = 0; j < p; j++) {
            reach[j] = Math.sqrt(curvatures[j]);
        }
        this.values = new double[p];
        this.computedAt = new double[p];
        this.outdated = new int[p];
        this.work = new double[p];
    }

    /** The live values; outside the working set they may be out of date. */
    double[] values() {
        return values;
    }

    /** Tells that the slope has moved by a distance measured in the inverse of H. */
    void move(double distance) {
        moved += distance;
    }

    /** Sets the value of a column that the caller has computed. */
    void set(int column, double value) {
        values[column] = value;
        computedAt[column] = moved;
    }

    /** Computes all columns. */
    void compute(double[] slope) {
        int count = values.length;
        for (int j = 0; j < count; j++) {
            outdated[j] = j;
        }
        compute(slope, count);
    }

    /** Computes the columns of the working set. */
    void compute(WorkingSet working, double[] slope) {
        System.arraycopy(working.columns(), 0, outdated, 0, working.size());
        compute(slope, working.size());
    }

    /**
     * Computes the columns outside the working set that may have to leave zero.
     *
     * @param certain out: whether a column's weight is at zero and certain to stay there
     */
    void refresh(double[] slope, WorkingSet working, Regularizer regularizer, boolean[] certain) {
        Arrays.fill(certain, blocks.largest() <= LARGEST_BLOCK);
        for (int corner = 0; corner < 2 * blocks.largest() && blocks.largest() <= LARGEST_BLOCK; corner++) {
            checkCorner(corner / 2, corner % 2 == 0 ? 1 : -1, regularizer, certain);
        }
        int count = 0;
        for (int j = 0; j < work.length; j++) {
            if (working.contains(j)) {
                certain[j] = false;
            } else if (!certain[j] && computedAt[j] != moved) {
                outdated[count++] = j;
            }
        }
        compute(slope, count);
    }

    /**
     * Clears {@code certain} for the blocks that would move at one corner of the cross-polytope around their ball. What
     * leaves zero weights at zero is a convex set, so corners that do vouch for all between them.
     */
    private void checkCorner(int place, int sign, Regularizer regularizer, boolean[] certain) {
        System.arraycopy(values, 0, work, 0, work.length);
        for (int b = 0; b < blocks.count(); b++) {
            int size = blocks.size(b);
            if (place < size) {
                int j = blocks.column(b, place);
                work[j] += sign * Math.sqrt(size) * reach[j] * (moved - computedAt[j]);
            }
        }
        regularizer.prox(problem.weights(work), 1);
        for (int j = 0; j < work.length; j++) {
            if (work[j] != 0) {
                int block = blocks.blockOf(j);
                for (int k = 0; k < blocks.size(block); k++) {
                    certain[blocks.column(block, k)] = false;
                }
            }
        }
    }

    /**
     * Finds the columns outside the working set whose zero weights a proximal step from these correlations would move.
     *
     * @param found out: the columns
     * @return how many there are
     */
    int findMoving(WorkingSet working, Regularizer regularizer, int[] found) {
        System.arraycopy(values, 0, work, 0, work.length);
        regularizer.prox(problem.weights(work), 1);
        int count = 0;
        for (int j = 0; j < work.length; j++) {
            if (work[j] != 0 && !working.contains(j)) {
                found[count++] = j;
            }
        }
        return count;
    }

    private void compute(double[] slope, int count) {
        design.multiplyTransposed(outdated, count, slope, values);
        for (int k = 0; k < count; k++) {
            set(outdated[k], -values[outdated[k]]);
        }
    }
}
