package org.ridgeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest {

    @Test
    void singletonsAreEachAlone() {
        assertThat(Groups.singletons(3).labels()).containsExactly(0, 1, 2);
        assertThat(Groups.singletons(3)).isEqualTo(Groups.labelled(0, 1, 2));
    }

    @Test
    void wholeIsOneGroup() {
        assertThat(Groups.whole(3).labels()).containsExactly(0, 0, 0);
        assertThat(Groups.whole(3)).isEqualTo(Groups.labelled(0, 0, 0));
        assertThat(Groups.whole(0).count()).isZero();
        assertThat(Groups.whole(0)).isEqualTo(Groups.singletons(0)).isEqualTo(Groups.labelled());
    }

    @Test
    void stridedFollowsItsFormula() {
        Groups groups = Groups.strided(2, 3, 12);
        assertThat(groups.labels()).containsExactly(0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2);
    }

    @Test
    void stridedRefusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Groups.strided(2, 3, 10))
                .withMessageContaining("multiple of inner·count = 6")
                .withMessageContaining("10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Groups.strided(0, 3, 12))
                .withMessageContaining("0 and 3");
        assertThatIllegalArgumentException().isThrownBy(() -> Groups.strided(1, 0, 12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Groups.strided(1 << 20, 1 << 20, 12))
                .withMessageContaining(String.valueOf(1L << 40));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void labelledHoldsEachGroupsMembersInAscendingOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = 1 + random.nextInt(5);
        int[] labels = IntStream.concat(IntStream.range(0, count), random.ints(20, -1, count))
                .toArray();
        Groups groups = Groups.labelled(labels);
        assertThat(groups.size()).isEqualTo(labels.length);
        assertThat(groups.count()).isEqualTo(count);
        assertThat(groups.labels()).isEqualTo(labels);
        for (int g = 0; g < count; g++) {
            int group = g;
            int[] members = IntStream.range(groups.start(g), groups.start(g + 1))
                    .map(groups::member)
                    .toArray();
            assertThat(members)
                    .isEqualTo(IntStream.range(0, labels.length)
                            .filter(i -> labels[i] == group)
                            .toArray());
            assertThat(groups.size(g)).isEqualTo(members.length);
        }
        assertThat(groups.start(count)).isEqualTo((int)
                Arrays.stream(labels).filter(label -> label >= 0).count());
    }

    @Test
    void labelledRefusesLabelsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Groups.labelled(0, -2))
                .withMessageContaining("label 1 is -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Groups.labelled(0, 2))
                .withMessageContaining("from 0 to 1")
                .withMessageContaining("label 1 is 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Groups.labelled(0, 2, 2))
                .withMessageContaining("without a gap")
                .withMessageContaining("label 1");
    }

    @Test
    void weightsInNoGroupMakeGroupsDiffer() {
        assertThat(Groups.labelled(0, -1)).isNotEqualTo(Groups.labelled(0, 0)).isNotEqualTo(Groups.labelled(-1, 0));
        assertThat(Groups.labelled(-1, -1).count()).isZero();
        assertThat(Groups.labelled(-1, -1).labels()).containsExactly(-1, -1);
        assertThat(Groups.labelled(-1)).isNotEqualTo(Groups.labelled(-1, -1));
    }

    @Test
    void namesAreGroupedByTheirFirstCapture() {
        List<String> names = List.of("colour=red", "size", "colour=blue", "shape=round", "size");
        assertThat(Groups.named(names, Pattern.compile("^([^=]+)")).labels()).containsExactly(0, 1, 0, 2, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Groups.named(names, Pattern.compile("^([^=]+)=")))
                .withMessageContaining("'size'")
                .withMessageContaining("^([^=]+)=");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Groups.named(names, Pattern.compile("(x)?")))
                .withMessageContaining("'colour=red'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Groups.named(names, Pattern.compile("^[^=]+")))
                .withMessageContaining("capturing group");
    }

    @Test
    void sizesAreNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Groups.singletons(-1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> Groups.whole(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Groups.strided(1, 1, -1));
    }

    @Test
    void equalPartitionsAreEqual() {
        Groups groups = Groups.strided(1, 2, 4);
        assertThat(groups).isEqualTo(Groups.labelled(0, 1, 0, 1)).hasSameHashCodeAs(Groups.labelled(0, 1, 0, 1));
        assertThat(groups).isNotEqualTo(Groups.labelled(1, 0, 1, 0)).isNotEqualTo("groups");
        assertThat(groups).hasToString("2 groups of 4 weights");
    }
}
