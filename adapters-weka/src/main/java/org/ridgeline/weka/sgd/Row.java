package org.ridgeline.weka.sgd;

/** The stored columns of one instance. Made once for as many columns as a row can have, and filled again for each instance. */
final class Row {

    final int[] column;
    final double[] value;
    int count;

    Row(int capacity) {
        column = new int[capacity];
        value = new double[capacity];
    }

    void add(int which, double what) {
        column[count] = which;
        value[count++] = what;
    }
}
