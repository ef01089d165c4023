package org.ridgeline.tribuo;

import java.util.Arrays;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.hash.HashedFeatureMap;

/**
 * Finds the ids of features by their names. A training looks up every feature of every example once, which is most of what it does on
 * sparse data; a map of strings needs three reads of far memory for each, this table mostly one.
 */
abstract class FeatureIds {

    private FeatureIds() {}

    static FeatureIds of(ImmutableFeatureMap map) {
        return map instanceof HashedFeatureMap ? new Hashed(map) : new Plain(map);
    }

    /**
     * The id of a name.
     *
     * @param name of a feature
     * @param guess the id that it probably has, as examples and ids are both in the order of the names
     * @return the id, or −1 if the name is not in the map
     */
    abstract int find(String name, int guess);

    /** Names whose hash is looked up in place of them. */
    private static final class Hashed extends FeatureIds {

        private final ImmutableFeatureMap map;

        Hashed(ImmutableFeatureMap map) {
            this.map = map;
        }

        @Override
        int find(String name, int guess) {
            return map.getID(name);
        }
    }

    /** Open addressing with linear probing: at most half of the places are taken. */
    private static final class Plain extends FeatureIds {

        private static final int NOTHING = -1;

        private final String[] names;
        /** By id, so that names that differ need not be read. */
        private final int[] hashes;
        /** Ids. */
        private final int[] table;

        Plain(ImmutableFeatureMap map) {
            names = new String[map.size()];
            hashes = new int[names.length];
            table = new int[Integer.highestOneBit(Math.max(names.length, 1)) * 4];
            Arrays.fill(table, NOTHING);
            for (int id = 0; id < names.length; id++) {
                names[id] = map.get(id).getName();
                hashes[id] = names[id].hashCode();
                int place = place(hashes[id]);
                while (table[place] != NOTHING) {
                    place = place + 1 & table.length - 1;
                }
                table[place] = id;
            }
        }

        private int place(int hash) {
            // The multiplier of Fibonacci hashing: names that are alike have hashes that differ in their last bits
            // only.
            return (hash * 0x9E3779B9) >>> 1 & table.length - 1;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // a dataset and its map share the names, but need not
        int find(String name, int guess) {
            if (guess < names.length && names[guess] == name) {
                return guess;
            }
            int hash = name.hashCode();
            int place = place(hash);
            while (true) {
                int id = table[place];
                if (id == NOTHING || (hashes[id] == hash && (names[id] == name || names[id].equals(name)))) {
                    return id;
                }
                place = place + 1 & table.length - 1;
            }
        }
    }
}
