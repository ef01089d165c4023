package org.ridgeline.weka.sgd;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Which columns an instance has, and where they come from: the columns of {@link org.ridgeline.weka.DummyCoding}, but read
 * from one instance, at the cost of its stored values. An attribute with more than two values costs in every instance, as the
 * first of them is not stored in a sparse one.
 */
final class Layout implements Serializable {

    private static final long serialVersionUID = 1;
    /** Squares of larger numbers would overflow in the statistics. */
    static final double LARGEST = 1e150;
    /** In place of a number of values. */
    private static final int NUMERIC = -1;

    private final int classIndex;
    private final String[] attributeNames;
    /** For each attribute its first column, and that after the last attribute. */
    private final int[] first;
    /** For each attribute the number of its values, or {@link #NUMERIC}. */
    private final int[] values;
    /** The nominal attributes with more than two values. */
    private final int[] manyValued;
    /** How many columns they have. */
    private final int ofManyValued;
    /** The nominal attributes with a column. */
    private final int[] nominal;
    /** Of each run of numeric attributes the first, and how many. */
    private final int[] numericRuns;
    /** For each column its attribute. */
    private final int[] attribute;

    Layout(Instances header) {
        int attributes = header.numAttributes();
        classIndex = header.classIndex();
        attributeNames = new String[attributes];
        first = new int[attributes + 1];
        values = new int[attributes];
        for (int a = 0; a < attributes; a++) {
            Attribute source = header.attribute(a);
            attributeNames[a] = source.name();
            values[a] = source.isNominal() ? source.numValues() : NUMERIC;
            first[a + 1] = first[a] + (a == classIndex ? 0 : columns(values[a]));
        }
        manyValued = IntStream.range(0, attributes)
                .filter(a -> a != classIndex && values[a] > 2)
                .toArray();
        nominal = IntStream.range(0, attributes)
                .filter(a -> values[a] != NUMERIC && first[a] < first[a + 1])
                .toArray();
        numericRuns = numericRuns();
        ofManyValued = Arrays.stream(manyValued).map(a -> values[a]).sum();
        attribute = new int[first[attributes]];
        for (int a = 0; a < attributes; a++) {
            Arrays.fill(attribute, first[a], first[a + 1], a);
        }
    }

    private int[] numericRuns() {
        int[] starts = IntStream.range(0, values.length)
                .filter(a -> isNumeric(a) && (a == 0 || !isNumeric(a - 1)))
                .toArray();
        return Arrays.stream(starts)
                .flatMap(start -> IntStream.of(start, (int) IntStream.range(start, values.length)
                        .takeWhile(this::isNumeric)
                        .count()))
                .toArray();
    }

    private boolean isNumeric(int a) {
        return a != classIndex && values[a] == NUMERIC;
    }

    private static int columns(int values) {
        return values == NUMERIC || values == 2 ? 1 : values < 2 ? 0 : values;
    }

    int columns() {
        return attribute.length;
    }

    /** How many columns a row of an instance can have. */
    int capacity(Instance instance, boolean zeros) {
        return zeros ? columns() : instance.numValues() + ofManyValued;
    }

    boolean isDummy(int column) {
        return values[attribute[column]] != NUMERIC;
    }

    int firstOfAttribute(int column) {
        return first[attribute[column]];
    }

    int lastOfAttribute(int column) {
        return first[attribute[column] + 1] - 1;
    }

    /**
     * Reads an instance.
     *
     * @param row gets its columns; NaN is missing
     * @param zeros whether columns that are 0 are wanted too
     */
    void read(Instance instance, Row row, boolean zeros) {
        if (instance.numAttributes() != values.length) {
            throw new IllegalArgumentException("wanted an instance with the " + values.length
                    + " attributes of the training data, but found one with " + instance.numAttributes());
        }
        row.count = 0;
        row.full = zeros;
        if (zeros) {
            readAll(instance.toDoubleArray(), row);
            return;
        }
        for (int i = 0; i < instance.numValues(); i++) {
            int a = instance.index(i);
            if (a != classIndex && values[a] <= 2) {
                add(row, a, instance.valueSparse(i));
            }
        }
        for (int a : manyValued) {
            add(row, a, instance.value(a));
        }
    }

    private void readAll(double[] raw, Row row) {
        double[] x = row.value;
        for (int r = 0; r + 1 < numericRuns.length; r += 2) {
            System.arraycopy(raw, numericRuns[r], x, first[numericRuns[r]], numericRuns[r + 1]);
        }
        for (int a : nominal) {
            int one = Double.isNaN(raw[a]) ? -1 : one(a, raw[a]);
            Arrays.fill(x, first[a], first[a + 1], Double.isNaN(raw[a]) ? raw[a] : 0);
            if (one >= 0) {
                x[one] = 1;
            }
        }
        row.count = columns();
        row.missing = false;
        for (int j = 0; j < row.count; j++) {
            // What is missing is not a number, and not small.
            if (!(Math.abs(x[j]) <= LARGEST)) {
                number(attribute[j], x[j]);
                row.missing = true;
            }
        }
    }

    private double number(int a, double raw) {
        if (Math.abs(raw) > LARGEST) {
            throw new IllegalArgumentException("the attribute '" + attributeNames[a]
                    + "' must be a number between -1e150 and 1e150, but is " + raw);
        }
        return raw;
    }

    /** The column that is 1 for a value, or −1. */
    private int one(int a, double raw) {
        if (!(raw < values[a])) {
            throw new IllegalArgumentException("the attribute '" + attributeNames[a] + "' has " + values[a]
                    + " values, but an instance has that of index " + (int) raw);
        }
        int one = first[a] + (int) raw - (values[a] == 2 ? 1 : 0);
        return one >= first[a] && one < first[a + 1] ? one : -1;
    }

    private void add(Row row, int a, double raw) {
        if (values[a] == NUMERIC) {
            if (raw != 0) {
                row.add(first[a], number(a, raw));
            }
        } else if (Double.isNaN(raw)) {
            for (int j = first[a]; j < first[a + 1]; j++) {
                row.add(j, raw);
            }
        } else {
            int one = one(a, raw);
            if (one >= 0) {
                row.add(one, 1);
            }
        }
    }
}
