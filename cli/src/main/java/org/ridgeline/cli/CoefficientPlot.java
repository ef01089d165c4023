package org.ridgeline.cli;

import java.util.List;
import org.ridgeline.weka.plot.Axis;
import org.ridgeline.weka.plot.Choices;
import org.ridgeline.weka.plot.Lettering;
import org.ridgeline.weka.plot.Svg;

/** A dot plot of a comparison as SVG: a line per feature, a ring for the golden coefficient and a dot for each host. */
final class CoefficientPlot {

    private static final int WIDTH = 520;
    private static final int ROW = 19;
    private static final int TOP = 26;
    private static final int BOTTOM = 26;
    private static final double DOT = 2.6;

    private final Comparison comparison;
    private final List<String> names;
    private final int left;
    private final Axis axis;
    private final Svg svg;

    private CoefficientPlot(Comparison comparison) {
        this.comparison = comparison;
        this.names = comparison.rowNames();
        this.left =
                (int) (14 + names.stream().mapToDouble(Lettering::width).max().orElse(0));
        this.axis = axis(comparison, left, WIDTH - 16);
        this.svg = new Svg(WIDTH, bottom() + BOTTOM, "coefficients of " + comparison.textForm());
    }

    static String svg(Comparison comparison) {
        CoefficientPlot plot = new CoefficientPlot(comparison);
        plot.legend();
        plot.ticks();
        for (int row = 1; row < plot.names.size(); row++) {
            plot.row(row);
        }
        return plot.svg.inline();
    }

    private static Axis axis(Comparison comparison, double left, double right) {
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
        return Axis.around(min, max, 5, left, right);
    }

    private int bottom() {
        return TOP + (names.size() - 1) * ROW;
    }

    private void legend() {
        double x = left;
        svg.add("circle", "class", "golden", "cx", x + 5, "cy", 9, "r", 4.5).text(x + 13, 13, "golden");
        x += 62;
        for (String host : comparison.hosts()) {
            svg.add("circle", "class", host, "cx", x + 5, "cy", 9, "r", DOT + 1).text(x + 13, 13, host);
            x += 28 + Lettering.width(host);
        }
    }

    private void ticks() {
        for (double tick : axis.ticks()) {
            double x = axis.at(tick);
            svg.add("line", "class", tick == 0 ? "origin" : "axis", "x1", x, "x2", x, "y1", TOP, "y2", bottom());
            svg.text(x, bottom() + 15, axis.label(tick), "class", "soft", "text-anchor", "middle");
        }
    }

    private void row(int row) {
        double y = TOP + (row - 0.5) * ROW;
        double golden = axis.at(comparison.golden(row));
        svg.text(left - 8, y + 4, names.get(row), "text-anchor", "end");
        svg.add("line", "class", "stem", "x1", axis.at(0), "x2", golden, "y1", y, "y2", y);
        svg.add("circle", "class", "golden", "cx", golden, "cy", y, "r", 6.5);
        List<String> hosts = comparison.hosts();
        for (int h = 0; h < hosts.size(); h++) {
            // One above the other, as they would cover each other where they agree.
            double offset = (h - (hosts.size() - 1) / 2.0) * 3.4;
            double value = comparison.value(hosts.get(h), row);
            svg.addTitled(
                    names.get(row) + ", " + hosts.get(h) + ": " + Choices.digits(value),
                    "circle",
                    "class",
                    hosts.get(h),
                    "cx",
                    axis.at(value),
                    "cy",
                    y + offset,
                    "r",
                    DOT - 0.6);
        }
    }
}
