package org.ridgeline.tribuo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.Regularizer;
import org.ridgeline.conformance.AdapterConformance;
import org.ridgeline.solvers.Solver;

/** What a process has that loads models where there is Tribuo but no Ridgeline. */
public final class TribuoAlone {

    private TribuoAlone() {}

    /**
     * The class path of this test without the places that hold Ridgeline or tests, but with a program of one class, which is
     * copied into the folder.
     */
    public static List<Path> classPath(Path folder, Class<?> program) throws IOException {
        String name = program.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve("program").resolve(name);
        Files.createDirectories(copy.getParent());
        Files.copy(place(program).resolve(name), copy);
        Set<Path> left = Stream.of(
                        Regularizer.class,
                        Solver.class,
                        RegularizedTrainer.class,
                        AdapterConformance.class,
                        TribuoAlone.class)
                .map(TribuoAlone::place)
                .collect(Collectors.toSet());
        List<Path> classPath = new ArrayList<>(JavaProcess.classPath());
        classPath.removeAll(left);
        classPath.add(folder.resolve("program"));
        return classPath;
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
