package org.ridgeline.cli;

import org.ridgeline.Regularizers;
import org.ridgeline.solvers.Fit;

/** No framework: the solvers module alone. */
final class SolverHost implements Host {

    @Override
    public String name() {
        return "solver";
    }

    @Override
    public LinearModel train(Dataset data, Task task) {
        Fit fit = task.holdOut()
                .fit(task.solver(), data.problem(task), Regularizers.load().parse(task.regularizer()));
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
