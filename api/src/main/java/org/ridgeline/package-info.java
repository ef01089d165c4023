/**
 * The service provider interface of Ridgeline: what a penalty is, how it is found by name, and what it works on.
 *
 * <p>A penalty implements {@link org.ridgeline.Regularizer} and is announced by a {@link
 * org.ridgeline.RegularizerProvider}; a host asks {@link org.ridgeline.Regularizers} for it by its text form. The
 * built-in penalties in {@link org.ridgeline.penalties} use nothing but what this package makes public.
 */
package org.ridgeline;
