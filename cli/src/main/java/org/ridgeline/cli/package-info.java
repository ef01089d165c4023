/** Ridgeline from a terminal: every host, the same penalty, and a report of how far they agree. */
@NullMarked
package org.ridgeline.cli;

import org.jspecify.annotations.NullMarked;
