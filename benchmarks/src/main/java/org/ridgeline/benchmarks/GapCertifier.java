package org.ridgeline.benchmarks;

import java.util.Arrays;
import org.ridgeline.Conjugate;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.ScalarLoss;

/**
 * Certifies coefficients whoever fitted them, from Fenchel duality: with u the slope of the loss at the scores, scaled by c so
 * that −cXᵀu is in the domain of R*, the objective at w is at most (1/n)(Σ ℓ(yᵢ, fᵢ) + Σ ℓ*(yᵢ, cuᵢ)) + R(w) + R*(−cXᵀu/n)
 * above its minimum.
 */
final class GapCertifier {

    private final BenchmarkProblem problem;
    private final double nullLoss;

    GapCertifier(BenchmarkProblem problem) {
        this.problem = problem;
        this.nullLoss = meanLoss(new double[problem.target().length]);
    }

    /** The duality gap of coefficients at a strength, relative to the mean loss at zero. */
    double relativeGap(double[] coefficients, double lambda) {
        Features x = problem.features();
        double[] y = problem.target();
        ScalarLoss loss = problem.loss();
        int n = y.length;
        double[] scores = new double[n];
        for (int j = 0; j < coefficients.length; j++) {
            if (coefficients[j] != 0) {
                x.addScaled(j, coefficients[j], scores);
            }
        }
        double[] slope = new double[n];
        Arrays.setAll(slope, i -> loss.derivative(y[i], scores[i]));
        double[] dual = new double[coefficients.length];
        Arrays.setAll(dual, j -> -x.dot(j, slope) / n);
        Regularizer penalty = problem.regularizer().withLambda(lambda);
        Conjugate conjugate = (Conjugate) penalty;
        double c = conjugate.dualScale(Weights.of(dual, problem.groups()));
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += loss.conjugate(y[i], c * slope[i]);
        }
        for (int j = 0; j < dual.length; j++) {
            dual[j] *= c;
        }
        double gap = meanLoss(scores)
                + sum / n
                + penalty.penalty(Weights.of(coefficients, problem.groups()))
                + conjugate.conjugate(Weights.of(dual, problem.groups()));
        return gap / nullLoss;
    }

    private double meanLoss(double[] scores) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += problem.loss().value(problem.target()[i], scores[i]);
        }
        return sum / scores.length;
    }
}
