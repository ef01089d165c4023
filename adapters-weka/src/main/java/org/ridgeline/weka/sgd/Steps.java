package org.ridgeline.weka.sgd;

/** How weights are evaluated and learn, for rows of one kind. */
interface Steps {

    /**
     * Brings the weights up to date that a row needs.
     *
     * @param pace η relative to the size of rows
     */
    void evaluate(Row row, double pace);

    /**
     * Lets the weights learn that {@link #evaluate} has brought up to date for the same row.
     *
     * @param slopes the derivative of the loss in each score, times the weight of the row
     */
    void learn(Row row, double[] slopes);
}
