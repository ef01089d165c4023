package org.ridgeline.weka;

/** Probabilities of classes from linear scores. */
public final class Probabilities {

    private Probabilities() {}

    /**
     * The probability of a class from its log-odds, as exact for one near 1 as for one near 0.
     *
     * @param logOdds log p/(1 − p)
     * @return p = 1/(1 + e^−logOdds)
     */
    public static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /**
     * The probabilities of classes with a score each: pₖ = e^fₖ / Σ e^f, also of scores whose exponentials overflow.
     *
     * @param scores f, at least one
     * @param probabilities gets as many; may be the scores
     */
    public static void softmax(double[] scores, double[] probabilities) {
        double largest = largest(scores);
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            probabilities[k] = Math.exp(scores[k] - largest);
            sum += probabilities[k];
        }
        for (int k = 0; k < scores.length; k++) {
            probabilities[k] /= sum;
        }
    }

    /**
     * log Σ e^f, also of scores whose exponentials overflow.
     *
     * @param scores f, at least one
     * @return the logarithm
     */
    public static double logSumExp(double[] scores) {
        double largest = largest(scores);
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - largest);
        }
        return largest + Math.log(sum);
    }

    private static double largest(double[] scores) {
        double largest = scores[0];
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        return largest;
    }
}
