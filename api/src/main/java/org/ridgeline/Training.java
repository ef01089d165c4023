package org.ridgeline;

/**
 * One training run. It is the only mutable thing of this interface and belongs to the thread that drives the training.
 *
 * <p>A host takes {@link #current()} for its next epoch, reports the epoch with {@link #observe(Progress)}, and takes
 * {@code current()} again. The regularizer at the end is what goes into the model.
 */
public interface Training {

    /** {@return the regularizer for the next epoch, with a fixed λ} */
    Regularizer current();

    /**
     * Tells how the last epoch went.
     *
     * @param progress losses after the epoch
     * @throws IllegalArgumentException if the progress lacks what the regularizer adapts to, such as a validation loss
     */
    void observe(Progress progress);

    /**
     * Whether {@link #current()} will not change any more, whatever is observed. A host that trains to convergence for
     * every λ goes on until this holds and then fits once more with {@code current()}.
     *
     * @return whether λ has come to rest
     */
    boolean settled();

    /**
     * Training with a λ that does not move.
     *
     * @param regularizer what {@link #current()} always is
     * @return a run that is settled from the start
     */
    static Training fixed(Regularizer regularizer) {
        return new Training() {
            @Override
            public Regularizer current() {
                return regularizer;
            }

            @Override
            public void observe(Progress progress) {
                // A fixed strength has nothing to learn from progress.
            }

            @Override
            public boolean settled() {
                return true;
            }
        };
    }
}
