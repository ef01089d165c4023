package org.ridgeline.conformance;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** The conformance class that the author of a broken adapter would write. Run by {@link BrokenAdaptersTest}. */
@ExtendWith(Subject.class)
class BrokenAdapterConformance extends AdapterConformance {

    private final BrokenAdapter broken;

    BrokenAdapterConformance(BrokenAdapter broken) {
        this.broken = broken;
    }

    @Override
    protected double stored(double value) {
        return broken.stored(value);
    }

    @Override
    protected Step step(String text, Weights weights, double step) {
        Regularizer start = broken.start(regularizers().parse(text));
        broken.step(start, weights, step);
        double[] after = Arrays.stream(weights.values()).map(broken::after).toArray();
        return new Step(after, broken.penalty(start, weights.withValues(after)));
    }

    @Override
    protected String configured(String text) {
        return broken.configured(regularizers(), text);
    }

    @Override
    protected double intercept(String text, double bias, double step) {
        return broken.intercept(regularizers().parse(text), bias, step);
    }

    @Override
    protected boolean penaltyFactors() {
        return true;
    }
}
