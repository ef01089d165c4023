package org.ridgeline.benchmarks;

/** A learner of another library, with a problem in that library's own form. */
interface Peer {

    /** Its name, with the tolerance that it was given. */
    String name();

    /**
     * Fits one strength from the start, as none of these learners takes a starting point.
     *
     * @param lambda our λ, of the lasso penalty on the mean loss
     * @return p coefficients
     */
    double[] fit(double lambda);
}
