package org.ridgeline.tribuo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.hash.HashedFeatureMap;

/** Which features belong together, for group penalties: each is a group of its own, or their names tell. */
final class Grouping {

    private static final String CHOICE = "'" + TrainingOptions.BY_FEATURE + "' or a regular expression whose first"
            + " capturing group is the name of the group, such as " + TrainingOptions.BY_FIELD;

    private Grouping() {}

    /**
     * Checks the text form of a grouping.
     *
     * @throws IllegalArgumentException if it is neither the word nor such a regular expression
     */
    static void check(String grouping) {
        if (!grouping.equals(TrainingOptions.BY_FEATURE)) {
            pattern(grouping);
        }
    }

    /**
     * The groups of the features in the order of their ids. A penalty that is separable by weight does not look at groups,
     * so that names need not follow a pattern for it.
     *
     * @throws IllegalArgumentException if a name does not match, or the names are hashed
     */
    static Groups of(String grouping, ImmutableFeatureMap map, Regularizer regularizer) {
        if (grouping.equals(TrainingOptions.BY_FEATURE) || regularizer.separability() == Separability.WEIGHT) {
            return Groups.singletons(map.size());
        }
        if (map instanceof HashedFeatureMap) {
            throw new IllegalArgumentException(
                    "the feature names of this dataset are hashed, so that nothing tells which"
                            + " group they belong to; " + regularizer + " needs plain names, or the grouping '"
                            + TrainingOptions.BY_FEATURE + "'");
        }
        List<String> names = new ArrayList<>(map.size());
        for (int j = 0; j < map.size(); j++) {
            names.add(map.get(j).getName());
        }
        try {
            return Groups.named(names, pattern(grouping));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    regularizer + " needs the group of every feature: " + e.getMessage() + "; the grouping is "
                            + CHOICE,
                    e);
        }
    }

    private static Pattern pattern(String grouping) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(grouping);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "wanted " + CHOICE + ", but found '" + grouping + "': " + e.getDescription(), e);
        }
        if (pattern.matcher("").groupCount() < 1) {
            throw new IllegalArgumentException("wanted " + CHOICE + ", but '" + grouping + "' has no capturing group");
        }
        return pattern;
    }
}
