package org.ridgeline.solvers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/** The blocks of columns that a penalty allows to treat alone: single columns, or groups and the columns in none. */
final class Blocks {

    /** The columns of each block. */
    private final int[][] members;
    /** The block of each column. */
    private final int[] blockOf;

    private final Weights layout;
    private final int[] labels;
    private final int largest;
    private final @Nullable Weights[] cells;

    Blocks(Weights layout, Regularizer regularizer) {
        this.layout = layout;
        int p = layout.size();
        Groups groups = regularizer.separability() == Separability.GROUP ? layout.groups() : Groups.singletons(p);
        this.labels = groups.labels();
        this.blockOf = new int[p];
        int alone = 0;
        for (int j = 0; j < p; j++) {
            blockOf[j] = labels[j] < 0 ? groups.count() + alone++ : labels[j];
        }
        this.members = new int[groups.count() + alone][];
        int most = 1;
        for (int g = 0; g < groups.count(); g++) {
            members[g] = new int[groups.size(g)];
            most = Math.max(most, groups.size(g));
            for (int k = 0; k < members[g].length; k++) {
                members[g][k] = groups.member(groups.start(g) + k);
            }
        }
        for (int j = 0; j < p; j++) {
            if (labels[j] < 0) {
                members[blockOf[j]] = new int[] {j};
            }
        }
        this.largest = most;
        this.cells = new Weights[members.length];
    }

    int count() {
        return members.length;
    }

    /** The live list of the columns of a block. */
    int[] members(int block) {
        return members[block];
    }

    int blockOf(int column) {
        return blockOf[column];
    }

    /** Weights of one block alone, always the same, over a live array to write into. */
    Weights cell(int block) {
        Weights cell = cells[block];
        if (cell == null) {
            int size = members[block].length;
            int[] places = new int[size];
            double[] factors = new double[size];
            for (int k = 0; k < size; k++) {
                places[k] = Math.min(labels[members[block][k]], 0);
                factors[k] = layout.factor(members[block][k]);
            }
            cell = Weights.of(new double[size], Groups.labelled(places));
            if (layout.hasFactors()) {
                cell = cell.withFactors(factors);
            }
            cells[block] = cell;
        }
        return cell;
    }

    /** The size of the largest block. */
    int largest() {
        return largest;
    }

    /** Weights over an array, with the groups and penalty factors of some columns that are whole blocks. */
    Weights weights(int[] columns, int count, double[] values) {
        int[] renumbered = new int[members.length];
        Arrays.fill(renumbered, -1);
        int[] places = new int[count];
        int groups = 0;
        double[] factors = new double[count];
        for (int a = 0; a < count; a++) {
            int j = columns[a];
            factors[a] = layout.factor(j);
            if (labels[j] < 0) {
                places[a] = -1;
            } else {
                if (renumbered[blockOf[j]] < 0) {
                    renumbered[blockOf[j]] = groups++;
                }
                places[a] = renumbered[blockOf[j]];
            }
        }
        Weights weights = Weights.of(values, Groups.labelled(places));
        return layout.hasFactors() ? weights.withFactors(factors) : weights;
    }

    /** For each column a bound of the largest eigenvalue of X̃ᵀHX̃ of its block, for a diagonal H. */
    double[] curvatures(Design design, double[] h) {
        double[] curvatures = new double[blockOf.length];
        double[][] parts = new double[design.outputs()][];
        Gram[] grams = new Gram[parts.length];
        double[] totals = new double[parts.length];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = design.part(h, k);
            totals[k] = Arrays.stream(parts[k]).sum();
            grams[k] = new Gram(design, parts[k], largest);
        }
        int[] features = new int[largest];
        for (int[] block : members) {
            if (block.length == 1) {
                int j = block[0];
                int k = design.output(j);
                curvatures[j] = design.features()
                        .squares(design.feature(j), design.center(j), design.deviation(j), parts[k], totals[k]);
                continue;
            }
            // Outputs have nothing in common, so the matrix of a block consists of one for each.
            double bound = 0;
            for (int k = 0; k < parts.length; k++) {
                int count = 0;
                for (int j : block) {
                    if (design.output(j) == k) {
                        features[count++] = design.feature(j);
                    }
                }
                grams[k].extend(features, count);
                bound = Math.max(bound, grams[k].largestEigenvalue(0, count));
                grams[k].clear();
            }
            for (int j : block) {
                curvatures[j] = bound;
            }
        }
        return curvatures;
    }
}
