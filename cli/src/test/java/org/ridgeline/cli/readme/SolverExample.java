package org.ridgeline.cli.readme;

import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;

/** The README's lines for the solvers. */
final class SolverExample {

    private SolverExample() {}

    static double[] train(double[][] rows, double[] targets) {
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), targets, Loss.SQUARED)
                .withStandardization(Standardization.POPULATION);
        Fit fit = Solver.standard().fit(problem, ElasticNet.of(0.1, 0.5));

        System.out.println(fit); // objective, nonzero coefficients, duality gap
        return fit.coefficients(); // in the features' own units
    }
}
