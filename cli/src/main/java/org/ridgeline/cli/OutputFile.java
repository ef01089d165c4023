package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files without harm to others. */
final class OutputFile {

    private OutputFile() {}

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

    /**
     * Checks that what one option writes is not what another reads or writes.
     *
     * @throws IllegalArgumentException if it is
     * @throws IOException if the files cannot be told apart
     */
    static void requireOther(String option, Path file, String otherOption, Path other) throws IOException {
        boolean same =
                file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
                        || (Files.exists(file) && Files.exists(other) && Files.isSameFile(file, other));
        if (same) {
            throw new IllegalArgumentException(
                    option + " must be another file than " + otherOption + ", but both are " + file);
        }
    }
}
