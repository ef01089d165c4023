package org.ridgeline.weka.plot;

import org.jspecify.annotations.Nullable;

/** What a picture is drawn with. Places are pixels from the left and from the top. */
public interface Ink {

    /** Which part of a text is at its place. */
    enum Anchor {
        /** Its beginning. */
        START,
        /** Its middle. */
        MIDDLE,
        /** Its end. */
        END
    }

    /**
     * Draws straight lines that do not touch one another.
     *
     * @param look how
     * @param ends for each line x and y of both ends
     */
    void lines(Look look, double... ends);

    /**
     * Draws a line through points.
     *
     * @param look how
     * @param pen with what, or null for the look's own colour
     * @param x where the points are
     * @param y where they are, as many
     * @param title what it is, for outputs that tell it where the mouse is; empty for nothing
     */
    void curve(Look look, @Nullable Pen pen, double[] x, double[] y, String title);

    /**
     * Draws a rectangle.
     *
     * @param look how
     * @param x its left
     * @param y its top
     * @param width its width
     * @param height its height
     */
    void box(Look look, double x, double y, double width, double height);

    /**
     * Draws a dot.
     *
     * @param look how
     * @param x its middle
     * @param y its middle
     * @param radius its radius
     * @param title what it is
     */
    void dot(Look look, double x, double y, double radius, String title);

    /**
     * Writes a text.
     *
     * @param look how
     * @param x where its anchor is
     * @param y its base line
     * @param anchor which part of it is there
     * @param text any
     */
    void text(Look look, double x, double y, Anchor anchor, String text);

    /**
     * Writes a text from the bottom to the top.
     *
     * @param look how
     * @param x its base line
     * @param y where its middle is
     * @param text any
     */
    void upright(Look look, double x, double y, String text);
}
