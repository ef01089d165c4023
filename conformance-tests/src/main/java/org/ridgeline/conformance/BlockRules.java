package org.ridgeline.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/** R7xx: the blocks in which a penalty may be computed, weights in no group, and penalty factors. */
final class BlockRules {

    private static final double ROUNDING = 1e-13;

    private BlockRules() {}

    /** Some weights of a case that a penalty can treat alone, as weights of their own. */
    private record Block(List<Integer> indices, Weights weights) {

        static List<Block> of(Case given, Separability separability) {
            Weights all = given.weights();
            List<List<Integer>> blocks = new ArrayList<>();
            switch (separability) {
                case WEIGHT -> IntStream.range(0, all.size()).forEach(i -> blocks.add(List.of(i)));
                case GROUP -> {
                    for (int g = 0; g < all.groups().count(); g++) {
                        blocks.add(IntStream.range(
                                        all.groups().start(g), all.groups().start(g + 1))
                                .map(all.groups()::member)
                                .boxed()
                                .toList());
                    }
                }
                case NONE -> blocks.add(IntStream.range(0, all.size()).boxed().toList());
            }
            return blocks.stream()
                    .map(indices -> new Block(indices, alone(all, indices, separability)))
                    .toList();
        }

        private static Weights alone(Weights all, List<Integer> indices, Separability separability) {
            double[] values = pick(all.values(), indices);
            return Weights.of(values, separability == Separability.NONE ? all.groups() : Groups.whole(values.length));
        }

        static double[] pick(double[] values, List<Integer> indices) {
            return indices.stream().mapToDouble(i -> values[i]).toArray();
        }

        double[] pick(double[] values) {
            return pick(values, indices);
        }
    }

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
        for (Case given : Case.all()) {
            double[] u = Vectors.prox(regularizer, given.weights(), given.step());
            double[] gradient = Vectors.gradient(regularizer, given.weights());
            for (Block block : Block.of(given, regularizer.separability())) {
                Check here = check.in(given, "block " + block.indices());
                here.equal("weight", Vectors.prox(regularizer, block.weights(), given.step()), block.pick(u));
                here.equal("gradient", Vectors.gradient(regularizer, block.weights()), block.pick(gradient));
            }
        }
    }

    static void weightsInNoGroupAreLeftAlone(Check check, Regularizer regularizer) {
        if (regularizer.separability() != Separability.GROUP) {
            return;
        }
        for (Case given : Case.all()) {
            int[] labels = given.weights().groups().labels();
            double[] u = Vectors.prox(regularizer, given.weights(), given.step());
            double[] gradient = Vectors.gradient(regularizer, given.weights());
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] < 0) {
                    check.in(given).equal("weight[" + i + "]", given.weights().values()[i], u[i]);
                    check.in(given).equal("gradient[" + i + "]", 0, gradient[i]);
                    boolean counts = given.penalised(regularizer, i);
                    check.in(given, "weight " + i).that(!counts, () -> "R without the weight", "R with it");
                }
            }
        }
    }

    static void factorZeroLeavesAlone(Check check, Regularizer regularizer) {
        for (Case some : Case.all()) {
            Case given = some.withFactors(regularizer);
            double[] w = given.weights().values();
            double[] u = Vectors.prox(regularizer, given.weights(), given.step());
            double[] gradient = Vectors.gradient(regularizer, given.weights());
            double[] others = w.clone();
            for (int i = 0; i < w.length; i++) {
                if (given.weights().factor(i) == 0) {
                    check.in(given).equal("weight[" + i + "]", w[i], u[i]);
                    check.in(given).equal("gradient[" + i + "]", 0, gradient[i]);
                    others[i] = Double.POSITIVE_INFINITY;
                }
            }
            double penalty = regularizer.penalty(given.weights());
            double found = Vectors.penalty(regularizer, given.weights(), others);
            check.in(given, "∞ for weights of factor 0").near("R(w)", penalty, found, ROUNDING);
        }
    }

    static void factorsMultiply(Check check, Regularizer regularizer) {
        for (Case some : Case.all()) {
            Case given = some.withFactors(regularizer);
            double[] u = Vectors.prox(regularizer, given.weights(), given.step());
            double[] gradient = Vectors.gradient(regularizer, given.weights());
            double sum = 0;
            for (Block block : Block.of(given, regularizer.separability())) {
                if (block.indices().isEmpty()) {
                    continue;
                }
                double factor = given.weights().factor(block.indices().get(0));
                Check here = check.in(given, "block " + block.indices() + " of factor " + factor);
                double[] alone = Vectors.prox(regularizer, block.weights(), given.step() * factor);
                here.equal("weight, as with step·factor,", alone, block.pick(u));
                double[] slopes = Vectors.times(factor, Vectors.gradient(regularizer, block.weights()));
                double largest = Arrays.stream(slopes).map(Math::abs).max().orElse(0);
                here.close("gradient", slopes, block.pick(gradient), ROUNDING * largest);
                sum += factor * regularizer.penalty(block.weights());
            }
            check.in(given).near("R(w)", sum, regularizer.penalty(given.weights()), ROUNDING);
        }
    }

    static void unequalFactorsInAGroupAreRefused(Check check, Regularizer regularizer) {
        if (regularizer.separability() != Separability.GROUP) {
            return;
        }
        double[] w = {1, -2, 3};
        Weights weights = Weights.of(w, Groups.labelled(0, 1, 0)).withFactors(1, 1, 2);
        Check here = check.in("groups 0, 1, 0 with factors 1, 1, 2");
        List<String> named = List.of("factor", "1.0", "2.0");
        Class<IllegalArgumentException> refusal = IllegalArgumentException.class;
        here.refused("penalty", refusal, () -> regularizer.penalty(weights), named);
        here.refused("addGradient", refusal, () -> Vectors.gradient(regularizer, weights), named);
        here.refused("prox", refusal, () -> Vectors.prox(regularizer, weights, 1), named);
    }
}
