package org.ridgeline.solvers;

import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L2;

/** A group penalty as a third party would write it: αλ Σ_g √|g| ‖w_g‖₂ + (1−α)λ Σ w², without a conjugate. */
record GroupElasticNet(double lambda, double alpha) implements Regularizer {

    private GroupL2 norms() {
        return GroupL2.of(alpha * lambda);
    }

    private L2 squares() {
        return L2.of((1 - alpha) * lambda);
    }

    @Override
    public GroupElasticNet withLambda(double other) {
        return new GroupElasticNet(other, alpha);
    }

    @Override
    public double penalty(Weights weights) {
        return norms().penalty(weights) + squares().penalty(weights);
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        norms().addGradient(weights, scale, gradient);
        squares().addGradient(weights, scale, gradient);
    }

    /** Squares scale what the norms leave. */
    @Override
    public void prox(Weights weights, double step) {
        norms().prox(weights, step);
        squares().prox(weights, step);
    }

    @Override
    public Separability separability() {
        return Separability.GROUP;
    }
}
