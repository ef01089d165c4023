package org.ridgeline.weka.plot;

/**
 * The part of a picture that a plot takes up with all that is around its frame.
 *
 * @param top where it starts
 * @param width how wide it is; it starts at the left of the picture
 * @param height how high it is
 * @param title what is written above the plot, or empty
 * @param subtitle what is written below that
 * @param counts whether the numbers of nonzero coefficients are above the frame
 * @param named whether it is said below the frame that the axis is that of λ
 */
record Area(double top, double width, double height, String title, String subtitle, boolean counts, boolean named) {

    static final double WIDTH = 900;
    static final double HEIGHT = 560;

    private static final double TITLES = 48;
    private static final double COUNTS = 40;
    private static final double NO_COUNTS = 10;
    private static final double TICKS = 28;
    private static final double NAME = 20;

    /** Of a whole picture of the usual size. */
    static Area titled(String title, String subtitle) {
        return new Area(0, WIDTH, HEIGHT, title, subtitle, true, true);
    }

    Area withSubtitle(String other) {
        return new Area(top, width, height, title, other, counts, named);
    }

    /** Where the frame of the plot starts. */
    double frameTop() {
        return top + (title.isEmpty() ? 0 : TITLES) + (counts ? COUNTS : NO_COUNTS);
    }

    /** Where the frame of the plot ends. */
    double frameBottom() {
        return top + height - TICKS - (named ? NAME : 0);
    }

    double frameHeight() {
        return frameBottom() - frameTop();
    }
}
