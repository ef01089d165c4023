/** The solvers' inner loops, each by itself, under JMH. */
@NullMarked
package org.ridgeline.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
