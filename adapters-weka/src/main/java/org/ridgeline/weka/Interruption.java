package org.ridgeline.weka;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Long work that is stopped by interrupting its thread, as Weka's windows do it. */
public final class Interruption {

    private Interruption() {}

    /**
     * Does work of a solver, and ends as Weka expects it: its windows take an {@link InterruptedException} for what the user wanted,
     * and any other exception for an error.
     *
     * @param <T> what the work gives
     * @param work ends with a {@link CancellationException} if the thread is interrupted
     * @return what the work gives
     * @throws InterruptedException if the thread was interrupted, which it stays, as in Weka's own code
     */
    public static <T> T translated(Supplier<T> work) throws InterruptedException {
        try {
            return work.get();
        } catch (CancellationException e) {
            InterruptedException interrupted = new InterruptedException(e.getMessage());
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
