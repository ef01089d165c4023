package org.ridgeline.solvers.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ridgeline.solvers.kernels.Kernels;

/**
 * Kernels that say outright what the processor's vector units shall do. They use only what JDK 17 and 25 have in common, so one
 * class file serves both. Tails are plain loops, as masks are slow on JDK 17.
 */
public final class VectorKernels implements Kernels {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /**
     * Checks that there are vectors to calculate with.
     *
     * @throws UnsupportedOperationException if this JVM has none on this processor
     */
    public VectorKernels() {
        if (LANES < 2) {
            throw new UnsupportedOperationException("wanted vectors of at least 2 doubles, but this JVM has none here");
        }
    }

    /** Four sums at once, as one would wait for each addition. */
    @Override
    public double dot(double[] x, double[] y, int length) {
        DoubleVector a = DoubleVector.zero(SPECIES);
        DoubleVector b = DoubleVector.zero(SPECIES);
        DoubleVector c = DoubleVector.zero(SPECIES);
        DoubleVector d = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - 4 * LANES; i += 4 * LANES) {
            a = load(x, i).fma(load(y, i), a);
            b = load(x, i + LANES).fma(load(y, i + LANES), b);
            c = load(x, i + 2 * LANES).fma(load(y, i + 2 * LANES), c);
            d = load(x, i + 3 * LANES).fma(load(y, i + 3 * LANES), d);
        }
        for (; i <= length - LANES; i += LANES) {
            a = load(x, i).fma(load(y, i), a);
        }
        double sum = sum(a.add(b).add(c.add(d)));
        for (; i < length; i++) {
            sum = Math.fma(x[i], y[i], sum);
        }
        return sum;
    }

    /** Four columns at a time, so that every part of the vector is loaded once for four products. */
    @Override
    public void dots(double[][] columns, int[] selected, int count, double[] vector, int length, double[] target) {
        int k = 0;
        for (; k + 3 < count; k += 4) {
            dotsOfFour(columns, selected, k, vector, length, target);
        }
        for (; k < count; k++) {
            target[selected[k]] = dot(columns[selected[k]], vector, length);
        }
    }

    private static void dotsOfFour(
            double[][] columns, int[] selected, int k, double[] vector, int length, double[] target) {
        double[] w = columns[selected[k]];
        double[] x = columns[selected[k + 1]];
        double[] y = columns[selected[k + 2]];
        double[] z = columns[selected[k + 3]];
        DoubleVector a = DoubleVector.zero(SPECIES);
        DoubleVector b = DoubleVector.zero(SPECIES);
        DoubleVector c = DoubleVector.zero(SPECIES);
        DoubleVector d = DoubleVector.zero(SPECIES);
        DoubleVector a2 = DoubleVector.zero(SPECIES);
        DoubleVector b2 = DoubleVector.zero(SPECIES);
        DoubleVector c2 = DoubleVector.zero(SPECIES);
        DoubleVector d2 = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - 2 * LANES; i += 2 * LANES) {
            DoubleVector v = load(vector, i);
            DoubleVector v2 = load(vector, i + LANES);
            a = load(w, i).fma(v, a);
            b = load(x, i).fma(v, b);
            c = load(y, i).fma(v, c);
            d = load(z, i).fma(v, d);
            a2 = load(w, i + LANES).fma(v2, a2);
            b2 = load(x, i + LANES).fma(v2, b2);
            c2 = load(y, i + LANES).fma(v2, c2);
            d2 = load(z, i + LANES).fma(v2, d2);
        }
        double aSum = sum(a.add(a2));
        double bSum = sum(b.add(b2));
        double cSum = sum(c.add(c2));
        double dSum = sum(d.add(d2));
        for (; i < length; i++) {
            aSum = Math.fma(w[i], vector[i], aSum);
            bSum = Math.fma(x[i], vector[i], bSum);
            cSum = Math.fma(y[i], vector[i], cSum);
            dSum = Math.fma(z[i], vector[i], dSum);
        }
        target[selected[k]] = aSum;
        target[selected[k + 1]] = bSum;
        target[selected[k + 2]] = cSum;
        target[selected[k + 3]] = dSum;
    }

    /** In tiles of 4×2 vectors, which stay in registers for all rows of the panel. */
    @Override
    public void addProducts(double[][] panel, int height, double[][] target, int from, int to) {
        int a = from;
        for (; a + 3 < to; a += 4) {
            int b = 0;
            for (; b <= Math.min(a + 3, to - 2 * LANES); b += 2 * LANES) {
                addTile(panel, height, target, a, b);
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

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(SPECIES, values, at);
    }

    private static double sum(DoubleVector vector) {
        return vector.reduceLanes(VectorOperators.ADD);
    }

    @Override
    public String toString() {
        return "vectors of " + LANES + " doubles";
    }
}
