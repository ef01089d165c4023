package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.List;
import org.ridgeline.Groups;
import org.ridgeline.TextForm;

/**
 * One exact fit of a linear model to real data, computed by other software.
 *
 * <p>The objective is the <em>summed</em> loss plus R(w): Σᵢ ℓ(yᵢ, b + xᵢ·w) + R(w), where x are the features less their
 * means and divided by their population deviations (1/n), the intercept b is free, and ℓ is (y − f)² or −log p(y).
 *
 * @param dataset {@code diabetes} or {@code breast_cancer}
 * @param features the p names of the features
 * @param rows n rows of p features in original units
 * @param target n targets; 0 and 1 where the loss is logistic
 * @param loss {@code squared} or {@code logistic}
 * @param regularizer the text form on the summed loss
 * @param lambda the strength in {@code regularizer}
 * @param groups the groups of the p weights
 * @param intercept the intercept b
 * @param objective the objective at its minimum
 * @param coefficients the p weights on the standardised scale
 */
@SuppressWarnings("ArrayRecordComponent") // fits are read, never compared
public record GoldenFit(
        String dataset,
        List<String> features,
        double[][] rows,
        double[] target,
        String loss,
        String regularizer,
        double lambda,
        Groups groups,
        double intercept,
        double objective,
        double[] coefficients) {

    /**
     * The text form that gives the same model on the mean loss: λ/n in place of λ.
     *
     * @return a text form
     */
    public String meanLossRegularizer() {
        TextForm form = TextForm.parse(regularizer);
        TextForm mean = TextForm.of(form.name()).with("lambda", lambda / rows.length);
        return form.arguments().containsKey("alpha")
                ? mean.with("alpha", Double.parseDouble(form.arguments().get("alpha")))
                        .toString()
                : mean.toString();
    }

    /**
     * The features less their means and divided by their population deviations, for hosts that do not standardise.
     *
     * @return n new rows of p
     */
    public double[][] standardizedRows() {
        double[][] standardized = new double[rows.length][features.size()];
        for (int j = 0; j < features.size(); j++) {
            int column = j;
            double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).sum() / rows.length;
            double variance = Arrays.stream(rows)
                            .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                            .sum()
                    / rows.length;
            for (int i = 0; i < rows.length; i++) {
                standardized[i][j] = (rows[i][j] - mean) / Math.sqrt(variance);
            }
        }
        return standardized;
    }

    /** What is fitted: {@code diabetes, squared loss, l1(lambda=399.214)}. */
    @Override
    public String toString() {
        return dataset + ", " + loss + " loss, " + regularizer;
    }
}
