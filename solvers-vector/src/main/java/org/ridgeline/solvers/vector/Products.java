package org.ridgeline.solvers.vector;

import static org.ridgeline.solvers.vector.Lanes.SPECIES;
import static org.ridgeline.solvers.vector.Lanes.load;
import static org.ridgeline.solvers.vector.Lanes.sum;

import jdk.incubator.vector.DoubleVector;

/** Inner products. Tails are plain loops, as JDK 17 does not yet use the masks that processors have. */
final class Products {

    private static final int LANES = Lanes.COUNT;

    private Products() {}

    /** Four sums at once, as one would wait for each addition. */
    static double dot(double[] x, double[] y, int length) {
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
    static void dots(double[][] columns, int[] selected, int count, double[] vector, int length, double[] target) {
        int k = 0;
        for (; k + 3 < count; k += 4) {
            dotsOfFour(columns, selected, k, vector, length, target);
        }
        for (; k < count; k++) {
            target[selected[k]] = dot(columns[selected[k]], vector, length);
        }
    }

    /** One sum for each column, as JDK 25 unrolls a loop that has two, and makes it slower. */
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
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            DoubleVector v = load(vector, i);
            a = load(w, i).fma(v, a);
            b = load(x, i).fma(v, b);
            c = load(y, i).fma(v, c);
            d = load(z, i).fma(v, d);
        }
        double aSum = sum(a);
        double bSum = sum(b);
        double cSum = sum(c);
        double dSum = sum(d);
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
}
