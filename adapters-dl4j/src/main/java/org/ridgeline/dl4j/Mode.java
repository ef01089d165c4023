package org.ridgeline.dl4j;

/** How a penalty takes part in a training step. */
public enum Mode {
    /**
     * An exact proximal step after the updater: w ← prox(w − u, s) with the updater's change u and the step s = learning
     * rate. Weights and groups become exactly zero.
     *
     * <p>With {@code Sgd} and {@code Nesterovs} training ends where mean loss + R(w) is smallest. Updaters that scale every
     * weight's gradient ({@code Adam} and its kin) take the same step, so that λ acts apart from that scaling, as in
     * decoupled weight decay: R keeps its shape, but the same λ gives another strength than with {@code Sgd}.
     */
    PROXIMAL,
    /**
     * A subgradient of R added to that of the loss before the updater, as Deeplearning4j's own l1 and l2 do it. Works with
     * every updater and with gradient sharing; weights get near zero, but hardly ever become zero.
     */
    GRADIENT
}
