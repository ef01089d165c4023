package org.ridgeline.conformance;

import java.util.List;

class McpConformanceTest extends RegularizerConformance {

    @Override
    protected List<String> textForms() {
        return List.of(
                "mcp(lambda=1,gamma=3)",
                "mcp(lambda=0.3,gamma=1.5)",
                "mcp(lambda=2,gamma=0.1)",
                "mcp(lambda=0.5,gamma=1000000)");
    }

    @Override
    protected boolean linearInLambda() {
        return false;
    }
}
