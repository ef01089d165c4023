/**
 * The rules of {@code docs/spec.md} as JUnit tests. Who writes a regularizer extends {@link
 * org.ridgeline.conformance.RegularizerConformance}; who writes an adapter extends {@link
 * org.ridgeline.conformance.AdapterConformance} and compares it with {@link org.ridgeline.conformance.GoldenFits}.
 */
package org.ridgeline.conformance;
