package org.ridgeline.solvers;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The loss ℓ(y, f) of predicting f, the linear scores of an example, where y is right. Convex in f.
 *
 * <p>Losses are equal when they mean the same; {@link Object#toString() toString()} is the text that {@link #of(String)} reads.
 */
public sealed interface Loss permits ScalarLoss, Multinomial, Multitask {

    /** (y − f)², without ½. */
    ScalarLoss SQUARED = new SquaredLoss();

    /** log(1 + e^f) − y·f for y ∈ {0, 1}: minus the log-likelihood of P(y = 1) = 1 / (1 + e^−f). */
    ScalarLoss LOGISTIC = new LogisticLoss();

    /**
     * e^f − y − y(f − log y) for counts y ≥ 0: half the deviance of a Poisson distribution with mean e^f, which is minus its
     * log-likelihood up to a constant.
     */
    ScalarLoss POISSON = new PoissonLoss();

    /**
     * The Huber loss r² where |r| ≤ δ and 2δ|r| − δ² beyond, for r = y − f: the squared loss for which outliers count less.
     *
     * <p>Source: Huber, "Robust estimation of a location parameter", Ann. Math. Stat. 35 (1964), times 2.
     *
     * @param delta δ &gt; 0, in units of the target
     * @return the loss
     * @throws IllegalArgumentException if δ is not a positive number
     */
    static ScalarLoss huber(double delta) {
        return new HuberLoss(delta);
    }

    /**
     * log Σₖ e^fₖ − f_y for y ∈ {0, …, K − 1}: minus the log-likelihood of P(y = k) ∝ e^fₖ, with a score for each class.
     *
     * @param classes K ≥ 2
     * @return the loss
     * @throws IllegalArgumentException if there are less than 2 classes
     */
    static Multinomial multinomial(int classes) {
        return new Multinomial(classes);
    }

    /**
     * Σₖ ℓ(yₖ, fₖ): K targets of an example, each with a score of its own and the same loss. It is summed over the outputs, so that λ
     * means what it means for one of them alone.
     *
     * @param base the loss ℓ of one output
     * @param outputs K ≥ 1
     * @return the loss
     * @throws IllegalArgumentException if there is no output
     */
    static Multitask multitask(ScalarLoss base, int outputs) {
        return new Multitask(base, outputs);
    }

    /**
     * How many scores an example has.
     *
     * @return 1, the number of classes of {@link Multinomial}, or that of the outputs of {@link Multitask}
     */
    int outputs();

    /**
     * How many targets an example has.
     *
     * @return 1, or the number of outputs of {@link Multitask}
     */
    int targets();

    /**
     * How many classes a target tells apart.
     *
     * @return K for targets 0, …, K − 1, or 0 where targets are numbers
     */
    int classes();

    /**
     * Whether this loss is defined for a target.
     *
     * @param y the target
     * @return false if it cannot be one
     */
    boolean accepts(double y);

    /**
     * Which targets this loss is defined for.
     *
     * @return as an error message begins that goes on with "but"
     */
    String requirement();

    /**
     * The loss of a text: {@code squared}, {@code logistic}, {@code poisson}, {@code huber(delta=1)}, {@code
     * multinomial(classes=3)} or {@code multitask(loss=squared,outputs=3)}.
     *
     * @param text in lower case
     * @return the loss
     * @throws IllegalArgumentException if there is none
     */
    static Loss of(String text) {
        for (Loss loss : List.of(SQUARED, LOGISTIC, POISSON)) {
            if (loss.toString().equals(text)) {
                return loss;
            }
        }
        Matcher huber = Pattern.compile("huber\\(delta=([^)]+)\\)").matcher(text);
        Matcher multinomial =
                Pattern.compile("multinomial\\(classes=(\\d{1,9})\\)").matcher(text);
        Matcher multitask =
                Pattern.compile("multitask\\(loss=(.+),outputs=(\\d{1,9})\\)").matcher(text);
        try {
            if (huber.matches()) {
                return huber(Double.parseDouble(huber.group(1)));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("wanted a number for delta, but found '" + huber.group(1) + "'", e);
        }
        if (multinomial.matches()) {
            return multinomial(Integer.parseInt(multinomial.group(1)));
        }
        if (multitask.matches()) {
            if (of(multitask.group(1)) instanceof ScalarLoss base) {
                return multitask(base, Integer.parseInt(multitask.group(2)));
            }
            throw new IllegalArgumentException("wanted a loss of one score for each output of multitask, but found '"
                    + multitask.group(1) + "'; there are squared, logistic, poisson, huber(delta=1)");
        }
        throw new IllegalArgumentException("there is no loss '" + text + "'; there are squared, logistic, poisson, "
                + "huber(delta=1), multinomial(classes=3), multitask(loss=squared,outputs=3)");
    }
}
