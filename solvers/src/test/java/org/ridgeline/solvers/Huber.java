package org.ridgeline.solvers;

import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** A penalty as a third party would write it: λ Σ (w²/2 where |w| ≤ 1, else |w| − ½), without a conjugate. */
record Huber(double lambda) implements Regularizer {

    @Override
    public Huber withLambda(double other) {
        return new Huber(other);
    }

    @Override
    public double penalty(Weights weights) {
        double sum = 0;
        for (double w : weights.values()) {
            sum += Math.abs(w) <= 1 ? w * w / 2 : Math.abs(w) - 0.5;
        }
        return lambda * sum;
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            gradient[i] += scale * lambda * Math.max(-1, Math.min(1, w[i]));
        }
    }

    @Override
    public void prox(Weights weights, double step) {
        double[] w = weights.values();
        double t = step * lambda;
        for (int i = 0; i < w.length; i++) {
            w[i] = Math.abs(w[i]) <= 1 + t ? w[i] / (1 + t) : w[i] - t * Math.signum(w[i]);
        }
    }
}
