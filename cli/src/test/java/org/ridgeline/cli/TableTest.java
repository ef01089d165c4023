package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aTableAlignsNumbersToTheRight() {
        Table table = new Table("lambda", "n", "what").row("1", "10", "<a>").row("0.25", "7", "");
        assertThat(table.text()).isEqualTo("lambda   n  what\n     1  10  <a>\n  0.25   7\n");
        assertThat(table.html())
                .contains("<tr><th>lambda</th><th>n</th><th>what</th></tr>")
                .contains("<tr><td>1</td><td>10</td><td>&lt;a&gt;</td></tr>");
    }
}
