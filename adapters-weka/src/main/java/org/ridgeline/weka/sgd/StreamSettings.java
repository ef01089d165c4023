package org.ridgeline.weka.sgd;

import java.io.Serializable;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.CommandLine;

/**
 * How a model learns.
 *
 * @param loss what is minimised beside the penalty
 * @param delta δ of Huber's loss, &gt; 0
 * @param regularizer the text form of the penalty, with a fixed λ
 * @param learningRate η &gt; 0: about how far the first steps go, in units of the standardised coefficients; for a number
 *     times its deviation
 * @param standardization on which scale coefficients are penalised
 * @param groups a regular expression with a capturing group that groups attributes by name, or empty: each attribute is a
 *     group, with all columns of a nominal one
 * @param tieClasses whether a group holds the weights of all of several classes
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // doclint wants every serial field commented, though the components are
public record StreamSettings(
        SgdLoss loss,
        double delta,
        String regularizer,
        double learningRate,
        Standardization standardization,
        String groups,
        boolean tieClasses)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /**
     * What a user wants to know of them beside the penalty.
     *
     * @return words
     */
    public String describe() {
        return loss + (loss == SgdLoss.HUBER ? " loss with delta " + CommandLine.number(delta) : " loss")
                + ", learning rate " + CommandLine.number(learningRate) + "; attributes standardized: "
                + standardization;
    }
}
