package org.ridgeline.weka.sgd;

/** The columns of one instance. Made once for as many columns as a row can have, and filled again for each instance. */
final class Row {

    /** Of a row that is not full. */
    final int[] column;

    final double[] value;
    int count;
    /** Whether all columns are there, in their order; else some that are 0 may not be. */
    boolean full;

    /** Whether a value of a full row is NaN. */
    boolean missing;

    Row(int capacity) {
        column = new int[capacity];
        value = new double[capacity];
    }

    int column(int i) {
        return full ? i : column[i];
    }

    void add(int which, double what) {
        column[count] = which;
        value[count++] = what;
    }
}
