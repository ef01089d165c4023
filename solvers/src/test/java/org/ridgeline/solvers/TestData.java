package org.ridgeline.solvers;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;

/** Random data of known seeds, and the arithmetic that tests compare with, each in its most obvious form. */
final class TestData {

    private TestData() {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    /** n rows of p numbers in (−1, 1) plus a shift for each column. */
    static double[][] rows(SplittableRandom random, int n, int p) {
        double[] shift = random.doubles(p, -2, 2).toArray();
        double[][] rows = new double[n][p];
        for (double[] row : rows) {
            Arrays.setAll(row, j -> shift[j] + (j + 1) * random.nextDouble(-1, 1));
        }
        return rows;
    }

    /** Targets that depend on every second feature, with noise. */
    static double[] numbers(SplittableRandom random, double[][] rows) {
        double[] y = new double[rows.length];
        Arrays.setAll(y, i -> 3 + truth(rows[i]) + random.nextDouble(-1, 1));
        return y;
    }

    /** Labels 0 and 1 that depend on every second feature, with noise. */
    static double[] labels(SplittableRandom random, double[][] rows) {
        return labels(random, rows, truth(rows[0]));
    }

    private static double[] labels(SplittableRandom random, double[][] rows, double threshold) {
        double[] y = new double[rows.length];
        Arrays.setAll(y, i -> truth(rows[i]) + random.nextDouble(-2, 2) > threshold ? 1 : 0);
        y[0] = 0;
        y[1] = 1;
        return y;
    }

    /** A threshold that leaves both classes many examples. */
    private static double medianTruth(double[][] rows) {
        double[] truths =
                Arrays.stream(rows).mapToDouble(TestData::truth).sorted().toArray();
        return truths[truths.length / 2];
    }

    private static double truth(double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j += 2) {
            sum += row[j] * (j % 4 == 0 ? 1 : -0.5);
        }
        return sum;
    }

    /** One of each loss of a single score. */
    static Stream<ScalarLoss> scalarLosses() {
        return Stream.of(Loss.SQUARED, Loss.LOGISTIC, Loss.POISSON, Loss.huber(1.4));
    }

    /** One of each loss. */
    static Stream<Loss> losses() {
        return Stream.concat(
                scalarLosses(),
                Stream.of(Loss.multinomial(3), Loss.multitask(Loss.SQUARED, 2), Loss.multitask(Loss.LOGISTIC, 3)));
    }

    /** A problem of n rows and p features, with everything else by default. */
    static Problem problem(Loss loss, long seed, int n, int p) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = rows(random, n, p);
        return Problem.of(DenseFeatures.ofRows(rows), targets(loss, random, rows), loss);
    }

    /** Targets of a loss that depend on every second feature, with noise; of another output on others. */
    static double[] targets(Loss loss, SplittableRandom random, double[][] rows) {
        if (loss instanceof Multitask several) {
            return IntStream.range(0, several.outputs())
                    .mapToObj(k -> turned(rows, k))
                    .map(turned -> several.classes() == 2
                            ? labels(random, turned, medianTruth(turned))
                            : targets(several.base(), random, turned))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
        if (loss.classes() == 2) {
            return labels(random, rows);
        }
        double[] y = numbers(random, rows);
        if (loss.classes() > 2) {
            // Every class among the first rows, the others by the size of the number.
            Arrays.setAll(y, i -> i < loss.classes() ? i : Math.floorMod((long) Math.floor(y[i] / 4), loss.classes()));
        } else if (loss.equals(Loss.POISSON)) {
            Arrays.setAll(y, i -> Math.floor(Math.abs(y[i])));
        }
        return y;
    }

    /** Rows that begin with another feature. */
    private static double[][] turned(double[][] rows, int first) {
        double[][] turned = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            turned[i] = new double[row.length];
            Arrays.setAll(turned[i], j -> row[(j + first) % row.length]);
        }
        return turned;
    }

    /** Targets of one output for all outputs of a loss. */
    static double[] forEachOutput(Loss loss, double[] y) {
        double[] all = new double[loss.targets() * y.length];
        Arrays.setAll(all, i -> y[i % y.length]);
        return all;
    }

    /** The fit by proximal gradient steps, whatever the penalty. */
    static Fit proximalGradient(Solver solver, Problem problem, Regularizer regularizer) {
        return new ProximalGradient(problem, regularizer, solver).run(null);
    }

    /** Groups of three features that follow one another; the last may be smaller. */
    static Groups threes(int p) {
        int[] labels = new int[p];
        Arrays.setAll(labels, j -> j / 3);
        return Groups.labelled(labels);
    }

    /** The features less their means and divided by their deviations, straight from the definition. */
    static double[][] standardized(double[][] rows, double[] s, boolean center, Standardization standardization) {
        double total = Arrays.stream(s).sum();
        int p = rows[0].length;
        double[][] result = new double[rows.length][p];
        for (int j = 0; j < p; j++) {
            double mean = 0;
            for (int i = 0; i < rows.length; i++) {
                mean += s[i] * rows[i][j] / total;
            }
            double variance = 0;
            for (int i = 0; i < rows.length; i++) {
                variance += s[i] * Math.pow(rows[i][j] - mean, 2);
            }
            variance /= standardization == Standardization.SAMPLE ? total - 1 : total;
            double deviation = standardization == Standardization.NONE ? 1 : Math.sqrt(variance);
            for (int i = 0; i < rows.length; i++) {
                result[i][j] = (rows[i][j] - (center ? mean : 0)) / deviation;
            }
        }
        return result;
    }

    /** The minimum of Σ sᵢ(yᵢ − b − xᵢ·w)² + Σ ridgeⱼwⱼ² over (w, b), b last, by the normal equations. */
    static double[] ridge(double[][] rows, double[] y, double[] s, double[] ridge, boolean intercept) {
        int p = rows[0].length;
        int size = intercept ? p + 1 : p;
        double[][] a = new double[size][size + 1];
        for (int i = 0; i < rows.length; i++) {
            double[] x = Arrays.copyOf(rows[i], size);
            if (intercept) {
                x[p] = 1;
            }
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    a[j][k] += s[i] * x[j] * x[k];
                }
                a[j][size] += s[i] * x[j] * y[i];
            }
        }
        for (int j = 0; j < p; j++) {
            a[j][j] += ridge[j];
        }
        return Arrays.copyOf(solve(a), p + 1);
    }

    /** Gaussian elimination with pivots, on a matrix whose last column is the right-hand side. */
    private static double[] solve(double[][] a) {
        int n = a.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / row[k];
                for (int j = k; j <= n; j++) {
                    a[i][j] -= factor * row[j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            x[i] = a[i][n];
            for (int j = i + 1; j < n; j++) {
                x[i] -= a[i][j] * x[j];
            }
            x[i] /= a[i][i];
        }
        return x;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
