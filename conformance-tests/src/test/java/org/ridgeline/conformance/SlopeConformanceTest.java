package org.ridgeline.conformance;

import java.util.List;
import java.util.OptionalDouble;

class SlopeConformanceTest extends RegularizerConformance {

    @Override
    protected List<String> textForms() {
        return List.of("slope(lambda=1,q=0.1)", "slope(lambda=0.3,q=0.9)", "slope(lambda=0.5,q=0)");
    }

    @Override
    protected OptionalDouble degree() {
        return OptionalDouble.of(1);
    }
}
