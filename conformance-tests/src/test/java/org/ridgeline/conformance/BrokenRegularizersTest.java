package org.ridgeline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit against regularizers that are broken on purpose. */
class BrokenRegularizersTest {

    static Stream<Breakage> all() {
        return Stream.of(BrokenValue.values(), BrokenPenalty.values(), BrokenStep.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("all")
    <T extends Enum<T> & Breakage> void failExactlyTheRulesTheyBreak(T breakage) {
        assertThat(RuleNumbers.failed(Subject.run(MutantConformance.class, breakage)))
                .isEqualTo(new TreeSet<>(breakage.rules()));
    }

    @Test
    void everyRuleIsBrokenBySomeRegularizer() {
        Set<String> broken =
                all().flatMap(breakage -> breakage.rules().stream()).collect(Collectors.toSet());
        assertThat(broken).containsExactlyInAnyOrderElementsOf(RuleNumbers.of(RegularizerConformance.class));
    }
}
