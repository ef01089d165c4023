package org.ridgeline.solvers;

import java.util.Locale;

/** What must be within the tolerance before a fit counts as converged. */
public enum Stopping {
    /**
     * The value of the certificate: the duality gap, where the penalty has a conjugate. It bounds the objective, and so the
     * predictions; coefficients of correlated features may still be wrong in the first digits. Enough to choose λ.
     */
    OBJECTIVE,
    /** The proximal residual too, so that the coefficients are as exact as the tolerance is small. */
    COEFFICIENTS;

    boolean accepts(Certificate certificate, double tolerance) {
        return this == OBJECTIVE ? certificate.value() <= tolerance : certificate.within(tolerance);
    }

    /**
     * The rule of a name: {@code objective} or {@code coefficients}.
     *
     * @param name in lower case
     * @return the rule
     * @throws IllegalArgumentException if there is none
     */
    public static Stopping of(String name) {
        return Names.find("rule of stopping", name, values());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
