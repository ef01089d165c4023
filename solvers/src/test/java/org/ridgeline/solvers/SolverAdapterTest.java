package org.ridgeline.solvers;

import java.util.List;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.Weights;
import org.ridgeline.conformance.AdapterConformance;

/** The kit's rules for frameworks that train in batch, kept by the solver itself. */
class SolverAdapterTest extends AdapterConformance {

    private static final Regularizers REGULARIZERS = Regularizers.load();

    @Override
    protected double stored(double value) {
        return value;
    }

    @Override
    protected List<String> textForms() {
        return List.of(
                "l1(lambda=0.25)", "l2(lambda=0.7)", "elastic-net(lambda=0.3,alpha=0.4)", "group-l2(lambda=0.2)");
    }

    /** The step p/(2c²) for p = 16 and c = 1, 2, 4, 8. */
    @Override
    protected double[] steps() {
        return new double[] {8, 2, 0.5, 0.125};
    }

    @Override
    protected boolean penaltyFactors() {
        return true;
    }

    @Override
    protected Step step(String text, Weights weights, double step) {
        Fit fit = fit(text, weights, step, 0);
        return new Step(fit.coefficients(), fit.penalty());
    }

    @Override
    protected double intercept(String text, double bias, double step) {
        return fit(text, Weights.of(new double[size()]), step, bias).intercept();
    }

    @Override
    protected String configured(String text) {
        return REGULARIZERS.parse(text).toString();
    }

    private static Fit fit(String text, Weights weights, double step, double bias) {
        int p = weights.size();
        double c = Math.sqrt(p / (2 * step));
        double[][] rows = new double[2 * p][p];
        double[] y = new double[2 * p];
        double[] factors = new double[p];
        for (int i = 0; i < p; i++) {
            rows[2 * i][i] = c;
            rows[2 * i + 1][i] = -c;
            y[2 * i] = bias + c * weights.values()[i];
            y[2 * i + 1] = bias - c * weights.values()[i];
            factors[i] = weights.factor(i);
        }
        Problem problem =
                Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED).withGroups(weights.groups());
        Regularizer regularizer = REGULARIZERS.parse(text);
        return Solver.standard().fit(weights.hasFactors() ? problem.withPenaltyFactors(factors) : problem, regularizer);
    }
}
