package org.ridgeline.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;

class SeedsTest {

    @AfterEach
    void forget() {
        System.clearProperty(Seeds.PROPERTY);
    }

    @Test
    void thereAreAsManyAsAskedFor() {
        assertThat(Seeds.some(3)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void thePropertyRunsOneAlone() {
        System.setProperty(Seeds.PROPERTY, " 77 ");
        assertThat(Seeds.some(3)).containsExactly(77L);
    }

    @Test
    void thePropertyIsAWholeNumber() {
        System.setProperty(Seeds.PROPERTY, "all");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seeds.some(3))
                .withMessageContaining(Seeds.PROPERTY)
                .withMessageContaining("'all'");
    }

    @Test
    void aFailureSaysHowToReplayItAndTheReplayFailsAlike() {
        String first = failureOfR401();
        String seed = first.replaceAll("(?s).*-D" + Seeds.PROPERTY + "=(\\d+)\\).*", "$1");
        System.setProperty(Seeds.PROPERTY, seed);
        assertThat(failureOfR401()).isEqualTo(first);
        System.setProperty(Seeds.PROPERTY, "77");
        assertThat(failureOfR401()).contains("(replay with -D" + Seeds.PROPERTY + "=77)");
    }

    private static String failureOfR401() {
        List<String> messages = Subject.run(MutantConformance.class, BrokenStep.HALF_THE_THRESHOLD).failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .filter(message -> message.startsWith("R401"))
                .toList();
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }
}
