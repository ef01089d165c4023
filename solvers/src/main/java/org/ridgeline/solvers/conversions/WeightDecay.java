package org.ridgeline.solvers.conversions;

import org.ridgeline.Regularizer;
import org.ridgeline.penalties.L2;

/**
 * {@code weight_decay} of PyTorch's optimisers and of optax's {@code add_decayed_weights}, which adds weight_decay·w to the
 * gradient: ½weight_decay‖w‖₂² on the mean loss of the batch, for all weights that the optimiser is given, as they are
 * ({@code Standardization.NONE}), biases among them. AdamW and its kin decouple the decay from the gradient, which is no
 * penalty.
 *
 * @param weightDecay strength, ≥ 0
 */
public record WeightDecay(double weightDecay) {

    /**
     * Checks the setting.
     *
     * @param weightDecay strength, ≥ 0
     * @throws IllegalArgumentException if it is not
     */
    public WeightDecay {
        weightDecay = Penalties.strength("weight_decay", weightDecay);
    }

    /**
     * weight_decay = 2λ.
     *
     * @param penalty {@code l2}, or {@code elastic-net} without an l1 part
     * @return the setting
     * @throws IllegalArgumentException if the penalty has another part
     */
    public static WeightDecay from(Regularizer penalty) {
        return new WeightDecay(2 * Penalties.onlyL2("weight_decay", penalty));
    }

    /**
     * λ = weight_decay/2.
     *
     * @return the penalty of the mean loss
     */
    public L2 toRidgeline() {
        return L2.of(weightDecay / 2);
    }
}
