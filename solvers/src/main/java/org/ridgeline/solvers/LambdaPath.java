package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.Interval;

/**
 * Which strengths λ a path visits, largest first: given ones, or a geometric grid that starts at λmax, the smallest λ for
 * which every penalised weight is zero. A penalty that makes no weight zero, such as {@code l2}, has no λmax. With g the largest
 * entry of the gradient of the loss where all weights are zero, which is λmax of {@code l1}, its grid goes from 500·g, as in
 * glmnet, to ratio·g.
 */
public final class LambdaPath {

    /** A λ so large that it leaves only weights nonzero that are not penalised. */
    static final double ALL_BUT_FREE = 0x1p200;

    /**
     * From the largest gradient to the start of a grid without λmax. This is the ridge for which glmnet's share of the l1 part, 0, counts as
     * 0.001; glmnet halves the squares, and so the factor.
     */
    private static final double RIDGE_START = 500;

    private static final Interval LAMBDAS = Interval.atLeast(0);
    private static final Interval RATIO = Interval.open(0, 1);
    private static final Interval START = Interval.above(0);
    private static final Interval SHARE = Interval.above(0);

    /** Empty for a grid from λmax. */
    private final List<Double> lambdas;

    private final int count;
    private final double ratio;
    private final double enoughExplained;

    private LambdaPath(List<Double> lambdas, int count, double ratio, double enoughExplained) {
        this.lambdas = lambdas;
        this.count = count;
        this.ratio = ratio;
        this.enoughExplained = enoughExplained;
    }

    /**
     * A geometric grid λmax, …, ratio·λmax; see the class for penalties without λmax.
     *
     * @param count how many λ, ≥ 2
     * @param ratio the smallest λ as a share of λmax, in (0, 1)
     * @return a grid that is resolved for each problem
     * @throws IllegalArgumentException if they are not
     */
    public static LambdaPath geometric(int count, double ratio) {
        requireGrid(count, ratio);
        return new LambdaPath(List.of(), count, ratio, Double.POSITIVE_INFINITY);
    }

    /**
     * A geometric grid start, …, ratio·start, the same for each problem.
     *
     * @param start the largest λ, &gt; 0
     * @param count how many λ, ≥ 2
     * @param ratio the smallest λ as a share of the largest, in (0, 1)
     * @return a path of these λ
     * @throws IllegalArgumentException if they are not
     */
    public static LambdaPath geometric(double start, int count, double ratio) {
        requireGrid(count, ratio);
        return of(grid(START.require("the largest lambda", start), count, ratio));
    }

    private static void requireGrid(int count, double ratio) {
        if (count < 2) {
            throw new IllegalArgumentException("a grid needs at least 2 lambdas, but is to have " + count);
        }
        RATIO.require("the ratio of smallest to largest lambda", ratio);
    }

    private static double[] grid(double start, int count, double ratio) {
        double[] grid = new double[count];
        for (int k = 0; k < count; k++) {
            grid[k] = start * Math.pow(ratio, (double) k / (count - 1));
        }
        return grid;
    }

    /**
     * Given strengths, on the scale of the problem's objective.
     *
     * @param lambdas at least one number ≥ 0; sorted, and doubles dropped, by this method
     * @return a path of these λ
     * @throws IllegalArgumentException if there is none, or one is negative, infinite or NaN
     */
    public static LambdaPath of(double... lambdas) {
        if (lambdas.length == 0) {
            throw new IllegalArgumentException("wanted at least one lambda, but found none");
        }
        List<Double> sorted = new ArrayList<>();
        for (double lambda : lambdas) {
            // Adding 0.0 makes −0.0 equal to 0.0.
            sorted.add(LAMBDAS.require("lambda", lambda) + 0.0);
        }
        sorted = sorted.stream()
                .distinct()
                .sorted((a, b) -> Double.compare(b, a))
                .toList();
        return new LambdaPath(sorted, sorted.size(), Double.NaN, Double.POSITIVE_INFINITY);
    }

    /**
     * The same path, ended after the first λ whose loss is at most 1 − share of the null loss, as smaller λ only fit noise.
     *
     * @param share share of the loss of the best constant prediction, &gt; 0; a share above 1 never ends a path
     * @return a changed copy
     * @throws IllegalArgumentException if it is not
     */
    public LambdaPath untilExplained(double share) {
        return new LambdaPath(lambdas, count, ratio, SHARE.require("the share of explained loss", share));
    }

    /**
     * The λ of a path that is the same for each problem.
     *
     * @return largest first, not modifiable; none for a grid from λmax
     */
    public List<Double> lambdas() {
        return lambdas;
    }

    /** The largest number of λ. */
    int count() {
        return count;
    }

    /** The smallest λ of those that are given, or NaN for a grid. */
    double smallest() {
        return lambdas.isEmpty() ? Double.NaN : lambdas.get(lambdas.size() - 1);
    }

    /** Whether a fit may turn out to be the last before all λ are visited. */
    boolean mayEndEarly() {
        return enoughExplained <= 1;
    }

    /** Whether a fit with this loss is the last. */
    boolean endsAt(double loss, double nullLoss) {
        return loss <= (1 - enoughExplained) * nullLoss;
    }

    /**
     * The λ to visit, largest first.
     *
     * @param lambdaMax where every penalised weight becomes zero, or infinite
     * @param gradient of the loss where every penalised weight is zero
     */
    double[] resolve(double lambdaMax, double[] gradient) {
        if (!lambdas.isEmpty()) {
            return lambdas.stream().mapToDouble(Double::doubleValue).toArray();
        }
        double start = lambdaMax;
        double span = ratio;
        if (lambdaMax == Double.POSITIVE_INFINITY) {
            double steepest = 0;
            for (double slope : gradient) {
                steepest = Math.max(steepest, Math.abs(slope));
            }
            start = RIDGE_START * steepest;
            span = ratio / RIDGE_START;
        }
        if (start == 0) {
            // The loss is at its minimum already, so all λ give one model.
            return new double[] {0};
        }
        return grid(start, count, span);
    }
}
