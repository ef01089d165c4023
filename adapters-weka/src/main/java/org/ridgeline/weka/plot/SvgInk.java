package org.ridgeline.weka.plot;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws into an SVG picture. */
public final class SvgInk implements Ink {

    private final Svg svg;

    /**
     * Draws into a picture, over what it has.
     *
     * @param svg the picture
     */
    public SvgInk(Svg svg) {
        this.svg = svg;
    }

    @Override
    public void lines(Look look, double... ends) {
        if (ends.length == 4) {
            svg.add("line", "class", look.className(), "x1", ends[0], "x2", ends[2], "y1", ends[1], "y2", ends[3]);
            return;
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < ends.length; i += 4) {
            path.append(i == 0 ? "M" : " M").append(point(ends[i], ends[i + 1]));
            path.append(" L").append(point(ends[i + 2], ends[i + 3]));
        }
        svg.add("path", "class", look.className(), "d", path);
    }

    @Override
    public void curve(Look look, @Nullable Pen pen, double[] x, double[] y, String title) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            points.append(i == 0 ? "" : " ").append(point(x[i], y[i]));
        }
        Object[] attributes = pen == null
                ? new Object[] {"class", look.className(), "points", points}
                : new Object[] {
                    "class",
                    look.className(),
                    "points",
                    points,
                    "stroke",
                    Pen.hex(pen.rgb()),
                    "stroke-dasharray",
                    dashes(pen)
                };
        if (title.isEmpty()) {
            svg.add("polyline", attributes);
        } else {
            svg.addTitled(title, "polyline", attributes);
        }
    }

    private static String dashes(Pen pen) {
        return pen.dash().isEmpty()
                ? "none"
                : pen.dash().stream().map(Svg::number).collect(Collectors.joining(" "));
    }

    private static String point(double x, double y) {
        return Svg.number(x) + "," + Svg.number(y);
    }

    @Override
    public void box(Look look, double x, double y, double width, double height) {
        svg.add("rect", "class", look.className(), "x", x, "y", y, "width", width, "height", height);
    }

    @Override
    public void dot(Look look, double x, double y, double radius, String title) {
        svg.addTitled(title, "circle", "class", look.className(), "cx", x, "cy", y, "r", radius);
    }

    @Override
    public void text(Look look, double x, double y, Anchor anchor, String text) {
        String place = switch (anchor) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
        svg.text(x, y, text, "class", look.className(), "text-anchor", place);
    }

    @Override
    public void upright(Look look, double x, double y, String text) {
        svg.text(
                x,
                y,
                text,
                "class",
                look.className(),
                "text-anchor",
                "middle",
                "transform",
                "rotate(-90 " + Svg.number(x) + " " + Svg.number(y) + ")");
    }
}
