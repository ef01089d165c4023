package org.ridgeline.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** A third party's package with a regularizer, made as its author would: from sources, against the jars of our package. */
final class SamplePackage {

    /** What the author has written. */
    static final Path FOLDER = Path.of("src/test/sample-package");

    private SamplePackage() {}

    /**
     * Compiles the sources and packs them.
     *
     * @param ours our package
     * @param weka the Weka to compile against
     * @param work an empty folder
     * @return the author's package
     */
    static Path build(Path ours, Path weka, Path work) throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(weka));
        classPath.addAll(unpack(ours, "[^/]+\\.jar", work));
        Path classes = compile(classPath, work);
        Path content = Files.createDirectory(work.resolve("content"));
        Files.copy(FOLDER.resolve("Description.props"), content.resolve("Description.props"));
        pack(classes, content.resolve("half-lasso.jar"));
        return pack(content, work.resolve("halfLasso.zip"));
    }

    /**
     * Compiles the sources.
     *
     * @param classPath with our classes and Weka
     * @param work a folder
     * @return a folder of classes, and with the name of the provider
     */
    static Path compile(List<Path> classPath, Path work) throws IOException {
        Path classes = Files.createDirectory(work.resolve("classes"));
        List<String> command = new ArrayList<>(List.of(
                "--release",
                "17",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-d",
                classes.toString(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        Path sources = FOLDER.resolve("src");
        files(sources)
                .map(Path::toString)
                .filter(name -> name.endsWith(".java"))
                .forEach(command::add);
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(new String[0]));
        assertThat(failed).isZero();
        Path services = classes.resolve("META-INF/services/org.ridgeline.RegularizerProvider");
        Files.createDirectories(services.getParent());
        Files.copy(sources.resolve(classes.relativize(services).toString()), services);
        return classes;
    }

    /**
     * Unpacks some of a zip's files.
     *
     * @param zip a package
     * @param names which, as a regular expression
     * @param folder where to
     * @return the files, without the folders that they were in
     */
    static List<Path> unpack(Path zip, String names, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                if (entry.getName().matches(names)) {
                    Path target = folder.resolve(Path.of(entry.getName()).getFileName());
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                    files.add(target);
                }
            }
        }
        return files;
    }

    private static Path pack(Path folder, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files(folder).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return target;
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }
}
