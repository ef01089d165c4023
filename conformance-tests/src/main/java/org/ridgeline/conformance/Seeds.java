package org.ridgeline.conformance;

import java.util.List;
import java.util.stream.LongStream;

/** The seeds of random cases. A failure prints its seed; the system property {@value #PROPERTY} runs that one alone. */
final class Seeds {

    static final String PROPERTY = "ridgeline.conformance.seed";

    private Seeds() {}

    /** This many seeds, or the one that is asked for. */
    static List<Long> some(int count) {
        String asked = System.getProperty(PROPERTY);
        if (asked == null) {
            return LongStream.rangeClosed(1, count).boxed().toList();
        }
        try {
            return List.of(Long.parseLong(asked.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(PROPERTY + " must be a whole number, but is '" + asked + "'", e);
        }
    }

    static String replay(long seed) {
        return "seed " + seed + " (replay with -D" + PROPERTY + "=" + seed + ")";
    }
}
