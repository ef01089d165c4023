package org.ridgeline.solvers;

import java.util.Arrays;

/** Finds a constant by the lower-case name that users write. */
final class Names {

    private Names() {}

    static <E extends Enum<E>> E find(String what, String name, E[] values) {
        for (E value : values) {
            if (value.toString().equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException("there is no " + what + " '" + name + "'; there are "
                + String.join(", ", Arrays.stream(values).map(E::toString).toList()));
    }
}
