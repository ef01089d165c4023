/**
 * Any Ridgeline regularizer on the layers of a Deeplearning4j network. {@link org.ridgeline.dl4j.Ridgeline} is where to
 * start.
 */
package org.ridgeline.dl4j;
