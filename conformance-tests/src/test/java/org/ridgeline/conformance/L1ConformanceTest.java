package org.ridgeline.conformance;

import java.util.List;
import java.util.OptionalDouble;

class L1ConformanceTest extends RegularizerConformance {

    @Override
    protected List<String> textForms() {
        return List.of("l1(lambda=1)", "l1(lambda=0.3)", "l1(lambda=0)");
    }

    @Override
    protected OptionalDouble degree() {
        return OptionalDouble.of(1);
    }
}
