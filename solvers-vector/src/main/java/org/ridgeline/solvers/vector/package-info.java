/**
 * The solvers' inner loops with the JDK's incubating Vector API. With this module on the class path and the option {@code
 * --add-modules jdk.incubator.vector} they are used; without the option the solvers fall back to plain loops.
 */
@NullMarked
package org.ridgeline.solvers.vector;

import org.jspecify.annotations.NullMarked;
