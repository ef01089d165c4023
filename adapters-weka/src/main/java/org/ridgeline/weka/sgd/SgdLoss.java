package org.ridgeline.weka.sgd;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a linear model that learns from a stream minimises. */
public enum SgdLoss {
    /** −log p(y), of two classes or, with a score for each class, of more. */
    LOG(true),
    /** max(0, 1 − y·f) with y = ±1, of two classes: a support vector machine. */
    HINGE(true),
    /** (y − f)², of a number. */
    SQUARED(false),
    /** r² where |r| ≤ δ and 2δ|r| − δ² beyond, for r = y − f: the squared loss for which outliers count less. */
    HUBER(false);

    private final boolean ofClasses;

    SgdLoss(boolean ofClasses) {
        this.ofClasses = ofClasses;
    }

    /**
     * What kind of class it is for.
     *
     * @return true if the class is nominal, false if it is a number
     */
    public boolean isOfClasses() {
        return ofClasses;
    }

    /**
     * The loss of a name: {@code log}, {@code hinge}, {@code squared} or {@code huber}.
     *
     * @param name in lower case
     * @return the loss
     * @throws IllegalArgumentException if there is none
     */
    public static SgdLoss of(String name) {
        return Arrays.stream(values())
                .filter(loss -> loss.toString().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("there is no loss '" + name + "'; there are "
                        + Arrays.stream(values()).map(SgdLoss::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
