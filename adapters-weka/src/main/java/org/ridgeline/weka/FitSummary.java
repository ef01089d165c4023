package org.ridgeline.weka;

import java.io.Serializable;
import org.ridgeline.Regularizer;
import org.ridgeline.solvers.Fit;

/**
 * What is known of a fit.
 *
 * @param regularizer the text form with the final λ
 * @param lambda that λ
 * @param objective loss plus penalty
 * @param loss the loss, mean or summed as it was trained
 * @param penalty R of the standardised coefficients
 * @param certificate how far from the optimum the fit may be, in words
 * @param iterations the steps that were taken
 * @param converged whether the certificate is within the tolerance
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // doclint wants every serial field commented, though the components are
public record FitSummary(
        String regularizer,
        double lambda,
        double objective,
        double loss,
        double penalty,
        String certificate,
        int iterations,
        boolean converged)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /**
     * Sums up a fit.
     *
     * @param fit the fit
     * @return numbers and text only, so that a saved model needs no class of the regularizer
     */
    static FitSummary of(Fit fit) {
        return new FitSummary(
                fit.regularizer().toString(),
                fit.regularizer().lambda(),
                fit.objective(),
                fit.loss(),
                fit.penalty(),
                fit.certificate().toString(),
                fit.iterations(),
                fit.converged());
    }

    /** Where there is nothing to learn. */
    static FitSummary exact(Regularizer regularizer) {
        Regularizer current = regularizer.train().current();
        return new FitSummary(
                current.toString(), current.lambda(), 0, 0, 0, "exact, as only one class occurs", 0, true);
    }
}
