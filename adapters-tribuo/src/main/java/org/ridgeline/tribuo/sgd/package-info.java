/**
 * An optimiser for Tribuo's own SGD trainers with any {@link org.ridgeline.Regularizer}: {@link
 * org.ridgeline.tribuo.sgd.RegularizedAdaGrad}. What the trainers make stays Tribuo's own, so that a saved model is loaded
 * without this library.
 */
@NullMarked
package org.ridgeline.tribuo.sgd;

import org.jspecify.annotations.NullMarked;
