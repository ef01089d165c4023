package org.ridgeline.tribuo.sgd;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.ridgeline.Groups;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.hash.HashedFeatureMap;

/** Which features belong together by their names. */
final class FeatureNames {

    private FeatureNames() {}

    /**
     * The number of the group of each feature, by id.
     *
     * @throws IllegalArgumentException if the pattern does not do, or the names are hashed
     */
    static int[] groups(ImmutableFeatureMap features, String pattern) {
        if (features instanceof HashedFeatureMap) {
            throw new IllegalArgumentException(
                    "the names of these features are hashed, so that nothing tells which group"
                            + " they belong to: wanted plain names, or the number of the group of each");
        }
        List<String> names = IntStream.range(0, features.size())
                .mapToObj(id -> features.get(id).getName())
                .toList();
        try {
            return Groups.named(names, Pattern.compile(pattern)).labels();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "wanted a regular expression, but found '" + pattern + "': " + e.getDescription(), e);
        }
    }
}
