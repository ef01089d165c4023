package org.ridgeline.cli;

import java.util.List;
import java.util.Locale;

/** A dot plot of a comparison as SVG: a line per feature, a ring for the golden coefficient and a dot for each host. */
final class CoefficientPlot {

    private static final int WIDTH = 520;
    private static final int ROW = 19;
    private static final int TOP = 26;
    private static final int BOTTOM = 26;
    private static final double CHARACTER = 6.2;
    private static final double DOT = 2.6;

    private CoefficientPlot() {}

    static String svg(Comparison comparison) {
        List<String> names = comparison.rowNames();
        int left = (int)
                (14 + CHARACTER * names.stream().mapToInt(String::length).max().orElse(0));
        int rows = names.size() - 1;
        int height = TOP + rows * ROW + BOTTOM;
        Axis axis = Axis.of(comparison, left, WIDTH - 16);
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"coefficients of %s\">%n",
                WIDTH,
                height,
                HtmlReport.escape(comparison.textForm())));
        legend(svg, comparison, left);
        int bottom = TOP + rows * ROW;
        for (double tick = axis.firstTick(); tick <= axis.max() + axis.tick() / 2; tick += axis.tick()) {
            double shown = Math.abs(tick) < axis.tick() / 1e6 ? 0 : tick;
            double x = axis.x(shown);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
                            + "<text class=\"soft\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    shown == 0 ? "origin" : "axis",
                    x,
                    x,
                    TOP,
                    bottom,
                    x,
                    bottom + 15,
                    label(shown, axis.tick())));
        }
        for (int row = 1; row < names.size(); row++) {
            row(svg, comparison, axis, row, left);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void legend(StringBuilder svg, Comparison comparison, int left) {
        double x = left;
        svg.append(String.format(
                Locale.ROOT,
                "<circle class=\"golden\" cx=\"%.1f\" cy=\"9\" r=\"4.5\"/><text x=\"%.1f\" y=\"13\">golden</text>%n",
                x + 5,
                x + 13));
        x += 62;
        for (String host : comparison.hosts()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"9\" r=\"%.1f\"/><text x=\"%.1f\" y=\"13\">%s</text>%n",
                    HtmlReport.escape(host),
                    x + 5,
                    DOT + 1,
                    x + 13,
                    HtmlReport.escape(host)));
            x += 28 + CHARACTER * host.length();
        }
    }

    private static void row(StringBuilder svg, Comparison comparison, Axis axis, int row, int left) {
        double y = TOP + (row - 0.5) * ROW;
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                left - 8,
                y + 4,
                HtmlReport.escape(comparison.rowNames().get(row))));
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"stem\" x1=\"%.2f\" x2=\"%.2f\" y1=\"%.1f\" y2=\"%.1f\"/>"
                        + "<circle class=\"golden\" cx=\"%.2f\" cy=\"%.1f\" r=\"6.5\"/>%n",
                axis.x(0),
                axis.x(comparison.golden(row)),
                y,
                y,
                axis.x(comparison.golden(row)),
                y));
        List<String> hosts = comparison.hosts();
        for (int h = 0; h < hosts.size(); h++) {
            // One above the other, as they would cover each other where they agree.
            double offset = (h - (hosts.size() - 1) / 2.0) * 3.4;
            double value = comparison.value(hosts.get(h), row);
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%.2f\" cy=\"%.1f\" r=\"%.1f\"><title>%s, %s: %s</title></circle>%n",
                    HtmlReport.escape(hosts.get(h)),
                    axis.x(value),
                    y + offset,
                    DOT - 0.6,
                    HtmlReport.escape(comparison.rowNames().get(row)),
                    HtmlReport.escape(hosts.get(h)),
                    TextTable.number(value)));
        }
    }

    private static String label(double value, double tick) {
        int digits = Math.max(0, (int) Math.ceil(-Math.log10(tick) - 1e-9));
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** A linear axis with round ticks. */
    private record Axis(double min, double max, double tick, double left, double right) {

        static Axis of(Comparison comparison, double left, double right) {
            double min = 0;
            double max = 0;
            for (int row = 1; row < comparison.rowNames().size(); row++) {
                min = Math.min(min, comparison.golden(row));
                max = Math.max(max, comparison.golden(row));
                for (String host : comparison.hosts()) {
                    min = Math.min(min, comparison.value(host, row));
                    max = Math.max(max, comparison.value(host, row));
                }
            }
            double margin = max > min ? (max - min) * 0.04 : 1;
            return new Axis(min - margin, max + margin, roundTick((max - min + 2 * margin) / 5), left, right);
        }

        /** The next larger of 1, 2, 5 times a power of ten. */
        private static double roundTick(double wanted) {
            double power = Math.pow(10, Math.floor(Math.log10(wanted)));
            double digit = wanted / power;
            return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
        }

        double firstTick() {
            return Math.ceil(min / tick) * tick;
        }

        double x(double value) {
            return left + (value - min) / (max - min) * (right - left);
        }
    }
}
