package org.ridgeline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ridgeline.conformance.GoldenFit;

/** The data files that come with the golden fits. */
final class BundledData {

    private BundledData() {}

    /** Copies a file into a folder, under its own name. */
    static Path copy(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = GoldenFit.class.getResourceAsStream("/org/ridgeline/data/" + name)) {
            Files.copy(in, file);
        }
        return file;
    }
}
