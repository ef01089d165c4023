package org.ridgeline.cli;

import java.util.regex.Pattern;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Standardization;

/**
 * How a data set is to be fitted, in every host alike.
 *
 * @param regularizer the text form of the penalty
 * @param lossScale what the penalty is added to
 * @param standardization on which scale the weights are penalised
 * @param groups its first capturing group names the group of a feature
 * @param tolerance of the host's optimiser
 * @param holdOut share of the examples that an adaptive penalty validates on
 * @param seed which examples are held out
 */
record Task(
        String regularizer,
        LossScale lossScale,
        Standardization standardization,
        Pattern groups,
        double tolerance,
        double holdOut,
        long seed) {}
