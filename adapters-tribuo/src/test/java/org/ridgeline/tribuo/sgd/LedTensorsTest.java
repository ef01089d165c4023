package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.tribuo.InstalledRegularizers;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseSparseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Matrix;
import org.tribuo.math.la.MatrixTuple;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.la.VectorTuple;
import org.tribuo.math.util.NoopNormalizer;
import org.tribuo.math.util.VectorNormalizer;

/** Every public method of Tribuo's tensors gives with weights under training what it gives with a plain copy of them. */
class LedTensorsTest {

    private static final int SIZE = 3;

    /** What changes a tensor, by name. */
    private static final Set<String> CHANGES = Set.of(
            "set",
            "add",
            "setElements",
            "setColumn",
            "fill",
            "addAcrossDim1",
            "addAcrossDim2",
            "rowScaleInPlace",
            "intersectAndAddInPlace",
            "broadcastIntersectAndAddInPlace",
            "hadamardProductInPlace",
            "foreachInPlace",
            "foreachIndexedInPlace",
            "scaleInPlace",
            "scalarAddInPlace",
            "normalize",
            "normalizeRows",
            "expNormalize");

    static Stream<String> regularizers() {
        return Stream.of("l1(lambda=0.1)", "group-l2(lambda=0.1)", "mcp(lambda=0.1)", "slope(lambda=0.1)");
    }

    /** After a sparse step, when no weight has been evaluated. */
    private static LeaderMatrix matrix(String regularizer) {
        double[][] start = {{1, -0.5, 0.25}, {-0.5, 2, 0.125}, {0.25, 0.125, 3}};
        LeaderMatrix matrix = new LeaderMatrix(
                DenseMatrix.createDenseMatrix(start),
                new TensorPlan(SIZE, (row, column) -> column),
                Settings.standard(InstalledRegularizers.parse(regularizer)).withEpsilon(1));
        matrix.leader().announce(1, 1);
        SparseVector row = SparseVector.createSparseVector(SIZE, new int[] {1}, new double[] {0.1});
        matrix.intersectAndAddInPlace(new DenseSparseMatrix(List.of(row, row, row)));
        return matrix;
    }

    private static LeaderVector vector() {
        LeaderVector vector = new LeaderVector(
                DenseVector.createDenseVector(new double[] {1, -0.5, 0.25}),
                new TensorPlan(SIZE, (row, column) -> column),
                Settings.standard(InstalledRegularizers.parse("l1(lambda=0.1)")).withEpsilon(1));
        vector.leader().announce(1, 1);
        vector.intersectAndAddInPlace(DenseVector.createDenseVector(new double[] {0.1, 0, -0.1}));
        return vector;
    }

    @ParameterizedTest
    @MethodSource("regularizers")
    void everyMethodOfAMatrix(String regularizer) throws Exception {
        DenseMatrix plain = matrix(regularizer).plain();
        assertThat(plain.get(0, 1)).isNotEqualTo(-0.5);
        int read = 0;
        for (Method method : methods(DenseMatrix.class)) {
            for (Object[] arguments : arguments(method, true)) {
                read += agrees(method, matrix(regularizer), plain, arguments);
            }
        }
        assertThat(read).isGreaterThan(30);
    }

    @Test
    void everyMethodOfAVector() throws Exception {
        DenseVector plain = vector().plain();
        assertThat(plain.get(1)).isNotEqualTo(-0.5);
        int read = 0;
        for (Method method : methods(DenseVector.class)) {
            for (Object[] arguments : arguments(method, false)) {
                read += agrees(method, vector(), plain, arguments);
            }
        }
        assertThat(read).isGreaterThan(30);
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class
                        && method.getDeclaringClass() != Iterable.class
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isBridge())
                .toList();
    }

    /** Returns 1 if the method reads, 0 if it changes something, which is refused. */
    private static int agrees(Method method, Tensor led, Tensor plain, Object[] arguments) throws Exception {
        boolean sum = method.getName().equals("add") && method.getReturnType() != void.class;
        if (CHANGES.contains(method.getName()) && !sum) {
            assertThatThrownBy(() -> method.invoke(led, arguments))
                    .as(method.toString())
                    .hasRootCauseInstanceOf(UnsupportedOperationException.class)
                    .rootCause()
                    .hasMessageContaining("changed by its steps only");
            return 0;
        }
        assertThat(readable(method, led, arguments))
                .as(method.toString())
                .isEqualTo(readable(method, plain, arguments));
        return 1;
    }

    /** Each parameter's value, and once more with a sparse one where a vector may be either. */
    private static List<Object[]> arguments(Method method, boolean matrix) {
        List<Object[]> all = new ArrayList<>();
        for (boolean sparse : new boolean[] {false, true}) {
            Object[] arguments = Arrays.stream(method.getParameterTypes())
                    .map(type -> argument(method, type, matrix, sparse))
                    .toArray();
            all.add(arguments);
        }
        return all;
    }

    private static Object argument(Method method, Class<?> type, boolean matrix, boolean sparse) {
        DenseVector dense = DenseVector.createDenseVector(new double[] {0.5, 2, -1});
        if (type == int.class) {
            return sparse ? 1 : 2;
        } else if (type == double.class) {
            return 0.5;
        } else if (type == boolean.class) {
            return sparse;
        } else if (type == int[].class) {
            int elements = matrix ? SIZE * SIZE : SIZE;
            return method.getName().equals("reshape") ? new int[] {1, elements} : new int[] {2, 0, 1};
        } else if (type == SGDVector.class) {
            return sparse ? dense.sparsify() : dense;
        } else if (type == DenseVector.class) {
            return dense;
        } else if (type == Tensor.class) {
            return matrix ? DenseMatrix.createIdentity(SIZE) : dense;
        } else if (type == DenseMatrix.class || type == Matrix.class) {
            return DenseMatrix.createDenseMatrix(new double[][] {{1, 2, 3}, {0, 1, 0}, {4, 0, 5}});
        } else if (type == List.class) {
            return List.of(2, 0);
        } else if (type == VectorNormalizer.class) {
            return new NoopNormalizer();
        } else if (type == DoubleUnaryOperator.class) {
            return (DoubleUnaryOperator) x -> x + 1;
        } else if (type == DoubleBinaryOperator.class) {
            return (DoubleBinaryOperator) (a, b) -> a + 2 * b;
        } else if (type == ToDoubleBiFunction.class) {
            return (ToDoubleBiFunction<Integer, Double>) (index, x) -> index + x;
        } else if (type == BiFunction.class) {
            return (BiFunction<Double, Object, Object>) (x, sum) -> sum + ";" + x;
        } else if (type == Object.class) {
            return !method.getName().equals("equals")
                    ? "from"
                    : matrix ? matrix("l1(lambda=0.1)").plain() : vector().plain();
        }
        throw new IllegalStateException("Tribuo has a method with a new kind of argument: " + method);
    }

    /** What comes out, as text that tells every number. */
    private static String readable(Method method, Tensor tensor, Object[] arguments) throws Exception {
        try {
            return readable(method.invoke(tensor, arguments));
        } catch (InvocationTargetException e) {
            return e.getCause().toString();
        }
    }

    private static String readable(Object result) {
        if (result instanceof DenseMatrix matrix) {
            return Arrays.deepToString(matrix.toArray());
        } else if (result instanceof SGDVector vector) {
            return vector.getClass() + Arrays.toString(vector.toArray());
        } else if (result instanceof Optional<?> optional) {
            return optional.map(LedTensorsTest::readable).orElse("empty");
        } else if (result instanceof DenseMatrix.CholeskyFactorization cholesky) {
            return readable(cholesky.lMatrix());
        } else if (result instanceof DenseMatrix.LUFactorization lu) {
            return readable(lu.lower()) + readable(lu.upper());
        } else if (result instanceof DenseMatrix.EigenDecomposition eigen) {
            return readable(eigen.eigenvalues()) + readable(eigen.eigenvectors());
        } else if (result instanceof DenseSparseMatrix matrix) {
            return matrix.toString();
        } else if (result instanceof double[][] array) {
            return Arrays.deepToString(array);
        } else if (result instanceof double[] array) {
            return Arrays.toString(array);
        } else if (result instanceof int[] array) {
            return Arrays.toString(array);
        } else if (result instanceof Iterable<?> iterable && !(result instanceof List)) {
            return StreamSupport.stream(iterable.spliterator(), false)
                    .map(Object::toString)
                    .toList()
                    .toString();
        } else if (result instanceof java.util.Iterator<?> iterator) {
            StringBuilder all = new StringBuilder();
            iterator.forEachRemaining(tuple -> all.append(
                    tuple instanceof MatrixTuple entry
                            ? entry.i + "," + entry.j + "=" + entry.value + ";"
                            : ((VectorTuple) tuple).index + "=" + ((VectorTuple) tuple).value + ";"));
            return all.toString();
        }
        return String.valueOf(result);
    }

    @Test
    void aSavedTensorIsTribuosOwn() throws Exception {
        assertThat(savedAndLoaded(matrix("l1(lambda=0.1)")))
                .isExactlyInstanceOf(DenseMatrix.class)
                .isEqualTo(matrix("l1(lambda=0.1)").plain());
        assertThat(savedAndLoaded(vector()))
                .isExactlyInstanceOf(DenseVector.class)
                .isEqualTo(vector().plain());
        assertThat(Tensor.deserialize(matrix("l1(lambda=0.1)").serialize())).isExactlyInstanceOf(DenseMatrix.class);
        assertThat(Tensor.deserialize(vector().serialize())).isExactlyInstanceOf(DenseVector.class);
    }

    private static Object savedAndLoaded(Object tensor) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(tensor);
        }
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return stream.readObject();
        }
    }
}
