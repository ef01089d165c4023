package org.ridgeline.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
 * @param target n numbers; of classes their places as they sort, from 0
 * @param weights n example weights
 * @param loss the loss of the target
 * @param classes the names of the classes; empty for a number
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

    /** The names of all weights, output by output: those of the features, with that of a class behind them if there are several outputs. */
    List<String> weightNames() {
        return loss.outputs() == 1
                ? features
                : IntStream.range(0, loss.outputs() * features.size())
                        .mapToObj(c -> named(features.get(c % features.size()), c / features.size()))
                        .toList();
    }

    /** What belongs to an output. */
    String named(String what, int output) {
        return loss.outputs() == 1 ? what : what + " [" + classes.get(output) + "]";
    }

    /** Of which class the coefficients are, for a sentence about them; nothing for a number. */
    String ofClass() {
        if (loss.outputs() > 1) {
            return " of " + classes.size() + " classes";
        }
        return classes.isEmpty() ? "" : " of class '" + classes.get(1) + "' against '" + classes.get(0) + "'";
    }
}
