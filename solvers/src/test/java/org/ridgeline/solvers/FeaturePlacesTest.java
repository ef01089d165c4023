package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeaturePlacesTest {

    private static final int P = 20;

    /** Columns 20 and more hold the features 0, 1, … for a second output. */
    private final WorkingSet working = new WorkingSet(2 * P);

    private final FeaturePlaces places =
            new FeaturePlaces(new Design(TestData.problem(Loss.multitask(Loss.SQUARED, 2), 1, 30, P)));

    private void add(int... columns) {
        Arrays.stream(columns).forEach(working::add);
        places.add(working);
    }

    private int[] features() {
        return Arrays.copyOf(places.features(), places.count());
    }

    @Test
    void outputsShareAFeature() {
        add(7, P + 3);
        add(3, P + 7, P + 5);
        assertThat(features()).containsExactly(7, 3, 5);
        assertThat(new int[] {places.of(3), places.of(P + 3), places.of(P + 5)}).containsExactly(1, 1, 2);
    }

    @Test
    void aFeatureStaysAsLongAsAnOutputNeedsIt() {
        add(7, P + 3, 3, P + 5, 9, P + 9);
        // Without the columns of features 7 and 9, and without 3 for the second output.
        working.keep(new int[] {2, 3}, 2);
        assertThat(places.keep(working)).containsExactly(1, 2);
        assertThat(features()).containsExactly(3, 5);
        add(9, 7, P + 7);
        assertThat(features()).containsExactly(3, 5, 9, 7);
        assertThat(places.of(P + 7)).isEqualTo(3);
    }

    @Test
    void manyFeaturesHavePlacesToo() {
        for (int j = P - 1; j >= 0; j--) {
            add(j);
        }
        assertThat(places.count()).isEqualTo(P);
        assertThat(places.of(0)).isEqualTo(P - 1);
    }
}
