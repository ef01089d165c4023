package org.ridgeline.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.solvers.Loss;

/** One text form trained in several hosts, beside the golden fit. */
final class Comparison {

    private final GoldenFit golden;
    private final Dataset data;
    private final String textForm;
    private final Map<String, LinearModel> models = new LinkedHashMap<>();

    Comparison(GoldenFit golden) {
        this.golden = golden;
        double[] weights = new double[golden.target().length];
        Arrays.fill(weights, 1);
        this.data = new Dataset(
                golden.features(), golden.rows(), golden.target(), weights, Loss.of(golden.loss()), List.of());
        this.textForm = golden.meanLossRegularizer();
    }

    String textForm() {
        return textForm;
    }

    /** The name of the data set. */
    String dataset() {
        return golden.dataset();
    }

    Dataset data() {
        return data;
    }

    void add(String host, LinearModel model) {
        models.put(host, model);
    }

    List<String> hosts() {
        return List.copyOf(models.keySet());
    }

    LinearModel model(String host) {
        LinearModel model = models.get(host);
        if (model == null) {
            throw new IllegalStateException("nothing has been trained in " + host);
        }
        return model;
    }

    boolean grouped() {
        return golden.groups().count() < golden.features().size();
    }

    /** What is compared, in one line. */
    String title() {
        return textForm + " on " + golden.dataset() + ": " + golden.loss() + " loss, " + data.rows().length + " rows, "
                + data.features().size() + " features"
                + (grouped() ? " in " + golden.groups().count() + " groups" : "");
    }

    /** Names of the rows of a table: the intercept, then the features. */
    List<String> rowNames() {
        List<String> names = new ArrayList<>(List.of("(intercept)"));
        names.addAll(data.features());
        return names;
    }

    /** The golden value of a row of the table. */
    double golden(int row) {
        return row == 0 ? golden.intercept() : golden.coefficients()[row - 1];
    }

    /** A host's value of a row of the table. */
    double value(String host, int row) {
        LinearModel model = model(host);
        return row == 0 ? model.standardizedIntercept() : model.standardized()[row - 1];
    }

    /** The largest difference of a coefficient from the golden one, relative to the largest golden coefficient. */
    double largestDifference(String host) {
        double largest = 0;
        double difference = 0;
        for (int row = 0; row <= golden.coefficients().length; row++) {
            // The intercept is compared too, but a mean of 152 must not hide errors of the coefficients.
            largest = row == 0 ? largest : Math.max(largest, Math.abs(golden(row)));
            difference = Math.max(difference, Math.abs(value(host, row) - golden(row)));
        }
        return difference / largest;
    }

    int goldenZeros() {
        int zeros = 0;
        for (double w : golden.coefficients()) {
            zeros += w == 0 ? 1 : 0;
        }
        return zeros;
    }
}
