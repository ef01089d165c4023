package org.ridgeline.benchmarks;

import org.ridgeline.TextForm;
import org.ridgeline.penalties.L1;
import org.ridgeline.solvers.conversions.Smile;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.regression.LASSO;

/** {@code LASSO} of Smile, an interior point method on native BLAS, which its elastic net uses too. */
final class SmilePeer implements Peer {

    private static final int MOST_STEPS = 10_000;

    private final DataFrame data;
    private final double tolerance;
    private final int examples;

    SmilePeer(BenchmarkProblem problem, double tolerance) {
        this.tolerance = tolerance;
        this.examples = problem.target().length;
        String[] names = new String[problem.features().columns()];
        for (int j = 0; j < names.length; j++) {
            names[j] = "x" + j;
        }
        data = DataFrame.of(problem.rows(), names).merge(DoubleVector.of("y", problem.target()));
    }

    @Override
    public String name() {
        return "Smile LASSO, tolerance " + TextForm.number(tolerance);
    }

    @Override
    public double[] fit(double lambda) {
        double strength = Smile.Lasso.from(L1.of(lambda), examples).lambda();
        return LASSO.fit(Formula.lhs("y"), data, strength, tolerance, MOST_STEPS)
                .coefficients();
    }
}
