package org.ridgeline.solvers;

import java.util.List;
import java.util.Locale;

/**
 * How far at most a fit is from the optimum.
 *
 * @param kind what {@code value} measures
 * @param value the duality gap relative to the loss at zero weights (and the intercept that is best with them, if there
 *     is one), or the proximal residual ‖w − prox(w − η∇)‖ relative to the size of the weights
 * @param residual the relative proximal residual, whatever the kind
 */
public record Certificate(Kind kind, double value, double residual) {

    /** What is certified. */
    public enum Kind {
        /** The objective is at most {@code value} times the loss at zero weights above the optimum. */
        DUALITY_GAP,
        /** The penalty has no usable conjugate; a further proximal step moves the weights by {@code value} of their size. */
        PROX_RESIDUAL
    }

    /** Of several objectives that have no weights in common, with their sum: both measures are relative, and so at most the largest. */
    static Certificate worst(List<Certificate> parts) {
        double residual =
                parts.stream().mapToDouble(Certificate::residual).max().orElseThrow();
        return parts.stream().allMatch(it -> it.kind == Kind.DUALITY_GAP)
                ? new Certificate(
                        Kind.DUALITY_GAP,
                        parts.stream().mapToDouble(Certificate::value).max().orElseThrow(),
                        residual)
                : new Certificate(Kind.PROX_RESIDUAL, residual, residual);
    }

    /**
     * Whether both measures are within a tolerance.
     *
     * @param tolerance the largest value that will do
     * @return whether neither is above it
     */
    public boolean within(double tolerance) {
        return value <= tolerance && residual <= tolerance;
    }

    @Override
    public String toString() {
        String what = kind == Kind.DUALITY_GAP ? "relative duality gap" : "relative proximal residual";
        return what + String.format(Locale.ROOT, " %.1e", value);
    }
}
