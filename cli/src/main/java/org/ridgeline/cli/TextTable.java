package org.ridgeline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.ridgeline.weka.plot.Choices;

/** A comparison on the terminal: features down, golden fit and hosts across. */
final class TextTable {

    private TextTable() {}

    static void print(Comparison comparison, PrintWriter out) {
        List<String> names = comparison.rowNames();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "  %-" + width + "s %14s", "", "golden"));
        comparison.hosts().forEach(host -> head.append(String.format(Locale.ROOT, " %14s", host)));
        out.println(head);
        for (int row = 0; row < names.size(); row++) {
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT, "  %-" + width + "s %14s", names.get(row), Choices.digits(comparison.golden(row))));
            for (String host : comparison.hosts()) {
                line.append(String.format(Locale.ROOT, " %14s", Choices.digits(comparison.value(host, row))));
            }
            out.println(line);
        }
        StringBuilder zeros = new StringBuilder(
                String.format(Locale.ROOT, "  %-" + width + "s %14d", "exact zeros", comparison.goldenZeros()));
        StringBuilder differences =
                new StringBuilder(String.format(Locale.ROOT, "  %-" + width + "s %14s", "difference", ""));
        for (String host : comparison.hosts()) {
            zeros.append(
                    String.format(Locale.ROOT, " %14d", comparison.model(host).zeros()));
            differences.append(String.format(Locale.ROOT, " %14.1e", comparison.largestDifference(host)));
        }
        out.println(zeros);
        out.println(differences);
    }
}
