package org.ridgeline.tribuo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The blocks of {@code docs/tribuo.md}. */
final class Page {

    static final Path FILE = Path.of("../docs/tribuo.md");

    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern SHOWN = Pattern.compile("(?s)\n *// begin\n(.*?)\n *// end\n");

    private Page() {}

    /** Those of a language, in their order. */
    static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?s)```" + language + "\n(.*?)\n```")
                .matcher(Files.readString(FILE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** The one that holds some text. */
    static String block(String language, String text) throws IOException {
        return blocks(language).stream()
                .filter(block -> block.contains(text))
                .findFirst()
                .orElseThrow();
    }

    /** What stands in a test between two comments, and so is compiled and run. */
    static List<String> testedSource() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Page::read)
                    .flatMap(source -> SHOWN.matcher(source).results())
                    .map((MatchResult shown) -> shown.group(1).stripIndent())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
