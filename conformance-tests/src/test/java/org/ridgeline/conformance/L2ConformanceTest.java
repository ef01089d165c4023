package org.ridgeline.conformance;

import java.util.List;
import java.util.OptionalDouble;

class L2ConformanceTest extends RegularizerConformance {

    @Override
    protected List<String> textForms() {
        return List.of("l2(lambda=1)", "l2(lambda=0.3)", "l2(lambda=0)");
    }

    @Override
    protected OptionalDouble degree() {
        return OptionalDouble.of(2);
    }
}
