package org.ridgeline;

/**
 * An optional ability of a convex regularizer: its convex conjugate R*(u) = sup_w ⟨u, w⟩ − R(w), from which a solver
 * computes duality gaps. A regularizer without it is certified by its proximal residual instead.
 */
public interface Conjugate {

    /**
     * The conjugate.
     *
     * @param u where, with the groups and penalty factors of the weights; not changed
     * @return R*(u) ≥ 0, or +∞ outside the domain
     */
    double conjugate(Weights u);

    /**
     * How far a point must be scaled down to lie in the domain.
     *
     * @param u where, with the groups and penalty factors of the weights; not changed
     * @return a factor in [0, 1], as large as it can be to rounding, for which R*(factor·u) is finite
     */
    double dualScale(Weights u);
}
