package org.ridgeline.weka.plot;

import org.ridgeline.TextForm;
import org.ridgeline.weka.plot.Ink.Anchor;

/**
 * What plots over λ have in common: titles, λ below, the number of nonzero coefficients above, and a vertical axis.
 *
 * @param area what the plot takes up
 * @param lambdas the λ of the path, largest first
 * @param nonzeros how many coefficients are not zero at each
 * @param x where the λ are
 * @param y where the numbers are; it starts at the bottom
 * @param left where the frame starts
 * @param right where it ends
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record LambdaFrame(Area area, double[] lambdas, int[] nonzeros, LambdaAxis x, Axis y, double left, double right) {

    /** Room for the numbers of the vertical axis and what they are. */
    static final double LEFT = 78;

    private static final double SMALLEST_DISTANCE = 38;
    private static final double TICK_DISTANCE = 32;

    /** About how many ticks a vertical axis has room for. */
    static double ticks(Area area) {
        return Math.max(2, Math.min(7, area.frameHeight() / TICK_DISTANCE));
    }

    double top() {
        return area.frameTop();
    }

    boolean contains(double px, double py) {
        return px >= left && px <= right && py >= top() && py <= bottom();
    }

    double bottom() {
        return area.frameBottom();
    }

    /** Everything but the curves. */
    void draw(Ink ink, String quantity) {
        titles(ink);
        for (double tick : y.ticks()) {
            double at = y.at(tick);
            ink.lines(tick == 0 ? Look.ORIGIN : Look.GRID, left, at, right, at);
            ink.text(Look.SOFT, left - 8, at + 4, Anchor.END, y.label(tick));
        }
        ink.upright(Look.PLAIN, 16, (top() + bottom()) / 2, Lettering.cut(quantity, area.height()));
        double middle = (left + right) / 2;
        for (double tick : x.ticks()) {
            double at = x.at(tick);
            ink.lines(Look.AXIS, at, bottom(), at, bottom() + 5);
            ink.text(Look.SOFT, at, bottom() + 18, Anchor.MIDDLE, TextForm.number(tick));
        }
        if (area.named()) {
            ink.text(Look.PLAIN, middle, bottom() + 38, Anchor.MIDDLE, "λ, on a log scale");
        }
        ink.box(Look.FRAME, left, top(), right - left, bottom() - top());
        if (area.counts()) {
            counts(ink, middle);
        }
    }

    private void counts(Ink ink, double middle) {
        for (int k : x.apart(SMALLEST_DISTANCE)) {
            double at = x.at(lambdas[k]);
            ink.lines(Look.AXIS, at, top() - 5, at, top());
            ink.text(Look.SOFT, at, top() - 9, Anchor.MIDDLE, String.valueOf(nonzeros[k]));
        }
        ink.text(Look.PLAIN, middle, top() - 26, Anchor.MIDDLE, "nonzero coefficients");
    }

    private void titles(Ink ink) {
        if (area.title().isEmpty()) {
            return;
        }
        double room = area.width() - 24;
        // The title has larger letters.
        ink.text(Look.TITLE, 12, area.top() + 22, Anchor.START, Lettering.cut(area.title(), room / 1.4));
        ink.text(Look.SOFT, 12, area.top() + 40, Anchor.START, Lettering.cut(area.subtitle(), room));
    }
}
