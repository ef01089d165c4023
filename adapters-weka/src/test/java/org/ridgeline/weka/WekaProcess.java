package org.ridgeline.weka;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Weka as users start it: Java without any option, in a process that has a class path and a folder for packages of its own.
 *
 * @param classPath Weka's jar and what it needs
 * @param home Weka's folder, which holds the packages
 */
record WekaProcess(List<Path> classPath, Path home) {

    /** The jar of a Weka, not that of its tests. */
    private static final String WEKA = "weka-(stable|dev)-[\\d.]+\\.jar";

    /**
     * What a process has left.
     *
     * @param exitCode 0 if it went well, though Weka often says so when it did not
     * @param output what it printed
     * @param errors what it printed on the other stream
     */
    record Result(int exitCode, String output, String errors) {

        /** The errors without those of the library of matrices that looks for native code, and without empty lines. */
        List<String> complaints() {
            return errors.lines()
                    .filter(line -> !line.isBlank() && !line.contains("com.github.fommil."))
                    .filter(line -> !line.matches("WARNING: (A restricted method in java.lang.System has been"
                            + "|Use --enable-native-access=|Restricted methods will be blocked).*"))
                    .toList();
        }
    }

    /** An installation without packages that does not ask the network. */
    static WekaProcess create(Path weka, Path home) throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(weka));
        jars().filter(jar -> !jar.getFileName().toString().matches("(weka|ridgeline)-.*"))
                .forEach(classPath::add);
        Path properties = Files.createDirectories(home.resolve("props"));
        Files.writeString(properties.resolve("PackageManager.props"), "weka.packageManager.offline=true\n");
        return new WekaProcess(classPath, home);
    }

    /** The Weka that this build links. */
    static Path linkedWeka() {
        return jars().filter(jar -> jar.getFileName().toString().matches(WEKA))
                .findAny()
                .orElseThrow();
    }

    /** The jars that the tests run with. */
    static Stream<Path> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of);
    }

    /** The same with something more at the end of the class path. */
    WekaProcess with(List<Path> more) {
        return new WekaProcess(Stream.concat(classPath.stream(), more.stream()).toList(), home);
    }

    /** The same with its packages in another folder. */
    WekaProcess in(Path other) {
        return new WekaProcess(classPath, other);
    }

    /** Runs a class to its end, without a display. */
    Result run(String... arguments) throws IOException, InterruptedException {
        return run(null, arguments);
    }

    /** Runs a class to its end, with its windows on a display. */
    Result runOn(String display, String... arguments) throws IOException, InterruptedException {
        return run(display, arguments);
    }

    private Result run(@Nullable String display, String[] arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", ".txt");
        Path errors = Files.createTempFile(home, "errors", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("WEKA_HOME", home.toString());
        if (display == null) {
            // No window, without an option that says so.
            builder.environment().remove("DISPLAY");
        } else {
            builder.environment().put("DISPLAY", display);
        }
        Process process = builder.start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IOException("no end after two minutes: " + command);
            }
        } finally {
            process.destroyForcibly();
        }
        return new Result(process.exitValue(), read(output), read(errors));
    }

    /** Installs a package as a user without network would. */
    Result install(Path zip) throws IOException, InterruptedException {
        return run("weka.core.WekaPackageManager", "-offline", "-install-package", zip.toString());
    }

    private static String read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
