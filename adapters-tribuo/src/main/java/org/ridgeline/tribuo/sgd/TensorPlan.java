package org.ridgeline.tribuo.sgd;

import java.util.function.IntBinaryOperator;

/**
 * What a penalty sees of a tensor. A vector has one row.
 *
 * @param penalised how many columns are penalised; those after them are not
 * @param group the group of the weight of a row and a penalised column, or −1 for none; numbered from 0 without a gap
 */
record TensorPlan(int penalised, IntBinaryOperator group) {

    /** Nothing is penalised. */
    static final TensorPlan FREE = new TensorPlan(0, (row, column) -> -1);
}
