package org.ridgeline.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ridgeline.weka.plot.Choices;
import org.ridgeline.weka.plot.Svg;

/** Comparisons as one HTML page without anything outside it. */
final class HtmlReport {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Ridgeline: one penalty, three frameworks</title>
            <style>
            :root { --ink: #1c2330; --soft: #5c6675; --line: #dfe3ea; --ground: #ffffff; --zero: #9aa3b0;
                    --golden: #1c2330; --weka: #c2410c; --tribuo: #1d4ed8; --dl4j: #15803d; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6e9ef; --soft: #9aa5b5; --line: #333c4a; --ground: #151a22; --zero: #6b7686;
                      --golden: #e6e9ef; --weka: #fb923c; --tribuo: #7aa2ff; --dl4j: #4ade80; }
            }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground);
                   max-width: 1060px; margin: 2rem auto; padding: 0 1.25rem; }
            h1 { font-size: 1.7rem; margin-bottom: .2rem; }
            h2 { font-size: 1.15rem; margin: 2.6rem 0 .2rem; overflow-wrap: anywhere; }
            p { color: var(--soft); max-width: 46rem; margin: .3rem 0 1rem; }
            code { font: 13px/1.4 ui-monospace, monospace; }
            .pair { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; }
            .pair > * { flex: 1 1 460px; min-width: 0; }
            table { border-collapse: collapse; font-size: 13px; width: 100%; font-variant-numeric: tabular-nums; }
            th, td { padding: .16rem .5rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
            th:first-child, td:first-child { text-align: left; }
            thead th { color: var(--soft); font-weight: 600; }
            .summary :is(th, td):nth-child(2) { text-align: left; }
            .summary th.span { text-align: center; }
            td.zero { color: var(--zero); }
            svg { width: 100%; height: auto; }
            svg text { font: 11px system-ui, sans-serif; fill: var(--ink); }
            svg .soft { fill: var(--soft); }
            svg .axis { stroke: var(--line); }
            svg .origin { stroke: var(--soft); stroke-dasharray: 2 3; }
            svg .stem { stroke: var(--line); stroke-width: 2; }
            svg .golden { fill: none; stroke: var(--golden); stroke-width: 1.3; }
            svg .weka { fill: var(--weka); } svg .tribuo { fill: var(--tribuo); } svg .dl4j { fill: var(--dl4j); }
            </style>
            </head>
            <body>
            <h1>One penalty, three frameworks</h1>
            <p>Each text form below was given unchanged to Weka, Tribuo and Deeplearning4j and trained on real data. The
            golden coefficients were computed by none of this code, and cross-checked with scikit-learn, glmnet and gglasso. All
            coefficients are those of standardised features; a grey 0 is exactly zero.</p>
            """;

    private HtmlReport() {}

    static String of(List<Comparison> comparisons) {
        StringBuilder html = new StringBuilder(HEAD);
        summary(html, comparisons);
        for (Comparison comparison : comparisons) {
            html.append("<h2>").append(Svg.escape(comparison.title())).append("</h2>\n<div class=\"pair\">\n<div>\n");
            table(html, comparison);
            html.append("</div>\n<div>\n")
                    .append(CoefficientPlot.svg(comparison))
                    .append("</div>\n</div>\n");
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private static void summary(StringBuilder html, List<Comparison> comparisons) {
        List<String> hosts = comparisons.get(0).hosts();
        String names =
                hosts.stream().map(host -> "<th>" + Svg.escape(host) + "</th>").collect(Collectors.joining());
        html.append("<table class=\"summary\">\n<thead><tr><th></th><th></th><th class=\"span\" colspan=\"")
                .append(hosts.size())
                .append("\">largest difference from golden, relative</th><th class=\"span\" colspan=\"")
                .append(hosts.size() + 1)
                .append("\">exact zeros</th></tr>\n<tr><th>text form</th><th>data</th>")
                .append(names)
                .append("<th>golden</th>")
                .append(names)
                .append("</tr></thead>\n<tbody>\n");
        for (Comparison comparison : comparisons) {
            html.append("<tr><td><code>")
                    .append(Svg.escape(comparison.textForm()))
                    .append("</code></td><td>")
                    .append(Svg.escape(comparison.dataset()))
                    .append("</td>");
            for (String host : hosts) {
                html.append(String.format(Locale.ROOT, "<td>%.1e</td>", comparison.largestDifference(host)));
            }
            html.append("<td>").append(comparison.goldenZeros()).append("</td>");
            for (String host : hosts) {
                html.append("<td>").append(comparison.model(host).zeros()).append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private static void table(StringBuilder html, Comparison comparison) {
        html.append("<table>\n<thead><tr><th>feature</th><th>golden</th>");
        comparison
                .hosts()
                .forEach(host -> html.append("<th>").append(Svg.escape(host)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        List<String> names = comparison.rowNames();
        for (int row = 0; row < names.size(); row++) {
            html.append("<tr><td>").append(Svg.escape(names.get(row))).append("</td>");
            cell(html, comparison.golden(row));
            for (String host : comparison.hosts()) {
                cell(html, comparison.value(host, row));
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private static void cell(StringBuilder html, double value) {
        html.append(value == 0 ? "<td class=\"zero\">" : "<td>")
                .append(Choices.digits(value))
                .append("</td>");
    }
}
