package org.ridgeline;

/**
 * A vector of weights with its groups and, if any, penalty factors. The array is live: a proximal step writes into it.
 * Groups are fixed, and so are factors unless {@linkplain #withLiveFactors asked for otherwise}.
 */
public final class Weights {

    private static final Interval FACTORS = Interval.atLeast(0);

    private final double[] values;
    private final Groups groups;
    /** Empty when every factor is 1. */
    private final double[] factors;

    private Weights(double[] values, Groups groups, double[] factors) {
        this.values = values;
        this.groups = groups;
        this.factors = factors;
    }

    /**
     * Weights that are each a group of their own, with penalty factors 1.
     *
     * @param values not copied
     * @return weights over the array
     */
    public static Weights of(double... values) {
        return of(values, Groups.singletons(values.length));
    }

    /**
     * Weights in groups, with penalty factors 1.
     *
     * @param values not copied
     * @param groups a partition of them
     * @return weights over the array
     * @throws IllegalArgumentException if the groups are of another number of weights
     */
    public static Weights of(double[] values, Groups groups) {
        requireSameSize("groups", groups.size(), values.length);
        return new Weights(values, groups, new double[0]);
    }

    /**
     * The same live values with one penalty factor each: 0 for unpenalised, 1 for the plain penalty.
     *
     * @param factors copied
     * @return weights over the same array
     * @throws IllegalArgumentException if there is not one for each weight, or one is negative, infinite or NaN
     */
    public Weights withFactors(double... factors) {
        requireSameSize("penalty factors", factors.length, values.length);
        for (double factor : factors) {
            FACTORS.require("a penalty factor", factor);
        }
        return new Weights(values, groups, factors.clone());
    }

    /**
     * The same live values with live penalty factors, for an optimiser whose step size differs from weight to weight and
     * changes with every step: prox with step 1 and factor f is prox with step f.
     *
     * @param factors one for each weight, not copied and not checked: who changes them keeps them finite and ≥ 0
     * @return weights over both arrays
     * @throws IllegalArgumentException if there is not one for each weight
     */
    public Weights withLiveFactors(double... factors) {
        requireSameSize("penalty factors", factors.length, values.length);
        return new Weights(values, groups, factors);
    }

    /**
     * Other values with these groups and factors.
     *
     * @param values not copied
     * @return weights over that array
     * @throws IllegalArgumentException if the number of values differs
     */
    public Weights withValues(double[] values) {
        requireSameSize("values", values.length, this.values.length);
        return new Weights(values, groups, factors);
    }

    /** {@return the live array} */
    public double[] values() {
        return values;
    }

    /** {@return the number of weights} */
    public int size() {
        return values.length;
    }

    /** {@return the partition of the weights} */
    public Groups groups() {
        return groups;
    }

    /** {@return whether a penalty factor may differ from 1} */
    public boolean hasFactors() {
        return factors.length > 0;
    }

    /**
     * The penalty factor of a weight.
     *
     * @param index which weight
     * @return ≥ 0
     */
    public double factor(int index) {
        return hasFactors() ? factors[index] : 1;
    }

    /**
     * The penalty factor that the members of a group share.
     *
     * @param group which group
     * @return ≥ 0
     * @throws IllegalArgumentException if they differ, as then no group penalty has a meaning
     */
    public double groupFactor(int group) {
        if (!hasFactors()) {
            return 1;
        }
        double shared = factors[groups.member(groups.start(group))];
        for (int k = groups.start(group) + 1; k < groups.start(group + 1); k++) {
            double factor = factors[groups.member(k)];
            if (factor != shared) {
                throw new IllegalArgumentException("the members of a group must share one penalty factor, but group "
                        + group + " has " + shared + " and " + factor);
            }
        }
        return shared;
    }

    /**
     * Checks that a gradient fits these weights.
     *
     * @param gradient one number for each weight
     * @throws IllegalArgumentException if its length differs
     */
    public void requireGradient(double[] gradient) {
        requireSameSize("gradient entries", gradient.length, values.length);
    }

    private static void requireSameSize(String what, int found, int wanted) {
        if (found != wanted) {
            throw new IllegalArgumentException("wanted " + what + " for " + wanted + " weights, but found " + found);
        }
    }
}
