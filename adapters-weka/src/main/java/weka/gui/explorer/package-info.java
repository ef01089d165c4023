/** A tab of Weka's Explorer, in Weka's own package of tabs. */
package weka.gui.explorer;
