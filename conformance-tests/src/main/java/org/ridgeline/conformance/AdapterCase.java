package org.ridgeline.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.ridgeline.Groups;
import org.ridgeline.Weights;

/** Weights that an adapter is given, all of them values that the framework can hold. */
record AdapterCase(String name, Weights weights) {

    private static final int SEEDS = 3;
    /** Far from 1, yet neither their squares nor sums of those leave the range of a float. */
    private static final double TINY = 1e-12;

    private static final double HUGE = 1e12;

    /** All kinds of values in all groupings. */
    static List<AdapterCase> all(AdapterConformance host) {
        List<AdapterCase> cases = new ArrayList<>(withoutZeros(host));
        for (Groups groups : host.groupings(host.size())) {
            cases.add(of(host, groups, "zeros", i -> 0.0));
            cases.add(of(host, groups, "zeros of both signs", i -> i % 2 == 0 ? 0.0 : -0.0));
            cases.add(of(host, groups, "zeros and ones", i -> i % 3 == 0 ? 1 : i % 3 == 1 ? 0.0 : -1));
        }
        return cases;
    }

    /** Values other than zero in all groupings. */
    static List<AdapterCase> withoutZeros(AdapterConformance host) {
        List<AdapterCase> cases = new ArrayList<>();
        for (Groups groups : host.groupings(host.size())) {
            cases.add(of(host, groups, "tiny", i -> (i % 2 == 0 ? TINY : -TINY) * (1 + i)));
            cases.add(of(host, groups, "huge", i -> (i % 2 == 0 ? HUGE : -HUGE) / (1 + i)));
            for (long seed : Seeds.some(SEEDS)) {
                SplittableRandom random = new SplittableRandom(seed);
                cases.add(of(
                        host,
                        groups,
                        "near 1, " + Seeds.replay(seed),
                        i -> signed(random, 0.01 + random.nextDouble())));
                cases.add(of(
                        host,
                        groups,
                        "of all sizes, " + Seeds.replay(seed),
                        i -> signed(random, Math.pow(10, random.nextDouble(-6, 6)))));
            }
        }
        return cases;
    }

    /** Values with penalty factors, of which some are 0; the members of a group share theirs. */
    static List<AdapterCase> withFactors(AdapterConformance host) {
        double[] choice = {1, 0, 2.5, 0.5};
        return withoutZeros(host).stream()
                .map(plain -> {
                    int[] labels = plain.weights.groups().labels();
                    double[] factors = new double[labels.length];
                    Arrays.setAll(factors, i -> choice[(labels[i] + 1) % choice.length]);
                    return new AdapterCase(plain.name + " with factors", plain.weights.withFactors(factors));
                })
                .toList();
    }

    /** The same, but all weights that are penalised at all share one factor, as a penalty that cannot be cut asks. */
    AdapterCase withSharedFactor() {
        double[] factors = new double[weights.size()];
        Arrays.setAll(factors, i -> weights.factor(i) == 0 ? 0 : 2.5);
        return new AdapterCase(name, weights.withFactors(factors));
    }

    private static AdapterCase of(AdapterConformance host, Groups groups, String name, DoubleUnaryOperator value) {
        double[] values = new double[groups.size()];
        Arrays.setAll(values, i -> host.stored(value.applyAsDouble(i)));
        return new AdapterCase(name, Weights.of(values, groups));
    }

    private static double signed(SplittableRandom random, double magnitude) {
        return random.nextBoolean() ? magnitude : -magnitude;
    }

    /** The same weights in an array of their own. */
    Weights copy() {
        return weights.withValues(weights.values().clone());
    }

    @Override
    public String toString() {
        return name + " in " + weights.groups() + " " + Arrays.toString(weights.values());
    }
}
