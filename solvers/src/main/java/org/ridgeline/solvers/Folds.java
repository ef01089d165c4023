package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which rows each fold of a {@link CrossValidation} validates on, for those who cross-validate what is no {@link Problem} on the same folds.
 * Folds are equal in size to within one row, and so are the parts of a class in them. Rows of weight zero are in none. Immutable.
 */
public final class Folds {

    private static final int NONE = -1;

    private final int count;
    private final int[] ofRow;

    /** Of rows of weight zero the fold is {@link #NONE}. */
    Folds(int count, int[] ofRow) {
        this.count = count;
        this.ofRow = ofRow;
    }

    /**
     * Deals rows out at random, as {@link CrossValidation#of(int, long)} does where the targets are numbers.
     *
     * @param count how many folds, ≥ 2
     * @param seed any number; the same seed gives the same folds
     * @param weights of the rows, ≥ 0
     * @return the folds
     * @throws IllegalArgumentException if there are fewer than 2 folds, or fewer rows of positive weight than folds
     */
    public static Folds random(int count, long seed, double... weights) {
        return deal(count, seed, weights.length, Strata.ofAll(weights));
    }

    /**
     * Deals the rows of each class out at random, as {@link CrossValidation#of(int, long)} does where the targets are classes that are
     * numbered in the order of their names.
     *
     * @param count how many folds, ≥ 2
     * @param seed any number; the same seed gives the same folds
     * @param classOfRow the name of the class of each row
     * @param weights of the rows, ≥ 0
     * @return the folds
     * @throws IllegalArgumentException if there are fewer than 2 folds, or fewer rows of positive weight than folds, if a fold has all rows
     *     of a class, or not every row has a class and a weight
     */
    public static Folds stratified(int count, long seed, List<String> classOfRow, double... weights) {
        if (classOfRow.size() != weights.length) {
            throw new IllegalArgumentException(
                    "wanted a class for each of " + weights.length + " rows, but found " + classOfRow.size());
        }
        Strata classes = Strata.ofClasses(classOfRow, weights);
        return deal(count, seed, weights.length, classes).checked(classes);
    }

    static Folds random(int count, long seed, Problem problem) {
        return deal(count, seed, problem.features().rows(), Strata.of(problem)).checked(Strata.ofClasses(problem));
    }

    /** The strata are dealt one after the other without a break, so that neither folds nor the parts of a stratum differ by more than a row. */
    private static Folds deal(int count, long seed, int size, Strata strata) {
        requireTwo(count);
        int[] ofRow = new int[size];
        Arrays.fill(ofRow, NONE);
        Random random = new Random(seed);
        int dealt = 0;
        for (List<Integer> stratum : strata.rows()) {
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
        return new Folds(count, ofRow);
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

    static int requireTwo(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("wanted at least 2 folds, but found " + count);
        }
        return count;
    }

    /**
     * How many folds there are.
     *
     * @return at least 2
     */
    public int count() {
        return count;
    }

    /**
     * The fold of each row.
     *
     * @return for each row the number of its fold, or −1 if its weight is zero; a copy
     */
    public int[] ofRow() {
        return ofRow.clone();
    }

    /**
     * The rows that a fold is measured on.
     *
     * @param fold which, from 0
     * @return their numbers, in ascending order
     */
    public int[] validation(int fold) {
        return IntStream.range(0, ofRow.length).filter(i -> ofRow[i] == fold).toArray();
    }

    /**
     * The rows that the model of a fold is fitted to.
     *
     * @param fold which, from 0
     * @return their numbers, in ascending order
     */
    public int[] training(int fold) {
        return IntStream.range(0, ofRow.length)
                .filter(i -> ofRow[i] != fold && ofRow[i] != NONE)
                .toArray();
    }
}
