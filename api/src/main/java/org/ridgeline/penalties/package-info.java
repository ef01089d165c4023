/** The built-in penalties, written against the public face of {@link org.ridgeline} as any other penalty would be. */
package org.ridgeline.penalties;
