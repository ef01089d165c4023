package org.ridgeline.solvers;

import java.util.Locale;

/** What the penalty is added to. */
public enum LossScale {
    /** The mean loss: J(w) = (1/Σs) Σ sᵢ ℓᵢ + R(w). */
    MEAN,
    /** The summed loss: J(w) = Σ sᵢ ℓᵢ + R(w), as in the classic ridge formula and in Weka's own learners. */
    SUM;

    /**
     * The scale of a name: {@code mean} or {@code sum}.
     *
     * @param name in lower case
     * @return the scale
     * @throws IllegalArgumentException if there is none
     */
    public static LossScale of(String name) {
        return Names.find("loss scale", name, values());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
