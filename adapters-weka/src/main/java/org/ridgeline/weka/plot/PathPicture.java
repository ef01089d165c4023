package org.ridgeline.weka.plot;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.weka.plot.Ink.Anchor;

/**
 * The coefficients along a path and below them, over the same λ, what a cross-validation has measured; and what is at which
 * place of that picture. Immutable.
 */
public final class PathPicture {

    /** What there is to see. */
    public enum Show {
        /** The coefficients above the curve of the cross-validation. */
        BOTH("both plots"),
        /** The coefficients alone. */
        COEFFICIENTS("coefficients"),
        /** The curve of the cross-validation alone. */
        CURVE("cross-validation");

        private final String text;

        Show(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Of the height, for the coefficients above a curve. */
    private static final double UPPER_SHARE = 0.6;
    /** From the mouse to a line that it points at. */
    private static final double REACH = 10;

    private static final double LINE = 16;
    private static final double GAP = 6;

    private final PathCurves curves;
    private final double width;
    private final double height;
    private final String title;
    private final @Nullable PathPlot upper;
    private final @Nullable CurvePlot lower;
    /** That of the plots whose places of λ are those of the picture. */
    private final LambdaFrame frame;

    /**
     * A picture of a path.
     *
     * @param curves the coefficients
     * @param validation what was measured, or null to show the coefficients alone
     * @param show what there is to see
     * @param isolated curves that alone have colours and names; empty for the largest
     * @param width in pixels
     * @param height in pixels
     * @param title what it is of, or empty
     * @param subtitle more of that; what is not seen is added
     */
    public PathPicture(
            PathCurves curves,
            @Nullable CrossValidationFit validation,
            Show show,
            Set<Integer> isolated,
            double width,
            double height,
            String title,
            String subtitle) {
        this.curves = curves;
        this.width = width;
        this.height = height;
        this.title = title;
        if (validation == null || show == Show.COEFFICIENTS) {
            this.upper = plot(isolated, new Area(0, width, height, title, subtitle, true, true));
            this.lower = null;
            this.frame = upper.frame();
        } else if (show == Show.CURVE) {
            this.upper = null;
            this.lower = new CurvePlot(validation, new Area(0, width, height, title, subtitle, true, true));
            this.frame = lower.frame();
        } else {
            double part = Math.round(height * UPPER_SHARE);
            this.upper = plot(isolated, new Area(0, width, part, title, subtitle, true, false));
            this.frame = upper.frame();
            Area rest = new Area(part, width, height - part, "", "", false, true);
            this.lower = new CurvePlot(validation, rest, frame.x(), frame.right());
        }
    }

    private PathPlot plot(Set<Integer> isolated, Area area) {
        PathPlot plot = new PathPlot(curves, isolated, area);
        return area.title().isEmpty()
                ? plot
                : new PathPlot(curves, isolated, area.withSubtitle(area.subtitle() + plot.note()));
    }

    /**
     * How wide it is.
     *
     * @return in pixels
     */
    public double width() {
        return width;
    }

    /**
     * How high it is.
     *
     * @return in pixels
     */
    public double height() {
        return height;
    }

    /**
     * Draws all of it.
     *
     * @param ink what to draw with
     */
    public void draw(Ink ink) {
        if (upper != null) {
            upper.draw(ink);
        }
        if (lower != null) {
            lower.draw(ink);
        }
    }

    /**
     * The picture as a file.
     *
     * @return a document
     */
    public String svg() {
        Svg svg = new Svg(width, height, title);
        draw(new SvgInk(svg));
        return svg.file(Look.styleSheet());
    }

    /**
     * Which pen a curve is drawn with.
     *
     * @param curve which
     * @return its pen, or null if it is grey or not drawn
     */
    public @Nullable Pen pen(int curve) {
        return upper == null ? null : upper.pen(curve);
    }

    /**
     * Where the frame starts.
     *
     * @return the distance from the left
     */
    public double left() {
        return frame.left();
    }

    /**
     * Where the frame ends.
     *
     * @return the distance from the left
     */
    public double right() {
        return frame.right();
    }

    /**
     * Where a λ is.
     *
     * @param k which, from 0 for the largest
     * @return the distance from the left
     */
    public double x(int k) {
        return frame.x().at(frame.lambdas()[k]);
    }

    /**
     * Where a coefficient is.
     *
     * @param curve which
     * @param k which λ
     * @return the distance from the top
     * @throws IllegalStateException if the picture has no coefficients
     */
    public double y(int curve, int k) {
        if (upper == null) {
            throw new IllegalStateException("this picture shows the cross-validation only");
        }
        return upper.frame().y().at(curves.value(curve, k));
    }

    /**
     * Which λ is nearest.
     *
     * @param x the distance from the left
     * @return its index
     */
    public int lambdaAt(double x) {
        int nearest = 0;
        for (int k = 1; k < curves.size(); k++) {
            if (Math.abs(x(k) - x) < Math.abs(x(nearest) - x)) {
                nearest = k;
            }
        }
        return nearest;
    }

    /**
     * Whether a place is inside of a frame.
     *
     * @param x the distance from the left
     * @param y the distance from the top
     * @return whether it has a λ
     */
    public boolean hasLambdaAt(double x, double y) {
        return (upper != null && upper.frame().contains(x, y))
                || (lower != null && lower.frame().contains(x, y));
    }

    /**
     * Which curve is pointed at.
     *
     * @param x the distance from the left
     * @param y the distance from the top
     * @return the nearest curve, or −1 if none is near
     */
    public int curveAt(double x, double y) {
        if (upper == null) {
            return -1;
        }
        int label = upper.labelAt(x, y);
        if (label >= 0 || !upper.frame().contains(x, y)) {
            return label;
        }
        int before = 0;
        while (before < curves.size() - 2 && x(before + 1) < x) {
            before++;
        }
        int after = Math.min(before + 1, curves.size() - 1);
        double span = x(after) - x(before);
        double share = span > 0 ? Math.max(0, Math.min(1, (x - x(before)) / span)) : 0;
        int nearest = -1;
        double distance = REACH;
        for (int i = 0; i < curves.count(); i++) {
            if (curves.value(i, before) == 0 && curves.value(i, after) == 0) {
                // Lies on the line of zero with all others.
                continue;
            }
            double from = y(i, before);
            double to = y(i, after);
            double slope = span > 0 ? (to - from) / span : 0;
            double away = Math.abs(from + share * (to - from) - y) / Math.hypot(1, slope);
            if (away < distance) {
                distance = away;
                nearest = i;
            }
        }
        return nearest;
    }

    /**
     * Marks a λ.
     *
     * @param ink what to draw with
     * @param k which
     */
    public void drawLambda(Ink ink, int k) {
        if (upper != null) {
            ink.lines(
                    Look.CURSOR, x(k), upper.frame().top(), x(k), upper.frame().bottom());
        }
        if (lower != null) {
            ink.lines(Look.CURSOR, x(k), lower.belowNames(), x(k), lower.frame().bottom());
        }
    }

    /**
     * Makes a curve stand out, with its name and its value at a λ.
     *
     * @param ink what to draw with
     * @param curve which
     * @param k which λ
     */
    public void drawPointed(Ink ink, int curve, int k) {
        if (upper == null) {
            return;
        }
        upper.pointed(ink, curve);
        ink.dot(Look.SPOT, x(k), y(curve, k), 4, "");
        String text = Lettering.cut(curves.text(curve, k), width - frame.left() - 4 * GAP);
        double box = Lettering.width(text) + 2 * GAP;
        // Beside the names of lines if there is room.
        double right = box + 4 < frame.right() - frame.left() ? frame.right() : width;
        double left = Math.max(frame.left() + 2, Math.min(x(k) + 2 * GAP, right - box - 2));
        boolean above = y(curve, k) - 2 * LINE > frame.top();
        double top = above ? y(curve, k) - 2 * LINE : y(curve, k) + LINE;
        ink.box(Look.GROUND, left, top, box, LINE + 4);
        ink.box(Look.FRAME, left, top, box, LINE + 4);
        ink.text(Look.LABEL, left + GAP, top + LINE - 2, Anchor.START, text);
    }
}
