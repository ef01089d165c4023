package org.ridgeline.weka.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** How the parts of a picture look: the one source of the colours of every output. */
public enum Look {
    /** Text. */
    PLAIN(Part.TEXT, 0x1c2330, 11),
    /** What a picture is of. */
    TITLE(Part.TEXT, 0x1c2330, 15),
    /** Text that explains. */
    SOFT(Part.TEXT, 0x5c6675, 11),
    /** The name of something in the picture. */
    LABEL(Part.TEXT, 0x1c2330, 11),
    /** The lines of round numbers. */
    GRID(Part.LINE, 0xe8ebf0, 1),
    /** The line of zero. */
    ORIGIN(Part.LINE, 0x9aa3b0, 1, 2, 3),
    /** The ticks of an axis. */
    AXIS(Part.LINE, 0x9aa3b0, 1),
    /** What goes around a plot. */
    FRAME(Part.LINE, 0xc4cad4, 1),
    /** One of the lines that are told apart; its pen has the colour. */
    CURVE(Part.PENNED, 0x1c2330, 1.6),
    /** One of many lines. */
    FAINT(Part.LINE, 0xb4bcc8, 0.8),
    /** One of so many lines that more ink would make them an area. */
    FAINTEST(Part.LINE, 0xd3d8e0, 0.5),
    /** From a line to its name; its pen has the colour. */
    LEADER(Part.PENNED, 0x1c2330, 0.8),
    /** A λ to choose. */
    CHOICE(Part.LINE, 0x0072b2, 1, 5, 3),
    /** A standard error. */
    BAR(Part.LINE, 0x9aa3b0, 1),
    /** A mean over folds. */
    MEAN(Part.LINE, 0xd55e00, 1),
    /** The λ that is looked at. */
    CURSOR(Part.LINE, 0x1c2330, 1.2),
    /** A line that is pointed at; its pen has the colour. */
    POINTED(Part.PENNED, 0x1c2330, 3.2),
    /** What must not be taken for certain. */
    DOUBT(Part.LINE, 0xb3261e, 1.4),
    /** What text is on where a line may be behind it. */
    GROUND(Part.AREA, 0xffffff, 0),
    /** A place on a line that is pointed at. */
    SPOT(Part.AREA, 0x1c2330, 0),
    /** A measured point. */
    POINT(Part.AREA, 0xd55e00, 0);

    private static final String FONT =
            "svg text { font: 11px \"Helvetica Neue\", Arial, \"DejaVu Sans\", sans-serif; fill: #1c2330; }\n";
    private static final String HOVER = "svg .curve:hover, svg .faint:hover { stroke-width: 4; }\n";

    private enum Part {
        TEXT,
        LINE,
        /** A line that has its colour and its dashes from a pen. */
        PENNED,
        AREA
    }

    private final Part part;
    private final int rgb;
    private final double size;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList()
    private final List<Double> dash;

    Look(Part part, int rgb, double size, double... dash) {
        this.part = part;
        this.rgb = rgb;
        this.size = size;
        this.dash = DoubleStream.of(dash).boxed().toList();
    }

    /**
     * The class of a part in SVG.
     *
     * @return such as {@code grid}
     */
    public String className() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The colour.
     *
     * @return red, green and blue, a byte each
     */
    public int rgb() {
        return rgb;
    }

    /**
     * The size of letters or the width of a line.
     *
     * @return pixels
     */
    public double size() {
        return size;
    }

    /**
     * The lengths of dashes and gaps.
     *
     * @return pixels; empty for a line without gaps
     */
    public List<Double> dash() {
        return dash;
    }

    /**
     * All looks as a style sheet.
     *
     * @return rules for a picture in SVG
     */
    public static String styleSheet() {
        StringBuilder sheet = new StringBuilder(FONT);
        for (Look look : values()) {
            if (look != PLAIN) {
                sheet.append("svg .")
                        .append(look.className())
                        .append(" { ")
                        .append(look.rules())
                        .append(" }\n");
            }
        }
        return sheet.append(HOVER).toString();
    }

    private String rules() {
        String color = Pen.hex(rgb);
        return switch (part) {
            case TEXT ->
                "font-size: " + Svg.number(size) + "px; fill: " + color + ";"
                        + (this == TITLE ? " font-weight: 600;" : "");
            case LINE -> "fill: none; stroke: " + color + ";" + width() + dashRule();
            case PENNED -> "fill: none;" + width();
            case AREA -> "fill: " + color + ";";
        };
    }

    private String width() {
        return " stroke-width: " + Svg.number(size) + ";";
    }

    private String dashRule() {
        return dash.isEmpty()
                ? ""
                : dash.stream().map(Svg::number).collect(Collectors.joining(" ", " stroke-dasharray: ", ";"));
    }
}
