package org.ridgeline.tribuo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.SparseFeatures;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Output;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.VectorTuple;

/** Reads the features of a dataset into columns, in the order of Tribuo's feature ids; what is absent is 0. */
final class FeatureColumns {

    /** With a smaller share of features that are there, a sparse column takes less time and memory than a dense one. */
    private static final double SPARSE = 0.25;

    private FeatureColumns() {}

    /**
     * Reads the features that are in the map, exactly as Tribuo's own models read them.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    static <T extends Output<T>> Features of(Dataset<T> examples, ImmutableFeatureMap map) {
        List<SparseVector> vectors = new ArrayList<>(examples.size());
        int[] counts = new int[map.size()];
        for (Example<T> example : examples) {
            SparseVector vector = SparseVector.createSparseVector(example, map, false);
            for (VectorTuple entry : vector) {
                if (!Double.isFinite(entry.value)) {
                    throw new IllegalArgumentException("a feature must be a finite number, but '"
                            + map.get(entry.index).getName() + "' of example " + vectors.size() + " is " + entry.value);
                }
                counts[entry.index]++;
            }
            vectors.add(vector);
        }
        long present = Arrays.stream(counts).asLongStream().sum();
        return present < SPARSE * vectors.size() * map.size() ? sparse(vectors, counts) : dense(vectors, counts.length);
    }

    private static Features dense(List<SparseVector> vectors, int width) {
        double[][] columns = new double[width][vectors.size()];
        for (int i = 0; i < vectors.size(); i++) {
            for (VectorTuple entry : vectors.get(i)) {
                columns[entry.index][i] = entry.value;
            }
        }
        return DenseFeatures.ofColumns(vectors.size(), columns);
    }

    private static Features sparse(List<SparseVector> vectors, int[] counts) {
        int[] start = new int[counts.length + 1];
        System.arraycopy(counts, 0, start, 1, counts.length);
        Arrays.parallelPrefix(start, Math::addExact);
        int[] next = start.clone();
        int[] row = new int[start[counts.length]];
        double[] value = new double[row.length];
        for (int i = 0; i < vectors.size(); i++) {
            for (VectorTuple entry : vectors.get(i)) {
                int k = next[entry.index]++;
                row[k] = i;
                value[k] = entry.value;
            }
        }
        return SparseFeatures.ofColumns(vectors.size(), start, row, value);
    }
}
