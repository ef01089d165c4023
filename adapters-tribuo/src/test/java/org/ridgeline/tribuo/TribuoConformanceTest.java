package org.ridgeline.tribuo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.ridgeline.Groups;
import org.ridgeline.Weights;
import org.ridgeline.conformance.AdapterConformance;
import org.tribuo.regression.sgd.linear.LinearSGDModel;

/** A fit of the rows ±c·eᵢ is one proximal step: see {@link AdapterConformance}. */
class TribuoConformanceTest extends AdapterConformance {

    @Override
    protected double stored(double value) {
        return value;
    }

    @Override
    protected Step step(String text, Weights weights, double step) {
        Groups groups = weights.groups();
        List<String> names = names(groups);
        LinearSGDModel model = fit(text, names, weights.values(), 0, step);
        Map<String, Double> after = LinearCoefficients.ofRegression(model).weights();
        return new Step(
                names.stream().mapToDouble(after::get).toArray(),
                FitSummary.of(model).get("y").penalty());
    }

    @Override
    protected double intercept(String text, double bias, double step) {
        double[] weights = new double[size()];
        Arrays.setAll(weights, i -> i % 3 - 1);
        weights[0] = 0.5;
        return LinearCoefficients.ofRegression(fit(text, names(Groups.whole(size())), weights, bias, step))
                .intercept();
    }

    private LinearSGDModel fit(String text, List<String> names, double[] weights, double bias, double step) {
        int p = weights.length;
        double c = Math.sqrt(p / (2 * step));
        double[][] rows = new double[2 * p][p];
        double[] targets = new double[2 * p];
        for (int i = 0; i < p; i++) {
            rows[2 * i][i] = c;
            rows[2 * i + 1][i] = -c;
            targets[2 * i] = bias + c * weights[i];
            targets[2 * i + 1] = bias - c * weights[i];
        }
        TrainingOptions options = TrainingOptions.standard().withGrouping("@(.+)$");
        return new RegularizedLinearRegressionTrainer(text, options).train(Examples.regression(names, rows, targets));
    }

    /** Names that sort as the weights are ordered and end in the group. */
    private static List<String> names(Groups groups) {
        int[] labels = groups.labels();
        return IntStream.range(0, groups.size())
                .mapToObj(i -> String.format(Locale.ROOT, "w%04d@%d", i, labels[i]))
                .toList();
    }

    @Override
    protected String configured(String text) throws Exception {
        return ConfigurationFiles.savedAndRestored(
                        RegularizedLinearRegressionTrainer.class, Map.of("regularizer", text))
                .regularizer()
                .toString();
    }

    @Override
    protected List<String> textForms() {
        // adaptive(…) needs examples to validate on, and a single step leaves none.
        return super.textForms().stream()
                .filter(text -> !text.startsWith("adaptive"))
                .toList();
    }

    @Override
    protected double[] steps() {
        return new double[] {0.5, 0.125, 2};
    }

    @Override
    protected List<Groups> groupings(int size) {
        // A name always tells a group.
        return super.groupings(size).stream()
                .filter(groups -> groups.start(groups.count()) == size)
                .toList();
    }
}
