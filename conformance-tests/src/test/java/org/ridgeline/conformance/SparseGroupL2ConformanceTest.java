package org.ridgeline.conformance;

import java.util.List;
import java.util.OptionalDouble;

class SparseGroupL2ConformanceTest extends RegularizerConformance {

    @Override
    protected List<String> textForms() {
        return List.of(
                "sparse-group-l2(lambda=1,alpha=0.5)",
                "sparse-group-l2(lambda=0.3,alpha=0.9)",
                "sparse-group-l2(lambda=0.5,alpha=0)",
                "sparse-group-l2(lambda=2,alpha=1)");
    }

    @Override
    protected OptionalDouble degree() {
        return OptionalDouble.of(1);
    }
}
