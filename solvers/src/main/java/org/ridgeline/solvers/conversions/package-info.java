/**
 * What other systems call our penalties. Each record is a setting of one learner, under that learner's own parameter names:
 * {@code from} gives the setting for one of our penalties, {@code toRidgeline} our penalty for a setting. Either way the two
 * minimise the same objective, and so give the same model.
 *
 * <pre>{@code
 * ScikitLearn.Lasso.from(L1.of(0.2))                           // alpha = 0.1
 * new Glmnet.Binomial(0.03, 0.5).toRidgeline()                 // elastic-net(lambda=0.0225,alpha=0.6666666666666666)
 * Liblinear.from(L1.of(0.01), 569)                             // L1R_LR with C = 0.1757…
 * new Weka.Logistic(1).toRidgeline(569)                        // l2(lambda=0.0017…)
 * }</pre>
 *
 * <p>Penalties here are those of the <em>mean</em> loss, J(w) = (1/Σs) Σ sᵢ ℓᵢ + R(w), with the squared loss (y − f)² and the
 * natural log loss; on the summed loss the strength is Σs times as large. Where the other system sums its loss, the number n
 * of examples, or the sum Σs of their weights, is an argument. Of our penalties {@code l1}, {@code l2} and
 * {@code elastic-net} can be converted.
 *
 * <p>The strengths agree only if both penalise the weights on the same scale; each record says which that is, in the words of
 * {@link org.ridgeline.solvers.Standardization}. Symbols: w are the weights that are penalised, without the intercept, ℓ the
 * loss of one example.
 */
@NullMarked
package org.ridgeline.solvers.conversions;

import org.jspecify.annotations.NullMarked;
