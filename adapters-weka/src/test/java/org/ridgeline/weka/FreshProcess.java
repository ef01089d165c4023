package org.ridgeline.weka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import weka.core.Instances;
import weka.core.converters.ArffSaver;

/** Weka's command line in a process of its own, with the class path of the tests. */
final class FreshProcess {

    private FreshProcess() {}

    /** Runs a class and gives what it prints; {@code home} is Weka's folder. */
    static String run(Path home, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home.getParent(), "output", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Dweka.packageManager.offline=true"));
        for (String library : List.of("BLAS", "LAPACK", "ARPACK")) {
            String name = "com.github.fommil.netlib." + library;
            command.add("-D" + name + "=com.github.fommil.netlib.F2j" + library);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("WEKA_HOME", home.toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IOException("no end after two minutes: " + command);
            }
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    static Path write(Instances data, Path file) throws IOException {
        ArffSaver saver = new ArffSaver();
        saver.setInstances(data);
        saver.setFile(file.toFile());
        saver.writeBatch();
        return file;
    }
}
