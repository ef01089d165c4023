package org.ridgeline.weka.sgd;

import java.io.Serializable;
import org.ridgeline.solvers.Standardization;

/**
 * How a model learns.
 *
 * @param loss what is minimised beside the penalty
 * @param delta δ of Huber's loss, &gt; 0
 * @param regularizer the text form of the penalty, with a fixed λ
 * @param learningRate η &gt; 0: about how far the first steps go, in units of the standardised coefficients; for a number
 *     times its deviation
 * @param standardization on which scale coefficients are penalised
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // doclint wants every serial field commented, though the components are
public record StreamSettings(
        SgdLoss loss, double delta, String regularizer, double learningRate, Standardization standardization)
        implements Serializable {

    private static final long serialVersionUID = 1;
}
