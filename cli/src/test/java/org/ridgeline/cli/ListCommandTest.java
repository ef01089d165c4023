package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizers;

class ListCommandTest {

    @Test
    void namesEveryRegularizerWithItsParameters() {
        Terminal terminal = Terminal.run("list");

        assertThat(terminal.exitCode).isZero();
        assertThat(terminal.err).isEmpty();
        Regularizers regularizers = Regularizers.load();
        assertThat(terminal.out.lines().filter(line -> !line.startsWith(" ")))
                .containsExactlyElementsOf(regularizers.names());
        for (String name : regularizers.names()) {
            for (Parameter parameter : regularizers.provider(name).parameters()) {
                assertThat(terminal.out).contains(parameter.name(), parameter.meaning());
            }
        }
    }

    @Test
    void aCommandIsNeeded() {
        Terminal terminal = Terminal.run();

        assertThat(terminal.exitCode).isEqualTo(2);
        assertThat(terminal.err).contains("wanted a command", "demo", "fit", "list");
    }
}
