package org.ridgeline.cli;

import org.ridgeline.TextForm;

/**
 * What pictures over λ have in common: titles, λ below, the number of nonzero coefficients above, and a vertical axis.
 *
 * @param lambdas the λ of the path, largest first
 * @param nonzeros how many coefficients are not zero at each
 * @param x where the λ are
 * @param y where the numbers are; it starts at the bottom
 * @param left where the frame starts
 * @param right where it ends
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record LambdaFrame(double[] lambdas, int[] nonzeros, LambdaAxis x, Axis y, double left, double right) {

    static final double WIDTH = 900;
    static final double HEIGHT = 560;
    static final double TOP = 88;
    static final double BOTTOM = HEIGHT - 48;
    /** Room for the numbers of the vertical axis and what they are. */
    static final double LEFT = 78;

    private static final double SMALLEST_DISTANCE = 38;

    /** A picture with everything but the curves. */
    Svg svg(String title, String subtitle, String quantity) {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        double room = WIDTH - 24;
        // The title has larger letters.
        svg.text(12, 22, Lettering.cut(title, room / 1.4), "class", "title");
        svg.text(12, 40, Lettering.cut(subtitle, room), "class", "soft");
        for (double tick : y.ticks()) {
            double at = y.at(tick);
            svg.add("line", "class", tick == 0 ? "origin" : "grid", "x1", left, "x2", right, "y1", at, "y2", at);
            svg.text(left - 8, at + 4, y.label(tick), "class", "soft", "text-anchor", "end");
        }
        double middle = (TOP + BOTTOM) / 2;
        svg.text(
                16,
                middle,
                quantity,
                "text-anchor",
                "middle",
                "transform",
                "rotate(-90 16 " + Svg.number(middle) + ")");
        for (double tick : x.ticks()) {
            double at = x.at(tick);
            svg.add("line", "class", "axis", "x1", at, "x2", at, "y1", BOTTOM, "y2", BOTTOM + 5);
            svg.text(at, BOTTOM + 18, TextForm.number(tick), "class", "soft", "text-anchor", "middle");
        }
        svg.text((left + right) / 2, BOTTOM + 38, "λ, on a log scale", "text-anchor", "middle");
        for (int k : x.apart(SMALLEST_DISTANCE)) {
            double at = x.at(lambdas[k]);
            svg.add("line", "class", "axis", "x1", at, "x2", at, "y1", TOP - 5, "y2", TOP);
            svg.text(at, TOP - 9, String.valueOf(nonzeros[k]), "class", "soft", "text-anchor", "middle");
        }
        svg.text((left + right) / 2, TOP - 26, "nonzero coefficients", "text-anchor", "middle");
        svg.add("rect", "class", "frame", "x", left, "y", TOP, "width", right - left, "height", BOTTOM - TOP);
        return svg;
    }
}
