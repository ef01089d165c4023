package org.ridgeline.solvers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/** The blocks of columns that a penalty allows to treat alone: single columns, or groups and the columns in none. */
final class Blocks {

    // Compressed: the columns of block b are columns[start[b]] to before columns[start[b + 1]].
    private final int[] start;
    private final int[] columns;
    /** The block of each column. */
    private final int[] blockOf;

    private final Weights layout;
    /** Blocks from here on are columns in no group. */
    private final int groupCount;

    private final int largest;
    private final @Nullable Weights[] cells;

    Blocks(Weights layout, Regularizer regularizer) {
        this.layout = layout;
        int p = layout.size();
        Groups groups = regularizer.separability() == Separability.GROUP ? layout.groups() : Groups.singletons(p);
        int[] labels = groups.labels();
        this.groupCount = groups.count();
        this.blockOf = new int[p];
        int inGroups = groups.start(groups.count());
        this.start = new int[groups.count() + p - inGroups + 1];
        this.columns = new int[p];
        int most = 1;
        for (int g = 0; g < groups.count(); g++) {
            start[g + 1] = groups.start(g + 1);
            most = Math.max(most, groups.size(g));
            for (int k = start[g]; k < start[g + 1]; k++) {
                columns[k] = groups.member(k);
                blockOf[columns[k]] = g;
            }
        }
        int count = groups.count();
        for (int j = 0; j < p; j++) {
            if (labels[j] < 0) {
                columns[start[count]] = j;
                blockOf[j] = count++;
                start[count] = start[count - 1] + 1;
            }
        }
        this.largest = most;
        this.cells = new Weights[count];
    }

    int count() {
        return start.length - 1;
    }

    /** The number of columns in a block. */
    int size(int block) {
        return start[block + 1] - start[block];
    }

    /** The number of features in a block: of several outputs it holds the same ones for each, one output after the other. */
    int features(int block, Design design) {
        int count = 1;
        while (count < size(block) && design.output(column(block, count)) == design.output(column(block, 0))) {
            count++;
        }
        return count;
    }

    /** A column of a block, in ascending order. */
    int column(int block, int k) {
        return columns[start[block] + k];
    }

    int blockOf(int column) {
        return blockOf[column];
    }

    /** Weights of one block alone, always the same, over a live array to write into. */
    Weights cell(int block) {
        Weights cell = cells[block];
        if (cell == null) {
            int size = size(block);
            int[] places = new int[size];
            Arrays.fill(places, block < groupCount ? 0 : -1);
            double[] factors = new double[size];
            for (int k = 0; k < size; k++) {
                factors[k] = layout.factor(column(block, k));
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
        int[] renumbered = new int[count()];
        Arrays.fill(renumbered, -1);
        int[] places = new int[count];
        int groups = 0;
        double[] factors = new double[count];
        for (int a = 0; a < count; a++) {
            int j = columns[a];
            factors[a] = layout.factor(j);
            if (blockOf[j] >= groupCount) {
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
        for (int b = 0; b < count(); b++) {
            if (size(b) == 1) {
                int j = column(b, 0);
                int k = design.output(j);
                curvatures[j] = design.features()
                        .squares(design.feature(j), design.center(j), design.deviation(j), parts[k], totals[k]);
                continue;
            }
            // Outputs are not coupled by H, so the matrix of a block consists of one for each.
            double bound = 0;
            for (int k = 0; k < parts.length; k++) {
                int count = 0;
                for (int m = 0; m < size(b); m++) {
                    int j = column(b, m);
                    if (design.output(j) == k) {
                        features[count++] = design.feature(j);
                    }
                }
                grams[k].extend(features, count);
                bound = Math.max(bound, grams[k].largestEigenvalue(0, count));
                grams[k].clear();
            }
            for (int m = 0; m < size(b); m++) {
                curvatures[column(b, m)] = bound;
            }
        }
        return curvatures;
    }
}
