package org.ridgeline.conformance;

import java.util.function.Predicate;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;

/** R7xx: the blocks in which a penalty may be computed, and weights in no group. */
final class BlockRules {

    private static final double ROUNDING = 1e-13;

    private BlockRules() {}

    static void thePenaltyIsTheSumOfItsBlocks(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double sum = Block.of(given, regularizer.separability()).stream()
                    .mapToDouble(block -> regularizer.penalty(block.weights()))
                    .sum();
            check.in(given, regularizer.separability())
                    .near("R(w)", sum, regularizer.penalty(given.weights()), ROUNDING);
        }
    }

    static void blocksMoveAlone(Check check, Regularizer regularizer) {
        moveAlone(check, regularizer, block -> !block.isInNoGroup());
    }

    static void weightsInNoGroupMoveAlone(Check check, Regularizer regularizer) {
        if (regularizer.separability() == Separability.GROUP) {
            moveAlone(check, regularizer, Block::isInNoGroup);
        }
    }

    private static void moveAlone(Check check, Regularizer regularizer, Predicate<Block> which) {
        for (Case given : Case.all()) {
            double[] u = Vectors.prox(regularizer, given.weights(), given.step());
            double[] gradient = Vectors.gradient(regularizer, given.weights());
            Block.of(given, regularizer.separability()).stream().filter(which).forEach(block -> {
                Check here = check.in(given, "block " + block.indices());
                here.equal("weight", Vectors.prox(regularizer, block.weights(), given.step()), block.pick(u));
                here.equal("gradient", Vectors.gradient(regularizer, block.weights()), block.pick(gradient));
            });
        }
    }
}
