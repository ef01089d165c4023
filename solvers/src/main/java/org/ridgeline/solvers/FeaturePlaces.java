package org.ridgeline.solvers;

import java.util.Arrays;

/**
 * The features of some columns, each at its place in the order in which they came. Several outputs share them, and so one Gram matrix of
 * features does for all columns.
 */
final class FeaturePlaces {

    private static final int NONE = -1;

    private final Design design;
    private final int[] placeOf;
    private int[] features = new int[16];
    private int count;

    FeaturePlaces(Design design) {
        this.design = design;
        this.placeOf = new int[design.features().columns()];
        Arrays.fill(placeOf, NONE);
    }

    /** How many features there are. */
    int count() {
        return count;
    }

    /** The live list of features; valid up to {@code count}. */
    int[] features() {
        return features;
    }

    /** The place of the feature of a column that was added. */
    int of(int column) {
        return placeOf[design.feature(column)];
    }

    /** Adds the features of a working set that are not here yet. */
    void add(WorkingSet working) {
        for (int a = 0; a < working.size(); a++) {
            int feature = design.feature(working.column(a));
            if (placeOf[feature] == NONE) {
                if (count == features.length) {
                    features = Arrays.copyOf(features, 2 * count);
                }
                placeOf[feature] = count;
                features[count++] = feature;
            }
        }
    }

    /**
     * Drops all features but those of a working set.
     *
     * @return the places of those that were here before, in increasing order
     */
    int[] keep(WorkingSet working) {
        boolean[] kept = new boolean[count];
        for (int a = 0; a < working.size(); a++) {
            int place = of(working.column(a));
            if (place != NONE) {
                kept[place] = true;
            }
        }
        int[] places = new int[count];
        int size = 0;
        for (int place = 0; place < count; place++) {
            int feature = features[place];
            placeOf[feature] = kept[place] ? size : NONE;
            if (kept[place]) {
                features[size] = feature;
                places[size++] = place;
            }
        }
        count = size;
        return Arrays.copyOf(places, size);
    }
}
