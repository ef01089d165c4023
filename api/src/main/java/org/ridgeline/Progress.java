package org.ridgeline;

/**
 * How training stands after an epoch.
 *
 * @param epoch counts from 0
 * @param trainingLoss mean loss on the training data without the penalty, or NaN if it was not computed
 * @param validationLoss mean loss on held-out data without the penalty, or NaN if there is no such data
 * @param converged whether the weights are those of a finished fit with the current regularizer, rather than on their way
 */
public record Progress(int epoch, double trainingLoss, double validationLoss, boolean converged) {

    /**
     * Checks that the epoch is not negative.
     *
     * @param epoch counts from 0
     * @param trainingLoss mean loss on the training data without the penalty, or NaN if it was not computed
     * @param validationLoss mean loss on held-out data without the penalty, or NaN if there is no such data
     * @param converged whether the weights are those of a finished fit with the current regularizer, rather than on their way
     */
    public Progress {
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch counts from 0, but is " + epoch);
        }
    }
}
