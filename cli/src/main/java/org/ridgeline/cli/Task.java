package org.ridgeline.cli;

import java.util.regex.Pattern;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;

/**
 * How a data set is to be fitted, in every host alike.
 *
 * @param regularizer the text form of the penalty
 * @param lossScale what the penalty is added to
 * @param standardization on which scale the weights are penalised
 * @param groups its first capturing group names the group of a feature
 * @param solver tolerance and largest number of steps of the optimiser
 * @param holdOut which examples an adaptive penalty validates on
 */
record Task(
        String regularizer,
        LossScale lossScale,
        Standardization standardization,
        Pattern groups,
        Solver solver,
        HoldOut holdOut) {}
