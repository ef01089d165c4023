package org.ridgeline.solvers;

/** A loss of one score. */
public sealed interface ScalarLoss extends Loss permits SquaredLoss, LogisticLoss, PoissonLoss, HuberLoss {

    @Override
    default int outputs() {
        return 1;
    }

    @Override
    default int targets() {
        return 1;
    }

    @Override
    default int classes() {
        return 0;
    }

    @Override
    default boolean accepts(double y) {
        return Double.isFinite(y);
    }

    @Override
    default String requirement() {
        return "a target must be a finite number";
    }

    /**
     * ℓ(y, f).
     *
     * @param y the target
     * @param f the score
     * @return the loss, ≥ 0
     */
    double value(double y, double f);

    /**
     * ∂ℓ/∂f.
     *
     * @param y the target
     * @param f the score
     * @return the slope in f
     */
    double derivative(double y, double f);

    /**
     * The curvature of a quadratic model of ℓ at f: ∂²ℓ/∂f², or where that may be 0 the curvature of a parabola that touches
     * ℓ at f and lies nowhere below it.
     *
     * @param y the target
     * @param f the score
     * @return ≥ 0
     */
    double curvature(double y, double f);

    /**
     * The largest ∂²ℓ/∂f² between two scores, over all y.
     *
     * @param from a score
     * @param to another
     * @return a bound from above
     */
    double largestCurvature(double from, double to);

    /**
     * The convex conjugate ℓ*(y, v) = sup_f v·f − ℓ(y, f), or +∞ outside its domain.
     *
     * @param y the target
     * @param v a slope
     * @return ℓ*(y, v)
     */
    double conjugate(double y, double v);

    /**
     * How far from f the quadratic model of ℓ at f can be trusted.
     *
     * @return a distance &gt; 0, perhaps +∞
     */
    default double longestStep() {
        return Double.POSITIVE_INFINITY;
    }
}
