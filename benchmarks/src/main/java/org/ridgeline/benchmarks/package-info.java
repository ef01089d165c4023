/** What the solvers are measured with. */
@NullMarked
package org.ridgeline.benchmarks;

import org.jspecify.annotations.NullMarked;
