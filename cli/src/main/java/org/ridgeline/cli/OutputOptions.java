package org.ridgeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ridgeline.weka.plot.Look;
import org.ridgeline.weka.plot.Svg;
import picocli.CommandLine.Option;

/** Where results go: into files, or as a table to the terminal. */
final class OutputOptions {

    @Option(names = "--csv", paramLabel = "FILE.csv", description = "where to write the numbers")
    private @Nullable Path csv;

    @Option(names = "--svg", paramLabel = "FILE.svg", description = "where to write the picture")
    private @Nullable Path svg;

    @Option(names = "--html", paramLabel = "FILE.html", description = "where to write a page of picture and tables")
    private @Nullable Path html;

    /**
     * Checks where results are to go, so that long work need not be done in vain.
     *
     * @throws IOException if there is no such folder
     * @throws IllegalArgumentException if a file would be written over another one or over the data
     */
    void check(Path data) throws IOException {
        Map<String, Path> known = new LinkedHashMap<>();
        known.put("--data", data);
        for (Map.Entry<String, Path> output : files().entrySet()) {
            OutputFile.requireFolder(output.getValue());
            for (Map.Entry<String, Path> other : known.entrySet()) {
                OutputFile.requireOther(output.getKey(), output.getValue(), other.getKey(), other.getValue());
            }
            known.put(output.getKey(), output.getValue());
        }
    }

    private Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        if (csv != null) {
            files.put("--csv", csv);
        }
        if (svg != null) {
            files.put("--svg", svg);
        }
        if (html != null) {
            files.put("--html", html);
        }
        return files;
    }

    /**
     * Writes what was asked for, or the table to the terminal if nothing was.
     *
     * @throws IOException if writing fails
     */
    void write(PrintWriter terminal, Table table, Supplier<String> csvText, Supplier<Svg> picture, Page page)
            throws IOException {
        if (files().isEmpty()) {
            terminal.print(table.text());
            terminal.flush();
        }
        if (csv != null) {
            OutputFile.write(csv, csvText.get());
        }
        if (svg != null) {
            OutputFile.write(svg, picture.get().file(Look.styleSheet()));
        }
        if (html != null) {
            OutputFile.write(html, page.html(picture.get()));
        }
    }
}
