package org.ridgeline.solvers.kernels;

/** Loops that the compiler turns into good code by itself. */
final class PlainKernels implements Kernels {

    static final Kernels INSTANCE = new PlainKernels();

    private PlainKernels() {}

    @Override
    public double dot(double[] x, double[] y, int length) {
        // Four sums at once, as one would wait for each addition.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < length; i++) {
            a += x[i] * y[i];
        }
        return (a + b) + (c + d);
    }

    /** Four columns at a time, so that every entry of the vector is loaded once for four products. */
    @Override
    public void dots(double[][] columns, int[] selected, int count, double[] vector, int length, double[] target) {
        int k = 0;
        for (; k + 3 < count; k += 4) {
            double[] w = columns[selected[k]];
            double[] x = columns[selected[k + 1]];
            double[] y = columns[selected[k + 2]];
            double[] z = columns[selected[k + 3]];
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            double a2 = 0;
            double b2 = 0;
            double c2 = 0;
            double d2 = 0;
            int i = 0;
            for (; i + 1 < length; i += 2) {
                double v = vector[i];
                double v2 = vector[i + 1];
                a = Math.fma(w[i], v, a);
                b = Math.fma(x[i], v, b);
                c = Math.fma(y[i], v, c);
                d = Math.fma(z[i], v, d);
                a2 = Math.fma(w[i + 1], v2, a2);
                b2 = Math.fma(x[i + 1], v2, b2);
                c2 = Math.fma(y[i + 1], v2, c2);
                d2 = Math.fma(z[i + 1], v2, d2);
            }
            if (i < length) {
                a = Math.fma(w[i], vector[i], a);
                b = Math.fma(x[i], vector[i], b);
                c = Math.fma(y[i], vector[i], c);
                d = Math.fma(z[i], vector[i], d);
            }
            target[selected[k]] = a + a2;
            target[selected[k + 1]] = b + b2;
            target[selected[k + 2]] = c + c2;
            target[selected[k + 3]] = d + d2;
        }
        for (; k < count; k++) {
            target[selected[k]] = dot(columns[selected[k]], vector, length);
        }
    }

    /** A sum of scaled rows is a loop that the compiler vectorises, a sum of products is not. */
    @Override
    public void addProducts(double[][] panel, int height, double[][] target, int from, int to) {
        int i = 0;
        for (; i + 3 < height; i += 4) {
            for (int a = from; a < to; a++) {
                addRows(target[a], panel[i], panel[i + 1], panel[i + 2], panel[i + 3], a);
            }
        }
        for (; i < height; i++) {
            for (int a = from; a < to; a++) {
                addRow(target[a], panel[i], a);
            }
        }
    }

    /** Four rows at once, the most that the compiler still vectorises. */
    private static void addRows(double[] target, double[] w, double[] x, double[] y, double[] z, int a) {
        double wa = w[a];
        double xa = x[a];
        double ya = y[a];
        double za = z[a];
        for (int b = 0; b <= a; b++) {
            target[b] += (wa * w[b] + xa * x[b]) + (ya * y[b] + za * z[b]);
        }
    }

    private static void addRow(double[] target, double[] row, int a) {
        double scale = row[a];
        for (int b = 0; b <= a; b++) {
            target[b] += scale * row[b];
        }
    }

    @Override
    public String toString() {
        return "plain";
    }
}
