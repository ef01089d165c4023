package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What docs/cli.md shows is what the commands print. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder;

    private static String page() throws Exception {
        return Files.readString(ROOT.resolve("docs/cli.md"));
    }

    @Test
    void theCommandsDoWhatIsShown() throws Exception {
        Matcher commands = Pattern.compile("(?m)^    ridgeline (.*)\\n(?:\\n```\\n([^`]*)```)?")
                .matcher(page());
        int shown = 0;
        int run = 0;
        while (commands.find()) {
            Terminal terminal = Terminal.run(
                    Arrays.stream(commands.group(1).split(" ")).map(this::here).toArray(String[]::new));
            assertThat(terminal.exitCode).as(commands.group(1)).isZero();
            run++;
            if (commands.group(2) != null) {
                assertThat(terminal.out).isEqualTo(commands.group(2));
                shown++;
            }
        }
        assertThat(run).isEqualTo(3);
        assertThat(shown).isEqualTo(2);
        assertThat(folder.resolve("path.svg")).isRegularFile();
    }

    private String here(String argument) {
        return argument.startsWith("data/")
                ? ROOT.resolve(argument).toString()
                : argument.endsWith(".svg") ? folder.resolve(argument).toString() : argument;
    }

    @Test
    void everyOptionIsNamed() throws Exception {
        String page = page();
        CommandLine main = Main.commandLine();
        Stream.of("path", "cv")
                .flatMap(name -> main.getSubcommands().get(name).getCommandSpec().options().stream())
                .map(OptionSpec::longestName)
                .filter(option -> !option.equals("--version"))
                .forEach(option -> assertThat(page).contains(option));
    }

    @Test
    void thePictureIsSmall() throws Exception {
        assertThat(Files.size(ROOT.resolve("docs/images/path.png"))).isLessThan(150_000);
    }
}
