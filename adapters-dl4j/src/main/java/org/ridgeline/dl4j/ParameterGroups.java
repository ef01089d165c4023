package org.ridgeline.dl4j;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonInclude;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.ridgeline.Groups;
import org.ridgeline.Separability;

/**
 * The groups of one parameter of a layer, such as {@code W}: labels, or group(i) = (i / inner) % count for the i-th number
 * in the parameter's memory. A count of 0 means that the parameter is not penalised. Immutable.
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_NULL)
final class ParameterGroups implements Serializable {

    private static final long serialVersionUID = 1;

    @JsonProperty
    private final String name;

    @JsonProperty
    private final int size;

    @JsonProperty
    private final int inner;

    @JsonProperty
    private final int count;

    @JsonProperty
    private final int @Nullable [] labels;

    /** Made when needed; the same whichever thread makes it. */
    private transient volatile @Nullable Tiling tiling;

    @JsonCreator
    ParameterGroups(
            @JsonProperty("name") String name,
            @JsonProperty("size") int size,
            @JsonProperty("inner") int inner,
            @JsonProperty("count") int count,
            @JsonProperty("labels") int @Nullable [] labels) {
        if (labels == null ? count > 0 && size % ((long) inner * count) != 0 : labels.length != size) {
            throw new IllegalArgumentException("the " + size + " weights of " + name + " do not divide into "
                    + (labels == null ? count + " groups of runs of " + inner : labels.length + " labels"));
        }
        this.name = name;
        this.size = size;
        this.inner = inner;
        this.count = count;
        this.labels = labels;
    }

    /** group(i) = (i / inner) % count; the size is a multiple of inner·count. */
    static ParameterGroups strided(String name, int size, int inner, int count) {
        return new ParameterGroups(name, size, inner, count, null);
    }

    static ParameterGroups labelled(String name, Groups groups) {
        return new ParameterGroups(name, groups.size(), 1, groups.count(), groups.labels());
    }

    static ParameterGroups unpenalised(String name, int size) {
        return new ParameterGroups(name, size, 1, 0, null);
    }

    String name() {
        return name;
    }

    int size() {
        return size;
    }

    boolean penalised() {
        return count > 0 || labels != null;
    }

    /** Whether another parameter of the same size has the same groups, so that they need not be told apart. */
    boolean sameGroups(ParameterGroups other) {
        return size == other.size
                && inner == other.inner
                && count == other.count
                && Arrays.equals(labels, other.labels);
    }

    /** How to cut the parameter for penalties of this kind. */
    Tiling tiling(Separability separability) {
        Tiling known = tiling;
        if (known == null || known.separability() != separability) {
            known = tile(separability);
            tiling = known;
        }
        return known;
    }

    private Tiling tile(Separability separability) {
        if (separability == Separability.WEIGHT) {
            return Tiling.ofWeights(size);
        }
        if (labels != null) {
            return Tiling.whole(separability, Groups.labelled(labels));
        }
        return separability == Separability.GROUP
                ? Tiling.ofGroups(inner, count, size)
                : Tiling.whole(separability, Groups.strided(inner, count, size));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParameterGroups that && name.equals(that.name) && sameGroups(that);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, size, inner, count, Arrays.hashCode(labels));
    }

    @Override
    public String toString() {
        String weights = name + " (" + size + " weights";
        if (!penalised()) {
            return weights + ", not penalised)";
        }
        return weights + (labels == null && count == size ? ")" : " in " + count + " groups)");
    }
}
