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
    /** Rows that are copied to the columns together, as a single number at a time would go to far places of memory. */
    private static final int BLOCK = 16;

    private final Dataset<?> examples;
    private final FeatureIds ids;
    private final int width;

    private FeatureColumns(Dataset<?> examples, ImmutableFeatureMap map) {
        this.examples = examples;
        this.ids = FeatureIds.of(map);
        this.width = map.size();
    }

    /** Takes a feature of an example. */
    @FunctionalInterface
    private interface Sink {
        void take(int id, double value);
    }

    /**
     * Reads the features that are in the map.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    static <T extends Output<T>> Features of(Dataset<T> examples, ImmutableFeatureMap map) {
        FeatureColumns columns = new FeatureColumns(examples, map);
        long present = 0;
        for (Example<T> example : examples) {
            present += example.size();
        }
        return present < SPARSE * examples.size() * map.size() ? columns.sparse() : columns.dense();
    }

    private void read(int i, Sink sink) {
        int guess = 0;
        for (Feature feature : examples.getExample(i)) {
            int id = ids.find(feature.getName(), guess);
            if (id >= 0) {
                if (!Double.isFinite(feature.getValue())) {
                    throw new IllegalArgumentException("a feature must be a finite number, but '" + feature.getName()
                            + "' of example " + i + " is " + feature.getValue());
                }
                guess = id + 1;
                sink.take(id, feature.getValue());
            }
        }
    }

    private Features dense() {
        int n = examples.size();
        double[][] columns = new double[width][n];
        double[][] rows = new double[BLOCK][width];
        for (int from = 0; from < n; from += BLOCK) {
            int count = Math.min(BLOCK, n - from);
            for (int r = 0; r < count; r++) {
                double[] row = rows[r];
                Arrays.fill(row, 0);
                read(from + r, (id, value) -> row[id] += value);
            }
            for (int j = 0; j < width; j++) {
                for (int r = 0; r < count; r++) {
                    columns[j][from + r] = rows[r][j];
                }
            }
        }
        return DenseFeatures.ofColumns(n, columns);
    }

    private Features sparse() {
        int n = examples.size();
        int[][] found = new int[n][];
        double[][] values = new double[n][];
        int[] counts = new int[width];
        int[] lastExample = new int[width];
        Arrays.fill(lastExample, -1);
        for (int i = 0; i < n; i++) {
            Entries entries = new Entries(examples.getExample(i).size());
            read(i, entries);
            found[i] = Arrays.copyOf(entries.ids, entries.size);
            values[i] = entries.values;
            for (int id : found[i]) {
                counts[id] += lastExample[id] == i ? 0 : 1;
                lastExample[id] = i;
            }
        }
        int[] start = new int[width + 1];
        System.arraycopy(counts, 0, start, 1, width);
        Arrays.parallelPrefix(start, Math::addExact);
        int[] next = start.clone();
        int[] row = new int[start[width]];
        double[] value = new double[row.length];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < found[i].length; k++) {
                int id = found[i][k];
                boolean twice = next[id] > start[id] && row[next[id] - 1] == i;
                int entry = twice ? next[id] - 1 : next[id]++;
                row[entry] = i;
                value[entry] += values[i][k];
            }
        }
        return SparseFeatures.ofColumns(n, start, row, value);
    }

    /** The features of one example. */
    private static final class Entries implements Sink {
        private final int[] ids;
        private final double[] values;
        private int size;

        Entries(int capacity) {
            ids = new int[capacity];
            values = new double[capacity];
        }

        @Override
        public void take(int id, double value) {
            ids[size] = id;
            values[size++] = value;
        }
    }
}
