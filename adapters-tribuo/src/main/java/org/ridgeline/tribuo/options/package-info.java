/**
 * Our trainers on the command line of a program of one's own, with the options of OLCUT that Tribuo's own programs use: {@link
 * org.ridgeline.tribuo.options.RegularizedLogisticOptions}, {@link
 * org.ridgeline.tribuo.options.RegularizedLinearRegressionOptions} and {@link
 * org.ridgeline.tribuo.options.RegularizedMultiLabelOptions}.
 */
@NullMarked
package org.ridgeline.tribuo.options;

import org.jspecify.annotations.NullMarked;
