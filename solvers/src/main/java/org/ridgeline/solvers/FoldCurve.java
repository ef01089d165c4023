package org.ridgeline.solvers;

/**
 * What was measured in a fold.
 *
 * @param values of each λ
 * @param weight the sum of the weights of the examples that it was measured on
 * @param converged whether all fits of the fold have
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FoldCurve(double[] values, double weight, boolean converged) {}
