package org.ridgeline.conformance;

import java.util.Arrays;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** A framework with weights in single precision: passes every rule. */
class FloatAdapterTest extends AdapterConformance {

    @Override
    protected double stored(double value) {
        return (float) value;
    }

    @Override
    protected Step step(String text, Weights weights, double step) {
        Regularizer regularizer = regularizers().parse(text).train().current();
        float[] memory = new float[weights.size()];
        regularizer.prox(weights, step);
        for (int i = 0; i < memory.length; i++) {
            memory[i] = (float) weights.values()[i];
        }
        Arrays.setAll(weights.values(), i -> memory[i]);
        return new Step(weights.values(), (float) regularizer.penalty(weights));
    }

    @Override
    protected String configured(String text) {
        return regularizers().parse(text).toString();
    }

    @Override
    protected double intercept(String text, double bias, double step) {
        return (float) bias;
    }
}
