package org.ridgeline.solvers.vector;

import static org.ridgeline.solvers.vector.Lanes.SPECIES;
import static org.ridgeline.solvers.vector.Lanes.load;

import jdk.incubator.vector.DoubleVector;

/** The products of a panel's columns. */
final class Panels {

    private static final int LANES = Lanes.COUNT;

    private Panels() {}

    /** In tiles of 4×2 vectors, which stay in registers for all rows of the panel. */
    static void addProducts(double[][] panel, int height, double[][] target, int from, int to) {
        int a = from;
        for (; a + 3 < to; a += 4) {
            int b = 0;
            for (; b <= Math.min(a + 3, to - 2 * LANES); b += 2 * LANES) {
                addTile(panel, height, target, a, b);
            }
            if (b <= Math.min(a + 3, to - LANES)) {
                addHalfTile(panel, height, target, a, b);
                b += LANES;
            }
            for (int row = a; row < a + 4; row++) {
                addEntries(panel, height, target[row], row, b);
            }
        }
        for (; a < to; a++) {
            int b = 0;
            for (; b <= Math.min(a, to - 4 * LANES); b += 4 * LANES) {
                addStrip(panel, height, target[a], a, b);
            }
            addEntries(panel, height, target[a], a, b);
        }
    }

    private static void addTile(double[][] panel, int height, double[][] target, int a, int b) {
        double[] t0 = target[a];
        double[] t1 = target[a + 1];
        double[] t2 = target[a + 2];
        double[] t3 = target[a + 3];
        DoubleVector s0 = load(t0, b);
        DoubleVector s1 = load(t1, b);
        DoubleVector s2 = load(t2, b);
        DoubleVector s3 = load(t3, b);
        DoubleVector r0 = load(t0, b + LANES);
        DoubleVector r1 = load(t1, b + LANES);
        DoubleVector r2 = load(t2, b + LANES);
        DoubleVector r3 = load(t3, b + LANES);
        for (int i = 0; i < height; i++) {
            double[] row = panel[i];
            DoubleVector x = load(row, b);
            DoubleVector y = load(row, b + LANES);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, row[a]);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, row[a + 1]);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, row[a + 2]);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, row[a + 3]);
            s0 = x.fma(f0, s0);
            s1 = x.fma(f1, s1);
            s2 = x.fma(f2, s2);
            s3 = x.fma(f3, s3);
            r0 = y.fma(f0, r0);
            r1 = y.fma(f1, r1);
            r2 = y.fma(f2, r2);
            r3 = y.fma(f3, r3);
        }
        s0.intoArray(t0, b);
        s1.intoArray(t1, b);
        s2.intoArray(t2, b);
        s3.intoArray(t3, b);
        r0.intoArray(t0, b + LANES);
        r1.intoArray(t1, b + LANES);
        r2.intoArray(t2, b + LANES);
        r3.intoArray(t3, b + LANES);
    }

    private static void addHalfTile(double[][] panel, int height, double[][] target, int a, int b) {
        DoubleVector s0 = load(target[a], b);
        DoubleVector s1 = load(target[a + 1], b);
        DoubleVector s2 = load(target[a + 2], b);
        DoubleVector s3 = load(target[a + 3], b);
        for (int i = 0; i < height; i++) {
            double[] row = panel[i];
            DoubleVector x = load(row, b);
            s0 = x.fma(DoubleVector.broadcast(SPECIES, row[a]), s0);
            s1 = x.fma(DoubleVector.broadcast(SPECIES, row[a + 1]), s1);
            s2 = x.fma(DoubleVector.broadcast(SPECIES, row[a + 2]), s2);
            s3 = x.fma(DoubleVector.broadcast(SPECIES, row[a + 3]), s3);
        }
        s0.intoArray(target[a], b);
        s1.intoArray(target[a + 1], b);
        s2.intoArray(target[a + 2], b);
        s3.intoArray(target[a + 3], b);
    }

    private static void addStrip(double[][] panel, int height, double[] target, int a, int b) {
        DoubleVector s0 = load(target, b);
        DoubleVector s1 = load(target, b + LANES);
        DoubleVector s2 = load(target, b + 2 * LANES);
        DoubleVector s3 = load(target, b + 3 * LANES);
        for (int i = 0; i < height; i++) {
            double[] row = panel[i];
            DoubleVector f = DoubleVector.broadcast(SPECIES, row[a]);
            s0 = load(row, b).fma(f, s0);
            s1 = load(row, b + LANES).fma(f, s1);
            s2 = load(row, b + 2 * LANES).fma(f, s2);
            s3 = load(row, b + 3 * LANES).fma(f, s3);
        }
        s0.intoArray(target, b);
        s1.intoArray(target, b + LANES);
        s2.intoArray(target, b + 2 * LANES);
        s3.intoArray(target, b + 3 * LANES);
    }

    /** The entries from b to the diagonal, one by one. */
    private static void addEntries(double[][] panel, int height, double[] target, int a, int b) {
        for (int i = 0; i < height; i++) {
            double[] row = panel[i];
            double scale = row[a];
            for (int k = b; k <= a; k++) {
                target[k] += scale * row[k];
            }
        }
    }
}
