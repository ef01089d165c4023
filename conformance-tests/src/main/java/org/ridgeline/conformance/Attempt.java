package org.ridgeline.conformance;

import java.util.Arrays;
import org.ridgeline.Regularizer;

/**
 * One step that a framework is to take, beside what the regularizer itself makes of it.
 *
 * @param configured the regularizer of the text form
 */
record Attempt(AdapterConformance host, Check check, Regularizer configured, AdapterCase given, double step) {

    /** The regularizer with which training starts. */
    Regularizer regularizer() {
        return configured.train().current();
    }

    /** The same step, where all weights that are penalised at all share one factor. */
    Attempt withSharedFactor() {
        AdapterCase shared = given.withSharedFactor();
        return new Attempt(host, check.in(shared), configured, shared, step);
    }

    /** The weights after the proximal step in double precision and one rounding. */
    double[] wanted() {
        double[] wanted = Vectors.prox(regularizer(), given.weights(), step);
        Arrays.setAll(wanted, i -> host.stored(wanted[i]));
        return wanted;
    }

    /** The step as the framework takes it. */
    AdapterConformance.Step found() throws Exception {
        return found(check.text());
    }

    AdapterConformance.Step found(String text) throws Exception {
        return host.step(text, given.copy(), step);
    }
}
