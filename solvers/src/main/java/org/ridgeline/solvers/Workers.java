package org.ridgeline.solvers;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Threads that do the work of the folds, and are gone when it is done or has failed. */
final class Workers<T> {

    private final int folds;
    private final IntFunction<T> task;
    private final List<Thread> threads;
    private final AtomicInteger next = new AtomicInteger();
    /** Later folds are left out. */
    private final AtomicInteger lowestFailed = new AtomicInteger(Integer.MAX_VALUE);

    private final BlockingQueue<Outcome<T>> outcomes = new LinkedBlockingQueue<>();

    /** What has come out of a fold: a value, or why there is none; neither if it was left out. */
    private record Outcome<T>(
            int fold, @Nullable T value, @Nullable Throwable failure) {}

    private Workers(int folds, int count, IntFunction<T> task) {
        this.folds = folds;
        this.task = task;
        this.threads = Stream.generate(() -> new Thread(this::work, "ridgeline fold"))
                .limit(Math.min(count, folds))
                .toList();
    }

    /**
     * Runs a task for each fold, in the calling thread and others.
     *
     * @param first what the calling thread does before it takes up folds
     * @param finished told by the calling thread how many folds are done
     * @return the results in the order of the folds
     * @throws CancellationException if the calling thread is interrupted
     * @throws RuntimeException what the task has thrown for the lowest fold of which it throws, with the fold in its message
     */
    static <T> List<T> run(int folds, int threads, Runnable first, IntFunction<T> task, IntConsumer finished) {
        Workers<T> workers = new Workers<>(folds, threads - 1, task);
        try {
            return workers.run(first, finished);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (CancellationException e) {
            // A fit that is interrupted leaves its thread knowing of it; others may cancel without.
            throw Thread.currentThread().isInterrupted() ? interrupted(e) : e;
        } finally {
            workers.stop();
        }
    }

    private static CancellationException interrupted(Exception cause) {
        return caused(new CancellationException("the cross-validation was interrupted"), cause);
    }

    private List<T> run(Runnable first, IntConsumer finished) throws InterruptedException {
        for (Thread thread : threads) {
            // A host that ends while it waits for a fit must not be kept from it.
            thread.setDaemon(true);
            thread.start();
        }
        first.run();
        TreeMap<Integer, T> values = new TreeMap<>();
        TreeMap<Integer, Throwable> failures = new TreeMap<>();
        for (int ended = 0; ended < folds; ) {
            int fold = next.getAndIncrement();
            if (fold < folds) {
                Outcome<T> own = outcome(fold);
                if (Thread.interrupted() || isInterruption(own.failure())) {
                    throw new InterruptedException();
                }
                outcomes.add(own);
            }
            // While there are folds to take up none is waited for.
            for (Outcome<T> outcome = fold < folds ? outcomes.poll() : outcomes.take();
                    outcome != null;
                    outcome = outcomes.poll()) {
                ended++;
                if (outcome.failure() != null) {
                    failures.put(outcome.fold(), outcome.failure());
                } else if (outcome.value() != null) {
                    values.put(outcome.fold(), outcome.value());
                    finished.accept(values.size());
                }
            }
        }
        if (!failures.isEmpty()) {
            throw named(failures.firstKey(), failures.firstEntry().getValue());
        }
        return List.copyOf(values.values());
    }

    /** Whether a task has failed since its thread was interrupted, which it may have told the thread's flag to forget. */
    private static boolean isInterruption(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    private void work() {
        for (int fold = next.getAndIncrement(); fold < folds; fold = next.getAndIncrement()) {
            outcomes.add(outcome(fold));
        }
    }

    private Outcome<T> outcome(int fold) {
        try {
            // Folds before one that has failed still count, or which failure is reported would be a matter of timing.
            return new Outcome<>(fold, fold < lowestFailed.get() ? task.apply(fold) : null, null);
        } catch (RuntimeException | Error e) {
            lowestFailed.accumulateAndGet(fold, Math::min);
            return new Outcome<>(fold, null, e);
        }
    }

    /** Waits until no thread is left, also if it is interrupted itself. */
    private void stop() {
        next.set(folds);
        threads.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException named(int fold, Throwable cause) {
        String message = "fold " + fold + ": " + cause.getMessage();
        if (cause instanceof IllegalArgumentException) {
            return new IllegalArgumentException(message, cause);
        }
        if (cause instanceof IllegalStateException) {
            return new IllegalStateException(message, cause);
        }
        if (cause instanceof ArithmeticException) {
            return caused(new ArithmeticException(message), cause);
        }
        // What it is stays in sight, as it is a defect of somebody's.
        return new CompletionException("fold " + fold + ": " + cause, cause);
    }

    private static <E extends RuntimeException> E caused(E exception, Throwable cause) {
        exception.initCause(cause);
        return exception;
    }
}
