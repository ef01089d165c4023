package org.ridgeline.tribuo;

import java.util.List;
import java.util.Map;

/**
 * How the outputs of a dataset are fitted.
 *
 * @param fits the fits
 * @param constants the intercepts of rows of the model that are not fitted; those of which nothing is said are 0
 */
record OutputFits(List<OutputFit> fits, Map<Integer, Double> constants) {

    OutputFits(List<OutputFit> fits) {
        this(fits, Map.of());
    }
}
