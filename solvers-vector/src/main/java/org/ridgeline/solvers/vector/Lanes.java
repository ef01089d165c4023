package org.ridgeline.solvers.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this processor. */
final class Lanes {

    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    /** How many doubles a vector holds. */
    static final int COUNT = SPECIES.length();

    private Lanes() {}

    static DoubleVector load(double[] values, int from) {
        return DoubleVector.fromArray(SPECIES, values, from);
    }

    static double sum(DoubleVector vector) {
        return vector.reduceLanes(VectorOperators.ADD);
    }
}
