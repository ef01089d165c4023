/**
 * Pictures and tables of paths of λ and of cross-validations, for whatever shows them: a drawing says what is where through an
 * {@link org.ridgeline.weka.plot.Ink}, and each kind of output is one implementation of it. Nothing here needs a window system.
 */
package org.ridgeline.weka.plot;
