package org.ridgeline.conformance;

import java.util.List;

class ElasticNetConformanceTest extends RegularizerConformance {

    @Override
    protected List<String> textForms() {
        return List.of(
                "elastic-net(lambda=1,alpha=0.5)",
                "elastic-net(lambda=0.3,alpha=0.9)",
                "elastic-net(lambda=2,alpha=1)",
                "elastic-net(lambda=1,alpha=0)");
    }
}
