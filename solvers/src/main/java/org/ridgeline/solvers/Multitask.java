package org.ridgeline.solvers;

/**
 * Σₖ ℓ(yₖ, fₖ) for K targets and as many scores of an example: several models of the same features, fitted at once. They are those that
 * would be fitted alone, with the same λ, unless the penalty ties them, such as {@code group-l2} with {@linkplain
 * Problem#withTiedOutputs tied outputs}: the multi-task lasso, which keeps or drops a feature for all of them.
 *
 * <p>Source: Obozinski, Taskar and Jordan, "Joint covariate selection and joint subspace selection for multiple classification problems",
 * Stat. Comput. 20 (2010).
 *
 * @param base the loss ℓ of one output
 * @param outputs K ≥ 1
 */
public record Multitask(ScalarLoss base, int outputs) implements Loss {

    /**
     * Checks the number of outputs.
     *
     * @param base the loss of one output
     * @param outputs K ≥ 1
     * @throws IllegalArgumentException if it is below 1
     */
    public Multitask {
        if (outputs < 1) {
            throw new IllegalArgumentException("the multitask loss needs at least 1 output, but is to have " + outputs);
        }
    }

    @Override
    public int targets() {
        return outputs;
    }

    @Override
    public int classes() {
        return base.classes();
    }

    @Override
    public boolean accepts(double y) {
        return base.accepts(y);
    }

    @Override
    public String requirement() {
        return base.requirement();
    }

    @Override
    public String toString() {
        return "multitask(loss=" + base + ",outputs=" + outputs + ")";
    }
}
