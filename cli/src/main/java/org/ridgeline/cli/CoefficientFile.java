package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.ridgeline.TextForm;

/** Writes coefficients as CSV: {@code feature,coefficient,standardized}, the intercept first. */
final class CoefficientFile {

    private CoefficientFile() {}

    static String text(List<String> features, LinearModel model) {
        StringBuilder csv = new StringBuilder("feature,coefficient,standardized\n");
        line(csv, "(intercept)", model.intercept(), model.standardizedIntercept());
        for (int j = 0; j < features.size(); j++) {
            line(csv, features.get(j), model.coefficients()[j], model.standardized()[j]);
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, String name, double coefficient, double standardized) {
        csv.append(quoted(name))
                .append(',')
                .append(TextForm.number(coefficient))
                .append(',');
        csv.append(TextForm.number(standardized)).append('\n');
    }

    private static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * Writes a file as a whole: what was there before stays if writing fails.
     *
     * @throws IOException if there is no such folder, or writing fails
     */
    static void write(Path file, String text) throws IOException {
        Path folder = requireFolder(file);
        Path draft = folder.resolve(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        // Nobody else's file, so that it may be deleted.
        Files.writeString(draft, text, StandardOpenOption.CREATE_NEW);
        try {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * The folder of a file that is to be written, so that long work need not be done in vain.
     *
     * @throws IOException if there is none, or the file is itself a folder
     */
    static Path requireFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("cannot write " + file + ", as there is no folder " + folder);
        }
        if (Files.isDirectory(file)) {
            throw new IOException("cannot write " + file + ", as that is a folder");
        }
        return folder;
    }
}
