package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** Random weights of ordinary size, some of them zero and some equal in size, with a step. */
record Case(long seed, Weights weights, double step) {

    private static final int SEEDS = 4;
    private static final double[] FACTORS = {1, 0, 0.5, 3};

    /** Groupings of at most three weights, which a slow search can still handle. */
    private static final List<Groups> SMALL = List.of(
            Groups.singletons(1),
            Groups.whole(2),
            Groups.singletons(3),
            Groups.whole(3),
            Groups.labelled(0, 1, 0),
            Groups.labelled(0, 0, -1));

    private static final List<Groups> LARGER = List.of(
            Groups.whole(6),
            Groups.strided(1, 3, 6),
            Groups.strided(3, 2, 6),
            Groups.labelled(1, -1, 0, 1, 0, -1),
            Groups.singletons(0));

    /** A few weights in all kinds of groups. */
    static List<Case> small() {
        return of(SMALL);
    }

    /** Some weights in all kinds of groups, and no weights. */
    static List<Case> all() {
        return Stream.concat(small().stream(), of(LARGER).stream()).toList();
    }

    private static List<Case> of(List<Groups> shapes) {
        return Seeds.some(SEEDS).stream()
                .flatMap(seed -> shapes.stream().map(groups -> random(seed, groups)))
                .toList();
    }

    private static Case random(long seed, Groups groups) {
        // Another vector for each grouping.
        SplittableRandom random = new SplittableRandom(seed ^ (long) groups.hashCode() << 20);
        double[] values = values(random, groups.size());
        return new Case(seed, Weights.of(values, groups), Math.pow(10, random.nextDouble(-1.5, 0.7)));
    }

    private static double[] values(SplittableRandom random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(8);
            double value = (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-1.5, 1));
            values[i] = kind == 0 ? 0 : kind == 1 && i > 0 ? -values[i - 1] : value;
        }
        return values;
    }

    /** More random numbers, which differ from those that made the case. */
    SplittableRandom random() {
        return new SplittableRandom(~seed);
    }

    /** Other values of the same kind. */
    double[] more(SplittableRandom random) {
        return values(random, weights.size());
    }

    /** The same with no weight zero and no two of the same size. */
    Case generic() {
        SplittableRandom random = random();
        double[] values = weights.values().clone();
        Arrays.setAll(values, i -> (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.1, 3));
        return with(weights.withValues(values));
    }

    Case with(Weights other) {
        return new Case(seed, other, step);
    }

    /** The same with penalty factors as different as the penalty allows, some of them 0. */
    Case withFactors(Regularizer regularizer) {
        int[] labels = weights.groups().labels();
        double[] factors = new double[labels.length];
        int start = random().nextInt(FACTORS.length);
        Arrays.setAll(factors, i -> {
            int block = switch (regularizer.separability()) {
                case WEIGHT -> i;
                case GROUP -> labels[i] + 1;
                // The weights that are penalised at all share their factor.
                case NONE -> i % 3 == 1 ? 1 - start : 0;
            };
            return FACTORS[(start + block) % FACTORS.length];
        });
        return with(weights.withFactors(factors));
    }

    /** Whether a weight counts in the penalty at all. */
    boolean penalised(Regularizer regularizer, int index) {
        double[] unit = new double[weights.size()];
        unit[index] = 1;
        return regularizer.withLambda(1).penalty(weights.withValues(unit)) > 0;
    }

    @Override
    public String toString() {
        String factors = weights.hasFactors()
                ? ", factors "
                        + Arrays.toString(IntStream.range(0, weights.size())
                                .mapToDouble(weights::factor)
                                .toArray())
                : "";
        return Seeds.replay(seed) + ", w = " + Arrays.toString(weights.values()) + ", groups "
                + Arrays.toString(weights.groups().labels()) + factors + ", step " + step;
    }
}
