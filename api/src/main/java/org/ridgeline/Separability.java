package org.ridgeline;

/** How a weight vector may be cut into blocks so that a penalty of the whole is the sum of the penalties of the blocks. */
public enum Separability {
    /** Anywhere: R(w) = Σᵢ R(wᵢ), as for {@code l1}. */
    WEIGHT,
    /** Between groups: R(w) = Σ_g R(w_g), as for {@code group-l2}. */
    GROUP,
    /** Nowhere: the penalty must see all weights at once, as for the sorted L1 norm. */
    NONE
}
