package org.ridgeline.tribuo;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ridgeline.solvers.CrossValidation;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.Measures;

/**
 * Where the λ of a trainer comes from. Immutable; each {@code with…} gives a changed copy.
 *
 * @param rule the regularizer's own λ, or which of those that are compared in a cross-validation
 * @param numLambdas how many λ are compared, evenly on a log scale, ≥ 2
 * @param lambdaRatio the smallest of them as a share of the largest, which is the smallest that makes all weights zero, in (0, 1);
 *     for penalties that make none zero see {@link LambdaPath}
 * @param folds how many folds, ≥ 2, that have about the same share of each class
 * @param measure what is compared
 * @param threads how many folds are fitted at a time, ≥ 1; the model does not depend on it
 */
public record LambdaSelection(Rule rule, int numLambdas, double lambdaRatio, int folds, Measures measure, int threads) {

    /** Which λ. */
    public enum Rule {
        /** The regularizer's own. */
        FIXED,
        /** The one with the smallest mean in cross-validation. */
        CV,
        /** The largest with a mean within one standard error of the smallest. */
        CV_1SE;

        /**
         * The rule of a name.
         *
         * @param name {@code fixed}, {@code cv} or {@code cv-1se}
         * @return the rule
         * @throws IllegalArgumentException if there is none
         */
        public static Rule of(String name) {
            return Arrays.stream(values())
                    .filter(rule -> rule.toString().equals(name))
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException("there is no selection of lambda '" + name
                            + "'; there are "
                            + Arrays.stream(values()).map(Rule::toString).collect(Collectors.joining(", "))));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Checks the numbers.
     *
     * @param rule which λ
     * @param numLambdas ≥ 2
     * @param lambdaRatio in (0, 1)
     * @param folds ≥ 2
     * @param measure what is compared
     * @param threads ≥ 1
     * @throws IllegalArgumentException if one is out of bounds
     */
    public LambdaSelection {
        // These check what they are given.
        LambdaPath.geometric(numLambdas, lambdaRatio);
        CrossValidation.of(folds, 0).withThreads(threads);
    }

    private static LambdaSelection of(Rule rule) {
        return new LambdaSelection(rule, 100, 1e-3, 10, Measures.LOSS, 1);
    }

    /**
     * The regularizer's own λ.
     *
     * @return the default
     */
    public static LambdaSelection fixed() {
        return of(Rule.FIXED);
    }

    /**
     * The best of 100 λ, down to a thousandth of the largest, by the loss in 10 folds; with one thread.
     *
     * @return a selection with defaults
     */
    public static LambdaSelection best() {
        return of(Rule.CV);
    }

    /**
     * The largest λ within one standard error of the best, else as {@link #best()}.
     *
     * @return a selection with defaults
     */
    public static LambdaSelection oneStandardError() {
        return of(Rule.CV_1SE);
    }

    /**
     * With another rule.
     *
     * @param rule which λ
     * @return a changed copy
     */
    public LambdaSelection withRule(Rule rule) {
        return new LambdaSelection(rule, numLambdas, lambdaRatio, folds, measure, threads);
    }

    /**
     * With other λ to compare.
     *
     * @param numLambdas how many, ≥ 2
     * @param lambdaRatio the smallest as a share of the largest, in (0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if one is out of bounds
     */
    public LambdaSelection withGrid(int numLambdas, double lambdaRatio) {
        return new LambdaSelection(rule, numLambdas, lambdaRatio, folds, measure, threads);
    }

    /**
     * With another number of folds.
     *
     * @param folds ≥ 2
     * @return a changed copy
     * @throws IllegalArgumentException if there are fewer
     */
    public LambdaSelection withFolds(int folds) {
        return new LambdaSelection(rule, numLambdas, lambdaRatio, folds, measure, threads);
    }

    /**
     * With another measure.
     *
     * @param measure what is compared
     * @return a changed copy
     */
    public LambdaSelection withMeasure(Measures measure) {
        return new LambdaSelection(rule, numLambdas, lambdaRatio, folds, measure, threads);
    }

    /**
     * With another number of threads.
     *
     * @param threads how many folds are fitted at a time, ≥ 1
     * @return a changed copy
     * @throws IllegalArgumentException if there is none
     */
    public LambdaSelection withThreads(int threads) {
        return new LambdaSelection(rule, numLambdas, lambdaRatio, folds, measure, threads);
    }

    boolean isFixed() {
        return rule == Rule.FIXED;
    }

    CrossValidation crossValidation(long seed) {
        return CrossValidation.of(folds, seed).withThreads(threads).withMeasure(measure);
    }

    LambdaPath path() {
        return LambdaPath.geometric(numLambdas, lambdaRatio);
    }
}
