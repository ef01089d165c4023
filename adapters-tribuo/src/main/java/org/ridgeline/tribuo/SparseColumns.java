package org.ridgeline.tribuo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ridgeline.solvers.Features;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Output;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.VectorTuple;

/** The features of a dataset in compressed columns, in the order of Tribuo's feature ids; what is absent is 0. */
final class SparseColumns implements Features {

    private final int rows;
    /** The entries of column j are those from start[j] to start[j + 1] − 1. */
    private final int[] start;

    private final int[] row;
    private final double[] value;

    private SparseColumns(int rows, int[] start, int[] row, double[] value) {
        this.rows = rows;
        this.start = start;
        this.row = row;
        this.value = value;
    }

    /**
     * Reads the features that are in the map, exactly as Tribuo's own models read them.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    static <T extends Output<T>> SparseColumns of(Dataset<T> examples, ImmutableFeatureMap map) {
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
        return new SparseColumns(vectors.size(), start, row, value);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return start.length - 1;
    }

    @Override
    public double dot(int column, double[] vector) {
        double sum = 0;
        for (int k = start[column]; k < start[column + 1]; k++) {
            sum += value[k] * vector[row[k]];
        }
        return sum;
    }

    @Override
    public void addScaled(int column, double scale, double[] target) {
        for (int k = start[column]; k < start[column + 1]; k++) {
            target[row[k]] += scale * value[k];
        }
    }

    @Override
    public void copyColumn(int column, double[] target) {
        Arrays.fill(target, 0, rows, 0);
        for (int k = start[column]; k < start[column + 1]; k++) {
            target[row[k]] = value[k];
        }
    }

    @Override
    public SparseColumns selectRows(int[] selected) {
        // The new places of old row r are place[first[r]] … place[first[r + 1] − 1], as a row may be chosen twice.
        int[] first = new int[rows + 1];
        for (int old : selected) {
            first[old + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        int[] next = first.clone();
        int[] place = new int[selected.length];
        for (int i = 0; i < selected.length; i++) {
            place[next[selected[i]]++] = i;
        }
        int[] newStart = new int[start.length];
        for (int j = 0; j < columns(); j++) {
            newStart[j + 1] = newStart[j];
            for (int k = start[j]; k < start[j + 1]; k++) {
                newStart[j + 1] = Math.addExact(newStart[j + 1], first[row[k] + 1] - first[row[k]]);
            }
        }
        int[] newRow = new int[newStart[columns()]];
        double[] newValue = new double[newRow.length];
        int at = 0;
        for (int k = 0; k < row.length; k++) {
            for (int i = first[row[k]]; i < first[row[k] + 1]; i++) {
                newRow[at] = place[i];
                newValue[at] = value[k];
                at++;
            }
        }
        return new SparseColumns(selected.length, newStart, newRow, newValue);
    }
}
