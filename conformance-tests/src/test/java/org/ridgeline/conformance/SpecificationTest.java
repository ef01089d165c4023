package org.ridgeline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The kit and {@code docs/spec.md} hold the same rules. */
class SpecificationTest {

    private static final Pattern RULE = Pattern.compile(
            "<a id=\"(?<id>\\w+)\"></a>\\*\\*(?<number>[RA]\\d{3})\\*\\* (?<text>.*?)(?=\n\n|\\z)", Pattern.DOTALL);

    private final List<MatchResult> rules =
            RULE.matcher(specification()).results().toList();

    @Test
    void everyRuleOfTheKitStandsInTheSpecificationAndTheOtherWayRound() {
        SortedSet<String> kit = new TreeSet<>(RuleNumbers.of(RegularizerConformance.class));
        kit.addAll(RuleNumbers.of(AdapterConformance.class));
        assertThat(rules).extracting(rule -> rule.group(2)).containsExactlyInAnyOrderElementsOf(kit);
    }

    @Test
    void everyRuleHasItsAnchorAPowerAndAReason() {
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.group(1)).isEqualTo(rule.group(2));
            assertThat(rule.group(3)).containsPattern("MUST|SHOULD").contains("*Because*");
        });
    }

    private static String specification() {
        try {
            return Files.readString(Path.of("..", "docs", "spec.md"));
        } catch (IOException e) {
            throw new AssertionError("the tests run in the folder of their module, beside docs", e);
        }
    }
}
