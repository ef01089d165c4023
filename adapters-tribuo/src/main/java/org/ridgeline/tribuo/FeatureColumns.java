package org.ridgeline.tribuo;

import java.util.Arrays;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.SparseFeatures;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Output;

/**
 * Reads the features of a dataset into columns, in the order of Tribuo's feature ids. As in Tribuo's own models, what is absent is 0,
 * what is not in the map is left out, and what an example has twice, as hashing may have it, is added up.
 */
final class FeatureColumns {

    /** With a smaller share of features that are there, a sparse column takes less time and memory than a dense one. */
    private static final double SPARSE = 0.25;

    private final int[][] ids;
    private final double[][] values;
    private final int[] counts;

    private FeatureColumns(int examples, int features) {
        ids = new int[examples][];
        values = new double[examples][];
        counts = new int[features];
    }

    /**
     * Reads the features that are in the map.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    static <T extends Output<T>> Features of(Dataset<T> examples, ImmutableFeatureMap map) {
        FeatureColumns columns = new FeatureColumns(examples.size(), map.size());
        columns.read(examples, FeatureIds.of(map));
        long present = Arrays.stream(columns.counts).asLongStream().sum();
        return present < SPARSE * examples.size() * map.size() ? columns.sparse() : columns.dense();
    }

    private <T extends Output<T>> void read(Dataset<T> examples, FeatureIds map) {
        int[] lastExample = new int[counts.length];
        Arrays.fill(lastExample, -1);
        for (int i = 0; i < ids.length; i++) {
            Example<T> example = examples.getExample(i);
            int[] found = new int[example.size()];
            double[] numbers = new double[found.length];
            int k = 0;
            int guess = 0;
            for (Feature feature : example) {
                int id = map.find(feature.getName(), guess);
                if (id >= 0) {
                    requireFinite(feature, i);
                    guess = id + 1;
                    found[k] = id;
                    numbers[k++] = feature.getValue();
                    counts[id] += lastExample[id] == i ? 0 : 1;
                    lastExample[id] = i;
                }
            }
            ids[i] = k == found.length ? found : Arrays.copyOf(found, k);
            values[i] = numbers;
        }
    }

    private static void requireFinite(Feature feature, int example) {
        if (!Double.isFinite(feature.getValue())) {
            throw new IllegalArgumentException("a feature must be a finite number, but '" + feature.getName()
                    + "' of example " + example + " is " + feature.getValue());
        }
    }

    private Features dense() {
        double[][] columns = new double[counts.length][ids.length];
        for (int i = 0; i < ids.length; i++) {
            for (int k = 0; k < ids[i].length; k++) {
                columns[ids[i][k]][i] += values[i][k];
            }
        }
        return DenseFeatures.ofColumns(ids.length, columns);
    }

    private Features sparse() {
        int[] start = new int[counts.length + 1];
        System.arraycopy(counts, 0, start, 1, counts.length);
        Arrays.parallelPrefix(start, Math::addExact);
        int[] next = start.clone();
        int[] row = new int[start[counts.length]];
        double[] value = new double[row.length];
        for (int i = 0; i < ids.length; i++) {
            for (int k = 0; k < ids[i].length; k++) {
                int id = ids[i][k];
                boolean twice = next[id] > start[id] && row[next[id] - 1] == i;
                int entry = twice ? next[id] - 1 : next[id]++;
                row[entry] = i;
                value[entry] += values[i][k];
            }
        }
        return SparseFeatures.ofColumns(ids.length, start, row, value);
    }
}
