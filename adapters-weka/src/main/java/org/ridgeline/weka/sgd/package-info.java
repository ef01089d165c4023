/** Linear models that learn from one instance at a time, and what they keep of all instances before. */
package org.ridgeline.weka.sgd;
