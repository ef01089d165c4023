package org.ridgeline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Weka makes a folder of its own in the user's home when it starts. Who has none is not to get one from this tool. */
final class WekaHome {

    private static final String VARIABLE = "WEKA_HOME";

    private WekaHome() {}

    /**
     * Gives Weka a temporary folder, deleted at exit, unless the user has one. To be called before Weka starts.
     *
     * @throws IOException if there can be no temporary folder
     */
    static void prepare() throws IOException {
        boolean present = System.getenv(VARIABLE) != null
                || System.getProperty(VARIABLE) != null
                || Files.isDirectory(Path.of(System.getProperty("user.home"), "wekafiles"));
        if (present) {
            return;
        }
        Path folder = Files.createTempDirectory("ridgeline-weka");
        System.setProperty(VARIABLE, folder.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("ridgeline: cannot delete the temporary folder " + folder + ": " + e.getMessage());
        }
    }
}
