package org.ridgeline.conformance;

import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** The reference as an adapter: passes every rule. */
class DoubleAdapterTest extends AdapterConformance {

    @Override
    protected double stored(double value) {
        return value;
    }

    @Override
    protected Step step(String text, Weights weights, double step) {
        Regularizer regularizer = regularizers().parse(text).train().current();
        regularizer.prox(weights, step);
        return new Step(weights.values(), regularizer.penalty(weights));
    }

    @Override
    protected String configured(String text) {
        return regularizers().parse(text).toString();
    }

    @Override
    protected double intercept(String text, double bias, double step) {
        return bias;
    }

    @Override
    protected boolean penaltyFactors() {
        return true;
    }
}
