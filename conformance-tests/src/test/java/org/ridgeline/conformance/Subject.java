package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Hands what is broken to the constructor of a conformance class that runs inside a test. */
final class Subject implements ParameterResolver {

    private static final String PARAMETER = "subject";

    /** Runs a conformance class on something broken. */
    static Events run(Class<?> conformance, Enum<?> broken) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(PARAMETER, broken.name())
                .selectors(DiscoverySelectors.selectClass(conformance))
                .execute()
                .testEvents();
    }

    /** All that can be handed over. */
    private static Stream<Enum<?>> all() {
        return Stream.of(BrokenValue.values(), BrokenPenalty.values(), BrokenStep.values(), BrokenAdapter.values())
                .flatMap(Arrays::stream);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().isInstance(resolveParameter(parameter, context));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String name = context.getConfigurationParameter(PARAMETER).orElseThrow();
        return all().filter(broken -> broken.name().equals(name)).findFirst().orElseThrow();
    }
}
