package org.ridgeline.dl4j;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/**
 * How a parameter is cut into tiles that a penalty can treat alone and that fit into the processor's cache.
 *
 * <p>Strided groups, group(i) = (i / inner) % count, come back every inner·count numbers. A tile of m neighbouring groups is
 * m·inner numbers of each such period; one after the other, these are strided groups again.
 */
final class Tiling {

    /** Numbers in a tile, unless it takes more to hold a group. */
    private static final int TILE = 2048;
    /** Numbers of a period that are taken together: a line of the cache holds 16 floats. */
    private static final int LINE = 48;

    private final Separability separability;
    private final int inner;
    private final int count;
    private final int periods;
    private final int groupsInTile;
    private final Groups groups;
    private final Groups groupsOfLast;
    /** The arrays of the last use, for the next one; empty while a thread works with them. */
    private final AtomicReference<@Nullable Scratch> spare = new AtomicReference<>();

    /**
     * @param separability what penalties these tiles are for
     * @param cut the groups of a tile of so many groups
     */
    private Tiling(
            Separability separability, int inner, int count, int size, int groupsInTile, IntFunction<Groups> cut) {
        this.separability = separability;
        this.inner = inner;
        this.count = count;
        this.periods = size / (inner * count);
        this.groupsInTile = Math.min(groupsInTile, count);
        this.groups = cut.apply(this.groupsInTile);
        int rest = count % this.groupsInTile;
        this.groupsOfLast = rest == 0 ? groups : cut.apply(rest);
    }

    static Tiling ofWeights(int size) {
        return new Tiling(Separability.WEIGHT, 1, size, size, TILE, Groups::singletons);
    }

    static Tiling ofGroups(int inner, int count, int size) {
        int groupSize = size / count;
        int least = inner * count == size ? 1 : (LINE + inner - 1) / inner;
        return new Tiling(
                Separability.GROUP,
                inner,
                count,
                size,
                Math.max(least, TILE / groupSize),
                m -> Groups.strided(inner, m, m * groupSize));
    }

    static Tiling whole(Separability separability, Groups groups) {
        return new Tiling(separability, groups.size(), 1, groups.size(), 1, one -> groups);
    }

    Separability separability() {
        return separability;
    }

    int tiles() {
        return (count + groupsInTile - 1) / groupsInTile;
    }

    /** Arrays to work with, to be given back. */
    Scratch borrow() {
        Scratch scratch = spare.getAndSet(null);
        return scratch == null ? new Scratch(groups, groupsOfLast, tiles()) : scratch;
    }

    void giveBack(Scratch scratch) {
        spare.set(scratch);
    }

    void read(FlatArray from, int tile, double[] to) {
        int length = to.length / periods;
        for (int period = 0; period < periods; period++) {
            from.read(start(tile, period), to, period * length, length);
        }
    }

    void write(FlatArray to, int tile, double[] values) {
        int length = values.length / periods;
        for (int period = 0; period < periods; period++) {
            to.write(start(tile, period), values, period * length, length);
        }
    }

    private int start(int tile, int period) {
        return (period * count + tile * groupsInTile) * inner;
    }

    /** The arrays for the tiles of a parameter, one tile at a time. */
    static final class Scratch {
        private final Tile full;
        private final Tile last;
        private final int tiles;

        private Scratch(Groups full, Groups last, int tiles) {
            this.full = new Tile(full);
            this.last = last.equals(full) ? this.full : new Tile(last);
            this.tiles = tiles;
        }

        Tile tile(int tile) {
            return tile == tiles - 1 ? last : full;
        }
    }

    /** The numbers of one tile: those that a penalty sees as weights, and as many others. */
    static final class Tile {
        final double[] values;
        final double[] others;
        final Weights weights;

        private Tile(Groups groups) {
            values = new double[groups.size()];
            others = new double[groups.size()];
            weights = Weights.of(values, groups);
        }
    }
}
