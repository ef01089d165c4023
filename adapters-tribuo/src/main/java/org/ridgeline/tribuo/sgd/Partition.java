package org.ridgeline.tribuo.sgd;

import org.ridgeline.Groups;
import org.ridgeline.Separability;

/**
 * How the weights of a tensor, column by column, are cut into blocks that a penalty treats alone. What is not penalised, or
 * in no group, is a block of its own; a penalty of all weights at once has one block, which is the first.
 */
final class Partition {

    final Groups blocks;
    final int[] blockOfWeight;
    /** For each weight the number of its group, or −1. */
    final int[] groupOfWeight;
    /** Those before this weight are penalised. */
    final int penalised;
    /** Whether there is one block for all weights that are penalised. */
    final boolean whole;

    Partition(int rows, int columns, TensorPlan plan, Separability separability) {
        whole = separability == Separability.NONE;
        penalised = plan.penalised() * rows;
        groupOfWeight = new int[Math.multiplyExact(rows, columns)];
        int count = whole ? 1 : 0;
        for (int w = 0; w < groupOfWeight.length; w++) {
            groupOfWeight[w] = w < penalised ? plan.group().applyAsInt(w % rows, w / rows) : -1;
            count = whole ? count : Math.max(count, groupOfWeight[w] + 1);
        }
        blockOfWeight = new int[groupOfWeight.length];
        for (int w = 0; w < blockOfWeight.length; w++) {
            int shared = whole && w < penalised ? 0 : whole ? -1 : groupOfWeight[w];
            blockOfWeight[w] = shared < 0 ? count++ : shared;
        }
        blocks = Groups.labelled(blockOfWeight);
    }

    /** The groups in a block. */
    Groups groups(int block) {
        int[] labels = new int[blocks.size(block)];
        for (int m = 0; m < labels.length; m++) {
            int group = groupOfWeight[blocks.member(blocks.start(block) + m)];
            labels[m] = whole || group < 0 ? group : 0;
        }
        return Groups.labelled(labels);
    }
}
