package org.ridgeline.tribuo.sgd;

import java.io.Serial;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.util.VectorNormalizer;

/** A vector of biases under training. It is short, so its weights are evaluated with every step and can be read as they are. */
final class LeaderVector extends DenseVector implements Led {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Leader leader;

    LeaderVector(DenseVector start, TensorPlan plan, Settings settings) {
        super(start);
        leader = Leader.of(new double[][] {elements}, plan, settings);
    }

    @Override
    public Leader leader() {
        return leader;
    }

    @Override
    public DenseVector plain() {
        return copy();
    }

    @Serial
    private Object writeReplace() {
        return plain();
    }

    @Override
    public void intersectAndAddInPlace(Tensor gradients) {
        if (!(gradients instanceof SGDVector vector) || vector.size() != elements.length) {
            throw new IllegalArgumentException("wanted gradients of " + elements.length + " weights");
        }
        // Dense, so that all weights are evaluated.
        leader.step(DenseMatrix.createDenseMatrix(new SGDVector[] {vector}));
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
    public void foreachIndexedInPlace(ToDoubleBiFunction<Integer, Double> f) {
        throw Led.unchangeable();
    }

    @Override
    public void add(int index, double value) {
        throw Led.unchangeable();
    }

    @Override
    public void set(int index, double value) {
        throw Led.unchangeable();
    }

    @Override
    public void set(double value) {
        throw Led.unchangeable();
    }

    @Override
    public void setElements(DenseVector other) {
        throw Led.unchangeable();
    }

    @Override
    public void fill(double value) {
        throw Led.unchangeable();
    }

    @Override
    public void normalize(VectorNormalizer normalizer) {
        throw Led.unchangeable();
    }

    @Override
    public void expNormalize(double total) {
        throw Led.unchangeable();
    }
}
