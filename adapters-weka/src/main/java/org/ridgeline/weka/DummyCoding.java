package org.ridgeline.weka;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
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

    /** Of each column. */
    private final String[] names;
    /** Of each column's attribute. */
    private final String[] attributeNames;
    /** The index of each column's attribute. */
    private final int[] attribute;
    /** The index of the value that a column is 1 for, or {@link #NUMERIC}. */
    private final int[] value;
    /** What a column holds where its attribute is missing. */
    private final double[] fill;

    private DummyCoding(Instances header, List<int[]> columns) {
        this.names = new String[columns.size()];
        this.attributeNames = new String[columns.size()];
        this.attribute = new int[columns.size()];
        this.value = new int[columns.size()];
        this.fill = new double[columns.size()];
        for (int j = 0; j < names.length; j++) {
            attribute[j] = columns.get(j)[0];
            value[j] = columns.get(j)[1];
            Attribute source = header.attribute(attribute[j]);
            attributeNames[j] = source.name();
            names[j] = value[j] == NUMERIC ? source.name() : source.name() + "=" + source.value(value[j]);
        }
    }

    /**
     * The coding of training data.
     *
     * @param training with a class index; instances count by their weights
     * @param imputation what stands for a missing nominal value
     * @return a coding of these and of further instances with the same attributes
     */
    public static DummyCoding of(Instances training, Imputation imputation) {
        List<int[]> columns = new ArrayList<>();
        for (int a = 0; a < training.numAttributes(); a++) {
            if (a == training.classIndex()) {
                continue;
            }
            Attribute source = training.attribute(a);
            if (source.isNominal()) {
                int values = source.numValues();
                for (int v = values <= 2 ? 1 : 0; v < values; v++) {
                    columns.add(new int[] {a, v});
                }
            } else {
                columns.add(new int[] {a, NUMERIC});
            }
        }
        DummyCoding coding = new DummyCoding(training, columns);
        for (int j = 0; j < coding.fill.length; j++) {
            coding.fill[j] = coding.value[j] != NUMERIC && imputation == Imputation.MODE
                    ? (mode(training, coding.attribute[j]) == coding.value[j] ? 1 : 0)
                    : coding.mean(training, j);
        }
        return coding;
    }

    private double mean(Instances training, int column) {
        double sum = 0;
        double total = 0;
        for (Instance instance : training) {
            if (!instance.isMissing(attribute[column])) {
                sum += instance.weight() * value(instance, column);
                total += instance.weight();
            }
        }
        return total > 0 ? sum / total : 0;
    }

    /** The first of the values with the largest weight. */
    private static int mode(Instances training, int attribute) {
        double[] weights = new double[training.attribute(attribute).numValues()];
        for (Instance instance : training) {
            if (!instance.isMissing(attribute)) {
                weights[(int) instance.value(attribute)] += instance.weight();
            }
        }
        int mode = 0;
        for (int v = 1; v < weights.length; v++) {
            mode = weights[v] > weights[mode] ? v : mode;
        }
        return mode;
    }

    /**
     * The number p of columns.
     *
     * @return p
     */
    public int size() {
        return names.length;
    }

    /**
     * The names of the columns: the attribute's, or attribute=value.
     *
     * @return p new strings
     */
    public String[] names() {
        return names.clone();
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

    /**
     * All numbers of all instances.
     *
     * @param instances with the attributes of the training data
     * @return p arrays, each with a number for every instance
     */
    public double[][] columns(Instances instances) {
        double[][] columns = new double[size()][instances.numInstances()];
        for (int i = 0; i < instances.numInstances(); i++) {
            Instance instance = instances.instance(i);
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = value(instance, j);
            }
        }
        return columns;
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
        return Groups.named(Arrays.asList(attributeNames), pattern);
    }
}
