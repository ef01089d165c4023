package org.ridgeline.weka.plot;

import java.util.List;
import java.util.Locale;

/**
 * What a line is drawn with, so that it can be told from others.
 *
 * @param rgb red, green and blue, a byte each
 * @param dash the lengths of dashes and gaps; empty for a line without gaps
 */
public record Pen(int rgb, List<Double> dash) {

    /** The colours of Okabe and Ito that are dark enough on white: told apart by all kinds of eyes. */
    private static final List<Integer> COLORS =
            List.of(0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x1c2330, 0xe69f00, 0x56b4e9);
    /** For those who tell no colours apart, and as there are more lines than colours. */
    private static final List<List<Double>> DASHES =
            List.of(List.of(), List.of(7.0, 3.0), List.of(2.0, 2.5), List.of(9.0, 3.0, 2.0, 3.0));

    /**
     * One of the pens; 28 are different.
     *
     * @param rank which, from 0
     * @return colours in turn, and then with other dashes
     */
    public static Pen of(int rank) {
        return new Pen(COLORS.get(rank % COLORS.size()), DASHES.get(rank / COLORS.size() % DASHES.size()));
    }

    /** The same without gaps. */
    Pen solid() {
        return new Pen(rgb, List.of());
    }

    static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
