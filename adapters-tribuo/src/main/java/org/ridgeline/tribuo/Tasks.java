package org.ridgeline.tribuo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Runs tasks in threads that are gone when all are done or one has failed. */
final class Tasks {

    private Tasks() {}

    /**
     * Runs numbered tasks.
     *
     * @throws CancellationException if the calling thread is interrupted
     * @throws RuntimeException what the first task in the order of numbers has thrown of those that throw
     */
    static void run(int count, int threads, IntConsumer task) {
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, count), work -> {
            Thread thread = new Thread(work, "ridgeline lambda search");
            // A host that ends while it waits for a training must not be kept from it.
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                int number = k;
                futures.add(executor.submit(() -> task.accept(number)));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the search for lambda was interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        } finally {
            stop(executor);
        }
    }

    /** Waits until no thread is left, also if it is interrupted itself. */
    private static void stop(ExecutorService executor) {
        executor.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
