package org.ridgeline.cli;

import java.util.List;
import java.util.regex.Pattern;
import org.ridgeline.Groups;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Standardization;

/**
 * Numbers to fit: what every host is given alike.
 *
 * @param features the names of the p features; a value of a nominal attribute is called {@code attribute=value}
 * @param rows n rows of p numbers
 * @param target n numbers; for two classes 1 is the one that sorts last
 * @param weights n example weights
 * @param loss the loss of the target
 * @param classes the names of the classes 0 and 1; empty for a number
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record Dataset(
        List<String> features, double[][] rows, double[] target, double[] weights, Loss loss, List<String> classes) {

    /** Puts the values of one nominal attribute into one group, and every number into a group of its own. */
    static final Pattern BY_ATTRIBUTE = Pattern.compile("^([^=]*)");

    /** The problem as the solver takes it. */
    Problem problem(Task task) {
        return problem(task.lossScale(), task.standardization(), task.groups());
    }

    /** The problem as the solver takes it. */
    Problem problem(LossScale lossScale, Standardization standardization, Pattern groups) {
        return Problem.of(DenseFeatures.ofRows(rows), target, loss)
                .withExampleWeights(weights)
                .withLossScale(lossScale)
                .withStandardization(standardization)
                .withGroups(Groups.named(features, groups));
    }

    /** Of which class the coefficients are, for a sentence about them; nothing for a number. */
    String ofClass() {
        return classes.isEmpty() ? "" : " of class '" + classes.get(1) + "' against '" + classes.get(0) + "'";
    }
}
