package com.example.l0;

import java.util.List;
import java.util.OptionalDouble;
import org.ridgeline.conformance.RegularizerConformance;

class L0ConformanceTest extends RegularizerConformance {
    @Override
    protected List<String> textForms() {
        return List.of("l0(lambda=0.5)", "l0(lambda=3)");
    }

    @Override
    protected OptionalDouble degree() {
        return OptionalDouble.of(0);
    }
}
