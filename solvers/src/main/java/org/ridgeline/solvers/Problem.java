package org.ridgeline.solvers;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.ridgeline.Groups;
import org.ridgeline.Interval;
import org.ridgeline.Sums;
import org.ridgeline.Weights;

/**
 * What is to be fitted: features X (n×p), targets y, and how they are weighed. The objective is the loss, mean or summed,
 * plus the penalty of the weights on the scale of the standardised features; the intercept is not penalised.
 *
 * <p>A loss of K outputs, {@link Multinomial} or {@link Multitask}, has K·p weights, K intercepts and K·n scores, and {@link Multitask}
 * has K·n targets. Such arrays lie output by output: the weight of feature j for output k is at k·p + j, the score of row i at k·n + i.
 *
 * <p>Immutable; each {@code with…} gives a changed copy. Defaults: example weights 1, no offsets, mean loss, no standardisation, an
 * intercept, coefficients without bounds, every weight a group of its own, penalty factors 1.
 */
public final class Problem {

    private static final Interval EXAMPLE_WEIGHTS = Interval.atLeast(0);
    private static final Interval FINITE = Interval.closed(-Double.MAX_VALUE, Double.MAX_VALUE);

    private final Features features;
    private final double[] target;
    private final Loss loss;
    // Set by the methods that make a copy, before anybody else sees it.
    private double[] exampleWeights;
    private double totalWeight;
    private double wholeWeight;
    private LossScale lossScale = LossScale.MEAN;
    private Standardization standardization = Standardization.NONE;
    private boolean intercept = true;
    /** Of the coefficients of each feature; empty if there are none. */
    private double[] lower = {};

    private double[] upper = {};
    /** Empty if there are none. */
    private double[] offsets = {};
    /** Of the features. */
    private Groups groups;
    /** Of the features; empty if all are 1. */
    private double[] factors = {};

    private boolean tiedOutputs;
    /** The groups and factors of all weights. */
    private Weights layout;

    private Problem(Features features, double[] target, Loss loss) {
        this.features = features;
        this.target = target;
        this.loss = loss;
        this.exampleWeights = new double[features.rows()];
        Arrays.fill(exampleWeights, 1);
        this.totalWeight = exampleWeights.length;
        this.wholeWeight = exampleWeights.length;
        this.groups = Groups.singletons(features.columns());
        this.layout = layOut();
    }

    private Problem(
            Problem other, Loss loss, Features features, double[] target, double[] exampleWeights, double[] offsets) {
        this.features = features;
        this.target = target;
        this.loss = loss;
        this.exampleWeights = exampleWeights;
        this.totalWeight = Sums.sum(exampleWeights);
        this.wholeWeight = other.wholeWeight;
        this.lossScale = other.lossScale;
        this.standardization = other.standardization;
        this.intercept = other.intercept;
        this.lower = other.lower;
        this.upper = other.upper;
        this.offsets = offsets;
        this.groups = other.groups;
        this.factors = other.factors;
        this.tiedOutputs = other.tiedOutputs;
        this.layout = loss.equals(other.loss) ? other.layout : layOut();
        if (!(totalWeight > 0 && totalWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "example weights must have a positive finite sum, but it is " + totalWeight);
        }
    }

    private Problem copy() {
        return new Problem(this, loss, features, target, exampleWeights, offsets);
    }

    /**
     * A problem with the defaults named above.
     *
     * @param features n rows and p columns of finite numbers, not copied
     * @param target n targets, copied: numbers, counts for {@link Loss#POISSON}, 0 or 1 for {@link Loss#LOGISTIC}, or 0 to K − 1 for
     *     {@link Multinomial}; K·n such targets for {@link Multitask}
     * @param loss of one example
     * @return a problem with defaults
     * @throws IllegalArgumentException if lengths differ, a feature or target is not finite, a target is not one of the
     *     loss, or there are 2³¹ scores or weights, or more
     */
    public static Problem of(Features features, double[] target, Loss loss) {
        int n = features.rows();
        int targets = loss.targets();
        if (target.length != (long) targets * n) {
            throw new IllegalArgumentException(
                    "wanted " + (targets == 1 ? "a target" : targets + " targets, one for each output,")
                            + " for each of " + n + " rows, but found " + target.length);
        }
        for (int i = 0; i < target.length; i++) {
            if (!loss.accepts(target[i])) {
                throw new IllegalArgumentException(
                        loss.requirement() + ", but that of row " + i % n + suffix(loss, i / n) + " is " + target[i]);
            }
        }
        if ((long) loss.outputs() * Math.max(n, features.columns()) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("wanted fewer than 2^31 scores and weights, but found " + loss.outputs()
                    + " outputs of " + n + " rows and " + features.columns() + " features");
        }
        features.requireFinite();
        return new Problem(features, target.clone(), loss);
    }

    /**
     * Weighs the examples; an integer weight counts as so many copies.
     *
     * @param weights n numbers ≥ 0 with a positive sum, copied
     * @return a changed copy
     * @throws IllegalArgumentException if they are not
     */
    public Problem withExampleWeights(double... weights) {
        if (weights.length != features.rows()) {
            throw new IllegalArgumentException(
                    "wanted a weight for each of " + features.rows() + " rows, but found " + weights.length);
        }
        for (int i = 0; i < weights.length; i++) {
            EXAMPLE_WEIGHTS.require("the weight of row " + i, weights[i]);
        }
        Problem changed = new Problem(this, loss, features, target, weights.clone(), offsets);
        changed.wholeWeight = changed.totalWeight;
        return changed;
    }

    /**
     * Adds a known part to the scores of the examples, such as the log of an exposure.
     *
     * @param offsets K·n finite numbers, copied
     * @return a changed copy
     * @throws IllegalArgumentException if they are not
     */
    public Problem withOffsets(double... offsets) {
        requireScores("offset", offsets);
        for (int i = 0; i < offsets.length; i++) {
            FINITE.require("the offset of score " + i, offsets[i]);
        }
        return new Problem(this, loss, features, target, exampleWeights, offsets.clone());
    }

    /**
     * Allows only coefficients ≥ 0, which needs a penalty that is separable by weights.
     *
     * @return a changed copy
     */
    public Problem withNonNegativeCoefficients() {
        double[] infinite = new double[features.columns()];
        Arrays.fill(infinite, Double.POSITIVE_INFINITY);
        return withBounds(new double[infinite.length], infinite);
    }

    /**
     * Allows only coefficients between bounds, which needs a penalty that is separable by weights. Duality gaps are certified where every
     * bound is 0 or infinite, else proximal residuals.
     *
     * @param lower for the coefficients of each feature, in the feature's own units, p numbers ≤ 0, perhaps −∞; copied
     * @param upper likewise, ≥ 0, perhaps +∞
     * @return a changed copy
     * @throws IllegalArgumentException if there are not p of each, or they are not as described
     */
    public Problem withBounds(double[] lower, double[] upper) {
        int p = features.columns();
        if (lower.length != p || upper.length != p) {
            throw new IllegalArgumentException("wanted a lower and an upper bound for each of " + p
                    + " features, but found " + lower.length + " and " + upper.length);
        }
        for (int j = 0; j < p; j++) {
            if (!(lower[j] <= 0 && upper[j] >= 0)) {
                throw new IllegalArgumentException(
                        "wanted bounds around 0, but those of feature " + j + " are " + lower[j] + " and " + upper[j]);
            }
        }
        Problem changed = copy();
        changed.lower = lower.clone();
        changed.upper = upper.clone();
        return changed;
    }

    /**
     * Adds the penalty to the mean or to the summed loss.
     *
     * @param scale what the penalty is added to
     * @return a changed copy
     */
    public Problem withLossScale(LossScale scale) {
        Problem changed = copy();
        changed.lossScale = scale;
        return changed;
    }

    /**
     * Penalises the weights of standardised features.
     *
     * @param scale what the features are divided by
     * @return a changed copy
     */
    public Problem withStandardization(Standardization scale) {
        Problem changed = copy();
        changed.standardization = scale;
        return changed;
    }

    /**
     * With an unpenalised intercept, or through the origin.
     *
     * @param free whether there is an intercept
     * @return a changed copy
     */
    public Problem withIntercept(boolean free) {
        Problem changed = copy();
        changed.intercept = free;
        return changed;
    }

    /**
     * Groups the features for group penalties, and so resets the penalty factors to 1. Each output has groups of its own unless they
     * are {@linkplain #withTiedOutputs tied}.
     *
     * @param groups of the p features
     * @return a changed copy
     * @throws IllegalArgumentException if the groups are not of p weights
     */
    public Problem withGroups(Groups groups) {
        Problem changed = copy();
        changed.factors = new double[0];
        changed.groups = groups;
        changed.layout = changed.layOut();
        return changed;
    }

    /**
     * Puts the weights of a feature for all outputs into one group, so that a group penalty keeps or drops whole features. The group is then
     * of K times as many weights as it has features: √|g| of {@code group-l2} is √(K·features).
     *
     * @param tied whether groups extend over all outputs
     * @return a changed copy
     */
    public Problem withTiedOutputs(boolean tied) {
        Problem changed = copy();
        changed.tiedOutputs = tied;
        changed.layout = changed.layOut();
        return changed;
    }

    /**
     * Gives each feature a penalty factor: 0 leaves it unpenalised.
     *
     * @param factors p numbers ≥ 0, copied
     * @return a changed copy
     * @throws IllegalArgumentException if there are not p factors, or one is negative, infinite or NaN
     */
    public Problem withPenaltyFactors(double... factors) {
        Problem changed = copy();
        changed.factors = factors.clone();
        changed.layout = changed.layOut();
        return changed;
    }

    private Weights layOut() {
        int p = features.columns();
        int outputs = loss.outputs();
        Weights ofFeatures = Weights.of(new double[p], groups);
        if (factors.length > 0) {
            ofFeatures = ofFeatures.withFactors(factors);
        }
        if (outputs == 1) {
            return ofFeatures;
        }
        int[] labels = groups.labels();
        int[] all = new int[outputs * p];
        double[] allFactors = new double[outputs * p];
        for (int c = 0; c < all.length; c++) {
            int label = labels[c % p];
            all[c] = label < 0 || tiedOutputs ? label : label + c / p * groups.count();
            allFactors[c] = ofFeatures.factor(c % p);
        }
        Weights ofAll = Weights.of(new double[all.length], Groups.labelled(all));
        return factors.length > 0 ? ofAll.withFactors(allFactors) : ofAll;
    }

    /**
     * The problem of some of the examples. A summed loss stays on the scale of all examples, so that a strength λ means the
     * same for a part as for the whole.
     *
     * @param rows which, each from 0 to n − 1
     * @return a problem of these examples with the same settings
     * @throws IllegalArgumentException if the weights of these rows sum to 0
     */
    public Problem selectRows(int... rows) {
        return new Problem(
                this,
                loss,
                features.selectRows(rows),
                selectRows(target, rows),
                selectRows(exampleWeights, rows),
                selectRows(offsets, rows));
    }

    /** The entries of some rows, of numbers that lie output by output. */
    private double[] selectRows(double[] numbers, int[] rows) {
        int n = features.rows();
        double[] selected = new double[numbers.length / n * rows.length];
        for (int i = 0; i < selected.length; i++) {
            selected[i] = numbers[i / rows.length * n + rows[i % rows.length]];
        }
        return selected;
    }

    /**
     * The features, as they were given.
     *
     * @return n rows and p columns
     */
    public Features features() {
        return features;
    }

    /**
     * The loss of one example.
     *
     * @return with its parameters
     */
    public Loss loss() {
        return loss;
    }

    /**
     * The targets.
     *
     * @return a copy of the n numbers, K·n for {@link Multitask}
     */
    public double[] targets() {
        return target.clone();
    }

    boolean hasPenaltyFactors() {
        return factors.length > 0;
    }

    /**
     * Whether the penalty is added to the mean or to the summed loss.
     *
     * @return mean or sum
     */
    public LossScale lossScale() {
        return lossScale;
    }

    /**
     * On which scale the weights are penalised.
     *
     * @return none, population or sample
     */
    public Standardization standardization() {
        return standardization;
    }

    /**
     * Whether there is an unpenalised intercept.
     *
     * @return false for a model through the origin
     */
    public boolean hasIntercept() {
        return intercept;
    }

    /**
     * Whether coefficients have bounds.
     *
     * @return false if they may be anything
     */
    public boolean hasBounds() {
        return lower.length > 0;
    }

    /**
     * The smallest coefficient that is allowed.
     *
     * @param feature from 0 to p − 1
     * @return ≤ 0, in the feature's own units
     */
    public double lowerBound(int feature) {
        return hasBounds() ? lower[feature] : Double.NEGATIVE_INFINITY;
    }

    /**
     * The largest coefficient that is allowed.
     *
     * @param feature from 0 to p − 1
     * @return ≥ 0, in the feature's own units
     */
    public double upperBound(int feature) {
        return hasBounds() ? upper[feature] : Double.POSITIVE_INFINITY;
    }

    /**
     * Weights over a live array of length K·p, with this problem's groups and penalty factors.
     *
     * @param values K·p numbers, not copied
     * @return weights over the array
     * @throws IllegalArgumentException if there are not so many
     */
    public Weights weights(double[] values) {
        return layout.withValues(values);
    }

    /**
     * The mean loss, Σ sᵢ ℓ(yᵢ, fᵢ + oᵢ) / Σs, of given scores.
     *
     * @param scores K·n linear scores f, to which this problem's offsets o are added
     * @return the weighted mean, whatever the loss scale
     * @throws IllegalArgumentException if there are not K·n
     */
    public double meanLoss(double[] scores) {
        requireScores("score", scores);
        return LossTerm.of(this).value(scores) / lossFactor();
    }

    /**
     * Scores with this problem's offsets added: what the loss is of.
     *
     * @param scores K·n linear scores f
     * @return f + o; the array itself if there are no offsets
     * @throws IllegalArgumentException if there are not K·n
     */
    public double[] withOffsetsAdded(double[] scores) {
        requireScores("score", scores);
        if (offsets.length == 0) {
            return scores;
        }
        double[] sums = scores.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += offsets[i];
        }
        return sums;
    }

    private void requireScores(String what, double[] numbers) {
        int outputs = loss.outputs();
        int n = features.rows();
        if (numbers.length != (long) outputs * n) {
            throw new IllegalArgumentException("wanted " + (outputs == 1 ? "one " + what : outputs + " " + what + "s")
                    + " for each of " + n + " rows, but found " + numbers.length);
        }
    }

    /** The loss of one target. */
    Loss lossOfTarget() {
        return loss instanceof Multitask several ? several.base() : loss;
    }

    /** Whether the loss is the sum of the squares of target less score. */
    boolean isSquared() {
        return lossOfTarget().equals(Loss.SQUARED);
    }

    /** The problem of one target of each example alone. */
    Problem ofTarget(int output) {
        if (!(loss instanceof Multitask)) {
            return this;
        }
        int n = features.rows();
        int from = output * n;
        return new Problem(
                this,
                lossOfTarget(),
                features,
                Arrays.copyOfRange(target, from, from + n),
                exampleWeights,
                offsets.length == 0 ? offsets : Arrays.copyOfRange(offsets, from, from + n));
    }

    /** How an error message calls one of the targets of an example. */
    String suffix(int output) {
        return suffix(loss, output);
    }

    private static String suffix(Loss loss, int output) {
        return loss.targets() == 1 ? "" : " for output " + output;
    }

    /** Whether there is a target of an output that a predicate accepts. */
    boolean hasTarget(int output, DoublePredicate accepts) {
        int n = features.rows();
        return Arrays.stream(target, output * n, (output + 1) * n).anyMatch(accepts);
    }

    /** The problem of the examples that count, so that the others have no part in it even where their scores overflow. */
    Problem withoutZeroWeights() {
        int n = features.rows();
        int[] rows = IntStream.range(0, n).filter(i -> exampleWeights[i] > 0).toArray();
        return rows.length == n ? this : selectRows(rows);
    }

    /** The problem of the targets less a number for each output. */
    Problem withTargetsLess(double[] centers) {
        double[] centered = target.clone();
        for (int i = 0; i < centered.length; i++) {
            centered[i] -= centers[i / features.rows()];
        }
        return new Problem(this, loss, features, centered, exampleWeights, offsets);
    }

    /** The same problem without offsets, if its loss is one of differences of target and score. */
    Problem withoutOffsets() {
        double[] rest = target.clone();
        for (int i = 0; i < offsets.length; i++) {
            rest[i] -= offsets[i];
        }
        return new Problem(this, loss, features, rest, exampleWeights, new double[0]);
    }

    double[] offsets() {
        return offsets;
    }

    double[] target() {
        return target;
    }

    double[] exampleWeights() {
        return exampleWeights;
    }

    double totalWeight() {
        return totalWeight;
    }

    /**
     * What the mean loss is multiplied by in the objective.
     *
     * @return 1 for the mean loss; for the summed loss the sum of the weights of all examples, also in a part of them
     */
    public double lossFactor() {
        return lossScale == LossScale.MEAN ? 1 : wholeWeight;
    }

    static void requireFinite(double feature, int row, int column) {
        if (!Double.isFinite(feature)) {
            throw new IllegalArgumentException("a feature must be a finite number, but that of row " + row
                    + " in column " + column + " is " + feature);
        }
    }
}
