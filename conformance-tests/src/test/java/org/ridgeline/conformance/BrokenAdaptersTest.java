package org.ridgeline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit against adapters that are broken on purpose. */
class BrokenAdaptersTest {

    @ParameterizedTest
    @EnumSource(BrokenAdapter.class)
    void failExactlyTheRulesTheyBreak(BrokenAdapter broken) {
        assertThat(RuleNumbers.failed(Subject.run(BrokenAdapterConformance.class, broken)))
                .isEqualTo(new TreeSet<>(broken.rules()));
    }

    @Test
    void everyRuleIsBrokenBySomeAdapter() {
        Set<String> broken = Arrays.stream(BrokenAdapter.values())
                .flatMap(adapter -> adapter.rules().stream())
                .collect(Collectors.toSet());
        assertThat(broken).containsExactlyInAnyOrderElementsOf(RuleNumbers.of(AdapterConformance.class));
    }
}
