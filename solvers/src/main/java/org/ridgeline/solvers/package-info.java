/**
 * Exact batch training of linear models with any convex {@link org.ridgeline.Regularizer}. A {@link
 * org.ridgeline.solvers.Problem} says what is fitted, a {@link org.ridgeline.solvers.Solver} fits it, and the {@link
 * org.ridgeline.solvers.Fit} carries a certificate of how close to the optimum it is.
 */
@NullMarked
package org.ridgeline.solvers;

import org.jspecify.annotations.NullMarked;
