/** What the classifiers and beans of this adapter share: options, data, and the model that is kept. */
package org.ridgeline.weka;
