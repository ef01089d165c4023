/** The regularizers as Weka beans: for the object editor, and for options in Weka's form, a class name with its options. */
package weka.core.regularizers;
