/**
 * The inner loops on dense numbers, apart from the solvers so that a module of one's own can do them better. There is no need
 * to know them for training.
 */
@NullMarked
package org.ridgeline.solvers.kernels;

import org.jspecify.annotations.NullMarked;
