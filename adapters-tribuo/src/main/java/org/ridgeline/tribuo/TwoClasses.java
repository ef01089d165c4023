package org.ridgeline.tribuo;

import java.util.List;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;

/**
 * Two classes, of which the one whose label sorts last is predicted against the other. Tribuo's ids follow no order.
 *
 * @param last the label that sorts last
 * @param lastId its id, which is its row in a model
 * @param otherId the id of the other class
 */
record TwoClasses(String last, int lastId, int otherId) {

    /**
     * The classes of an output domain.
     *
     * @throws IllegalArgumentException if there are not two
     */
    static TwoClasses of(ImmutableOutputInfo<Label> info) {
        List<String> labels =
                info.getDomain().stream().map(Label::getLabel).sorted().toList();
        if (labels.size() != 2) {
            throw new IllegalArgumentException("wanted two classes, but there are " + labels.size() + ": " + labels);
        }
        return new TwoClasses(
                labels.get(1), info.getID(new Label(labels.get(1))), info.getID(new Label(labels.get(0))));
    }
}
