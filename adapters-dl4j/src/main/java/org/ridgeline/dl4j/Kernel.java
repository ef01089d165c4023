package org.ridgeline.dl4j;

import org.ridgeline.Regularizer;
import org.ridgeline.Sums;

/** A penalty on one parameter: copies tiles into doubles, calls the regularizer, and stores what it gives, rounded once. */
final class Kernel {

    private Kernel() {}

    /** R of a parameter. */
    static double penalty(Regularizer regularizer, ParameterGroups groups, FlatArray parameter) {
        Tiling tiling = groups.tiling(regularizer.separability());
        Tiling.Scratch scratch = tiling.borrow();
        double penalty = Sums.pairwise(tiling.tiles(), (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                Tiling.Tile tile = scratch.tile(i);
                tiling.read(parameter, i, tile.values);
                sum += regularizer.penalty(tile.weights);
            }
            return sum;
        });
        tiling.giveBack(scratch);
        return penalty;
    }

    /** gradient += a subgradient of R at the parameter. */
    static void addGradient(Regularizer regularizer, ParameterGroups groups, FlatArray parameter, FlatArray gradient) {
        Tiling tiling = groups.tiling(regularizer.separability());
        Tiling.Scratch scratch = tiling.borrow();
        for (int i = 0; i < tiling.tiles(); i++) {
            Tiling.Tile tile = scratch.tile(i);
            tiling.read(parameter, i, tile.values);
            tiling.read(gradient, i, tile.others);
            regularizer.addGradient(tile.weights, 1, tile.others);
            tiling.write(gradient, i, tile.others);
        }
        gradient.flush();
        tiling.giveBack(scratch);
    }

    /**
     * Makes the step parameter −= update lead to q = prox(parameter − update), in double from the stored numbers and rounded
     * once.
     *
     * <p>The update becomes parameter − q, as everyone expects who reads it. No update leads to q bit for bit where its own
     * last digit is too coarse, as when a weight nearly vanishes; there the parameter becomes q at once and its update 0.
     */
    static void proximalUpdate(
            Regularizer regularizer, ParameterGroups groups, double step, FlatArray parameter, FlatArray update) {
        Tiling tiling = groups.tiling(regularizer.separability());
        Tiling.Scratch scratch = tiling.borrow();
        boolean moved = false;
        for (int i = 0; i < tiling.tiles(); i++) {
            Tiling.Tile tile = scratch.tile(i);
            double[] before = tile.others;
            double[] values = tile.values;
            tiling.read(parameter, i, before);
            tiling.read(update, i, values);
            for (int k = 0; k < values.length; k++) {
                values[k] = before[k] - values[k];
            }
            regularizer.prox(tile.weights, step);
            if (toUpdate(before, values, parameter.single())) {
                tiling.write(parameter, i, before);
                moved = true;
            }
            tiling.write(update, i, values);
        }
        if (moved) {
            parameter.flush();
        }
        update.flush();
        tiling.giveBack(scratch);
    }

    /**
     * Turns values into updates, without branches that a processor would have to guess.
     *
     * @param before parameters; one that no update leads to its value becomes that value
     * @param values on entry the values wanted, on return updates
     * @return whether a parameter was changed
     */
    private static boolean toUpdate(double[] before, double[] values, boolean single) {
        boolean moved = false;
        if (single) {
            for (int k = 0; k < values.length; k++) {
                float now = (float) before[k];
                float wanted = (float) values[k];
                float change = now - wanted;
                boolean exact = now - change == wanted;
                before[k] = exact ? now : wanted;
                values[k] = exact ? change : 0;
                moved |= !exact;
            }
        } else {
            for (int k = 0; k < values.length; k++) {
                double now = before[k];
                double wanted = values[k];
                double change = now - wanted;
                boolean exact = now - change == wanted;
                before[k] = exact ? now : wanted;
                values[k] = exact ? change : 0;
                moved |= !exact;
            }
        }
        return moved;
    }
}
