package org.ridgeline.weka.plot;

import java.util.Locale;

/** Puts an SVG picture together. Attributes are pairs of a name and a value; all texts are escaped here. */
public final class Svg {

    private final double width;
    private final double height;
    private final String label;
    private final StringBuilder body = new StringBuilder();

    /**
     * An empty picture.
     *
     * @param width in pixels
     * @param height in pixels
     * @param label what it is, for those who do not see it
     */
    public Svg(double width, double height, String label) {
        this.width = width;
        this.height = height;
        this.label = label;
    }

    /**
     * One more element without content.
     *
     * @param element its name
     * @param attributes names and values in turn
     * @return this
     */
    public Svg add(String element, Object... attributes) {
        open(element, attributes).append("/>\n");
        return this;
    }

    /**
     * One more element that shows a text where the mouse is over it.
     *
     * @param title the text
     * @param element its name
     * @param attributes names and values in turn
     * @return this
     */
    public Svg addTitled(String title, String element, Object... attributes) {
        open(element, attributes).append("><title>").append(escape(title)).append("</title></");
        body.append(element).append(">\n");
        return this;
    }

    /**
     * A text.
     *
     * @param x where it starts if no attribute says otherwise
     * @param y its base line
     * @param text any
     * @param attributes names and values in turn
     * @return this
     */
    public Svg text(double x, double y, String text, Object... attributes) {
        open("text", "x", x, "y", y);
        attributes(attributes);
        body.append('>').append(escape(text)).append("</text>\n");
        return this;
    }

    private StringBuilder open(String element, Object... attributes) {
        body.append('<').append(element);
        attributes(attributes);
        return body;
    }

    private void attributes(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            body.append(' ').append(attributes[i]).append("=\"");
            body.append(value instanceof Number number ? number(number.doubleValue()) : escape(value.toString()));
            body.append('"');
        }
    }

    /**
     * The picture inside an HTML page, which has the style.
     *
     * @return an element
     */
    public String inline() {
        return "<svg viewBox=\"0 0 " + number(width) + " " + number(height) + "\" role=\"img\" aria-label=\""
                + escape(label) + "\">\n" + body + "</svg>\n";
    }

    /**
     * The picture as a file of its own, on white.
     *
     * @param style a style sheet
     * @return a document
     */
    public String file(String style) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width) + "\" height=\"" + number(height)
                + "\" viewBox=\"0 0 " + number(width) + " " + number(height) + "\" role=\"img\" aria-label=\""
                + escape(label) + "\">\n<style>\n" + style
                + "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + body + "</svg>\n";
    }

    /** A number with at most two digits after the point, which is a hundredth of a pixel. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        String shortened = text.replaceAll("\\.?0+$", "");
        return shortened.equals("-0") ? "0" : shortened;
    }

    /**
     * A text as HTML and XML have it; what XML cannot have becomes a question mark.
     *
     * @param text any
     * @return it, escaped
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        boolean plane = (c >= ' ' && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE);
        return plane || c >= 0x10000 || c == '\t' || c == '\n';
    }
}
