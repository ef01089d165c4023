package org.ridgeline.solvers;

import java.util.concurrent.CancellationException;

/** Ends long work when its thread is interrupted. */
final class Interruption {

    private Interruption() {}

    static void check(int steps) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the fit was interrupted after " + steps + " steps");
        }
    }
}
