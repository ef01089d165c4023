package org.ridgeline.tribuo;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.ScalarLoss;

/**
 * One fit that a model is made of.
 *
 * @param name what the fit is called
 * @param loss of one or of several outputs
 * @param targets of the examples, as the loss wants them
 * @param rows for each output of the loss its row in the model
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutputFit(String name, Loss loss, double[] targets, int... rows) {

    /** The name of a fit of all outputs together. */
    static final String ALL = "all";

    /**
     * The fits of outputs that do not depend on one another: one each, or a single one where groups extend over all of them.
     *
     * @param names of the outputs
     * @param rows of the outputs in the model
     * @param targets by output, then by example
     */
    static List<OutputFit> independent(
            ScalarLoss loss, List<String> names, int[] rows, double[][] targets, boolean tied) {
        if (tied && rows.length > 1) {
            int n = targets[0].length;
            double[] all = new double[rows.length * n];
            for (int k = 0; k < rows.length; k++) {
                System.arraycopy(targets[k], 0, all, k * n, n);
            }
            return List.of(new OutputFit(ALL, Loss.multitask(loss, rows.length), all, rows));
        }
        List<OutputFit> fits = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            fits.add(new OutputFit(names.get(k), loss, targets[k], rows[k]));
        }
        return fits;
    }
}
