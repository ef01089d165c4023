/** The parts of the Explorer's tab of regularization paths. */
package org.ridgeline.weka.gui;
