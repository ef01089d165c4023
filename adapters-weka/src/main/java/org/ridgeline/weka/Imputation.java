package org.ridgeline.weka;

/**
 * What stands for a missing value of a nominal attribute. A missing number is replaced by the mean of the training data
 * either way.
 */
public enum Imputation {
    /** The most frequent value, as {@code Logistic} does. */
    MODE,
    /** Each value with its frequency, as {@code LinearRegression} does: the means of the attribute's columns. */
    MEAN
}
