package org.ridgeline.tribuo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ridgeline.solvers.SparseFeatures;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Output;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.VectorTuple;

/** Reads the features of a dataset into columns, in the order of Tribuo's feature ids; what is absent is 0. */
final class SparseColumns {

    private SparseColumns() {}

    /**
     * Reads the features that are in the map, exactly as Tribuo's own models read them.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    static <T extends Output<T>> SparseFeatures of(Dataset<T> examples, ImmutableFeatureMap map) {
        List<SparseVector> vectors = new ArrayList<>(examples.size());
        int[] start = new int[map.size() + 1];
        for (Example<T> example : examples) {
            SparseVector vector = SparseVector.createSparseVector(example, map, false);
            for (VectorTuple entry : vector) {
                if (!Double.isFinite(entry.value)) {
                    throw new IllegalArgumentException("a feature must be a finite number, but '"
                            + map.get(entry.index).getName() + "' of example " + vectors.size() + " is " + entry.value);
                }
                start[entry.index + 1]++;
            }
            vectors.add(vector);
        }
        Arrays.parallelPrefix(start, Math::addExact);
        int[] next = start.clone();
        int[] row = new int[start[map.size()]];
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
