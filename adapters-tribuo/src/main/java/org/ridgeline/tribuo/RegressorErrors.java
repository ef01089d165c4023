package org.ridgeline.tribuo;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.ridgeline.solvers.Measures;
import org.tribuo.Prediction;
import org.tribuo.regression.Regressor;

/** Errors of regression, averaged over the dimensions. */
record RegressorErrors(DoubleUnaryOperator ofDifference) implements OutputErrors<Regressor> {

    static RegressorErrors of(Measures measure) {
        return switch (measure) {
            case LOSS, SQUARED_ERROR -> new RegressorErrors(difference -> difference * difference);
            case ABSOLUTE_ERROR -> new RegressorErrors(Math::abs);
            default ->
                throw OutputErrors.refusal(
                        measure, "numbers", Measures.LOSS, Measures.ABSOLUTE_ERROR, Measures.SQUARED_ERROR);
        };
    }

    @Override
    public double of(Regressor truth, Prediction<Regressor> prediction) {
        String[] names = truth.getNames();
        Regressor predicted = prediction.getOutput();
        // Tribuo sorts the dimensions by their names.
        if (!Arrays.equals(names, predicted.getNames())) {
            throw new IllegalArgumentException("wanted a prediction of the dimensions " + Arrays.toString(names)
                    + ", but found one of " + Arrays.toString(predicted.getNames()));
        }
        double sum = 0;
        for (int k = 0; k < names.length; k++) {
            sum += ofDifference.applyAsDouble(truth.getValues()[k] - predicted.getValues()[k]);
        }
        return sum / names.length;
    }
}
