package org.ridgeline.cli;

import org.ridgeline.Regularizers;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;

/** No framework: the solvers module alone. */
final class SolverHost implements Host {

    @Override
    public String name() {
        return "solver";
    }

    @Override
    public LinearModel train(Dataset data, Task task) {
        Problem problem = data.problem(task);
        Fit fit = new HoldOut(task.holdOut(), task.seed())
                .fit(
                        Solver.standard().withTolerance(task.tolerance()),
                        problem,
                        Regularizers.load().parse(task.regularizer()));
        return new LinearModel(
                fit.coefficients(),
                fit.intercept(),
                fit.standardizedCoefficients(),
                fit.standardizedIntercept(),
                fit.regularizer().toString(),
                fit.certificate().toString(),
                fit.converged());
    }
}
