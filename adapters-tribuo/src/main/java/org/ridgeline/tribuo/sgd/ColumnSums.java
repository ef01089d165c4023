package org.ridgeline.tribuo.sgd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.tribuo.math.la.Matrix;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.VectorTuple;

/**
 * What a leader remembers of weights that each are alone, column by column, for examples with a few of many features. All of
 * a feature lies side by side, as what takes time is to fetch it from memory.
 */
final class ColumnSums {

    /** So many weights are evaluated at once. */
    private static final int BATCH = 64;
    /** z, h, and the weight as it was when it was evaluated last. */
    private static final int NUMBERS = 3;

    private final int rows;
    private final int penalised;
    private final Regularizer prox;
    private final @Nullable Tangents tangents;
    private final double rate;
    /** For each column the step after which it was evaluated last, and then the numbers of each weight. */
    private final double[] memory;

    private final int stride;

    private final double[] points = new double[BATCH];
    private final double[] stepSizes = new double[BATCH];
    private final Weights batch = Weights.of(points).withLiveFactors(stepSizes);
    private final int[] place = new int[BATCH];
    private int batched;

    /**
     * Remembers what has been remembered in rows.
     *
     * @param values all evaluated after that many steps
     */
    ColumnSums(
            RowSums inRows,
            double[][] values,
            int penalised,
            Regularizer prox,
            @Nullable Tangents tangents,
            double rate,
            int steps) {
        this.penalised = penalised;
        this.prox = prox;
        this.tangents = tangents;
        this.rate = rate;
        rows = values.length;
        stride = 1 + NUMBERS * rows;
        memory = new double[Math.multiplyExact(stride, values[0].length)];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < values[i].length; j++) {
                int w = place(i, j);
                memory[w] = inRows.sums[i][j];
                memory[w + 1] = inRows.curvatures[i][j];
                memory[w + 2] = values[i][j];
                memory[j * stride] = steps;
            }
        }
    }

    private int place(int row, int column) {
        return column * stride + 1 + NUMBERS * row;
    }

    double value(int row, int column, double time, int steps) {
        if (memory[column * stride] != steps) {
            add(column, time, steps);
            flush();
        }
        return memory[place(row, column) + 2];
    }

    void multiply(SparseVector example, double time, int steps, double[] output) {
        for (VectorTuple entry : example) {
            if (memory[entry.index * stride] != steps) {
                add(entry.index, time, steps);
            }
        }
        flush();
        for (VectorTuple entry : example) {
            int w = place(0, entry.index) + 2;
            for (int i = 0; i < rows; i++) {
                output[i] += memory[w + NUMBERS * i] * entry.value;
            }
        }
    }

    /** Evaluates all weights, and writes what is remembered into rows. */
    void settle(double time, int steps, RowSums inRows, double[][] values) {
        for (int j = 0; j < values[0].length; j++) {
            if (memory[j * stride] != steps) {
                add(j, time, steps);
            }
        }
        flush();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < values[i].length; j++) {
                int w = place(i, j);
                inRows.sums[i][j] = memory[w];
                inRows.curvatures[i][j] = memory[w + 1];
                values[i][j] = memory[w + 2];
            }
        }
    }

    /** Adds the weights of a column to those that are evaluated next. */
    private void add(int column, double time, int steps) {
        memory[column * stride] = steps;
        double timeRate = column < penalised ? time * rate : 0;
        for (int i = 0; i < rows; i++) {
            if (batched == BATCH) {
                flush();
            }
            int w = place(i, column);
            double inverse = 1 / memory[w + 1];
            double slope = tangents == null ? 1 : tangents.mean(i, column, time);
            points[batched] = memory[w] * inverse;
            stepSizes[batched] = timeRate * inverse * slope;
            place[batched++] = w + 2;
        }
    }

    private void flush() {
        if (batched == 0) {
            return;
        }
        Arrays.fill(points, batched, BATCH, 0);
        Arrays.fill(stepSizes, batched, BATCH, 0);
        prox.prox(batch, 1);
        for (int k = 0; k < batched; k++) {
            memory[place[k]] = points[k];
        }
        batched = 0;
    }

    void learn(Matrix gradients, double scale, double time, int steps) {
        for (int i = 0; i < rows; i++) {
            for (VectorTuple entry : (SparseVector) gradients.getRow(i)) {
                learn(i, entry.index, scale * entry.value, time, steps);
            }
        }
    }

    private void learn(int row, int column, double gradient, double time, int steps) {
        if (gradient == 0) {
            return;
        }
        double value = value(row, column, time, steps);
        int w = place(row, column);
        double before = memory[w + 1];
        double after = Leader.curve(before, gradient);
        memory[w] += rate * gradient + (after - before) * value;
        memory[w + 1] = after;
        if (tangents != null && column < penalised) {
            tangents.learn(row, column, time, value);
        }
    }
}
