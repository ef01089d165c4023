package org.ridgeline.conformance;

import java.util.List;

class AdaptiveConformanceTest extends RegularizerConformance {

    @Override
    protected List<String> textForms() {
        return List.of(
                "adaptive(base=l1(lambda=1))",
                "adaptive(base=elastic-net(lambda=0.3,alpha=0.9),min=0.01,max=10,decay=0.5,epochs=3,patience=2)",
                "adaptive(base=group-l2(lambda=2))");
    }
}
