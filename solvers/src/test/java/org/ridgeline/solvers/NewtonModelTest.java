package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.L1;

class NewtonModelTest {

    /** Far on the wrong side, where the curvature is next to nothing, a whole Newton step leaps to 400 and more. */
    @ParameterizedTest
    @ValueSource(doubles = {-6, -9, 12, 30})
    void stepsThatOvershootAreHalved(double start) {
        double[][] x = {{1, 1, 1, 1, 1, 2}};
        double[] y = {1, 1, 1, 1, 0, 0};
        Problem problem =
                Problem.of(DenseFeatures.ofColumns(6, x), y, Loss.LOGISTIC).withIntercept(false);
        Regularizer regularizer = L1.of(0.01);
        NewtonModel model = new NewtonModel(problem, regularizer);
        model.addBlock(0);
        model.w[0] = start;
        model.design.multiply(model.w, new double[1], model.scores);
        model.loss.slope(model.scores, model.slope);
        double last = model.currentLoss() + regularizer.penalty(model.weights);
        Solver rule = new Solver(1e-12, 10);
        for (int step = 0; step < 20; step++) {
            model.descend(regularizer, rule);
            double objective = model.currentLoss() + regularizer.penalty(model.weights);
            assertThat(objective).isLessThanOrEqualTo(last * (1 + 1e-12));
            last = objective;
        }
        assertThat(model.certify(regularizer).within(1e-10)).isTrue();
        assertThat(model.w)
                .containsExactly(
                        new Solver(1e-12, 1000).fit(problem, regularizer).coefficients(), within(1e-9));
    }
}
