package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which rows each fold validates on.
 *
 * @param count how many folds, ≥ 2
 * @param ofRow the fold of each row, from 0, or {@link #NONE} for a row of weight zero
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Folds(int count, int[] ofRow) {

    static final int NONE = -1;

    /**
     * Deals the rows out at random. The strata are dealt one after the other without a break, so that neither folds nor the
     * parts of a stratum in them differ by more than one row in size.
     *
     * @throws IllegalArgumentException if there are fewer rows than folds, or a fold takes all rows of a class
     */
    static Folds random(int count, long seed, Problem problem) {
        int[] ofRow = new int[problem.features().rows()];
        Arrays.fill(ofRow, NONE);
        Random random = new Random(seed);
        int dealt = 0;
        for (List<Integer> stratum : Strata.of(problem).rows()) {
            List<Integer> rows = new ArrayList<>(stratum);
            Collections.shuffle(rows, random);
            for (int row : rows) {
                ofRow[row] = dealt++ % count;
            }
        }
        if (dealt < count) {
            throw new IllegalArgumentException("wanted at least as many rows as folds, but there are " + dealt
                    + " rows of positive weight for " + count + " folds");
        }
        return new Folds(count, ofRow).checked(Strata.ofClasses(problem));
    }

    /**
     * Given folds, but for rows of weight zero.
     *
     * @throws IllegalArgumentException if there is not one for each row that counts, a fold is empty, or one takes all rows of a class
     */
    static Folds given(int count, int[] foldOfRow, Problem problem) {
        double[] s = problem.exampleWeights();
        if (foldOfRow.length != s.length) {
            throw new IllegalArgumentException(
                    "wanted a fold for each of " + s.length + " rows, but found " + foldOfRow.length);
        }
        int[] ofRow = new int[s.length];
        for (int i = 0; i < s.length; i++) {
            if (s[i] > 0 && foldOfRow[i] < 0) {
                throw new IllegalArgumentException(
                        "wanted a fold from 0 to " + (count - 1) + " for row " + i + ", but found " + foldOfRow[i]);
            }
            ofRow[i] = s[i] > 0 ? foldOfRow[i] : NONE;
        }
        return new Folds(count, ofRow).checked(Strata.ofClasses(problem));
    }

    private Folds checked(Strata classes) {
        for (int fold = 0; fold < count; fold++) {
            if (validation(fold).length == 0) {
                throw new IllegalArgumentException("fold " + fold + " of " + count + " has no row of positive weight");
            }
        }
        for (int k = 0; k < classes.rows().size(); k++) {
            int[] places = classes.rows().get(k).stream()
                    .mapToInt(i -> ofRow[i])
                    .distinct()
                    .toArray();
            if (places.length == 1) {
                throw new IllegalArgumentException("fold " + places[0] + " of " + count + " has all "
                        + classes.rows().get(k).size() + " examples" + classes.suffix(k)
                        + ", so that none is left to train on");
            }
        }
        return this;
    }

    /** The rows that a fold is measured on. */
    int[] validation(int fold) {
        return IntStream.range(0, ofRow.length).filter(i -> ofRow[i] == fold).toArray();
    }

    /** The rows that the model of a fold is fitted to. */
    int[] training(int fold) {
        return IntStream.range(0, ofRow.length)
                .filter(i -> ofRow[i] != fold && ofRow[i] != NONE)
                .toArray();
    }
}
