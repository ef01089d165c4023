package org.ridgeline;

/**
 * An optional ability of a convex regularizer: its convex conjugate R*(u) = sup_w ⟨u, w⟩ − R(w), from which a solver
 * computes duality gaps. A regularizer without it is certified by its proximal residual instead.
 */
public interface Conjugate {

    /** R*(u) ≥ 0, or +∞ outside the domain. The groups and penalty factors of {@code u} are those of the weights. */
    double conjugate(Weights u);

    /** A factor in [0, 1], as large as it can be to rounding, for which R*(factor·u) is finite. */
    double dualScale(Weights u);
}
