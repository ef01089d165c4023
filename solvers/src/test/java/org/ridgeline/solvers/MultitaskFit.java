package org.ridgeline.solvers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;

/** A line of {@code multitask-fits.csv}, which says there who has computed it and what the fields mean. */
record MultitaskFit(int line, Map<String, String> fields) {

    private static final int OUTPUTS = 3;
    private static final int DIABETES_FEATURES = 8;
    private static final int FIRST_CANCER_FEATURE = 10;

    static List<MultitaskFit> all() {
        List<Map<String, String>> lines = ReferenceFit.read("multitask-fits.csv");
        return lines.stream()
                .map(fields -> new MultitaskFit(lines.indexOf(fields) + 1, fields))
                .toList();
    }

    String get(String name) {
        return fields.get(name);
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
        if (get("regularizer").equals("group-elastic-net")) {
            return new GroupElasticNet(number("lambda"), number("alpha"));
        }
        String alpha = get("alpha").isEmpty() ? "" : ",alpha=" + get("alpha");
        return Regularizers.load().parse(get("regularizer") + "(lambda=" + get("lambda") + alpha + ")");
    }

    Problem problem() {
        boolean diabetes = get("data").startsWith("diabetes");
        double[][] all = ReferenceFit.rows(diabetes ? "diabetes" : "breast_cancer");
        double[] y = ReferenceFit.target(diabetes ? "diabetes" : "breast_cancer");
        int from = diabetes ? 0 : FIRST_CANCER_FEATURE;
        double[][] rows = new double[all.length][];
        double[] targets = new double[OUTPUTS * all.length];
        for (int i = 0; i < all.length; i++) {
            rows[i] = Arrays.copyOfRange(all[i], from, diabetes ? DIABETES_FEATURES : all[i].length);
            double[] ofRow = targets(all[i], y[i]);
            for (int k = 0; k < OUTPUTS; k++) {
                targets[k * all.length + i] = ofRow[k];
            }
        }
        Loss loss = Loss.of("multitask(loss=" + get("loss") + ",outputs=" + OUTPUTS + ")");
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), targets, loss)
                .withStandardization(Standardization.POPULATION)
                .withIntercept(get("intercept").equals("yes"))
                .withTiedOutputs(true);
        if (!get("weights").isEmpty()) {
            double[] weights = new double[rows.length];
            Arrays.setAll(weights, i -> 1 + i % 3);
            problem = problem.withExampleWeights(weights);
        }
        if (!get("groups").isEmpty()) {
            int[] labels = Arrays.stream(get("groups").split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            problem = problem.withGroups(Groups.labelled(labels));
        }
        return problem;
    }

    private double[] targets(double[] x, double y) {
        return switch (get("data")) {
            case "diabetes-three" -> new double[] {y, x[8] * 100, x[9]};
            case "diabetes-counts-three" ->
                new double[] {Math.floor(y / 50), Math.floor(x[8] * 4) - 13, Math.floor(x[9] / 10) - 5};
            case "breast_cancer-three" -> new double[] {y, x[1] > 19 ? 1 : 0, x[4] > 0.095 ? 1 : 0};
            default -> throw new IllegalStateException("no data " + get("data"));
        };
    }

    @Override
    public String toString() {
        return line + ": " + get("by") + " " + get("data") + " " + get("loss") + " " + get("regularizer") + " "
                + get("lambda");
    }
}
