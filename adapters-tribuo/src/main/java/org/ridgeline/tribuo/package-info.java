/**
 * Tribuo trainers for linear models with any {@link org.ridgeline.Regularizer}: {@link
 * org.ridgeline.tribuo.RegularizedLinearRegressionTrainer} and {@link org.ridgeline.tribuo.RegularizedLogisticTrainer}. They
 * are exact, and the models are Tribuo's own, so that a saved one is loaded without this library. {@link
 * org.ridgeline.tribuo.LambdaSearch} chooses the λ of these and of other trainers.
 */
@NullMarked
package org.ridgeline.tribuo;

import org.jspecify.annotations.NullMarked;
