package org.ridgeline.cli;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.weka.plot.Look;
import org.ridgeline.weka.plot.Svg;

/** An HTML page of a picture and tables, without anything outside it. */
final class Page {

    private static final String PAGE_STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; color: #1c2330; background: #ffffff;
                   max-width: 960px; margin: 2rem auto; padding: 0 1.25rem; }
            h2 { font-size: 1.1rem; margin: 2rem 0 .4rem; }
            svg { width: 100%; height: auto; }
            table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
            th, td { padding: .12rem .7rem; text-align: right; border-bottom: 1px solid #dfe3ea; }
            th:last-child, td:last-child { text-align: left; }
            thead th { color: #5c6675; font-weight: 600; }
            """;

    private final String title;
    private final List<String> parts = new ArrayList<>();

    /** A page with a title for its tab; the picture has the one that is seen. */
    Page(String title) {
        this.title = title;
    }

    /** One more table. */
    Page add(String heading, Table table) {
        parts.add("<h2>" + Svg.escape(heading) + "</h2>\n" + table.html());
        return this;
    }

    String html(Svg picture) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
                + Svg.escape(title)
                + "</title>\n<style>\n" + PAGE_STYLE + Look.styleSheet() + "</style>\n</head>\n<body>\n"
                + picture.inline()
                + String.join("", parts) + "</body>\n</html>\n";
    }
}
