package org.ridgeline.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.ScalarLoss;
import org.ridgeline.solvers.SparseFeatures;

/**
 * A benchmark problem as it is read, before the solver has seen it. There is no intercept: dense data are centred.
 *
 * @param features X, n×p
 * @param target y
 * @param loss the loss of one example
 * @param groups groups of the p weights
 * @param regularizer the penalty, at any strength
 * @param ratio the smallest λ as a share of λmax
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BenchmarkProblem(
        Features features, double[] target, ScalarLoss loss, Groups groups, Regularizer regularizer, double ratio) {

    /** The size of a group of d. */
    private static final int GROUP = 5;

    /**
     * Reads a problem from a file, little-endian. Dense (a, b, d): {@code SLVDENS1}, int64 n and p, X as float64 by column, y
     * as float64. Sparse (c): {@code SLVCSC01}, int64 n, p and number of entries, column starts as int64, rows as int32,
     * values as float64, y as float64 (1 or −1).
     *
     * @throws IllegalArgumentException if there is no such kind, or the file is not of its format
     */
    static BenchmarkProblem read(String kind, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Reader in = new Reader(channel);
            return switch (kind) {
                case "a" -> dense(in, 0, 1e-3);
                case "b" -> dense(in, 0, 1e-2);
                case "c" -> sparse(in);
                case "d" -> dense(in, GROUP, 5e-2);
                default -> throw new IllegalArgumentException("there is no kind '" + kind + "'; there are a, b, c, d");
            };
        }
    }

    private static BenchmarkProblem dense(Reader in, int group, double ratio) throws IOException {
        in.require("SLVDENS1");
        int n = in.size();
        int p = in.size();
        double[][] columns = new double[p][];
        for (int j = 0; j < p; j++) {
            columns[j] = in.numbers(n);
        }
        return new BenchmarkProblem(
                DenseFeatures.ofColumns(n, columns),
                in.numbers(n),
                Loss.SQUARED,
                group > 0 ? Groups.strided(group, p / group, p) : Groups.singletons(p),
                group > 0 ? GroupL2.of(1) : L1.of(1),
                ratio);
    }

    private static BenchmarkProblem sparse(Reader in) throws IOException {
        in.require("SLVCSC01");
        int n = in.size();
        int p = in.size();
        int entries = in.size();
        int[] start = new int[p + 1];
        for (int j = 0; j <= p; j++) {
            start[j] = in.size();
        }
        int[] rows = in.wholeNumbers(entries);
        Features features = SparseFeatures.ofColumns(n, start, rows, in.numbers(entries));
        double[] target = in.numbers(n);
        for (int i = 0; i < n; i++) {
            target[i] = target[i] > 0 ? 1 : 0;
        }
        return new BenchmarkProblem(features, target, Loss.LOGISTIC, Groups.singletons(p), L1.of(1), 1e-2);
    }

    Problem problem() {
        return Problem.of(features, target, loss).withIntercept(false).withGroups(groups);
    }

    /** The n rows of p features, for libraries that want them so. */
    double[][] rows() {
        double[][] rows = new double[features.rows()][features.columns()];
        double[] column = new double[features.rows()];
        for (int j = 0; j < features.columns(); j++) {
            features.copyColumn(j, column);
            for (int i = 0; i < column.length; i++) {
                rows[i][j] = column[i];
            }
        }
        return rows;
    }

    /** The smallest λ for which all weights are zero. */
    double lambdaMax() {
        double[] slope = new double[target.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = loss.derivative(target[i], 0) / slope.length;
        }
        double[] gradient = new double[features.columns()];
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = features.dot(j, slope);
        }
        return regularizer.lambdaMax(Weights.of(gradient, groups));
    }

    /**
     * Strengths from λmax down; a single one is the smallest.
     *
     * @param smallest the smallest as a share of λmax; NaN for {@link #ratio}
     */
    double[] grid(int count, double smallest) {
        double top = lambdaMax();
        double share = Double.isNaN(smallest) ? ratio : smallest;
        double[] grid = new double[count];
        Arrays.setAll(grid, k -> top * Math.pow(share, count == 1 ? 1 : (double) k / (count - 1)));
        return grid;
    }

    private static final class Reader {

        private static final int BLOCK = 1 << 16;

        private final FileChannel channel;

        Reader(FileChannel channel) {
            this.channel = channel;
        }

        private ByteBuffer bytes(int count) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new IllegalArgumentException(
                            "the file ends at byte " + channel.position() + ", before its last number");
                }
            }
            return buffer.flip();
        }

        void require(String magic) throws IOException {
            String found =
                    StandardCharsets.ISO_8859_1.decode(bytes(magic.length())).toString();
            if (!found.equals(magic)) {
                throw new IllegalArgumentException("wanted a file that starts with " + magic + ", but found " + found);
            }
        }

        int size() throws IOException {
            long size = bytes(Long.BYTES).getLong();
            if (size < 0 || size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("wanted a size, but found " + size);
            }
            return (int) size;
        }

        int[] wholeNumbers(int count) throws IOException {
            int[] numbers = new int[count];
            for (int from = 0; from < count; from += BLOCK) {
                int length = Math.min(BLOCK, count - from);
                bytes(length * Integer.BYTES).asIntBuffer().get(numbers, from, length);
            }
            return numbers;
        }

        double[] numbers(int count) throws IOException {
            double[] numbers = new double[count];
            for (int from = 0; from < count; from += BLOCK) {
                int length = Math.min(BLOCK, count - from);
                bytes(length * Double.BYTES).asDoubleBuffer().get(numbers, from, length);
            }
            return numbers;
        }
    }
}
