package org.ridgeline.tribuo;

import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;

/**
 * How a trainer trains, apart from its regularizer. Immutable; each {@code with…} gives a changed copy.
 *
 * @param lossScale whether the penalty is added to the mean or to the summed loss
 * @param standardization on which scale the weights are penalised; the model is in the features' own units all the same
 * @param grouping {@link #BY_FEATURE}, or a regular expression that is found in every feature's name and whose first
 *     capturing group is the name of its group; only group penalties use it
 * @param solver tolerance and the largest number of iterations
 * @param holdOut which examples an adaptive regularizer is validated on; others train on all examples
 */
public record TrainingOptions(
        LossScale lossScale, Standardization standardization, String grouping, Solver solver, HoldOut holdOut) {

    /** Every feature is a group of its own. */
    public static final String BY_FEATURE = "feature";

    /** One group for each field of columnar data, whose features are named {@code field@value}. */
    public static final String BY_FIELD = "^([^@]+)@";

    /** Not Tribuo's own default seed: in every host an adaptive regularizer is to end at the same model. */
    private static final HoldOut HOLD_OUT = new HoldOut(0.2, 1);

    /**
     * Checks the grouping.
     *
     * @param lossScale whether the penalty is added to the mean or to the summed loss
     * @param standardization on which scale the weights are penalised
     * @param grouping {@link #BY_FEATURE} or a regular expression with a capturing group
     * @param solver tolerance and the largest number of iterations
     * @param holdOut which examples an adaptive regularizer is validated on
     * @throws IllegalArgumentException if the grouping is neither {@link #BY_FEATURE} nor a regular expression with a
     *     capturing group
     */
    public TrainingOptions {
        Grouping.check(grouping);
    }

    /**
     * The defaults, which are those of a configuration file too.
     *
     * @return mean loss, no standardisation, groups by field, {@link Solver#standard()}, a fifth of the examples held out
     */
    public static TrainingOptions standard() {
        return new TrainingOptions(LossScale.MEAN, Standardization.NONE, BY_FIELD, Solver.standard(), HOLD_OUT);
    }

    /**
     * Adds the penalty to the mean or to the summed loss.
     *
     * @param lossScale the scale
     * @return a copy with it
     */
    public TrainingOptions withLossScale(LossScale lossScale) {
        return new TrainingOptions(lossScale, standardization, grouping, solver, holdOut);
    }

    /**
     * Penalises the weights of standardised features.
     *
     * @param standardization the scale
     * @return a copy with it
     */
    public TrainingOptions withStandardization(Standardization standardization) {
        return new TrainingOptions(lossScale, standardization, grouping, solver, holdOut);
    }

    /**
     * Groups the features for group penalties.
     *
     * @param grouping {@link #BY_FEATURE}, {@link #BY_FIELD} or another regular expression with a capturing group
     * @return a copy with it
     * @throws IllegalArgumentException if it is none of these
     */
    public TrainingOptions withGrouping(String grouping) {
        return new TrainingOptions(lossScale, standardization, grouping, solver, holdOut);
    }

    /**
     * Sets tolerance and limit of the fits.
     *
     * @param solver tolerance and the largest number of iterations
     * @return a copy with it
     */
    public TrainingOptions withSolver(Solver solver) {
        return new TrainingOptions(lossScale, standardization, grouping, solver, holdOut);
    }

    /**
     * Chooses the examples that an adaptive regularizer is validated on.
     *
     * @param holdOut share and seed
     * @return a copy with it
     */
    public TrainingOptions withHoldOut(HoldOut holdOut) {
        return new TrainingOptions(lossScale, standardization, grouping, solver, holdOut);
    }
}
