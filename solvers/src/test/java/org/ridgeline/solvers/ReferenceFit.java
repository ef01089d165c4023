package org.ridgeline.solvers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.conformance.GoldenFits;

/** A line of {@code reference-fits.csv}, which says there who has computed it and what the fields mean. */
record ReferenceFit(int line, Map<String, String> fields) {

    private static final int FIRST_CLASS_FEATURE = 10;

    static List<ReferenceFit> all() {
        List<Map<String, String>> lines = read("reference-fits.csv");
        return lines.stream()
                .map(fields -> new ReferenceFit(lines.indexOf(fields) + 1, fields))
                .toList();
    }

    /** The fields of each line of a file of fits. */
    static List<Map<String, String>> read(String file) {
        try (InputStream stream = ReferenceFit.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            String[] names = lines.get(0).split(",");
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        String[] values = line.split(",", -1);
                        Map<String, String> fields = new HashMap<>();
                        for (int i = 0; i < names.length; i++) {
                            fields.put(names[i], values[i]);
                        }
                        return fields;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String get(String name) {
        return fields.get(name);
    }

    private boolean has(String name) {
        return !get(name).isEmpty();
    }

    double number(String name) {
        return Double.parseDouble(get(name));
    }

    double[] numbers(String name) {
        return Arrays.stream(get(name).split("[ ;]"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    Regularizer regularizer() {
        String alpha = has("alpha") ? ",alpha=" + get("alpha") : "";
        return Regularizers.load().parse(get("regularizer") + "(lambda=" + get("lambda") + alpha + ")");
    }

    boolean isUnique() {
        return get("unique").equals("yes");
    }

    static double[][] rows(String dataset) {
        return golden(dataset).rows();
    }

    static double[] target(String dataset) {
        return golden(dataset).target();
    }

    private static GoldenFit golden(String dataset) {
        return GoldenFits.all().stream()
                .filter(fit -> fit.dataset().equals(dataset))
                .findFirst()
                .orElseThrow();
    }

    Problem problem() {
        boolean diabetes = get("data").startsWith("diabetes");
        double[][] rows = rows(diabetes ? "diabetes" : "breast_cancer");
        double[] y = target(diabetes ? "diabetes" : "breast_cancer");
        double[] target = switch (get("data")) {
            case "diabetes", "breast_cancer" -> y;
            case "diabetes-classes" ->
                Arrays.stream(y).map(v -> v < 100 ? 0 : v < 180 ? 1 : 2).toArray();
            case "diabetes-counts" ->
                Arrays.stream(y).map(v -> Math.floor(v / 50)).toArray();
            case "breast_cancer-malignant" -> Arrays.stream(y).map(v -> 1 - v).toArray();
            case "breast_cancer-classes" -> {
                double[] classes = y.clone();
                Arrays.setAll(classes, i -> classes[i] + (rows[i][1] > 19 ? 2 : 0));
                yield classes;
            }
            default -> throw new IllegalStateException("no data " + get("data"));
        };
        double[][] used = get("data").equals("breast_cancer-classes")
                ? Arrays.stream(rows)
                        .map(row -> Arrays.copyOfRange(row, FIRST_CLASS_FEATURE, row.length))
                        .toArray(double[][]::new)
                : rows;
        Problem problem = Problem.of(DenseFeatures.ofRows(used), target, loss(target))
                .withStandardization(Standardization.POPULATION)
                .withLossScale(LossScale.of(get("scale")))
                .withIntercept(get("intercept").equals("yes"));
        int n = target.length;
        if (has("weights")) {
            double[] weights = new double[n];
            Arrays.setAll(weights, i -> 1 + i % 3);
            problem = problem.withExampleWeights(weights);
        }
        if (has("offsets")) {
            double[] offsets = new double[n * problem.loss().outputs()];
            boolean tens = get("offsets").equals("tens");
            boolean several = problem.loss().outputs() > 1;
            Arrays.setAll(offsets, i -> tens ? 10 * (i % 5) : (several ? i / n : 1) * (0.1 * (i % n % 7) - 0.3));
            problem = problem.withOffsets(offsets);
        }
        if (has("groups")) {
            int[] labels = Arrays.stream(get("groups").split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            problem = problem.withGroups(Groups.labelled(labels)).withTiedOutputs(true);
        }
        if (has("lower")) {
            problem = problem.withBounds(numbers("lower"), numbers("upper"));
        }
        return has("factors") ? problem.withPenaltyFactors(numbers("factors")) : problem;
    }

    private Loss loss(double[] target) {
        return switch (get("loss")) {
            case "huber" -> Loss.huber(number("delta"));
            case "multinomial" ->
                Loss.multinomial((int) Arrays.stream(target).max().orElseThrow() + 1);
            default -> Loss.of(get("loss"));
        };
    }

    @Override
    public String toString() {
        return line + ": " + get("data") + " " + get("loss") + " " + get("regularizer") + " " + get("lambda");
    }
}
