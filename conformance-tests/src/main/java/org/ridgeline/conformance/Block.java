package org.ridgeline.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ridgeline.Groups;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/**
 * Some weights of a case that a penalty can treat alone, as weights of their own.
 *
 * @param indices where they are in the case
 * @param weights the same without their penalty factor; where the block is the whole, those of factor 0 keep it
 * @param factor the penalty factor that they share, or all that are penalised
 */
record Block(List<Integer> indices, Weights weights, double factor) {

    /** All blocks; of weights in no group each is one. */
    static List<Block> of(Case given, Separability separability) {
        Weights all = given.weights();
        List<Block> blocks = new ArrayList<>();
        switch (separability) {
            case WEIGHT ->
                IntStream.range(0, all.size()).forEach(i -> blocks.add(alone(all, List.of(i), Groups.whole(1))));
            case GROUP -> {
                Groups groups = all.groups();
                for (int g = 0; g < groups.count(); g++) {
                    List<Integer> indices = IntStream.range(groups.start(g), groups.start(g + 1))
                            .map(groups::member)
                            .boxed()
                            .toList();
                    blocks.add(alone(all, indices, Groups.whole(indices.size())));
                }
                int[] labels = groups.labels();
                IntStream.range(0, all.size())
                        .filter(i -> labels[i] < 0)
                        .forEach(i -> blocks.add(alone(all, List.of(i), Groups.labelled(-1))));
            }
            case NONE -> blocks.add(whole(all));
        }
        return blocks;
    }

    private static Block alone(Weights all, List<Integer> indices, Groups groups) {
        return new Block(indices, Weights.of(pick(all.values(), indices), groups), all.factor(indices.get(0)));
    }

    private static Block whole(Weights all) {
        List<Integer> indices = IntStream.range(0, all.size()).boxed().toList();
        double[] factors = indices.stream().mapToDouble(all::factor).toArray();
        double shared = Arrays.stream(factors).max().orElse(1);
        Arrays.setAll(factors, i -> factors[i] > 0 ? 1 : 0);
        Weights plain = Weights.of(all.values(), all.groups());
        return new Block(indices, all.hasFactors() ? plain.withFactors(factors) : plain, shared);
    }

    private static double[] pick(double[] values, List<Integer> indices) {
        return indices.stream().mapToDouble(i -> values[i]).toArray();
    }

    /** The values of these weights. */
    double[] pick(double[] values) {
        return pick(values, indices);
    }

    /** Whether this is a weight in no group. */
    boolean isInNoGroup() {
        return weights.groups().labels().length == 1 && weights.groups().count() == 0;
    }
}
