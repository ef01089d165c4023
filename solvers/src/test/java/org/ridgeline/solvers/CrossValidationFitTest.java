package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.ridgeline.penalties.L1;

/** What is chosen, from curves whose means and errors are known. */
class CrossValidationFitTest {

    private static final double NAN = Double.NaN;

    /** Two folds of weights 1 and 3 with these values. */
    private static CrossValidationFit fit(double[] first, double[] second) {
        double[] lambdas = new double[first.length];
        for (int k = 0; k < lambdas.length; k++) {
            lambdas[k] = 10 - k;
        }
        PathFit path =
                Solver.standard().path(TestData.problem(Loss.SQUARED, 1, 6, 2), L1.of(1), LambdaPath.of(lambdas));
        List<FoldCurve> curves = new ArrayList<>();
        curves.add(new FoldCurve(first, 1, true));
        curves.add(new FoldCurve(second, 3, true));
        return new CrossValidationFit(
                OptionalLong.empty(), new Folds(2, new int[] {0, 1, 1, 1}), Measures.LOSS, path, curves);
    }

    @Test
    void foldsWeighAsMuchAsTheirExamples() {
        CrossValidationFit fit = fit(new double[] {2}, new double[] {6});
        // (1·2 + 3·6)/4 = 5; (1·3² + 3·1²)/4 = 3, over K − 1 = 1.
        assertThat(fit.mean(0)).isEqualTo(5);
        assertThat(fit.standardError(0)).isCloseTo(Math.sqrt(3), within(1e-15));
    }

    @Test
    void theLargestLambdaWithinOneStandardErrorIsChosen() {
        // Means 9, 6, 5.5, 5 and 6, the best with an error of √3: 5 + 1.73 reaches 6 but not 9.
        CrossValidationFit fit = fit(new double[] {9, 6, 5.5, 2, 6}, new double[] {9, 6, 5.5, 6, 6});
        assertThat(fit.best()).isEqualTo(3);
        assertThat(fit.oneStandardError()).isEqualTo(1);
        assertThat(fit.bestFit().regularizer().lambda()).isEqualTo(7);
        assertThat(fit.oneStandardErrorFit().regularizer().lambda()).isEqualTo(9);
    }

    @Test
    void aMeanOfJustOneStandardErrorMoreIsWithin() {
        double error = Math.sqrt((1 * 9.0 + 3 * 1.0) / 4);
        CrossValidationFit fit = fit(new double[] {5 + error, 2}, new double[] {5 + error, 6});
        assertThat(fit.oneStandardError()).isZero();
        CrossValidationFit more = fit(new double[] {5.0001 + error, 2}, new double[] {5.0001 + error, 6});
        assertThat(more.oneStandardError()).isEqualTo(1);
    }

    @Test
    void ofEqualMeansTheLargestLambdaIsTheBest() {
        CrossValidationFit fit = fit(new double[] {3, 2, 2}, new double[] {3, 2, 2});
        assertThat(fit.best()).isEqualTo(1);
        assertThat(fit.oneStandardError()).isEqualTo(1);
    }

    @Test
    void whatIsNotFiniteIsNotChosen() {
        double infinite = Double.POSITIVE_INFINITY;
        CrossValidationFit fit = fit(new double[] {NAN, infinite, 4, NAN}, new double[] {1, 1, 4, NAN});
        assertThat(fit.best()).isEqualTo(2);
        assertThat(fit.oneStandardError()).isEqualTo(2);
        assertThat(fit.mean(0)).isNaN();
        assertThat(fit.standardError(1)).isNaN();
        assertThatThrownBy(() -> fit(new double[] {NAN, infinite}, new double[] {1, 1}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the measure loss is finite for no lambda of the path");
    }

    @Test
    void whatIsHandedOutIsACopy() {
        CrossValidationFit fit = fit(new double[] {2}, new double[] {6});
        fit.curve(0)[0] = 100;
        fit.foldOfRow()[0] = 100;
        assertThat(fit.curve(0)).containsExactly(2);
        assertThat(fit.foldOfRow()).containsExactly(0, 1, 1, 1);
    }

    @Test
    void aCurveNeedsTwoFoldsOfEqualLengthAndTheirWeights() {
        refused(List.of(new double[] {1}), 1).hasMessage("wanted at least 2 folds, but found 1");
        refused(List.of(new double[] {1}, new double[] {1}), 1)
                .hasMessage("wanted a weight for each of 2 folds, but found 1");
        refused(List.of(new double[] {1}, new double[] {1, 2}), 1, 1)
                .hasMessage("wanted as many values in each fold, and at least one, but found [1, 2]");
        refused(List.of(new double[0], new double[0]), 1, 1).hasMessageContaining("at least one, but found [0]");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(List<double[]> folds, double... weights) {
        return assertThatThrownBy(() -> MeanCurve.of("loss", folds, weights))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
