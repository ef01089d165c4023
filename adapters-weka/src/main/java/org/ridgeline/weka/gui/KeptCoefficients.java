package org.ridgeline.weka.gui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ridgeline.solvers.Fit;

/**
 * The coefficients of one λ that are not zero, and the intercepts.
 *
 * @param outputs the nonzero coefficients of each output
 * @param norms for each column the Euclidean norm of its coefficients for all outputs, in both units
 */
record KeptCoefficients(List<Output> outputs, Output norms) {

    /**
     * Of one output.
     *
     * @param intercept the intercept in the attributes' own units
     * @param standardizedIntercept that of centred attributes
     * @param rows largest standardised coefficient first
     */
    record Output(double intercept, double standardizedIntercept, List<Row> rows) {}

    /**
     * One coefficient.
     *
     * @param column which column of the data
     * @param coefficient in the attribute's own unit
     * @param standardized what was penalised
     */
    record Row(int column, double coefficient, double standardized) {

        /** Largest first. */
        static final Comparator<Row> BY_SIZE = Comparator.comparingDouble(row -> -Math.abs(row.standardized));
    }

    static KeptCoefficients of(Fit fit) {
        double[] own = fit.coefficients();
        double[] standardized = fit.standardizedCoefficients();
        int p = own.length / fit.outputs();
        List<Output> outputs = new ArrayList<>();
        for (int k = 0; k < fit.outputs(); k++) {
            int start = k * p;
            List<Row> rows = IntStream.range(0, p)
                    .filter(j -> standardized[start + j] != 0)
                    .mapToObj(j -> new Row(j, own[start + j], standardized[start + j]))
                    .sorted(Row.BY_SIZE)
                    .toList();
            outputs.add(new Output(fit.intercepts()[k], fit.standardizedIntercepts()[k], rows));
        }
        return new KeptCoefficients(outputs, outputs.size() == 1 ? outputs.get(0) : norms(outputs));
    }

    private static Output norms(List<Output> outputs) {
        Map<Integer, Row> norms = new TreeMap<>();
        for (Output output : outputs) {
            for (Row row : output.rows()) {
                norms.merge(
                        row.column(),
                        new Row(row.column(), Math.abs(row.coefficient()), Math.abs(row.standardized())),
                        (a, b) -> new Row(
                                a.column(),
                                Math.hypot(a.coefficient(), b.coefficient()),
                                Math.hypot(a.standardized(), b.standardized())));
            }
        }
        return new Output(
                Double.NaN,
                Double.NaN,
                norms.values().stream().sorted(Row.BY_SIZE).toList());
    }
}
