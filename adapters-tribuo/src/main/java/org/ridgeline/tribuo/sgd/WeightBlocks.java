package org.ridgeline.tribuo.sgd;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Weights;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Matrix;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.VectorTuple;

/**
 * Weights that a penalty treats in blocks. The weights of a block share one h, which grows with the steepest of their
 * gradients, so that it is at least that of each.
 */
final class WeightBlocks extends Leader {

    private final int rows;
    private final Partition partition;
    private final Groups blocks;
    /** z of each weight, column by column. */
    private final double[] sums;
    /** Of each weight, as it was when its block was evaluated last. */
    private final double[] weights;
    /** h of each block. */
    private final double[] curvatures;
    /** For each block the step after which it was evaluated last. */
    private final int[] evaluated;

    /** For each block what its proximal step is taken on, the same for all alike; null if it is not penalised. */
    private final @Nullable Weights[] work;
    /** All weights, with the sizes of their proximal steps as penalty factors. */
    private final Weights all;

    private final double[] stepSizes;

    /** The blocks that a step meets, and of each the steepest gradient, which is else 0. */
    private final int[] met;

    private final double[] steepest;
    private int count;

    WeightBlocks(double[][] values, TensorPlan plan, Settings settings) {
        super(values, settings);
        rows = values.length;
        partition = new Partition(rows, values[0].length, plan, regularizer.separability());
        blocks = partition.blocks;
        sums = new double[partition.blockOfWeight.length];
        weights = new double[sums.length];
        for (int w = 0; w < sums.length; w++) {
            weights[w] = values[w % rows][w / rows];
            sums[w] = settings.epsilon() * weights[w];
        }
        curvatures = new double[blocks.count()];
        Arrays.fill(curvatures, settings.epsilon());
        evaluated = new int[blocks.count()];
        met = new int[blocks.count()];
        steepest = new double[blocks.count()];
        work = new Weights[blocks.count()];
        Map<Groups, Weights> alike = new HashMap<>();
        for (int b = 0; b < work.length; b++) {
            if (blocks.member(blocks.start(b)) < partition.penalised) {
                work[b] = alike.computeIfAbsent(
                        partition.groups(b), groups -> Weights.of(new double[groups.size()], groups));
            }
        }
        stepSizes = new double[sums.length];
        all = Weights.of(weights, Groups.labelled(partition.groupOfWeight)).withLiveFactors(stepSizes);
    }

    @Override
    double value(int row, int column) {
        int w = column * rows + row;
        settle(partition.blockOfWeight[w]);
        return weights[w];
    }

    @Override
    void multiply(SGDVector example, double[] output) {
        if (example instanceof SparseVector) {
            for (VectorTuple entry : example) {
                for (int i = 0; i < rows; i++) {
                    output[i] += value(i, entry.index) * entry.value;
                }
            }
        } else {
            settle();
            dot((DenseVector) example, output);
        }
    }

    private void settle(int block) {
        if (evaluated[block] == steps) {
            return;
        }
        evaluated[block] = steps;
        int start = blocks.start(block);
        double inverse = 1 / curvatures[block];
        Weights points = work[block];
        if (points == null) {
            int w = blocks.member(start);
            weights[w] = sums[w] * inverse;
            return;
        }
        double[] point = points.values();
        for (int m = 0; m < point.length; m++) {
            point[m] = sums[blocks.member(start + m)] * inverse;
        }
        regularizer.prox(points, stepSize(inverse));
        for (int m = 0; m < point.length; m++) {
            weights[blocks.member(start + m)] = point[m];
        }
    }

    private double stepSize(double inverse) {
        double size = time * rate * inverse;
        if (Double.isNaN(size)) {
            throw diverged();
        }
        return size;
    }

    @Override
    void settleAll() {
        if (partition.whole) {
            for (int b = 0; b < evaluated.length; b++) {
                settle(b);
            }
        } else {
            for (int w = 0; w < weights.length; w++) {
                double inverse = 1 / curvatures[partition.blockOfWeight[w]];
                weights[w] = sums[w] * inverse;
                stepSizes[w] = w < partition.penalised ? stepSize(inverse) : 0;
            }
            regularizer.prox(all, 1);
            Arrays.fill(evaluated, steps);
        }
        for (int w = 0; w < weights.length; w++) {
            values[w % rows][w / rows] = weights[w];
        }
    }

    @Override
    boolean learn(Matrix gradients, double scale, double after) {
        count = 0;
        for (int i = 0; i < rows; i++) {
            if (gradients instanceof DenseMatrix dense) {
                for (int j = 0; j < dense.getDimension2Size(); j++) {
                    learn(j * rows + i, scale * dense.get(i, j));
                }
            } else {
                for (VectorTuple entry : (SparseVector) gradients.getRow(i)) {
                    learn(entry.index * rows + i, scale * entry.value);
                }
            }
        }
        for (int m = 0; m < count; m++) {
            anchor(met[m]);
        }
        return false;
    }

    private void learn(int w, double gradient) {
        if (gradient == 0) {
            return;
        }
        int block = partition.blockOfWeight[w];
        if (steepest[block] == 0) {
            settle(block);
            met[count++] = block;
        }
        steepest[block] = Math.max(steepest[block], Math.abs(gradient));
        sums[w] += rate * gradient;
    }

    /** Lets the h of a block grow, and draws its weights to where they are. */
    private void anchor(int block) {
        double before = curvatures[block];
        double after = curve(before, steepest[block]);
        steepest[block] = 0;
        curvatures[block] = after;
        for (int m = blocks.start(block); m < blocks.start(block + 1); m++) {
            int w = blocks.member(m);
            sums[w] += (after - before) * weights[w];
        }
    }
}
