package org.ridgeline.conformance;

import java.util.List;
import java.util.OptionalDouble;

class GroupL2ConformanceTest extends RegularizerConformance {

    @Override
    protected List<String> textForms() {
        return List.of("group-l2(lambda=1)", "group-l2(lambda=0.3)");
    }

    @Override
    protected OptionalDouble degree() {
        return OptionalDouble.of(1);
    }
}
