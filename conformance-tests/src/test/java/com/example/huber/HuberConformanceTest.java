package com.example.huber;

import java.util.List;
import org.ridgeline.conformance.RegularizerConformance;

class HuberConformanceTest extends RegularizerConformance {
    @Override
    protected List<String> textForms() {
        return List.of("huber(lambda=0.5,delta=0.1)", "huber(lambda=3,delta=2)");
    }
}
