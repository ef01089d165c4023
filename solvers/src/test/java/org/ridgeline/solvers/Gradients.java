package org.ridgeline.solvers;

import java.util.Arrays;

/** The gradient of a problem's loss in the standardised coefficients, straight from the definition. */
final class Gradients {

    private Gradients() {}

    static double[] of(Problem problem, Fit fit) {
        return at(problem, fit.scores(problem.features()));
    }

    /** At zero weights, with the intercept that is best there. */
    static double[] atNull(Problem problem) {
        double[] scores = new double[problem.features().rows()];
        if (problem.hasIntercept()) {
            double total = problem.totalWeight();
            double mean = TestData.dot(problem.exampleWeights(), problem.target()) / total;
            Arrays.fill(scores, problem.loss() == Loss.SQUARED ? mean : Math.log(mean / (1 - mean)));
        }
        return at(problem, scores);
    }

    private static double[] at(Problem problem, double[] scores) {
        double[] s = problem.exampleWeights();
        double factor =
                problem.lossScale() == LossScale.MEAN ? 1 / Arrays.stream(s).sum() : 1;
        double[][] x = Scaling.of(problem).standardized(problem.features());
        double[] gradient = new double[problem.features().columns()];
        for (int i = 0; i < scores.length; i++) {
            double slope = s[i] * problem.loss().derivative(problem.target()[i], scores[i]);
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += factor * slope * x[i][j];
            }
        }
        return gradient;
    }
}
