package org.ridgeline.tribuo;

import java.util.Map;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;

/**
 * How a trainer trains, apart from its regularizer. Immutable; each {@code with…} gives a changed copy.
 *
 * @param lossScale whether the penalty is added to the mean or to the summed loss
 * @param standardization on which scale the weights are penalised; the model is in the features' own units all the same
 * @param grouping which features belong together; only group penalties use it
 * @param tiedOutputs whether groups extend over all outputs, so that a group penalty keeps or drops features for all of them
 * @param solver tolerance and the largest number of iterations
 * @param holdOut which examples an adaptive regularizer is validated on; its seed is also that of the folds of a cross-validation
 * @param lambda where λ comes from
 */
public record TrainingOptions(
        LossScale lossScale,
        Standardization standardization,
        FeatureGrouping grouping,
        boolean tiedOutputs,
        Solver solver,
        HoldOut holdOut,
        LambdaSelection lambda) {

    /** Not Tribuo's own default seed: in every host an adaptive regularizer is to end at the same model. */
    private static final HoldOut HOLD_OUT = new HoldOut(0.2, 1);

    /**
     * The defaults, which are those of a configuration file too.
     *
     * @return mean loss, no standardisation, groups by field and output, {@link Solver#standard()}, a fifth of the examples held
     *     out with seed 1, the regularizer's own λ
     */
    public static TrainingOptions standard() {
        return new TrainingOptions(
                LossScale.MEAN,
                Standardization.NONE,
                FeatureGrouping.byField(),
                false,
                Solver.standard(),
                HOLD_OUT,
                LambdaSelection.fixed());
    }

    /**
     * Adds the penalty to the mean or to the summed loss.
     *
     * @param lossScale the scale
     * @return a copy with it
     */
    public TrainingOptions withLossScale(LossScale lossScale) {
        return new TrainingOptions(lossScale, standardization, grouping, tiedOutputs, solver, holdOut, lambda);
    }

    /**
     * Penalises the weights of standardised features.
     *
     * @param standardization the scale
     * @return a copy with it
     */
    public TrainingOptions withStandardization(Standardization standardization) {
        return new TrainingOptions(lossScale, standardization, grouping, tiedOutputs, solver, holdOut, lambda);
    }

    /**
     * Groups the features for group penalties.
     *
     * @param grouping which belong together
     * @return a copy with it
     */
    public TrainingOptions withGrouping(FeatureGrouping grouping) {
        return new TrainingOptions(lossScale, standardization, grouping, tiedOutputs, solver, holdOut, lambda);
    }

    /**
     * Groups the features for group penalties.
     *
     * @param grouping the text of a grouping, see {@link FeatureGrouping#of(String)}
     * @return a copy with it
     * @throws IllegalArgumentException if it is none
     */
    public TrainingOptions withGrouping(String grouping) {
        return withGrouping(FeatureGrouping.of(grouping));
    }

    /**
     * Groups the features for group penalties one by one.
     *
     * @param groupOfFeature by the name of a feature the name of its group; others are groups of their own
     * @return a copy with it
     * @throws IllegalArgumentException if it is empty
     */
    public TrainingOptions withGroups(Map<String, String> groupOfFeature) {
        return withGrouping(FeatureGrouping.of(groupOfFeature));
    }

    /**
     * Extends the groups over all outputs.
     *
     * @param tiedOutputs whether a group holds the weights of its features for all outputs
     * @return a copy with it
     */
    public TrainingOptions withTiedOutputs(boolean tiedOutputs) {
        return new TrainingOptions(lossScale, standardization, grouping, tiedOutputs, solver, holdOut, lambda);
    }

    /**
     * Sets tolerance and limit of the fits.
     *
     * @param solver tolerance and the largest number of iterations
     * @return a copy with it
     */
    public TrainingOptions withSolver(Solver solver) {
        return new TrainingOptions(lossScale, standardization, grouping, tiedOutputs, solver, holdOut, lambda);
    }

    /**
     * Chooses the examples that an adaptive regularizer is validated on, and the seed of folds.
     *
     * @param holdOut share and seed
     * @return a copy with it
     */
    public TrainingOptions withHoldOut(HoldOut holdOut) {
        return new TrainingOptions(lossScale, standardization, grouping, tiedOutputs, solver, holdOut, lambda);
    }

    /**
     * Chooses where λ comes from.
     *
     * @param lambda the regularizer's own, or by cross-validation
     * @return a copy with it
     */
    public TrainingOptions withLambda(LambdaSelection lambda) {
        return new TrainingOptions(lossScale, standardization, grouping, tiedOutputs, solver, holdOut, lambda);
    }
}
