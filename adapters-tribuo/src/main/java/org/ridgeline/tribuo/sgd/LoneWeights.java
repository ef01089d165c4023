package org.ridgeline.tribuo.sgd;

import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Matrix;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.la.SparseVector;

/**
 * Weights that a penalty treats each alone. What is remembered of them lies in rows, or in columns once there was an example
 * with a few of many features. To put it in order anew takes as long as a step with gradients of all weights, and only
 * goes with one.
 */
final class LoneWeights extends Leader {

    private final int penalised;
    private final @Nullable Tangents tangents;
    /** What takes the proximal steps: the penalty itself, or that of the tangents. */
    private final Regularizer prox;

    private final RowSums inRows;
    /** Null while what is remembered lies in rows. */
    private @Nullable ColumnSums inColumns;

    LoneWeights(double[][] values, TensorPlan plan, Settings settings) {
        super(values, settings);
        penalised = plan.penalised();
        int columns = values[0].length;
        tangents = regularizer.convex() ? null : new Tangents(regularizer, values.length, columns);
        prox = tangents == null ? regularizer : Tangents.lasso();
        inRows = new RowSums(values, penalised, prox, settings);
    }

    @Override
    double value(int row, int column) {
        return inColumns == null ? values[row][column] : inColumns.value(row, column, time, steps);
    }

    @Override
    void multiply(SGDVector example, double[] output) {
        if (example instanceof SparseVector sparse) {
            columns().multiply(sparse, time, steps, output);
            return;
        }
        settle();
        dot((DenseVector) example, output);
    }

    private ColumnSums columns() {
        if (inColumns == null) {
            inColumns = new ColumnSums(inRows, values, penalised, prox, tangents, rate, steps);
        }
        return inColumns;
    }

    @Override
    void settleAll() {
        if (inColumns != null) {
            inColumns.settle(time, steps, inRows, values);
        }
    }

    @Override
    boolean learn(Matrix gradients, double scale, double after) {
        if (gradients instanceof DenseMatrix dense) {
            settle();
            inColumns = null;
            inRows.learn(dense, scale, time, after, tangents);
            return true;
        }
        columns().learn(gradients, scale, time, steps);
        return false;
    }
}
