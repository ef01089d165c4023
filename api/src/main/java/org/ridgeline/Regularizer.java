package org.ridgeline;

/**
 * A penalty R(w) ≥ 0 on a vector of weights, with its strength λ.
 *
 * <p>Implementations are immutable values: safe for use by many threads, equal when they mean the same penalty, and
 * {@link Object#toString() toString()} gives the text form from which {@link Regularizers#parse(String)} makes an equal
 * regularizer. R(0) = 0, R grows with λ, and R = 0 at λ = 0.
 *
 * <p>All three computations honour the penalty factors of their weights: a weight with factor f is penalised f times as
 * much, and one with factor 0 not at all. They throw {@link IllegalArgumentException} when a group penalty meets
 * a group whose members have different factors, or a penalty of all weights at once factors that it gives no meaning to.
 */
public interface Regularizer {

    /** {@return the strength λ ≥ 0} */
    double lambda();

    /**
     * The same penalty with another strength.
     *
     * @param lambda strength λ ≥ 0
     * @return a new regularizer
     * @throws IllegalArgumentException if λ is negative, infinite or NaN
     */
    Regularizer withLambda(double lambda);

    /**
     * The penalty R(w).
     *
     * @param weights w, not changed
     * @return R(w) ≥ 0; NaN if a penalised weight is NaN and λ &gt; 0
     */
    double penalty(Weights weights);

    /**
     * Adds a subgradient: {@code gradient += scale · s} with s ∈ ∂R(w), and s = 0 where w = 0 and 0 is a subgradient.
     *
     * @param weights w, not changed
     * @param scale what the subgradient is multiplied by
     * @param gradient changed in place; as long as the weights
     * @throws IllegalArgumentException if the lengths differ
     */
    void addGradient(Weights weights, double scale, double[] gradient);

    /**
     * The proximal step, in place: w ← argmin_u R(u) + ‖u − w‖² / (2·step). What becomes zero is exactly {@code 0.0},
     * never {@code −0.0}; NaN stays NaN. A weight with penalty factor f moves as if the step were step·f.
     *
     * <p>Uses only operations that IEEE 754 rounds exactly, so that every host gets the same bits.
     *
     * @param weights w, changed in place
     * @param step the step size, ≥ 0; 0 changes nothing
     * @throws IllegalArgumentException if the step is negative, infinite or NaN
     */
    void prox(Weights weights, double step);

    /**
     * Whether R is convex, so that with a convex loss every fit is a global one. A penalty that is not is fitted to a point
     * from which no proximal step leads away, and another start may lead to another such point. The {@linkplain #prox
     * proximal step} itself is a global minimiser all the same.
     *
     * @return the same for every λ; true unless overridden
     */
    default boolean convex() {
        return true;
    }

    /** {@return how the weights may be cut into blocks that are treated alone; {@code NONE} unless overridden} */
    default Separability separability() {
        return Separability.NONE;
    }

    /**
     * The smallest λ for which a step from zero against this gradient stays at zero: the start of a λ path.
     *
     * <p>Weights that no strength makes zero (penalty factor 0, no group) are left out.
     *
     * @param gradient the gradient of the loss at zero weights, with the groups and factors of the weights; not changed
     * @return λmax, 0 if the gradient is zero, or +∞ if no strength that is not absurdly large (beyond 2²⁰⁰ times the
     *     gradient) sets a weight to zero, as for {@code l2}
     * @throws IllegalArgumentException if the gradient holds NaN or an infinity
     */
    default double lambdaMax(Weights gradient) {
        return LambdaMax.of(this, gradient);
    }

    /**
     * Starts one training run, in which λ may move. Unless a regularizer says otherwise, λ stays as it is.
     *
     * @return a new run, for one thread
     */
    default Training train() {
        return Training.fixed(this);
    }
}
