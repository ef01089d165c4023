package org.ridgeline.solvers;

/**
 * ℓ(y, f) = log Σₖ e^fₖ − f_y for y ∈ {0, …, K − 1}, the log loss of the softmax of K scores. In arrays of several scores of an
 * example they lie a given stride apart.
 *
 * @param classes K ≥ 2
 */
public record Multinomial(int classes) implements Loss {

    /**
     * Checks the number of classes.
     *
     * @param classes K ≥ 2
     * @throws IllegalArgumentException if it is below 2
     */
    public Multinomial {
        if (classes < 2) {
            throw new IllegalArgumentException(
                    "the multinomial loss needs at least 2 classes, but is to have " + classes);
        }
    }

    @Override
    public int targets() {
        return 1;
    }

    @Override
    public int outputs() {
        return classes;
    }

    @Override
    public boolean accepts(double y) {
        return y >= 0 && y < classes && y == Math.rint(y);
    }

    @Override
    public String requirement() {
        return "the multinomial loss needs targets 0, 1, ..., " + (classes - 1);
    }

    /** ℓ(y, f), with the scores at {@code first}, {@code first + stride}, … */
    double value(int y, double[] scores, int first, int stride) {
        int top = first;
        for (int k = 1; k < classes; k++) {
            top = scores[first + k * stride] > scores[top] ? first + k * stride : top;
        }
        double others = 0;
        for (int k = 0; k < classes; k++) {
            int at = first + k * stride;
            others += at == top ? 0 : Math.exp(scores[at] - scores[top]);
        }
        return scores[top] - scores[first + y * stride] + Math.log1p(others);
    }

    /** P(y = k) for each class k, into {@code probabilities}. */
    void probabilities(double[] scores, int first, int stride, double[] probabilities) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            largest = Math.max(largest, scores[first + k * stride]);
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            probabilities[k] = Math.exp(scores[first + k * stride] - largest);
            sum += probabilities[k];
        }
        for (int k = 0; k < classes; k++) {
            probabilities[k] /= sum;
        }
    }

    /** ℓ*(y, v) = Σ pₖ log pₖ where p = v + e_y is a distribution; that p sums to 1 is for the caller to see to. */
    double conjugate(int y, double[] slopes, int first, int stride, double factor) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            double p = factor * slopes[first + k * stride] + (k == y ? 1 : 0);
            if (!(p >= 0)) {
                return Double.POSITIVE_INFINITY;
            }
            sum += p > 0 ? p * Math.log(p) : 0;
        }
        return sum;
    }

    @Override
    public String toString() {
        return "multinomial(classes=" + classes + ")";
    }
}
