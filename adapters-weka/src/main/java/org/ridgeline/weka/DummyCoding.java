package org.ridgeline.weka;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Turns instances into columns of numbers, and knows which attribute a column comes from. A numeric attribute is a column,
 * a nominal one has a column of zeros and ones for each of its values: for its second value only if there are two, and none
 * if there is only one. What is missing is replaced by statistics of the training data.
 */
public final class DummyCoding implements Serializable {

    private static final long serialVersionUID = 1;
    /** In place of a value's index: the column is the number itself. */
    private static final int NUMERIC = -1;

    /** The names of the attributes but for the class. */
    private final String[] attributeNames;
    /** Of each column, the place of its attribute in those names. */
    private final int[] place;
    /** The index of each column's attribute in the data. */
    private final int[] attribute;
    /** The index of the value that a column is 1 for, or {@link #NUMERIC}. */
    private final int[] value;
    /** The label of that value, or null. */
    private final @Nullable String[] label;
    /** Of each attribute of the data its first column, and at the end the number of columns. */
    private final int[] first;
    /** The columns of the first values of nominal attributes, which are 1 where a sparse instance stores nothing. */
    private final int[] ofFirstValue;
    /** What a column holds where its attribute is missing. */
    private final double[] fill;

    private DummyCoding(Instances header) {
        List<String> names = new ArrayList<>();
        List<int[]> columns = new ArrayList<>();
        this.first = new int[header.numAttributes() + 1];
        for (int a = 0; a < header.numAttributes(); a++) {
            first[a] = columns.size();
            if (a == header.classIndex()) {
                continue;
            }
            Attribute source = header.attribute(a);
            if (source.isNominal()) {
                int values = source.numValues();
                for (int v = values <= 2 ? 1 : 0; v < values; v++) {
                    columns.add(new int[] {names.size(), a, v});
                }
            } else {
                columns.add(new int[] {names.size(), a, NUMERIC});
            }
            names.add(source.name());
        }
        first[header.numAttributes()] = columns.size();
        this.attributeNames = names.toArray(new String[0]);
        this.place = columns.stream().mapToInt(column -> column[0]).toArray();
        this.attribute = columns.stream().mapToInt(column -> column[1]).toArray();
        this.value = columns.stream().mapToInt(column -> column[2]).toArray();
        this.label = new String[value.length];
        for (int j = 0; j < label.length; j++) {
            label[j] =
                    value[j] == NUMERIC ? null : header.attribute(attribute[j]).value(value[j]);
        }
        this.ofFirstValue =
                IntStream.range(0, value.length).filter(j -> value[j] == 0).toArray();
        this.fill = new double[value.length];
    }

    /**
     * The coding of training data.
     *
     * @param training with a class index; instances count by their weights
     * @param imputation what stands for a missing nominal value
     * @return a coding of these and of further instances with the same attributes
     */
    public static DummyCoding of(Instances training, Imputation imputation) {
        DummyCoding coding = new DummyCoding(training);
        double[] sums = new double[coding.size()];
        double[] missing = new double[training.numAttributes()];
        double total = 0;
        for (Instance instance : training) {
            double weight = instance.weight();
            total += weight;
            coding.visit(instance, (column, number) -> sums[column] += weight * number);
            if (instance.hasMissingValue()) {
                for (int k = 0; k < instance.numValues(); k++) {
                    if (instance.isMissingSparse(k)) {
                        missing[instance.index(k)] += weight;
                    }
                }
            }
        }
        for (int a = 0; a < missing.length; a++) {
            coding.fill(a, sums, total - missing[a], imputation);
        }
        return coding;
    }

    /** Sets what stands for a missing value, from the sums of the columns over instances of that weight. */
    private void fill(int a, double[] sums, double weight, Imputation imputation) {
        int from = first[a];
        int to = first[a + 1];
        if (from == to) {
            return;
        }
        if (value[from] == NUMERIC || imputation == Imputation.MEAN) {
            for (int j = from; j < to; j++) {
                fill[j] = weight > 0 ? sums[j] / weight : 0;
            }
        } else if (to == from + 1) {
            // The first value has what is left of the weight, and wins a tie.
            fill[from] = sums[from] > weight - sums[from] ? 1 : 0;
        } else {
            int mode = from;
            for (int j = from + 1; j < to; j++) {
                mode = sums[j] > sums[mode] ? j : mode;
            }
            fill[mode] = 1;
        }
    }

    /**
     * The number p of columns.
     *
     * @return p
     */
    public int size() {
        return value.length;
    }

    /**
     * The number of attributes, without the class. An attribute of one value has no column.
     *
     * @return how many
     */
    public int numAttributes() {
        return attributeNames.length;
    }

    /**
     * The name of an attribute.
     *
     * @param place of the attribute among those but for the class, 0 … {@link #numAttributes()} − 1
     * @return its name
     */
    public String attributeName(int place) {
        return attributeNames[place];
    }

    /**
     * The attribute that a column comes from.
     *
     * @param column 0 … p − 1
     * @return the place of the attribute among those but for the class
     */
    public int attribute(int column) {
        return place[column];
    }

    /**
     * The attribute that a column comes from, as the data count it.
     *
     * @param column 0 … p − 1
     * @return the index of the attribute in the data
     */
    public int attributeIndex(int column) {
        return attribute[column];
    }

    /**
     * The nominal value that a column is 1 for.
     *
     * @param column 0 … p − 1
     * @return its label, or null if the attribute is a number
     */
    public @Nullable String value(int column) {
        return label[column];
    }

    /**
     * The name of a column: the attribute's, or attribute=value.
     *
     * @param column 0 … p − 1
     * @return its name
     */
    public String name(int column) {
        String name = attributeNames[place[column]];
        return label[column] == null ? name : name + "=" + label[column];
    }

    /**
     * The names of the columns: the attribute's, or attribute=value.
     *
     * @return p new strings
     */
    public String[] names() {
        String[] names = new String[size()];
        Arrays.setAll(names, this::name);
        return names;
    }

    /**
     * One number of an instance.
     *
     * @param instance with the attributes of the training data
     * @param column 0 … p − 1
     * @return the number that the model sees
     */
    public double value(Instance instance, int column) {
        double raw = instance.value(attribute[column]);
        if (Double.isNaN(raw)) {
            return fill[column];
        }
        return value[column] == NUMERIC ? raw : raw == value[column] ? 1 : 0;
    }

    /** Takes the numbers of an instance. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a number that is not zero.
         *
         * @param column 0 … p − 1
         * @param number what the model sees
         */
        void put(int column, double number);
    }

    /**
     * Gives all numbers of an instance that are not zero, in no particular order, at a cost of as many values as the instance stores
     * and one for each nominal attribute of a sparse one.
     *
     * @param instance with the attributes of the training data
     * @param sink takes each once
     */
    public void visit(Instance instance, Sink sink) {
        int stored = instance.numValues();
        // A sparse instance does not store what is zero: a number, which leaves no trace, or an attribute's first
        // value.
        int next = stored < instance.numAttributes() ? 0 : ofFirstValue.length;
        for (int k = 0; k < stored; k++) {
            int a = instance.index(k);
            while (next < ofFirstValue.length && attribute[ofFirstValue[next]] <= a) {
                if (attribute[ofFirstValue[next]] < a) {
                    sink.put(ofFirstValue[next], 1);
                }
                next++;
            }
            visit(a, instance.valueSparse(k), sink);
        }
        for (; next < ofFirstValue.length; next++) {
            sink.put(ofFirstValue[next], 1);
        }
    }

    private void visit(int a, double raw, Sink sink) {
        int from = first[a];
        int to = first[a + 1];
        if (from == to) {
            return;
        }
        if (Double.isNaN(raw)) {
            for (int j = from; j < to; j++) {
                if (fill[j] != 0) {
                    sink.put(j, fill[j]);
                }
            }
        } else if (value[from] == NUMERIC) {
            if (raw != 0) {
                sink.put(from, raw);
            }
        } else if (raw >= value[from]) {
            sink.put(from + (int) raw - value[from], 1);
        }
    }

    /**
     * Groups the columns of each attribute.
     *
     * @return a group for each attribute that has a column
     */
    public Groups groupsByAttribute() {
        int[] labels = new int[size()];
        for (int j = 1; j < labels.length; j++) {
            labels[j] = labels[j - 1] + (attribute[j] == attribute[j - 1] ? 0 : 1);
        }
        return Groups.labelled(labels);
    }

    /**
     * Groups the columns whose attributes' names agree in the first capturing group of a pattern.
     *
     * @param pattern such as {@code ^([^_]+)_}
     * @return the groups
     * @throws IllegalArgumentException if the pattern has no capturing group, or is not found in an attribute's name
     */
    public Groups groupsByName(Pattern pattern) {
        return Groups.named(
                Arrays.stream(place).mapToObj(a -> attributeNames[a]).toList(), pattern);
    }
}
