package org.ridgeline.tribuo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ridgeline.Groups;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.hash.HashedFeatureMap;

/**
 * Which features belong together, for group penalties: each is a group of its own, their names tell, or it is said of each.
 * Immutable; {@link #toString()} is the text that {@link #of(String)} reads, but for groups that are said one by one.
 */
public final class FeatureGrouping {

    /** The text of {@link #byFeature()}. */
    public static final String FEATURE = "feature";

    /** The pattern of {@link #byField()}: columnar data have features named {@code field@value}. */
    public static final String FIELD = "^([^@]+)@";

    private static final String CHOICE = "'" + FEATURE + "' or a regular expression whose first capturing group is the"
            + " name of the group, such as " + FIELD;

    private final String text;
    private final Map<String, String> groupOfFeature;

    private FeatureGrouping(String text, Map<String, String> groupOfFeature) {
        this.text = text;
        this.groupOfFeature = groupOfFeature;
    }

    /**
     * Every feature is a group of its own.
     *
     * @return the grouping
     */
    public static FeatureGrouping byFeature() {
        return new FeatureGrouping(FEATURE, Map.of());
    }

    /**
     * One group for each field of columnar data.
     *
     * @return the grouping
     */
    public static FeatureGrouping byField() {
        return new FeatureGrouping(FIELD, Map.of());
    }

    /**
     * The grouping of a text.
     *
     * @param text {@link #FEATURE}, or a regular expression that is to be found in every feature's name and whose first capturing
     *     group is the name of its group
     * @return the grouping
     * @throws IllegalArgumentException if the text is neither
     */
    public static FeatureGrouping of(String text) {
        if (!text.equals(FEATURE)) {
            pattern(text);
        }
        return new FeatureGrouping(text, Map.of());
    }

    /**
     * Groups that are said one by one. A feature of which nothing is said is a group of its own.
     *
     * @param groupOfFeature by the name of a feature the name of its group; at least one feature
     * @return the grouping
     * @throws IllegalArgumentException if it is empty
     */
    public static FeatureGrouping of(Map<String, String> groupOfFeature) {
        if (groupOfFeature.isEmpty()) {
            throw new IllegalArgumentException("wanted the group of at least one feature, but found none");
        }
        return new FeatureGrouping("explicit", Map.copyOf(groupOfFeature));
    }

    /**
     * The groups that were said one by one.
     *
     * @return by the name of a feature the name of its group; empty for other groupings
     */
    public Map<String, String> groupOfFeature() {
        return groupOfFeature;
    }

    /**
     * The groups of the features of a dataset.
     *
     * @param features names and ids
     * @return the groups of the features in the order of their ids
     * @throws IllegalArgumentException if a name tells no group, the names are hashed, or a group is given to a feature that there
     *     is not
     */
    public Groups groups(ImmutableFeatureMap features) {
        if (text.equals(FEATURE)) {
            return Groups.singletons(features.size());
        }
        if (features instanceof HashedFeatureMap) {
            throw new IllegalArgumentException(
                    "the feature names of this dataset are hashed, so that nothing tells which"
                            + " group they belong to; a group penalty needs plain names, or the grouping '" + FEATURE
                            + "'");
        }
        List<String> names = new ArrayList<>(features.size());
        for (int j = 0; j < features.size(); j++) {
            names.add(features.get(j).getName());
        }
        return groupOfFeature.isEmpty() ? byPattern(names) : explicit(names);
    }

    private Groups byPattern(List<String> names) {
        try {
            return Groups.named(names, pattern(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a group penalty needs the group of every feature: " + e.getMessage() + "; the grouping is "
                            + CHOICE,
                    e);
        }
    }

    private Groups explicit(List<String> names) {
        Set<String> unknown = new TreeSet<>(groupOfFeature.keySet());
        names.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "groups are given to features that there are not: " + unknown + "; there are " + shortened(names));
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] labels = new int[names.size()];
        for (int j = 0; j < labels.length; j++) {
            String group = groupOfFeature.get(names.get(j));
            // A number for each feature that is alone, which no name of a group can be mistaken for.
            labels[j] = group == null ? names.size() + j : numbers.computeIfAbsent(group, name -> numbers.size());
        }
        return Groups.labelled(dense(labels));
    }

    /** The same labels, from 0 without gaps. */
    private static int[] dense(int[] labels) {
        Map<Integer, Integer> numbers = new TreeMap<>();
        int[] dense = new int[labels.length];
        for (int j = 0; j < labels.length; j++) {
            dense[j] = numbers.computeIfAbsent(labels[j], label -> numbers.size());
        }
        return dense;
    }

    private static String shortened(List<String> names) {
        int shown = 20;
        return names.size() <= shown
                ? names.toString()
                : names.subList(0, shown) + " and " + (names.size() - shown) + " more";
    }

    private static Pattern pattern(String text) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "wanted " + CHOICE + ", but found '" + text + "': " + e.getDescription(), e);
        }
        if (pattern.matcher("").groupCount() < 1) {
            throw new IllegalArgumentException("wanted " + CHOICE + ", but '" + text + "' has no capturing group");
        }
        return pattern;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureGrouping grouping
                && grouping.text.equals(text)
                && grouping.groupOfFeature.equals(groupOfFeature);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + groupOfFeature.hashCode();
    }

    @Override
    public String toString() {
        return groupOfFeature.isEmpty() ? text : text + new TreeMap<>(groupOfFeature);
    }
}
