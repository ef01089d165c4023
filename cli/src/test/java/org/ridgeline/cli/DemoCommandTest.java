package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    private Path folder;

    @Test
    void allHostsAgreeWithTheGoldenFitsAndTheReportShowsIt() throws Exception {
        Path report = folder.resolve("report.html");

        Terminal terminal = Terminal.run("demo", "--report", report.toString());

        assertThat(terminal.out).doesNotContain("TOO FAR").contains("weka", "tribuo", "dl4j", "[21/21]");
        assertThat(terminal.exitCode).isZero();
        String html = Files.readString(report);
        assertThat(html).doesNotContain("http:", "https:", "<script", "NaN", "Infinity");
        Matcher plots = Pattern.compile("(?s)<svg.*?</svg>").matcher(html);
        int count = 0;
        while (plots.find()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(plots.group().getBytes(StandardCharsets.UTF_8)));
            count++;
        }
        assertThat(count).isEqualTo(7);
    }

    @Test
    void aReportThatCannotBeWrittenIsAnErrorBeforeAnythingIsTrained() {
        Terminal terminal = Terminal.run(
                "demo", "--report", folder.resolve("none/report.html").toString());

        assertThat(terminal.exitCode).isEqualTo(2);
        assertThat(terminal.err).contains("there is no folder");
        assertThat(terminal.out).isEmpty();
    }
}
