package org.ridgeline.solvers;

import java.util.Arrays;

/** The gradient of a problem's loss in the standardised coefficients, straight from the definition. */
final class Gradients {

    private Gradients() {}

    static double[] of(Problem problem, Fit fit) {
        return at(problem, fit.scores(problem.features()));
    }

    /** At zero weights, with the intercepts that are best there. */
    static double[] atNull(Problem problem) {
        int n = problem.features().rows();
        double[] scores = new double[problem.loss().outputs() * n];
        for (int i = 0; problem.hasIntercept() && i < scores.length; i++) {
            scores[i] = nullScore(problem, i / n);
        }
        return at(problem, scores);
    }

    private static double nullScore(Problem problem, int output) {
        double[] s = problem.exampleWeights();
        int from = problem.loss().targets() == 1 ? 0 : output * s.length;
        double[] y = Arrays.copyOfRange(problem.target(), from, from + s.length);
        if (problem.loss() instanceof Multinomial) {
            double[] is = Arrays.stream(y).map(k -> k == output ? 1 : 0).toArray();
            return Math.log(TestData.dot(s, is) / problem.totalWeight());
        }
        double low = -1e3;
        double high = 1e3;
        while (true) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            double slope = 0;
            for (int i = 0; i < y.length; i++) {
                slope += s[i] * ((ScalarLoss) problem.lossOfTarget()).derivative(y[i], middle);
            }
            if (slope < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private static double[] at(Problem problem, double[] scores) {
        double[] s = problem.exampleWeights();
        double factor =
                problem.lossScale() == LossScale.MEAN ? 1 / Arrays.stream(s).sum() : 1;
        double[][] x = Scaling.of(problem).standardized(problem.features());
        int n = problem.features().rows();
        int p = problem.features().columns();
        double[] gradient = new double[problem.loss().outputs() * p];
        for (int i = 0; i < scores.length; i++) {
            double slope = s[i % n] * derivative(problem, scores, i);
            for (int j = 0; j < p; j++) {
                gradient[i / n * p + j] += factor * slope * x[i % n][j];
            }
        }
        return gradient;
    }

    private static double derivative(Problem problem, double[] scores, int place) {
        double[] y = problem.target();
        if (problem.lossOfTarget() instanceof ScalarLoss loss) {
            return loss.derivative(y[place], scores[place]);
        }
        int n = y.length;
        double sum = 0;
        for (int i = place % n; i < scores.length; i += n) {
            sum += Math.exp(scores[i]);
        }
        return Math.exp(scores[place]) / sum - (place / n == y[place % n] ? 1 : 0);
    }
}
