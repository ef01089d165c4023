package org.ridgeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A partition of the weights 0 … size − 1 into groups 0 … count − 1. Weights may also be in no group; group penalties
 * leave those alone.
 *
 * <p>Stored in compressed form: the members of group g are {@code member(start(g)) … member(start(g + 1) − 1)}, ascending.
 * Immutable; equal when the partitions are.
 */
public final class Groups {

    private final int size;
    private final int[] start;
    /** Empty when every weight is its own place: member(k) = k. */
    private final int[] member;

    private Groups(int size, int[] start, int[] member) {
        this.size = size;
        this.start = start;
        this.member = isIdentity(member) && member.length == size ? new int[0] : member;
    }

    /**
     * Every weight a group of its own.
     *
     * @param size the number of weights
     * @return as many groups
     */
    public static Groups singletons(int size) {
        requireSize(size);
        int[] start = new int[size + 1];
        Arrays.setAll(start, i -> i);
        return new Groups(size, start, new int[0]);
    }

    /**
     * All weights in one group.
     *
     * @param size the number of weights
     * @return one group, or none if there are no weights
     */
    public static Groups whole(int size) {
        requireSize(size);
        return new Groups(size, size == 0 ? new int[] {0} : new int[] {0, size}, new int[0]);
    }

    /**
     * group(i) = (i / inner) % count: the layouts of dense, convolutional and recurrent layers.
     *
     * @param inner how many weights in a row belong to the same group, ≥ 1
     * @param count the number of groups, ≥ 1
     * @param size the number of weights, a multiple of inner·count
     * @return the groups
     */
    public static Groups strided(int inner, int count, int size) {
        requireSize(size);
        if (inner < 1 || count < 1) {
            throw new IllegalArgumentException(
                    "strided groups need inner ≥ 1 and count ≥ 1, but these are " + inner + " and " + count);
        }
        if (size % ((long) inner * count) != 0) {
            throw new IllegalArgumentException("strided groups need a multiple of inner·count = " + (long) inner * count
                    + " weights, but there are " + size);
        }
        int[] labels = new int[size];
        Arrays.setAll(labels, i -> i / inner % count);
        return labelled(labels);
    }

    /**
     * Groups by label.
     *
     * @param labels for each weight its group, 0 … count − 1, or −1 for none; every group has a member
     * @return the groups
     * @throws IllegalArgumentException if a label is below −1 or a group is empty
     */
    public static Groups labelled(int... labels) {
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < -1 || labels[i] >= labels.length) {
                throw new IllegalArgumentException("a group label is a number from 0 to " + (labels.length - 1)
                        + ", or -1 for no group, but label " + i + " is " + labels[i]);
            }
            count = Math.max(count, labels[i] + 1);
        }
        int[] start = new int[count + 1];
        for (int label : labels) {
            if (label >= 0) {
                start[label + 1]++;
            }
        }
        for (int g = 0; g < count; g++) {
            if (start[g + 1] == 0) {
                throw new IllegalArgumentException(
                        "group labels go from 0 to " + (count - 1) + " without a gap, but no weight has label " + g);
            }
            start[g + 1] += start[g];
        }
        int[] next = Arrays.copyOf(start, count);
        int[] member = new int[start[count]];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                member[next[labels[i]]++] = i;
            }
        }
        return new Groups(labels.length, start, member);
    }

    /**
     * Groups by name: weights whose names agree in the first capturing group of a pattern belong together. Groups are
     * numbered by their first appearance.
     *
     * @param names a name for each weight
     * @param pattern looked for anywhere in a name, with at least one capturing group, such as {@code ^([^@]+)@}
     * @return the groups; every weight is in one
     * @throws IllegalArgumentException if the pattern has no capturing group, or is not found in a name
     */
    public static Groups named(List<String> names, Pattern pattern) {
        if (pattern.matcher("").groupCount() < 1) {
            throw new IllegalArgumentException(
                    "a pattern for groups needs a capturing group, as in ^([^@]+)@, but '" + pattern + "' has none");
        }
        Map<String, Integer> numbers = new HashMap<>();
        int[] labels = new int[names.size()];
        for (int i = 0; i < labels.length; i++) {
            Matcher matcher = pattern.matcher(names.get(i));
            if (!matcher.find() || matcher.group(1) == null) {
                throw new IllegalArgumentException("the name '" + names.get(i)
                        + "' belongs to no group, as the pattern '" + pattern + "' is not found in it");
            }
            labels[i] = numbers.computeIfAbsent(matcher.group(1), name -> numbers.size());
        }
        return labelled(labels);
    }

    /** {@return the number of weights, in groups or not} */
    public int size() {
        return size;
    }

    /** {@return the number of groups} */
    public int count() {
        return start.length - 1;
    }

    /**
     * The number of weights in a group.
     *
     * @param group which group
     * @return ≥ 1
     */
    public int size(int group) {
        return start[group + 1] - start[group];
    }

    /**
     * Where the members of a group start among the members of all groups.
     *
     * @param group which group, or {@code count()}
     * @return its first place; for {@code count()} the number of weights in groups
     */
    public int start(int group) {
        return start[group];
    }

    /**
     * The weight at a place among the members of all groups.
     *
     * @param k the place
     * @return the index of the weight
     */
    public int member(int k) {
        return member.length == 0 ? k : member[k];
    }

    /** {@return for each weight its group, or −1: what {@link #labelled(int...)} reads} */
    public int[] labels() {
        int[] labels = new int[size];
        Arrays.fill(labels, -1);
        for (int g = 0; g < count(); g++) {
            for (int k = start[g]; k < start[g + 1]; k++) {
                labels[member(k)] = g;
            }
        }
        return labels;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Groups that
                && size == that.size
                && Arrays.equals(start, that.start)
                && Arrays.equals(member, that.member);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(start) + Arrays.hashCode(member) + size;
    }

    @Override
    public String toString() {
        return count() + " groups of " + size + " weights";
    }

    private static void requireSize(int size) {
        if (size < 0) {
            throw new IllegalArgumentException("the number of weights must be >= 0, but is " + size);
        }
    }

    private static boolean isIdentity(int[] member) {
        for (int k = 0; k < member.length; k++) {
            if (member[k] != k) {
                return false;
            }
        }
        return true;
    }
}
