package org.ridgeline.cli;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.weka.plot.Svg;

/** A table for the terminal and for a page: numbers to the right, the last column, which may be text, to the left. */
final class Table {

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    /** One more row, with a cell for each column. */
    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** Lines with aligned columns. */
    String text() {
        int[] widths = new int[head.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = head.get(c).length();
            for (List<String> row : rows) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, head, widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String padding = " ".repeat(widths[c] - cells.get(c).length());
            boolean last = c == widths.length - 1;
            line.append(c == 0 ? "" : "  ").append(last ? cells.get(c) : padding + cells.get(c));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** An HTML table. */
    String html() {
        StringBuilder html = new StringBuilder("<table>\n<thead>");
        row(html, head, "th");
        html.append("</thead>\n<tbody>\n");
        rows.forEach(row -> row(html, row, "td"));
        return html.append("</tbody>\n</table>\n").toString();
    }

    private static void row(StringBuilder html, List<String> cells, String element) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append('<').append(element).append('>').append(Svg.escape(cell));
            html.append("</").append(element).append('>');
        }
        html.append("</tr>\n");
    }
}
