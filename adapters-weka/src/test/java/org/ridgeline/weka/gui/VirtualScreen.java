package org.ridgeline.weka.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A screen that nobody sees, for windows in tests. */
public final class VirtualScreen implements AutoCloseable {

    private final Process server;
    private final String display;

    private VirtualScreen(Process server, String display) {
        this.server = server;
        this.display = display;
    }

    /**
     * Starts a screen on a display that is free. Where there is no Xvfb, the test that asks is skipped.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public static VirtualScreen open(int width, int height) throws IOException {
        Optional<Path> xvfb = onPath("Xvfb");
        assumeTrue(
                xvfb.isPresent(), "windows are not tested, as there is no Xvfb on the PATH (Debian: apt install xvfb)");
        // It chooses the display itself, and says which.
        Process server = new ProcessBuilder(
                        xvfb.orElseThrow().toString(),
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-nolisten",
                        "tcp",
                        "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        @Nullable String number = said.readLine();
        if (number == null) {
            server.destroy();
        }
        assertThat(number).as("the display of Xvfb").isNotNull().matches("\\d+");
        return new VirtualScreen(server, ":" + number);
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The value of {@code DISPLAY} for what is to be seen on this screen. */
    public String display() {
        return display;
    }

    @Override
    public void close() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(10, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }
}
