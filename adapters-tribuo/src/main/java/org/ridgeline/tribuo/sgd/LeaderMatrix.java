package org.ridgeline.tribuo.sgd;

import java.io.Serial;
import java.util.function.DoubleUnaryOperator;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Matrix;
import org.tribuo.math.la.MatrixIterator;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.protos.TensorProto;
import org.tribuo.math.util.VectorNormalizer;

/**
 * A matrix of weights under training. Whoever reads a weight gets it evaluated; Tribuo's methods that are not overridden
 * here read through {@link #get}.
 */
final class LeaderMatrix extends DenseMatrix implements Led {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Leader leader;

    LeaderMatrix(DenseMatrix start, TensorPlan plan, Settings settings) {
        super(start);
        leader = Leader.of(values, plan, settings);
    }

    @Override
    public Leader leader() {
        return leader;
    }

    @Override
    public DenseMatrix plain() {
        return new DenseMatrix(this);
    }

    @Serial
    private Object writeReplace() {
        return plain();
    }

    @Override
    public double get(int i, int j) {
        return leader.value(i, j);
    }

    @Override
    public DenseVector leftMultiply(SGDVector input) {
        if (input.size() != dim2) {
            return super.leftMultiply(input);
        }
        double[] output = new double[dim1];
        leader.multiply(input, output);
        for (double score : output) {
            if (!Double.isFinite(score)) {
                throw Leader.diverged();
            }
        }
        return DenseVector.createDenseVector(output);
    }

    @Override
    public void intersectAndAddInPlace(Tensor gradients) {
        if (!(gradients instanceof Matrix matrix)
                || matrix.getDimension1Size() != dim1
                || matrix.getDimension2Size() != dim2) {
            throw new IllegalArgumentException("wanted gradients of " + dim1 + " x " + dim2 + " weights");
        }
        leader.step(matrix);
    }

    @Override
    public DenseVector getRow(int i) {
        leader.settle();
        // A copy, as Tribuo's own could be written to.
        return super.getRow(i).copy();
    }

    @Override
    public double[][] toArray() {
        leader.settle();
        return super.toArray();
    }

    @Override
    public MatrixIterator iterator() {
        leader.settle();
        return super.iterator();
    }

    @Override
    public TensorProto serialize() {
        leader.settle();
        return super.serialize();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        leader.settle();
        return super.hashCode();
    }

    @Override
    public String toString() {
        leader.settle();
        return super.toString();
    }

    @Override
    public void intersectAndAddInPlace(Tensor other, DoubleUnaryOperator f) {
        throw Led.unchangeable();
    }

    @Override
    public void hadamardProductInPlace(Tensor other, DoubleUnaryOperator f) {
        throw Led.unchangeable();
    }

    @Override
    public void foreachInPlace(DoubleUnaryOperator f) {
        throw Led.unchangeable();
    }

    @Override
    public void set(int i, int j, double value) {
        throw Led.unchangeable();
    }

    @Override
    public void add(int i, int j, double value) {
        throw Led.unchangeable();
    }

    @Override
    public void addAcrossDim1(int[] indices, double value) {
        throw Led.unchangeable();
    }

    @Override
    public void addAcrossDim2(int[] indices, double value) {
        throw Led.unchangeable();
    }

    @Override
    public void rowScaleInPlace(DenseVector scalingCoefficients) {
        throw Led.unchangeable();
    }

    @Override
    public void broadcastIntersectAndAddInPlace(SGDVector input, boolean broadcastOverDim1) {
        throw Led.unchangeable();
    }

    @Override
    public void setColumn(int index, SGDVector vector) {
        throw Led.unchangeable();
    }

    @Override
    public void normalizeRows(VectorNormalizer normalizer) {
        throw Led.unchangeable();
    }
}
