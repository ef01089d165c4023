package org.ridgeline.conformance;

import java.util.List;

class ScadConformanceTest extends RegularizerConformance {

    @Override
    protected List<String> textForms() {
        return List.of(
                "scad(lambda=1,a=3.7)", "scad(lambda=0.3,a=2.1)", "scad(lambda=2,a=2.5)", "scad(lambda=0.5,a=1000000)");
    }

    @Override
    protected boolean linearInLambda() {
        return false;
    }
}
