package org.ridgeline.solvers;

import java.util.Arrays;

/** The columns whose weights may be nonzero, each at its place in the order in which they came. */
final class WorkingSet {

    private final boolean[] member;
    private int[] columns = new int[16];
    private int size;

    WorkingSet(int columns) {
        member = new boolean[columns];
    }

    int size() {
        return size;
    }

    boolean contains(int column) {
        return member[column];
    }

    /** The column at a place. */
    int column(int place) {
        return columns[place];
    }

    /** The live list of columns; valid up to {@code size}. */
    int[] columns() {
        return columns;
    }

    void add(int column) {
        if (member[column]) {
            return;
        }
        if (size == columns.length) {
            columns = Arrays.copyOf(columns, 2 * size);
        }
        member[column] = true;
        columns[size++] = column;
    }

    /** Drops all but the columns at some places, which must be in increasing order. */
    void keep(int[] places, int count) {
        for (int a = 0; a < size; a++) {
            member[columns[a]] = false;
        }
        for (int a = 0; a < count; a++) {
            columns[a] = columns[places[a]];
            member[columns[a]] = true;
        }
        size = count;
    }
}
