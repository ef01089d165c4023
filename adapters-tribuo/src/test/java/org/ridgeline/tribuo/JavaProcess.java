package org.ridgeline.tribuo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java process of its own, of the Java that runs this test, as a user starts one.
 *
 * @param status its exit status
 * @param output what it has written to its standard output
 * @param errors what it has written to its standard error, where Java logs to
 */
public record JavaProcess(int status, String output, String errors) {

    /** JDK 24 and newer warn of what protobuf and native libraries do, and 17 does not know the options that allow it. */
    private static final List<String> QUIET = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    /** The class path of this test. */
    public static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    /** Runs the main method of a class to its end, in a folder that also takes what it writes. */
    public static JavaProcess run(Path folder, List<Path> classPath, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUIET);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        int status = process.waitFor();
        return new JavaProcess(status, Files.readString(output), Files.readString(errors));
    }
}
