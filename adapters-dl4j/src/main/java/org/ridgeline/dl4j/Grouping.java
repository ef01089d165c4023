package org.ridgeline.dl4j;

/** Which weights of a layer form a group, for penalties such as {@code group-l2} that act on groups. */
public enum Grouping {
    /** Every weight by itself. */
    WEIGHT,
    /**
     * All weights that leave one input: a row of a dense or recurrent layer, a channel of a convolution. A group that
     * becomes zero drops the input.
     */
    INPUT,
    /**
     * All weights that lead to one output: a column of a dense layer, a filter of a convolution, a unit of an LSTM with all
     * its gates (input weights and recurrent weights are two groups). A group that becomes zero drops the unit.
     */
    OUTPUT,
    /** All weights of a parameter, such as {@code W}, in one group. */
    LAYER
}
