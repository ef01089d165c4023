package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.TextForm;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Multitask;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.converters.AbstractFileLoader;
import weka.core.converters.ArffLoader;
import weka.core.converters.CSVLoader;
import weka.core.converters.LibSVMLoader;

/** Reads CSV, ARFF and LIBSVM files through Weka's loaders and codes them as numbers. */
final class DataFile {

    private static final int MOST_NAMES = 10;

    private static final String MISSING = "?";

    private final Instances instances;
    private final Path file;

    private DataFile(Path file, Instances instances) {
        this.file = file;
        this.instances = instances;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or its name ends in none of {@code .csv}, {@code .arff}, {@code .libsvm}
     */
    static DataFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        AbstractFileLoader loader = loader(file);
        Instances instances;
        try {
            loader.setSource(file.toFile());
            instances = loader.getDataSet();
        } catch (IOException | RuntimeException e) {
            throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        if (instances == null || instances.isEmpty()) {
            throw new IOException(file + " has no rows");
        }
        if (instances.numAttributes() < 2) {
            throw new IOException(file + " has no column besides '"
                    + instances.attribute(0).name() + "'; wanted a target and at least one feature");
        }
        return new DataFile(file, instances);
    }

    private static AbstractFileLoader loader(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            CSVLoader loader = new CSVLoader();
            // Types are inferred from this many rows; a column must not change its type further down.
            loader.setBufferSize(Math.max(1, Math.toIntExact(Math.min(Files.size(file), 1 << 24))));
            return loader;
        }
        if (name.endsWith(".arff")) {
            return new ArffLoader();
        }
        if (name.endsWith(".libsvm")) {
            return new LibSVMLoader();
        }
        throw new IOException("the name of a data file ends in .csv, .arff or .libsvm, but this is " + file);
    }

    /**
     * Codes the data as numbers: a number as it is, a nominal attribute of up to two values as 0 and 1, of more values as one
     * column each.
     *
     * @param target the name of the column to predict
     * @param loss the text of the loss, where {@code multinomial} has as many classes as the target, or null for the one that suits the
     *     target
     * @throws IllegalArgumentException if there is no such column, a value is missing, an attribute is text, or the target
     *     does not suit the loss
     */
    Dataset dataset(String target, @Nullable String loss) {
        Attribute attribute = instances.attribute(target);
        if (attribute == null) {
            throw new IllegalArgumentException(
                    "there is no column '" + target + "' in " + file + "; there are " + String.join(", ", names()));
        }
        requireNoMissing();
        double[] values = instances.attributeToDoubleArray(attribute.index());
        Loss suited = suitedLoss(loss, attribute, values);
        List<String> features = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int a = 0; a < instances.numAttributes(); a++) {
            if (a != attribute.index()) {
                addColumns(instances.attribute(a), features, columns);
            }
        }
        double[][] rows = new double[instances.size()][columns.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = columns.get(j)[i];
            }
        }
        if (suited.classes() > 0) {
            return classes(features, rows, values, suited, attribute);
        }
        if (!attribute.isNumeric()) {
            throw new IllegalArgumentException("the " + suited + " loss needs a number as target, but '" + target
                    + "' is nominal; for two classes take --loss logistic, for more --loss multinomial");
        }
        return new Dataset(features, rows, values, weights(), suited, List.of());
    }

    private static Loss suitedLoss(@Nullable String loss, Attribute attribute, double[] values) {
        int distinct = (int) Arrays.stream(values).distinct().count();
        if (loss == null) {
            return !attribute.isNominal()
                    ? Loss.SQUARED
                    : distinct == 2 ? Loss.LOGISTIC : multinomial(attribute, distinct);
        }
        if (loss.equals("multinomial")) {
            return multinomial(attribute, distinct);
        }
        Loss named = Loss.of(loss);
        if (named instanceof Multitask) {
            throw new IllegalArgumentException(
                    "the loss " + named + " is of several targets, but --target names one column, '" + attribute.name()
                            + "'; there are squared, logistic, multinomial, poisson, huber(delta=1)");
        }
        return named;
    }

    private static Loss multinomial(Attribute attribute, int distinct) {
        if (distinct < 2) {
            throw new IllegalArgumentException(
                    "classes can be told apart if there are at least two, but '" + attribute.name() + "' has one only");
        }
        return Loss.multinomial(distinct);
    }

    /** Numbers the classes as they sort: by name if they have one, else by number. */
    private Dataset classes(List<String> features, double[][] rows, double[] values, Loss loss, Attribute attribute) {
        double[] distinct = Arrays.stream(values).distinct().sorted().toArray();
        List<String> names = Arrays.stream(distinct)
                .mapToObj(value -> attribute.isNominal() ? attribute.value((int) value) : TextForm.number(value))
                .toList();
        if (distinct.length != loss.classes()) {
            throw new IllegalArgumentException("the " + loss + " loss needs a target of "
                    + (loss.classes() == 2 ? "two" : String.valueOf(loss.classes())) + " classes, but '"
                    + attribute.name() + "' has " + distinct.length
                    + (distinct.length > MOST_NAMES ? "" : ": " + String.join(", ", names)));
        }
        List<String> ordered = attribute.isNominal() ? names.stream().sorted().toList() : names;
        Map<Double, Double> codes = new HashMap<>();
        for (int k = 0; k < distinct.length; k++) {
            codes.put(distinct[k], (double) ordered.indexOf(names.get(k)));
        }
        double[] coded = Arrays.stream(values).map(codes::get).toArray();
        return new Dataset(features, rows, coded, weights(), loss, ordered);
    }

    /** The weights of the rows, which an ARFF file may give in braces. */
    private double[] weights() {
        return instances.stream().mapToDouble(Instance::weight).toArray();
    }

    private void addColumns(Attribute attribute, List<String> features, List<double[]> columns) {
        double[] values = instances.attributeToDoubleArray(attribute.index());
        if (attribute.name().contains("=")) {
            throw new IllegalArgumentException("column '" + attribute.name() + "' of " + file
                    + " has a '=' in its name, which is to stand between a nominal attribute and its value: rename it");
        }
        if (attribute.isNumeric()) {
            features.add(attribute.name());
            columns.add(values);
            return;
        }
        if (!attribute.isNominal()) {
            throw new IllegalArgumentException(
                    "column '" + attribute.name() + "' of " + file + " is text; wanted numbers or nominal values");
        }
        int first = attribute.numValues() <= 2 ? 1 : 0;
        for (int value = first; value < attribute.numValues(); value++) {
            int wanted = value;
            features.add(attribute.name() + "=" + attribute.value(value));
            columns.add(Arrays.stream(values).map(v -> v == wanted ? 1 : 0).toArray());
        }
    }

    private void requireNoMissing() {
        for (int i = 0; i < instances.size(); i++) {
            for (int a = 0; a < instances.numAttributes(); a++) {
                if (instances.get(i).isMissing(a)) {
                    throw new IllegalArgumentException("row " + (i + 1) + " of " + file + " has no value (or "
                            + MISSING + ") for '" + instances.attribute(a).name()
                            + "'; fill in missing values first");
                }
            }
        }
    }

    private List<String> names() {
        return IntStream.range(0, instances.numAttributes())
                .mapToObj(a -> instances.attribute(a).name())
                .toList();
    }
}
