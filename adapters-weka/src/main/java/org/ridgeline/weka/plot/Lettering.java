package org.ridgeline.weka.plot;

/** How wide texts are in a picture, roughly and rather too wide, as the fonts of who looks at it are not known. */
public final class Lettering {

    private static final double CHARACTER = 6.5;
    private static final double WIDE = 11.5;
    /** From here on scripts have wide letters. */
    private static final int FIRST_WIDE = 0x2E80;

    private Lettering() {}

    /**
     * The width of a text in letters of 11 pixels.
     *
     * @param text any
     * @return pixels
     */
    public static double width(String text) {
        return text.codePoints().mapToDouble(Lettering::width).sum();
    }

    private static double width(int character) {
        return character < FIRST_WIDE ? CHARACTER : WIDE;
    }

    /**
     * The text, or as much of its beginning as there is room for.
     *
     * @param text any
     * @param room pixels
     * @return perhaps with an ellipsis at its end
     */
    public static String cut(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        double left = room - CHARACTER;
        for (int c : text.codePoints().toArray()) {
            left -= width(c);
            if (left < 0) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.append('…').toString();
    }
}
